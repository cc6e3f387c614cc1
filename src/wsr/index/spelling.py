"""Near spellings of words that the index does not have. Pure."""

from collections.abc import Callable, Iterator, Mapping

from wsr.index.lexicon import Lexicon
from wsr.index.syntax import Both, Close, Either, Node, Not, OfReview, Words
from wsr.language.folding import find_words

MOST_SUGGESTIONS = 3

_Near = Callable[[str], list[str]]


def unknown_words(node: Node, lexicons: Mapping[str, Lexicon], stemmed: bool) -> Iterator[str]:
    """The words of a query of which the index has no form, in order."""
    match node:
        case Words(items, field):
            for item in items:
                if item.is_prefix:
                    known = any(True for _ in lexicons[field].beginning_with(item.text))
                else:
                    known = any(
                        form.text in lexicons[field] for form in lexicons[field].forms(item.text, stemmed)
                    )
                if not known:
                    yield item.text
        case Close(parts, _) | Both(parts) | Either(parts):
            for part in parts:
                yield from unknown_words(part, lexicons, stemmed)
        case Not() | OfReview():
            return


def respelt(text: str, unknown: list[str], near: _Near) -> Iterator[str]:
    """The query with its unknown words replaced by near ones, the likeliest first."""
    spellings = {word: near(word) for word in unknown}
    if not all(spellings.values()):
        return
    for rank in range(MOST_SUGGESTIONS):
        chosen = {word: each[min(rank, len(each) - 1)] for word, each in spellings.items()}
        yield _replaced(text, chosen)


def _replaced(text: str, chosen: Mapping[str, str]) -> str:
    pieces = []
    at = 0
    for word in find_words(text):
        if word.text in chosen:
            pieces += [text[at : word.start], chosen[word.text]]
            at = word.end
    return "".join((*pieces, text[at:]))
