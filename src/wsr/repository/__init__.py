"""The one place where the parts meet: ingesting, reading, upkeep. The only opener of database sessions."""
