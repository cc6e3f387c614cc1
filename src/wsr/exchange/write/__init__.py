"""Writers, one module a format: records in, bytes out."""
