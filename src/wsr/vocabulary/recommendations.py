"""How reviews word, label, group and address their recommendations: patterns over one passage or heading."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from wsr.domain.kinds import Level
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.agencies import addressed_kinds, agency_spans
from wsr.vocabulary.bodies import find_bodies

_ITEM_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|(?-i:[A-Z])\d{0,2}|[ivx]{1,5})"
_NAME = 60
"""Letters within which a name at the beginning of a text ends."""
_LEVELS = {
    "national": Level.NATIONAL,
    "regional": Level.REGIONAL,
    "board": Level.BOARD,
    "agency": Level.AGENCY,
    "local": Level.BOARD,
}


class Label(NamedTuple):
    """The label printed before a recommendation; its text begins at `end`."""

    printed: str
    number: str | None
    addressed: str
    """What stands in brackets after the number, or after "for": whom it is addressed to; else empty."""
    end: int


def label_of(text: str, *, alone: bool = False) -> Label | None:
    """
    The label with which a passage or heading begins: "Recommendation 1:", "R1.", "National recommendation 2".

    A label must be set off by a mark, a line break or the end, so that "Recommendation 3 of the earlier
    review was …" has none. With *alone*, white space sets it off too (headings, words in bold).
    """
    match = _label().match(text)
    if not match:
        return None
    if not alone and match["mark"] is None and match.end() < len(text):
        return None
    printed = text[: match.end("label")].strip(" •*–-")
    return Label(
        printed, match["number"] or match["short"], (match["addressed"] or "").strip(" ()"), match.end()
    )


def is_other_label(text: str) -> bool:
    """Whether a heading or passage begins as a learning point, finding or theme does."""
    return _pattern("other_labels", at_start=True, tail=r"\s*(?:\d|:|$)").match(text) is not None


def opens_recommendations(heading: str) -> bool:
    """Whether a heading opens a part with the review's own recommendations."""
    return (
        _pattern("headings").search(heading) is not None
        and _pattern("other_headings").search(heading) is None
    )


def speaks_of_recommendations(text: str) -> bool:
    """Whether a paragraph is about the recommendations, and so is none itself."""
    return _pattern("about").search(text) is not None


def leads_in(text: str) -> bool:
    """Whether a paragraph ends by announcing a list: "… should take the following action."."""
    return (
        re.search(rf"(?<!\w)(?:{_any_of(_vocabulary()['leading_in'])})\W*$", text, re.IGNORECASE) is not None
    )


def says_there_are_none(text: str) -> bool:
    """Whether a passage says outright that the review makes no recommendations."""
    match = _pattern("none").search(text)
    return (
        match is not None and re.match(r"\W*(?:for|to|about|in respect of|i)\b", text[match.end() :]) is None
    )


def asks(text: str) -> bool:
    """
    Whether the first sentence of a text asks that something be done.

    By a modal or a request anywhere in it, by beginning with a verb or a that-clause, or by a body that is "to do".
    """
    spans = sentence_spans(text.replace("\n", " "))
    sentence = text[slice(*spans[0])] if spans else text
    if is_imperative(sentence) or _first_word(sentence) in _words("opening_words"):
        return True
    to_do = infinitive_subject(sentence)
    return (
        asking_word(sentence) is not None
        or (to_do is not None and _names_body(to_do))
        or present_request(sentence) is not None
    )


def is_imperative(text: str) -> bool:
    """Whether a text begins with a verb of asking, so that it names nobody: "Ensure that …"."""
    return _first_word(text) in _words("opening_verbs")


def names_nobody_first(text: str) -> bool:
    """Whether a text begins with what is to be done: an imperative or an infinitive; "Further education" is neither."""
    begins = len(text) - len(text.lstrip())
    if any(start == begins for start, _ in agency_spans(text[:_NAME])):
        return False
    return is_imperative(text) or _first_word(text) in ("to", "i")


def binds(text: str) -> bool:
    """Whether a text says that somebody should or must do something."""
    return _pattern("binding").search(text) is not None


def asking_word(sentence: str) -> re.Match[str] | None:
    """The first modal or request of a sentence, before which stands who is asked; None when there is none."""
    found = [match for name in ("binding", "requesting") if (match := _pattern(name).search(sentence))]
    return min(found, key=lambda match: match.start(), default=None)


def infinitive_subject(sentence: str) -> str | None:
    """What stands before the first "to" and a verb, without a finite verb of its own: "Gwent Police to train …"."""
    match = _to_do().match(sentence)
    return match["who"] if match else None


def present_request(sentence: str) -> re.Match[str] | None:
    """
    Who is asked, as `who`, and to do what, as `verb`, by a body with a verb in the present: "The Board seeks …".

    None where a modal goes with these words: in "Health Board records should be kept" nobody records.
    """
    match = _present().match(sentence)
    if match is None or not _names_body(match["who"]):
        return None
    asked = asking_word(sentence[match.end() :])
    between = sentence[match.end() :][: asked.start()] if asked else ""
    apart = asked is None or re.search(r"[,;]|\b(?:that|whether|how|who|which|what|where|when|so)\b", between)
    return match if apart else None


def column_of(head: str, column: str) -> bool:
    """
    Whether the head of a table's column names it: recommendation, action, addressee, lead, number, level or when.

    A narrow column breaks a word without a hyphen: "Recommen dation".
    """
    named = _column(column)
    return any(named.match(written) for written in (head.strip(" :*"), "".join(head.split()).strip(":*")))


def level_named(text: str) -> Level | None:
    """The level that a label, a heading or a cell of a level column names; None when it names none."""
    for name, level in _LEVELS.items():
        if _level(name).search(text):
            return level
    return None


def says_local(text: str) -> bool:
    """Whether a cell says of the level only that it is local: then it may be a partnership's or one agency's."""
    return level_named(text) is Level.BOARD and not any(
        _level(name).search(text) for name in ("board", "agency")
    )


def body_level(text: str) -> Level | None:
    """The level of the body that a phrase names by its longest words for one; None when it names no body."""
    found = [
        (match.end() - match.start(), _LEVELS[name])
        for name in ("national", "regional", "board", "agency")
        for match in _bodies(name).finditer(text)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def welsh_subject(sentence: str) -> str | None:
    """Who is asked in a Welsh sentence that begins with "Dylai" or "Gofynnir i": the words before its verb; else None."""
    match = _welsh_asking().match(sentence)
    return match["who"].strip(" ,") if match else None


def radical(name: str) -> str:
    """The name of a body with its first letter as it stands by itself: Llywodraeth Cymru for "i Lywodraeth Cymru"."""
    first, space, rest = name.partition(" ")
    return f"{_vocabulary()['radicals'].get(first, first)}{space}{rest}"


@cache
def _vocabulary() -> dict[str, Any]:
    source = resources.files("wsr.vocabulary").joinpath("recommendations.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _names_body(phrase: str) -> bool:
    return body_level(phrase) is not None or bool(find_bodies(phrase) or addressed_kinds(phrase))


def _first_word(text: str) -> str:
    first = re.match(r"\W*([\w'’]+)", text)
    return first[1].casefold() if first else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_vocabulary()[name])


@cache
def _pattern(name: str, *, at_start: bool = False, tail: str = r"(?!\w)") -> re.Pattern[str]:
    return re.compile(
        (r"\W*" if at_start else r"(?<!\w)") + f"(?:{_any_of(_vocabulary()[name])}){tail}", re.IGNORECASE
    )


@cache
def _column(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(_vocabulary()['columns'][name])})(?!\w)", re.IGNORECASE)


@cache
def _level(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_vocabulary()['levels'][name])})(?!\w)", re.IGNORECASE)


@cache
def _bodies(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_vocabulary()['bodies'][name])})(?!\w)", re.IGNORECASE)


@cache
def _welsh_asking() -> re.Pattern[str]:
    verbs = "|".join(_vocabulary()["welsh_verbs"])
    return re.compile(
        rf"\W{{0,9}}(?:(?:Dylai|Dylent|Rhaid|Gofynnir|Anogir|Argymhellir)(?:['’]r)?(?:\s+(?:i|ar|fod|bod)(?:['’]r)?)?)\s+(?:yr?\s+)?"
        rf"(?P<who>.{{2,120}}?)\s+(?:(?:ei|eu)\s+)?(?:{verbs})\b",
        re.IGNORECASE,
    )


@cache
def _to_do() -> re.Pattern[str]:
    finite = _any_of(_vocabulary()["finite"])
    return re.compile(
        rf"\W{{0,9}}(?P<who>(?:(?!\b(?:{finite})\b(?!(?<=ed)\s+by\b))[^.;:]){{3,90}}?)\s+(?:to|i)\s+(?=[a-zâêîôûŵŷ])"
    )


@cache
def _present() -> re.Pattern[str]:
    """Verbs in small letters, because a name may have them: Gwent Police Support Team."""
    finite = _any_of(_vocabulary()["finite"])
    verbs = "|".join(
        rf"{verb[:-1]}(?:y|ies)" if verb.endswith("y") else rf"{verb}(?:e?s)?"
        for verb in _vocabulary()["opening_verbs"]
    )
    return re.compile(
        r"\W{0,9}(?i:(?:(?:it is|we|the (?:review|panel|reviewers?))\s+(?:therefore\s+|also\s+)?recommend(?:s|ed)?\s+)?that\s+)?"
        rf"(?i:the\s+)?(?P<who>(?:(?!\b(?i:{finite}|should|must|to|could|may|might|would)\b)[^.;:,]){{2,90}}?)"
        r"(?:,\s+(?i:with|together with|along with|through|supported by|working with)\b[^,.;:]{2,60},)?\s+"
        rf"(?P<will>(?:will|agrees?\s+to|agreed\s+to|commits?\s+to|undertakes?\s+to)\s+)?(?P<verb>{verbs})\b"
        r"(?(will)|(?!\s+(?:of|on|by|from|for|into|in|and|or|should|must|needs?|are|is|was|were|has|have|will|to)\b|[-’']))"
    )


@cache
def _label() -> re.Pattern[str]:
    words, prefixes = _any_of(_vocabulary()["labels"]), _any_of(_vocabulary()["prefixes"])
    return re.compile(
        rf"\W*(?P<label>(?:(?:{prefixes})\s+)*(?:{words})(?:\s+(?:no\.?\s*|number\s+|rhif\s+)?|(?=\d))(?P<number>{_ITEM_NUMBER})(?!\w)"
        rf"|R\s?(?P<short>\d{{1,2}}(?:\.\d{{1,2}})?)(?!\w))"
        rf"(?P<addressed>\s*\([^)]{{3,120}}\)|\s+(?:for|to|i)\s+(?:the\s+)?[^:.\n]{{3,100}}(?=\s*:))?"
        rf"(?:\s*(?P<mark>[:.)–—-]|\n)\s*|\s+|$)",
        re.IGNORECASE,
    )


def _any_of(words: list[str]) -> str:
    return "|".join(_tolerant(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _tolerant(words: str) -> str:
    """A pattern for words with any spacing or hyphens; `*` within a word is any ending, alone up to three words."""
    return r"[\s\-‑]{1,3}".join(
        r"(?:\S+\s+){0,2}?\S+"
        if word == "*"
        else re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]?")
        for word in re.split(r"[\s-]+", words)
    )
