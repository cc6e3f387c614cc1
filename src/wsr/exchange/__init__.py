"""Files out and in: records to the formats of other programs, and back. Pure."""
