"""Other words for what was typed as links: each adds one or takes it away; nothing is added unasked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wsr.domain.search import SearchQuery
from wsr.repository.other_words import OtherWord, other_words


@dataclass(frozen=True)
class Suggestion:
    """Something else to search for, and where it leads."""

    text: str
    url: str


@dataclass(frozen=True)
class OtherWordLinks:
    """What the thesaurus knows of a typed search."""

    removable: tuple[Suggestion, ...]
    """The words typed for one thing, when there are several: each with the search without it."""
    offered: tuple[Suggestion, ...]
    """Other words for it, each with the search with it."""


def other_word_links(query: SearchQuery, address: Callable[[SearchQuery], str]) -> OtherWordLinks:
    """The links for the words of a query; none for words that the thesaurus does not know."""
    found = other_words(query.text)

    def links(words: Iterable[OtherWord]) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(each.word, address(query.model_copy(update={"text": each.text, "page": 1})))
            for each in words
        )

    return OtherWordLinks(links(found.removable), links(found.offered))
