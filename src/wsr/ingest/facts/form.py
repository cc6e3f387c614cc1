"""Concise or extended, and the criteria that a Single Unified Safeguarding Review meets."""

import re
from collections.abc import Iterable

from wsr.domain.claims import Claim
from wsr.domain.kinds import Criterion, Form
from wsr.ingest.facts.reading import Reading, Stretch
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.titles import criteria

_FORM = re.compile(
    r"(?<!\w)(?P<concise>concise|g?cryno)|(?<!\w)(?P<extended>extended|estynedig)(?!\w)", re.IGNORECASE
)
_OF_A_REVIEW = re.compile(r"review|CPR|APR|adolygiad|AYP|AYO", re.IGNORECASE)
_THIS_ONE = re.compile(
    r"commission|undertak|undertook|this|agreed|decid|decision|recommend|conven|carried out|was held|met the criteria|"
    r"criteria .{0,40}(?:were|was|are) met|comisiyn|hwn|penderfyn",
    re.IGNORECASE,
)
_CRITERIA = re.compile(r"criteri|meini prawf", re.IGNORECASE)
_UNTICKED = re.compile(r"[☐□❏◻][^☐□❏◻☒☑✓✔■]*")
_TICKED = re.compile(r"[☒☑✓✔■]([^☐□❏◻☒☑✓✔■]*)")


def find_form(reading: Reading) -> list[Claim]:
    """
    Whether the review is concise or extended: from the title, the running lines, else how it was commissioned.

    A sentence that names both forms, as the guidance's criteria do, says nothing. Empty if nothing says it.
    """
    for page, text in [
        *((line.page, line.text) for line in reading.title_page if not line.prose),
        *reading.running_lines,
    ]:
        form = _only_form(text)
        if form is not None:
            return [reading.claim("form", form, page, text)]
    sentences = list(_sentences(reading.speaking))
    for certain in (True, False):
        for page, sentence in sentences:
            form = _only_form(sentence)
            if form and _OF_A_REVIEW.search(sentence) and (not certain or _THIS_ONE.search(sentence)):
                return [reading.claim("form", form, page, sentence)]
    return []


def find_criteria(reading: Reading) -> list[Claim]:
    """
    The kinds of review whose criteria a unified review meets, in the order of Criterion; empty if none is named.

    Looks on the title page and in headed parts and sentences that speak of criteria; where boxes are printed,
    only ticked ones count.
    """
    found: dict[Criterion, Claim] = {}
    for page, text in _about_criteria(reading):
        for criterion, naming in criteria().items():
            match = naming.first_in(text)
            if match and criterion not in found:
                found[criterion] = reading.claim("criteria", criterion, page, match[0])
    return [found[criterion] for criterion in Criterion if criterion in found]


def _only_form(text: str) -> Form | None:
    named = {Form.CONCISE if match["concise"] else Form.EXTENDED for match in _FORM.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _sentences(stretches: Iterable[Stretch]) -> Iterable[tuple[int, str]]:
    for stretch in stretches:
        for start, end in sentence_spans(stretch.text):
            yield stretch.page, stretch.text[start:end]


def _about_criteria(reading: Reading) -> Iterable[tuple[int, str]]:
    for line in reading.title_page:
        if not line.prose:
            yield line.page, _ticked_only(line.text)
    for stretch in reading.speaking:
        if _CRITERIA.search(stretch.section.heading) and stretch.passage:
            yield stretch.page, _ticked_only(stretch.text)
    for page, sentence in _sentences(reading.opening):
        if _CRITERIA.search(sentence):
            yield page, _ticked_only(sentence)


def _ticked_only(text: str) -> str:
    if _UNTICKED.search(text) or _TICKED.search(text):
        return " ".join(match[1] for match in _TICKED.finditer(text))
    return text
