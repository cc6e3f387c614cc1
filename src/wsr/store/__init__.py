"""Records in SQL and original files on disk: the truth of the repository. No row leaves this part."""
