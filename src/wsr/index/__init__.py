"""Full-text search over the passages of published reviews; the only importer of whoosh."""

from wsr.index.documents import fingerprint_of
from wsr.index.search_index import SearchIndex
from wsr.index.state import IndexState

__all__ = ["IndexState", "SearchIndex", "fingerprint_of"]
