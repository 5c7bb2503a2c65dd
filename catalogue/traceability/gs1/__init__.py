"""GS1 identification: application identifiers, Digital Link URIs, link sets. Pure functions, no database."""
