"""The name under which readings are kept: a file read under an older name is read again."""

from importlib.metadata import version

READING = 4
"""Raised by one whenever reading the same bytes may give other passages, facts or places."""

EXTRACTOR = f"wsr reading {READING}, pdfminer.six {version('pdfminer.six')}"
