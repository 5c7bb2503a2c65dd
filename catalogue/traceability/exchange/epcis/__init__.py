"""EPCIS 2.0: our events as JSON-LD, and events of other systems checked and kept."""
