"""Files that other programs read and write: records in, bytes out, and back. Knows neither store nor pages."""
