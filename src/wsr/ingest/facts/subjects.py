"""Whom a review is about, under the name that it has chosen for them."""

import re
from collections.abc import Iterable
from itertools import takewhile

from wsr.domain.claims import Claim
from wsr.ingest.facts.reading import Reading
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.people import not_pseudonyms

_KIND = (
    r"Child|Children|Adult|Adults|Baby|Babies|Infant|Young\s+Person|Young\s+People|Person|Sibling|Siblings|"
    r"Plentyn|Blentyn|Phlentyn|Plant|Blant|Oedolyn|Oedolion|Babi|Baban|Faban|Person\s+Ifanc"
)
_CODE = r"(?:[A-Z]{1,2}\d?|\d{1,2})"
_CODED = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{_KIND}))\s+(?P<codes>{_CODE}(?![\w’'])(?:(?:\s*,\s*|\s*(?:,\s*)?(?:and|&|a|ac)\s+)"
    rf"(?:(?:(?i:{_KIND})\s+))?{_CODE}(?![\w’']))*)"
)
_MISTER = re.compile(r"(?<!\w)(?P<title>Mr|Mrs|Ms|Miss)\b\.?\s+(?P<code>[A-Z]{1,2})(?![\w’'])")
_SINGULAR = {
    "children": "Child", "adults": "Adult", "babies": "Baby", "siblings": "Sibling", "young people": "Young Person",
    "plant": "Plentyn", "blant": "Plentyn", "blentyn": "Plentyn", "phlentyn": "Plentyn", "oedolion": "Oedolyn",
    "faban": "Baban",
}  # fmt: skip
_NAME = r"[A-ZÀ-ÖØ-ÝŴŶ][a-zà-öø-ÿŵŷ]+(?:-[A-Z][a-z]+)?"
_ALONE = re.compile(rf"{_NAME}(?:(?:,\s+|\s+(?:and|&|a|ac)\s+){_NAME})*")
_TITLED = re.compile(
    rf"(?i:review|adolygiad\b.*?)\s*[:–—-]\s*({_NAME}(?:(?:,\s+|\s+(?:and|&|a|ac)\s+){_NAME})*)\s*$"
)
_QUOTED = re.compile(rf"[‘'“\"]\s?({_NAME}(?:\s{_NAME})?|[A-Z]{{1,3}})\s?[’'”\"](?!\w)")
_CUE = re.compile(
    r"(?:^\W*(?:re|parthed|ynghylch|ynglŷn â|subject|pwnc)\s*[:.]\s*"
    r"|\b(?:in respect of|regarding|concerning|relating to|ynghylch|mewn perthynas â)\s+"
    r"|\b(?:the\s+)?(?:deaths?|homicide|murder|case) of\s+|\b[fm]arwolaeth\s+)(?:the (?:deaths?|homicide|murder|case) of\s+)?",
    re.IGNORECASE,
)
_PSEUDONYM = re.compile(
    r"pseudonym|ffugenw|known (?:in|throughout) this|referred to (?:in|throughout|here|as|within)|(?:is|are|be) called|"
    r"names? (?:used|chosen)|will be known as",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(
    rf"({_NAME}|[A-Z]{{2,3}})(?:\s+(?:and|&)\s+({_NAME}|[A-Z]{{2,3}}))?(?!\s+[A-Z])(?![\w])"
)
_AS_A_PERSON = (
    "(?:was|had|did|met|said|told|lived|died|went|felt|wanted|moved|left|asked|gave|spoke|oedd|wedi)"
)
_TIMES_IN_TEXT = 3
"""How often a bare name of a title page must stand in the text to be the subject's."""


def find_subjects(reading: Reading) -> list[Claim]:
    """
    The subjects in the order of the title page: codes (Child A), initials, or names chosen for them.

    Only what the title page prints, or what the opening says is a pseudonym; nothing is guessed to be a real
    name, and officials, who have full names, are never taken. Empty when nobody is named.
    """
    lines = [(line.page, line.text) for line in takewhile(lambda line: not line.prose, reading.title_page)]
    found = _claims(reading, _coded(lines)) or _claims(reading, _named(lines, reading))
    pseudonyms = _claims(reading, _pseudonyms(reading))
    if found:
        known = {claim.value for claim in found}
        return found + [
            claim for claim in pseudonyms if claim.value not in known and not _is_code(claim.value)
        ]
    opening = [(stretch.page, stretch.text) for stretch in reading.opening]
    return pseudonyms or _most_named(reading, _claims(reading, _coded(opening)))


def _coded(lines: Iterable[tuple[int, str]]) -> Iterable[tuple[str, int, str]]:
    for page, text in lines:
        for match in _CODED.finditer(text):
            kind = " ".join(match["kind"].split())
            kind = _SINGULAR.get(kind.casefold(), kind.title())
            for part in re.finditer(
                rf"(?:(?P<kind>(?i:{_KIND}))\s+)?(?<!\w)(?P<code>{_CODE})(?!\w)", match["codes"]
            ):
                own = part["kind"].title() if part["kind"] else kind
                yield f"{own} {part['code']}", page, match[0]
        for match in _MISTER.finditer(text):
            yield f"{match['title']} {match['code']}", page, match[0]


def _named(lines: list[tuple[int, str]], reading: Reading) -> Iterable[tuple[str, int, str]]:
    """Names in quotation marks, after "Re:", "into the death of", "Review:" and the like, or alone on a line."""
    text = "\n".join(stretch.text for stretch in reading.speaking)
    for page, line in lines:
        names = [match[1] for match in _QUOTED.finditer(line)]
        names += [name for cue in _CUE.finditer(line) for name in _after(line[cue.end() :])]
        titled = _TITLED.search(line)
        names += re.findall(_NAME, titled[1]) if titled else []
        alone = _ALONE.fullmatch(line.strip(" :–-‘’'“”\""))
        names += [name for name in re.findall(_NAME, alone[0]) if _runs_through(name, text)] if alone else []
        yield from ((name, page, line) for name in names if name not in not_pseudonyms())


def _after(words: str) -> list[str]:
    """The one or two names with which some words begin; a full name is an official's and gives none."""
    match = _AFTER_CUE.match(words.lstrip("‘'“\""))
    return [name for name in match.groups() if name] if match else []


def _runs_through(name: str, text: str) -> bool:
    """Whether the text speaks of a person of this name again and again."""
    return len(re.findall(rf"\b{name}(?:['’]s\b|\s+{_AS_A_PERSON}\b)", text)) >= _TIMES_IN_TEXT


def _pseudonyms(reading: Reading) -> Iterable[tuple[str, int, str]]:
    """Names that a sentence of the opening says are pseudonyms or the names used in the report."""
    for stretch in reading.opening:
        for start, end in sentence_spans(stretch.text):
            sentence = stretch.text[start:end]
            cue = _PSEUDONYM.search(sentence)
            if not cue or len(sentence) > 400:
                continue
            for match in _QUOTED.finditer(sentence):
                if match[1] not in not_pseudonyms():
                    yield match[1], stretch.page, sentence
            for name, _, _ in _coded([(stretch.page, sentence[cue.start() :])]):
                yield name, stretch.page, sentence


def _most_named(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Of codes in the opening, those that the whole text names nearly as often as the most named."""
    text = "\n".join(stretch.text for stretch in reading.speaking)
    counts = {claim.value: len(re.findall(rf"\b{re.escape(claim.value)}\b", text)) for claim in claims}
    most = max(counts.values(), default=0)
    return [claim for claim in claims if counts[claim.value] >= max(most / 2, _TIMES_IN_TEXT)]


def _claims(reading: Reading, found: Iterable[tuple[str, int, str]]) -> list[Claim]:
    claims: dict[str, Claim] = {}
    for name, page, quote in found:
        claims.setdefault(name, reading.claim("subjects", name, page, quote))
    return list(claims.values())


def _is_code(name: str) -> bool:
    return _CODED.fullmatch(name) is not None
