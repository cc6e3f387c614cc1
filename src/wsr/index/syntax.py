"""
The language of queries: from what was typed to a small tree, or a sentence that says what to change. Pure.

    query  = both { "OR" both }
    both   = part { ["AND"] part }
    part   = "NOT" part | [field ":"] ( "(" query ")" | '"' words '"' ["~" number] | word ["*"] )

Operators are upper-case; "and", "or", "not" are words like others.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

from wsr.domain.references import parse_reference
from wsr.errors import InvalidQuery, Message
from wsr.index.tokens import TYPED, Item, Kind, Limits, Token, tokenise, words_in
from wsr.language.folding import COMBINING_FORMS


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or words that follow each other."""

    items: tuple[Item, ...]
    field: str = "text"
    adjacent: bool = False
    """True when it is a word without quotation marks, and only a space parts it from another such before it."""


@dataclass(frozen=True, slots=True)
class Close:
    """Words of one passage, in any order, with at most so many others among them."""

    groups: tuple[Words, ...]
    words_between: int


@dataclass(frozen=True, slots=True)
class OfReview:
    """The passages of one review, or of those whose reference begins so."""

    reference: str
    beginning: bool


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not have the part."""

    part: "Node"


Node = Words | Close | OfReview | Both | Either | Not

_REFERENCE_BEGINNING = re.compile(r"(?:APR|CPR|DHR|MHHR|SUSR)(?:\d{1,4}(?:-[A-Z0-9/]*)?|-[A-Z0-9]*)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {" ": None})


def parse(text: str, limits: Limits = TYPED) -> Node:
    """
    The tree of a query that is not blank.

    Raises:
        InvalidQuery: It is malformed or asks too much; the message says what to change.
    """
    return _Parser(text, limits).query()


class _Parser:
    """Reads the pieces of one query from left to right."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.tokens = tokenise(text, limits)
        self.at = 0

    def query(self) -> Node:
        """The whole."""
        self._check_amount()
        node = self._either("text", 0)
        if self.at < len(self.tokens):
            self._refuse(
                Message(
                    "A closing parenthesis has no opening one. Add “(” where it belongs, or leave “)” out."
                )
            )
        return node

    def _check_amount(self) -> None:
        if not self.tokens:
            self._refuse(Message("There is no word in the query. Type at least one."))
        terms = sum(token.kind in (Kind.WORDS, Kind.QUOTED) for token in self.tokens)
        if terms > self.limits.terms:
            self._refuse(
                Message(
                    "The query has %(count)s words and phrases, of %(most)s allowed. Leave some out.",
                    count=terms,
                    most=self.limits.terms,
                )
            )
        prefixes = sum(item.is_prefix for item in words_in(self.tokens))
        if prefixes > self.limits.prefixes:
            self._refuse(
                Message(
                    "“*” may be used %(most)s times in a query. Write some words in full.",
                    most=self.limits.prefixes,
                )
            )

    def _either(self, field: str, depth: int) -> Node:
        parts = [self._both(field, depth)]
        while self._takes("OR"):
            parts.append(self._both(field, depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self, field: str, depth: int) -> Node:
        parts = [self._part(field, depth)]
        while self._more():
            joined = not self._takes("AND")
            after_space = joined and self.tokens[self.at].after_space
            part = self._part(field, depth)
            if after_space and isinstance(part, Words) and self._follows(parts[-1], part):
                part = Words(part.items, part.field, adjacent=True)
                if _is_combining_form(parts[-1]):
                    part = _as_compound(parts.pop(), part)
            parts.append(part)
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _part(self, field: str, depth: int) -> Node:
        if depth > self.limits.depth:
            self._refuse(
                Message("Too many parentheses or NOTs stand within each other. Write the query more simply.")
            )
        token = self._take()
        match token.kind:
            case Kind.OPERATOR if token.text == "NOT":
                self._expect_part("NOT")
                return Not(self._part(field, depth + 1))
            case Kind.OPERATOR:
                self._refuse(_nothing_before(token.text))
            case Kind.FIELD:
                self._expect_part(f"{token.text}:")
                return self._part(token.text, depth + 1)
            case Kind.OPEN:
                return self._group(field, depth)
            case Kind.CLOSE:
                self._refuse(
                    Message("There is nothing between two parentheses. Put a word there, or leave them out.")
                )
            case Kind.REFERENCE:
                return self._reference(token.text)
        return self._words(token, field)

    def _group(self, field: str, depth: int) -> Node:
        if self.at == len(self.tokens):
            self._refuse_open()
        node = self._either(field, depth + 1)
        if self.at == len(self.tokens):
            self._refuse_open()
        self.at += 1
        return node

    def _words(self, token: Token, field: str) -> Node:
        if field == "reference":
            return self._reference(token.text)
        if token.words_between is not None:
            return Close(tuple(Words(items, field) for items in token.groups), token.words_between)
        return Words(tuple(item for group in token.groups for item in group), field)

    def _reference(self, text: str) -> Node:
        found = parse_reference(text)
        if found is not None:
            return OfReview(found.canonical, beginning=False)
        start = text.translate(_DASHES).upper()
        if start.endswith("*") and _REFERENCE_BEGINNING.fullmatch(start[:-1]):
            return OfReview(start[:-1], beginning=True)
        return self._refuse(
            Message(
                "“%(text)s” is not a reference. Write it as CPR2024-W11, or its beginning as CPR2024*.",
                text=text,
            )
        )

    def _take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _takes(self, operator: str) -> bool:
        """Passes over an operator that stands here, which must have something after it."""
        if self.at == len(self.tokens) or self.tokens[self.at][:2] != (Kind.OPERATOR, operator):
            return False
        self.at += 1
        self._expect_part(operator)
        return True

    def _more(self) -> bool:
        """Whether another part of an AND stands here."""
        if self.at == len(self.tokens):
            return False
        token = self.tokens[self.at]
        return token.kind is not Kind.CLOSE and (token.kind, token.text) != (Kind.OPERATOR, "OR")

    def _expect_part(self, after: str) -> None:
        if self.at == len(self.tokens) or self.tokens[self.at].kind is Kind.CLOSE:
            self._refuse(_nothing_after(after))

    def _follows(self, before: Node, part: Words) -> bool:
        first, second = self.tokens[self.at - 2 : self.at]
        plain = first.kind is Kind.WORDS and second.kind is Kind.WORDS
        return plain and isinstance(before, Words) and before.field == part.field

    def _refuse_open(self) -> NoReturn:
        self._refuse(
            Message("An opening parenthesis has no closing one. Add “)” where it belongs, or leave “(” out.")
        )

    def _refuse(self, message: Message) -> NoReturn:
        raise InvalidQuery(self.text, message)


def _nothing_before(operator: str) -> Message:
    return Message(
        "“%(operator)s” has no word before it. Add one, or leave “%(operator)s” out. "
        "If you mean the word, write “%(word)s”.",
        operator=operator,
        word=operator.lower(),
    )


def _nothing_after(operator: str) -> Message:
    """For an operator, or a field, whose name ends in a colon and is no word to search for."""
    if operator.endswith(":"):
        return Message("“%(field)s” has no word after it. Add one, or leave “%(field)s” out.", field=operator)
    return Message(
        "“%(operator)s” has no word after it. Add one, or leave “%(operator)s” out. "
        "If you mean the word, write “%(word)s”.",
        operator=operator,
        word=operator.lower(),
    )


def _is_combining_form(node: Node) -> bool:
    """Whether a node is a word that stands only before another: the "multi" of "multi agency"."""
    if not isinstance(node, Words) or len(node.items) != 1:
        return False
    return node.items[0].text in COMBINING_FORMS and not node.items[0].is_prefix


def _as_compound(first: Node, second: Words) -> Words:
    assert isinstance(first, Words)
    head, *tail = second.items
    return Words((*first.items, head._replace(hyphenated=True), *tail), first.field, first.adjacent)
