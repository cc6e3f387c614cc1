"""Changes of the schema, in order; the first one makes the first tables."""
