"""The closed vocabularies of the field: look-ups over TOML files that lie beside them."""
