"""
The pieces of a typed query, checked as they were typed. Pure.

Whatever would later be costly or mean something else than its writer thinks is refused here, with a sentence
that says what to change: see docs/decisions/0026-own-query-language.md.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple, NoReturn

from wsr.errors import InvalidQuery, Message
from wsr.language.folding import find_words

FIELDS = ("heading", "reference")
"""What a query can name before a colon; without it the text of passages is searched."""


class Limits(NamedTuple):
    """How much may be asked at once."""

    characters: int
    terms: int
    word: int = 64
    phrase: int = 10
    depth: int = 10
    prefixes: int = 2
    prefix_letters: int = 4
    words_between: int = 50


TYPED = Limits(characters=200, terms=12)
"""For what a person types. Source: trials with queries that took Whoosh seconds to minutes."""

TOPICS = TYPED._replace(characters=6_000, terms=120)
"""For filters of our own making: a topic has all the words that practitioners use for it."""


class Item(NamedTuple):
    """One word of a phrase."""

    text: str
    """Folded."""
    is_prefix: bool = False
    hyphenated: bool = False
    """True when a hyphen joins it to the word before."""


class Kind(Enum):
    """What a piece is."""

    WORDS = auto()
    QUOTED = auto()
    FIELD = auto()
    REFERENCE = auto()
    OPEN = auto()
    CLOSE = auto()
    OPERATOR = auto()


class Token(NamedTuple):
    """One piece of a query."""

    kind: Kind
    text: str
    groups: tuple[tuple[Item, ...], ...] = ()
    """The words of a piece of words; of a quoted one a group for each run without a space."""
    words_between: int | None = None
    after_space: bool = False
    """True when nothing but space is between it and the piece before."""


_PIECE = re.compile(
    r"""(?P<space>\s+) | (?P<open>\() | (?P<close>\))
      | (?i:reference):(?P<reference>[^\s()"“”„]+)
      | ["“”„](?P<quoted>[^"“”„]*)["“”„](?P<tilde>~[^\s()"“”„]*)?
      | (?P<unclosed>["“”„])
      | (?P<field>[A-Za-z_]+):(?=[^\s)])
      | (?P<chunk>[^\s()"“”„]+)""",
    re.VERBOSE,
)

_ENDING_MARKS = ".,;:!?…'’"

_MISTAKES = (
    (
        re.compile(r"[-−][^\W_]"),
        Message("To leave out passages with a word, write NOT and a space before it."),
    ),
    (
        re.compile(r"[&|]{2}$|\|$"),
        Message("Write AND or OR, in capitals, instead of “&&”, “||” or “|”."),
    ),
    (
        re.compile(r".*[^\W_]~\d*$"),
        Message(
            '“~” and a number go right after the closing quotation mark of a phrase: "risk assessment"~5.'
        ),
    ),
    (
        re.compile(r".*[^\W_]\?[^\W_]"),
        Message(
            "“?” does not stand for a letter. "
            "Only “*” at the end of a word stands for other endings: safeguard*."
        ),
    ),
    (
        re.compile(r".*[^\W_]\^\d"),
        Message("A word cannot be given a weight with “^”. Leave “^” and the number out."),
    ),
)
"""What other search programs understand, and what to write here instead."""

_RANGE = re.compile(r"[\[{]\s*\S+\s+TO\s+\S+\s*[\]}]")


def tokenise(text: str, limits: Limits) -> list[Token]:
    """
    The pieces of a query in order; punctuation between words is left out.

    Raises:
        InvalidQuery: A piece is malformed or too long.
    """
    if len(text) > limits.characters:
        _refuse(
            text,
            Message(
                "The query has %(count)s characters, of %(most)s allowed. Leave some words out.",
                count=len(text),
                most=limits.characters,
            ),
        )
    if _RANGE.search(text):
        _refuse(text, Message("Ranges are not understood. Choose years with the filter."))
    reader = _Reader(text, limits)
    tokens: list[Token] = []
    end = 0
    for match in _PIECE.finditer(text):
        token = None if match["space"] else reader.token(match)
        if token is not None:
            tokens.append(token._replace(after_space=text[end : match.start()].isspace()))
            end = match.end()
    return tokens


def _refuse(text: str, message: Message) -> NoReturn:
    raise InvalidQuery(text, message)


class _Reader(NamedTuple):
    """Reads the pieces of one query."""

    text: str
    limits: Limits

    def token(self, match: re.Match[str]) -> Token | None:
        """What a matched piece is; None for mere punctuation."""
        match match.lastgroup:
            case "open":
                return Token(Kind.OPEN, "(")
            case "close":
                return Token(Kind.CLOSE, ")")
            case "unclosed":
                _refuse(
                    self.text,
                    Message("A quotation mark is not closed. Add the second one, or leave it out."),
                )
            case "field":
                return self.field(match["field"])
            case "reference":
                return Token(Kind.REFERENCE, match["reference"].rstrip(_ENDING_MARKS))
            case "chunk":
                return self.chunk(match["chunk"])
            case _:
                return self.quoted(match["quoted"], match["tilde"])

    def field(self, name: str) -> Token:
        """The name of a field, before its colon."""
        if name.lower() not in FIELDS:
            _refuse(
                self.text,
                Message(
                    "“%(name)s:” cannot be searched by name; “heading:” and “reference:” can. "
                    "Choose type, year and board with the filters, or put a space after the colon.",
                    name=name,
                ),
            )
        return Token(Kind.FIELD, name.lower())

    def chunk(self, chunk: str) -> Token | None:
        """A run of characters without a space."""
        if chunk in ("AND", "OR", "NOT"):
            return Token(Kind.OPERATOR, chunk)
        for mistake, message in _MISTAKES:
            if mistake.match(chunk):
                _refuse(self.text, message)
        items = self.items(chunk)
        self.check_length(len(items))
        if chunk.rstrip(":").lower() in FIELDS and chunk.endswith(":"):
            _refuse(
                self.text,
                Message(
                    "Nothing stands after “%(field)s”. Write the word right after the colon, without a space.",
                    field=chunk,
                ),
            )
        return Token(Kind.WORDS, chunk, (items,)) if items else None

    def quoted(self, inside: str, tilde: str | None) -> Token:
        """What stands between quotation marks, and how near its words are to be."""
        groups = tuple(items for items in map(self.items, inside.split()) if items)
        count = sum(map(len, groups))
        if not groups:
            _refuse(
                self.text,
                Message("There is no word between the quotation marks. Put one there, or leave them out."),
            )
        self.check_length(count)
        return Token(Kind.QUOTED, inside, groups, self.words_between(tilde, groups))

    def check_length(self, count: int) -> None:
        """Refuses a phrase of too many words."""
        most = self.limits.phrase
        if count > most:
            _refuse(
                self.text,
                Message(
                    "A phrase may have %(most)s words; one here has %(count)s. Shorten it.",
                    most=most,
                    count=count,
                ),
            )

    def words_between(self, tilde: str | None, groups: tuple[tuple[Item, ...], ...]) -> int | None:
        """The number after “~”."""
        if tilde is None:
            return None
        most = self.limits.words_between
        number = tilde[1:].rstrip(_ENDING_MARKS)
        if not (number.isascii() and number.isdecimal() and len(number) < 4 and int(number) <= most):
            _refuse(
                self.text,
                Message(
                    "After “~” goes a number up to %(most)s: how many words may stand between the others.",
                    most=most,
                ),
            )
        if len(groups) < 2:
            _refuse(
                self.text,
                Message(
                    "“~” needs two words or more between the quotation marks. Add a word, or leave it out."
                ),
            )
        return int(number)

    def items(self, chunk: str) -> tuple[Item, ...]:
        """The words of a chunk; empty for mere punctuation."""
        starred = "*" in chunk
        body = self.before_star(chunk) if starred else chunk
        items = []
        for word in find_words(body):
            if len(word.text) > self.limits.word:
                _refuse(
                    self.text,
                    Message(
                        "A word may have %(most)s letters; “%(beginning)s…” has %(count)s.",
                        most=self.limits.word,
                        beginning=word.text[:20],
                        count=len(word.text),
                    ),
                )
            is_prefix = starred and word.end == len(body)
            items.append(Item(word.text, is_prefix, word.hyphenated))
        if starred and not (
            items and items[-1].is_prefix and len(items[-1].text) >= self.limits.prefix_letters
        ):
            _refuse(
                self.text,
                Message(
                    "“*” needs at least %(least)s letters before it: safeguard*. Write more of the word.",
                    least=self.limits.prefix_letters,
                ),
            )
        return tuple(items)

    def before_star(self, chunk: str) -> str:
        """A chunk without the star at its end."""
        body = chunk.rstrip(_ENDING_MARKS)
        if body.find("*") < len(body) - 1:
            _refuse(
                self.text,
                Message(
                    "“*” can stand only at the end of a word, for its endings: safeguard*. Move it there."
                ),
            )
        return body[:-1]


def words_in(tokens: list[Token]) -> Iterator[Item]:
    """All words of a query."""
    return (item for token in tokens for group in token.groups for item in group)
