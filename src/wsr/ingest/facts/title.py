"""The title of a document, from the largest type of its title page."""

import re
from itertools import takewhile

from wsr.domain.claims import Claim
from wsr.domain.kinds import Form, ReviewType
from wsr.ingest.facts.reading import Line, Reading
from wsr.language.dates import find_dates
from wsr.vocabulary.boards import find_boards
from wsr.vocabulary.titles import names_part, review_types

_NO_TITLE = re.compile(
    r"^\W*(?:official(?:[\s:-]*sensitive)?|restricted|confidential|protect|draft|final(?:\s+v(?:ersion)?\s?[\d.]*)?"
    r"|v(?:ersion)?\s?\d[\d.]*|page \d+.*|fictional.*|\d+|private and confidential|final publication copy"
    r"|for publication|contents|cynnwys)\W*$",
    re.IGNORECASE,
)
_SUBJECT_LINE = re.compile(r"^\W*(?:re|ynghylch|parthed|ynglŷn â)\s*[:.]?\s+", re.IGNORECASE)
_FORM = re.compile(r"\b(?:concise|extended|g?cryno|estynedig)\b", re.IGNORECASE)
_TEMPLATE = re.compile(r"^(?:adroddiad\s+)?(?P<name>.*?)(?:\s+(?:overview\s+)?report)?$", re.IGNORECASE)
_WELSH = re.compile(r"adolygiad|adroddiad", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?::|\b(?:of|the|and|in|into|to|for|following|regarding|concerning))\W*$", re.IGNORECASE
)
_SAME_SIZE = 0.9
"""A line this near to the largest size belongs to the title too."""
_TITLE_LINES = 3
"""Of more lines of one size only the line that names the review is its title."""
_LONGEST = 200
_SHORT = 70
"""A title of more characters says enough by itself; a shorter one is completed."""


def find_title(
    reading: Reading, review_type: ReviewType | None, form: str | None, subjects: list[str]
) -> list[Claim]:
    """
    The title: the largest lines of the title page, without boards, banners, dates and versions.

    A bare name of the form ("Child Practice Review Report") tells one review from another no more than a file
    name would, so it is completed by what the page prints beside it: concise or extended, and the subjects.
    Where the page has no line that could be a title, the first heading; empty without one.
    """
    lines = [line for line in reading.title_page if not line.prose and _cleaned(line.text)]
    block = _block(lines, review_type) if lines else []
    if not block:
        return _first_heading(reading)
    title = " ".join(_cleaned(line.text) for line in block)
    if len(title) < _SHORT:
        title = _with_form(title, lines, review_type, form)
        title = _with_subjects(title, subjects)
    quote = " ".join(line.text for line in block)
    return [reading.claim("title", title[:_LONGEST].strip(" :–-"), block[0].page, quote)]


def _first_heading(reading: Reading) -> list[Claim]:
    headings = [section for section in reading.flow.sections if section.heading]
    return [
        reading.claim("title", one.heading[:_LONGEST], one.page_first, one.heading) for one in headings[:1]
    ]


def _block(lines: list[Line], review_type: ReviewType | None) -> list[Line]:
    """
    The largest lines that follow each other; where they break off in mid-phrase, the lines that go on.

    A line that is the name of a part ("7 Minute Briefing") is the title alone; in type of one size all over,
    the line that names the review, if any does.
    """
    largest = max(line.size for line in lines)
    first = next(at for at, line in enumerate(lines) if line.size >= _SAME_SIZE * largest)
    block = list(takewhile(lambda line: line.size >= _SAME_SIZE * largest, lines[first:]))
    parts = [line for line in block if names_part(line.text, whole=True)]
    if not parts and len(block) > _TITLE_LINES:
        parts = [line for line in block if _names_review(line.text, review_type)]
        if not parts and not _names_review(" ".join(line.text for line in block), review_type):
            return []
    if parts:
        return parts[:1]
    rest = lines[first + len(block) :]
    if rest and _OPEN_END.search(block[-1].text):
        block += takewhile(lambda line: line.size == rest[0].size, rest)
    return [line for line in block if line.page == block[0].page]


def _with_form(title: str, lines: list[Line], review_type: ReviewType | None, form: str | None) -> str:
    """The name of the review with its form; a title that is a name or a part keeps it behind the review's."""
    if not _names_review(title, review_type):
        others = [_cleaned(line.text) for line in lines if _names_review(line.text, review_type)]
        named = names_part(title)
        return title if named or not others else f"{_bare(others[0])}: {title}"
    fuller = [
        text
        for line in lines
        if _FORM.search(text := _cleaned(line.text)) and _names_review(text, review_type)
    ]
    name = _bare(title)
    if _FORM.search(name) or not form:
        return name
    if fuller and len(fuller[0]) < _SHORT:
        return _bare(fuller[0])
    return name if _WELSH.match(name) else f"{Form(form).value.capitalize()} {name}"


def _with_subjects(title: str, subjects: list[str]) -> str:
    if not subjects or any(subject.casefold() in title.casefold() for subject in subjects):
        return title
    return f"{title}: {_listed(subjects)}"


def _bare(title: str) -> str:
    """A title without the words that every report of its form has."""
    match = _TEMPLATE.match(title)
    return match["name"] if match else title


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _names_review(text: str, review_type: ReviewType | None) -> bool:
    types = review_types()
    return any(types[kind].first_in(text) for kind in ([review_type] if review_type else types))


def _cleaned(text: str) -> str:
    """A line of the title without what is no title; empty when nothing is left."""
    if _NO_TITLE.match(text):
        return ""
    for mention in reversed(find_boards(text)):
        text = text[: mention.start] + text[mention.end :]
    stripped = text.strip(" ,;–—-•|()[]")
    for date in find_dates(stripped):
        if date.start == 0 and date.end >= len(stripped) - 1:
            return ""
    text = _SUBJECT_LINE.sub("", stripped)
    return text if re.search(r"[^\W\d_]{2}", text) else ""
