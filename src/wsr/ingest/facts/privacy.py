"""What in a file may identify a person: it holds the review until someone has looked."""

import re
from collections.abc import Iterable

from wsr.domain.passages import DocumentWarning
from wsr.ingest.facts.reading import Reading
from wsr.language.dates import find_dates

_GROUPED = re.compile(r"(?<![\d-])(\d{3})[ -](\d{3})[ -](\d{4})(?![\d-])")
_UNGROUPED = re.compile(r"\bNHS\b[^\d\n]{0,40}(?<!\d)(\d{10})(?!\d)", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?:\bborn(?:\s+on)?|\bd\.?\s?o\.?\s?b\b\.?|\bdate\s+of\s+birth|\bbirth\s?date|\bganwyd(?:\s+ar)?|\bganed(?:\s+ar)?|\bdyddiad\s+geni)"
    r"(?:[\s:;,=|()\-–—]|\bis\b|\bwas\b|\bon\b|\bof\b|\bthe\b|\byw\b|\boedd\b|\bar\b)*$",
    re.IGNORECASE,
)
_BIRTH_HEAD = re.compile(r"^\W*(?:d\.?o\.?b\.?|date of birth|born|dyddiad geni)\W*$", re.IGNORECASE)
_POSTCODE = re.compile(r"\b(?:CF|NP|SA|LL|SY|LD|HR|CH)\d{1,2}\s?\d[ABD-HJLNP-UW-Z]{2}\b")


def find_hold_reasons(reading: Reading) -> list[str]:
    """
    Sentences that say why a person must look before the review is shown; empty when nothing was found.

    Looks for hidden words, NHS numbers (ten digits with a right check digit) and full dates of birth, in the
    text, in running lines, in hidden words, in comments and in what the PDF says of itself. The private text
    is never repeated.
    """
    reasons = _hidden(reading)
    for where, text in _all_texts(reading):
        if has_nhs_number(text):
            reasons.append(
                f"{where} holds what looks like an NHS number. Ask the board for a corrected file, or release it if it is not one."
            )
        if has_date_of_birth(text):
            reasons.append(
                f"{where} gives a person's full date of birth. Ask the board for a corrected file, or release it if it may stand."
            )
    for page in _pages_with_birth_column(reading):
        reasons.append(
            f"Page {page} gives a person's full date of birth in a table. Ask the board for a corrected file, or release it if it may stand."
        )
    return list(dict.fromkeys(reasons))


def find_privacy_warnings(reading: Reading) -> list[DocumentWarning]:
    """Warnings that a person may want to look at: postcodes of Welsh places, comments left in the file."""
    warnings = [
        DocumentWarning(
            kind="postcode",
            detail="The page prints a full postcode: see whether it is a person's.",
            page=stretch.page,
        )
        for stretch in reading.speaking
        if stretch.passage and _POSTCODE.search(stretch.text)
    ][:5]
    if reading.pdf.comments:
        count = len(reading.pdf.comments)
        warnings.append(
            DocumentWarning(
                kind="comments",
                detail=f"The file holds {count} comment{'s'[: count > 1]} that people wrote on it; they are not shown.",
            )
        )
    return warnings


def has_nhs_number(text: str) -> bool:
    """Whether a text holds an NHS number: 3-3-4 digits in groups, or ten after the letters NHS, check digit right."""
    candidates = ["".join(match.groups()) for match in _GROUPED.finditer(text)]
    candidates += [match[1] for match in _UNGROUPED.finditer(text)]
    return any(map(is_nhs_number, candidates))


def is_nhs_number(digits: str) -> bool:
    """
    Whether ten digits are a valid NHS number.

    Source:
        NHS Data Dictionary, NHS NUMBER: weights 10 to 2, modulus 11; a check digit of 10 is never issued.
    """
    if len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def has_date_of_birth(text: str) -> bool:
    """Whether a full date, with day and month, follows words for a birth; "born in 2009" does not count."""
    return any(
        found.date.day is not None and _BIRTH.search(text[max(0, found.start - 60) : found.start])
        for found in find_dates(text)
    )


def _hidden(reading: Reading) -> list[str]:
    reasons = []
    for page in reading.pdf.pages:
        kinds = {word.hidden: 0 for word in page.words if word.hidden}
        for word in page.words:
            if word.hidden and any(map(str.isalnum, word.text)):
                kinds[word.hidden] += 1
        reasons += [
            f"Page {page.number} has {count} word{'s'[: count > 1]} that a reader cannot see ({kind}). Look what {'they are' if count > 1 else 'it is'}; hidden words are not indexed."
            for kind, count in kinds.items()
            if count
        ]
    return reasons


def _all_texts(reading: Reading) -> Iterable[tuple[str, str]]:
    for number, text in enumerate(reading.flow.page_texts, start=1):
        yield f"Page {number}", text
    for number, text in reading.flow.furniture:
        yield f"Page {number}", text
    for page in reading.pdf.pages:
        hidden = " ".join(word.text for word in page.words if word.hidden)
        if hidden:
            yield f"Page {page.number}, in hidden words,", hidden
    yield from (("A comment in the file", text) for text in reading.pdf.comments)
    yield from ((f"The file's own {key.lower()} field", text) for key, text in reading.pdf.info.items())


def _pages_with_birth_column(reading: Reading) -> list[int]:
    pages = []
    for passage in reading.flow.passages:
        table = reading.flow.tables.get(passage.id)
        for head, cell in zip(table.heads, table.cells, strict=False) if table else ():
            if _BIRTH_HEAD.match(head) and any(found.date.day is not None for found in find_dates(cell)):
                pages.append(passage.page_first)
    return pages
