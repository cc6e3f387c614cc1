"""From the tree of a query to what is asked of the index: which of its words each typed word stands for. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from wsr.errors import InvalidQuery, Message
from wsr.index.expressions import All, AnyOf, Expression, Near, OfReviews, Phrase, Preferring, Slot, Without
from wsr.index.lexicon import Form, Lexicon
from wsr.index.syntax import Both, Close, Either, Node, Not, OfReview, Words
from wsr.index.tokens import Item

MOST_ENDINGS = 200
"""Words that one prefix may stand for."""

MOST_READINGS = 12
"""Ways of reading the hyphens of one phrase."""

_Reading = tuple[Item, ...]


def make_expression(node: Node, text: str, lexicons: Mapping[str, Lexicon], stemmed: bool) -> Expression:
    """
    What a parsed query asks of an index that has these words in its fields.

    A word stands for its forms (see Lexicon.forms). A compound stands for all ways of printing it: with a
    hyphen, as one word, and as two, where the index or the language has it as a compound.

    Words typed side by side must all be there; passages that have them side by side score higher.

    Raises:
        InvalidQuery: The beginning of a word stands for too many words.
    """
    return _Maker(text, lexicons, stemmed).expression(node)


class _Maker:
    def __init__(self, text: str, lexicons: Mapping[str, Lexicon], stemmed: bool) -> None:
        self.text = text
        self.lexicons = lexicons
        self.stemmed = stemmed

    def expression(self, node: Node) -> Expression:
        match node:
            case Words(items, field):
                return _any_of([self._phrase(reading, field) for reading in self._readings(items, field)])
            case Close(groups, words_between):
                return _any_of(list(self._nears(groups, words_between)))
            case OfReview(reference, beginning):
                return OfReviews(reference, beginning)
            case Both(parts):
                return self._preferring_phrases(All(tuple(self._parts(parts))), parts)
            case Either(parts):
                return AnyOf(tuple(map(self.expression, parts)))
            case Not(part):
                return Without(self.expression(part))

    def _preferring_phrases(self, wanted: All, parts: Sequence[Node]) -> Expression:
        """All of the parts, and better those passages where words typed side by side are side by side."""
        phrases = [
            self._phrase(reading, run[0].field)
            for run in _runs(parts)
            for reading in self._readings(tuple(item for words in run for item in words.items), run[0].field)
        ]
        return Preferring(wanted, _any_of(phrases)) if phrases else wanted

    def _parts(self, parts: Sequence[Node]) -> Iterator[Expression]:
        """The parts of an AND; two words side by side that elsewhere are printed as one stand for that too."""
        rest = list(parts)
        while rest:
            part = rest.pop(0)
            whole = self._whole_of(part, rest[0]) if rest else None
            if whole is None:
                yield self.expression(part)
            else:
                apart = All((self.expression(part), self.expression(rest.pop(0))))
                yield AnyOf((apart, whole))

    def _whole_of(self, part: Node, following: Node) -> Phrase | None:
        match part, following:
            case Words((first,), field), Words((second,), _, adjacent=True) if not second.is_prefix:
                whole = self.lexicons[field].whole_of(first.text, second.text, hyphenated=False)
                return self._phrase((Item(whole),), field) if whole and not first.is_prefix else None
        return None

    def _nears(self, groups: Sequence[Words], words_between: int) -> Iterator[Near]:
        readings = [list(self._readings(group.items, group.field)) for group in groups]
        for chosen in islice(product(*readings), MOST_READINGS):
            phrases = [self._phrase(reading, groups[0].field) for reading in chosen]
            yield Near(tuple(phrases), words_between)

    def _readings(self, items: _Reading, field: str) -> Iterator[_Reading]:
        """A phrase as typed, then with its compounds printed otherwise."""
        return islice(_readings(items, self.lexicons[field]), MOST_READINGS)

    def _phrase(self, reading: _Reading, field: str) -> Phrase:
        return Phrase(field, tuple(self._slot(item, field) for item in reading))

    def _slot(self, item: Item, field: str) -> Slot:
        lexicon = self.lexicons[field]
        if not item.is_prefix:
            return lexicon.forms(item.text, self.stemmed)
        endings = tuple(map(Form, islice(lexicon.beginning_with(item.text), MOST_ENDINGS + 1)))
        if len(endings) > MOST_ENDINGS:
            raise InvalidQuery(
                self.text,
                Message(
                    "More than %(most)s words begin with “%(beginning)s”. Write more letters before “*”.",
                    most=MOST_ENDINGS,
                    beginning=item.text,
                ),
            )
        return endings


def _readings(items: _Reading, lexicon: Lexicon) -> Iterator[_Reading]:
    if not items:
        yield ()
        return
    first, *others = items
    rest = tuple(others)
    for tail in _readings(rest, lexicon):
        yield (first, *tail)
    if not first.is_prefix:
        for parts in lexicon.parts_of(first.text):
            for tail in _readings(rest, lexicon):
                yield (*map(Item, parts), *tail)
    whole = _whole(first, rest[0], lexicon) if rest else None
    if whole is not None:
        for tail in _readings(rest[1:], lexicon):
            yield (whole, *tail)


def _runs(parts: Sequence[Node]) -> list[list[Words]]:
    """The runs of two or more words typed side by side."""
    runs: list[list[Words]] = []
    for part in parts:
        if isinstance(part, Words):
            if part.adjacent and runs:
                runs[-1].append(part)
            else:
                runs.append([part])
    return [run for run in runs if len(run) > 1]


def _whole(first: Item, second: Item, lexicon: Lexicon) -> Item | None:
    if first.is_prefix:
        return None
    if second.is_prefix:
        return Item(first.text + second.text, is_prefix=True) if second.hyphenated else None
    whole = lexicon.whole_of(first.text, second.text, second.hyphenated)
    return Item(whole) if whole is not None else None


def _any_of(expressions: Sequence[Expression]) -> Expression:
    return expressions[0] if len(expressions) == 1 else AnyOf(tuple(expressions))
