"""Other words for what a person typed: offered, and taken away again, one by one."""

from collections.abc import Iterable
from dataclasses import dataclass

from wsr.errors import InvalidQuery
from wsr.index.syntax import parse
from wsr.vocabulary.thesaurus import any_of, same_word, terms_in


@dataclass(frozen=True, slots=True)
class OtherWord:
    """A word, and the search with it added or taken away."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What the thesaurus knows of a typed search."""

    removable: tuple[OtherWord, ...]
    """The words that are searched for, when there are several: each with the search without it."""
    offered: tuple[OtherWord, ...]
    """Each with the search with it."""


_NONE = OtherWords((), ())


def other_words(text: str, most: int = 10) -> OtherWords:
    """Words for the same thing as one that was typed; none for what the thesaurus does not know."""
    typed, term = terms_in(text)
    if term is None:
        return _NONE
    new = [word for word in term.words if not any(same_word(word, each) for each in typed)]
    removable = tuple(
        OtherWord(each.strip('"'), " OR ".join(other for other in typed if other != each)) for each in typed
    )
    offered = tuple(
        OtherWord(shown_word(word), " OR ".join((_as_phrase(typed), any_of([word])))) for word in new[:most]
    )
    return OtherWords(removable if len(typed) > 1 else (), offered)


def _as_phrase(typed: tuple[str, ...]) -> str:
    """What was typed, with words that stand side by side kept together once others stand beside them."""
    return " OR ".join(each if '"' in each else any_of([each]) for each in typed)


def shown_word(word: str) -> str:
    """A word of the thesaurus as people read it, without the marks of the search language."""
    return word.partition('"~')[0].strip('"')


def widened(text: str) -> str:
    """What was typed with as many other words for it as a typed search may have; the same where none is known."""
    while offered := other_words(text).offered:
        longer = next((each.text for each in offered if _may_be_typed(each.text)), None)
        if longer is None:
            return text
        text = longer
    return text


def typed_search(words: Iterable[str]) -> str:
    """A search for any of the first of these words, as many of them as a typed search may have."""
    text = ""
    for word in words:
        longer = f"{text} OR {any_of([word])}" if text else any_of([word])
        if not _may_be_typed(longer):
            break
        text = longer
    return text


def _may_be_typed(text: str) -> bool:
    try:
        parse(text)
    except InvalidQuery:
        return False
    return True
