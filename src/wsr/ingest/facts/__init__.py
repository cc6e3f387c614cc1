"""What a document says of its review, each fact with its place; pure functions over its text."""

from wsr.ingest.facts.document import build_document

__all__ = ["build_document"]
