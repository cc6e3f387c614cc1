"""One module a format: records in, text or bytes out, piece by piece."""
