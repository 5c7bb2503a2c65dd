"""How days, times and numbers are written, for each language (`FORMAT_MODULE_PATH`)."""
