"""From pages of words to a Flow: sections and whole passages in reading order. Pure."""

from wsr.ingest.structure.finder import find_flow

__all__ = ["find_flow"]
