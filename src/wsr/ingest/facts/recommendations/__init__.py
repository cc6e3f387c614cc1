"""The recommendations of a document: where they stand, what each is, whom it addresses, which repeat another."""

from wsr.ingest.facts.recommendations.finder import find_recommendations

__all__ = ["find_recommendations"]
