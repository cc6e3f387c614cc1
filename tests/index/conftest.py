"""A small index of real files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, SearchResults
from wsr.index import SearchIndex
from wsr.settings import Settings

IndexMaker = Callable[..., SearchIndex]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a fresh home."""
    return Settings(home=tmp_path, busy_seconds=0)


def search(index: SearchIndex, text: str = "", **choices: object) -> SearchResults:
    """The answer to a query."""
    return index.search(SearchQuery.model_validate({"text": text, **choices}))


@pytest.fixture
def index_of(tmp_path: Path, settings: Settings) -> IndexMaker:
    """Makes an index of the given reviews."""

    def make(*reviews: Review) -> SearchIndex:
        index = SearchIndex(tmp_path / "index", settings)
        index.rebuild(reviews)
        return index

    return make
