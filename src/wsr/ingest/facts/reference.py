"""The repository's reference and the board's own, as printed and in one normal form."""

import re
from pathlib import PurePath

from wsr.domain.claims import Claim
from wsr.domain.references import find_references
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.boards import boards

_TYPE = r"(?:CPR|APR|DHR|DADR|DARDR|SUSR|MHHR|AYP|AYO)"
_YEAR = r"(?:19|20)\d{2}"
_SEPARATOR = r"\s?[/\-‐‑‒–—_ ]\s?"


def find_reference(reading: Reading) -> list[Claim]:
    """
    The repository's reference: of the file name, then of the title page, running lines and the opening.

    A reference further on is that of another review which this one cites, and is left alone. Of several in the
    opening only one that stands alone counts. Empty when there is none.
    """
    claims = [
        reading.file_name_claim("reference", found.canonical, found.as_printed)
        for found in find_references(PurePath(reading.filename).stem)[:1]
    ]
    title = [(line.page, line.text) for line in reading.title_page if not line.prose]
    opening = [(stretch.page, stretch.text) for stretch in reading.opening]
    for places in (title, list(reading.running_lines), opening):
        found = [(page, one) for page, text in places for one in find_references(text)]
        if len({one.canonical for _, one in found}) == 1:
            page, one = found[0]
            return [*claims, reading.claim("reference", one.canonical, page, one.as_printed)]
        if found:
            return claims
    return claims


def find_board_reference(reading: Reading) -> list[Claim]:
    """
    The board's own reference: `CTMSB 5/2018` with what is printed as its quote; empty when there is none.

    Looked for on the title page, in running lines, in the first 4,000 characters and in the file name, in this order.
    """
    title = [(line.page, line.text) for line in reading.title_page if not line.prose]
    opening = [(stretch.page, stretch.text) for stretch in reading.opening]
    for places in (title, list(reading.running_lines), opening):
        for page, text in places:
            printed = board_reference_in(text)
            if printed:
                return [reading.claim("board_reference", normal_board_reference(printed), page, printed)]
    printed = board_reference_in(PurePath(reading.filename).stem.replace("_", " "))
    if printed:
        return [reading.file_name_claim("board_reference", normal_board_reference(printed), printed)]
    return []


def board_reference_in(text: str) -> str | None:
    """The first board reference printed in a text, or None; references of the repository are not the board's."""
    for found in find_references(text):
        text = text.replace(found.as_printed, " " * len(found.as_printed))
    for pattern in _patterns():
        match = pattern.search(text)
        if match:
            return match[0].strip()
    return None


def normal_board_reference(printed: str) -> str:
    """The printed form with `/` before the year and without leading zeros: CTMSB 05-2018 is CTMSB 5/2018."""
    text = " ".join(re.sub(r"_", " ", printed).split())
    dated = re.fullmatch(
        rf"(?P<codes>.*?\S)[ \-‐‑‒–—/]+(?P<letters>[A-Z]{{0,2}})0*(?P<number>\d+)\W+(?P<year>{_YEAR})", text
    )
    if dated:
        return f"{dated['codes'].upper()} {dated['letters']}{dated['number']}/{dated['year']}"
    return re.sub(r"(?<=[ A-Za-z])0+(?=\d)", "", text)


def board_reference_key(reference: str) -> str:
    """What a board reference shares with all its printed forms: number and year without codes of type or board."""
    number = re.search(rf"([A-Z]{{0,2}}\d+)/({_YEAR})$", reference)
    if number:
        return f"{number[1]}/{number[2]}"
    words = re.findall(r"[a-z]+|\d+", reference.casefold())
    return " ".join(
        word for word in words if word.upper() not in ("CPR", "APR", "DHR", "AYP", "AYO", "SUSR", "REVIEW")
    )


def _patterns() -> tuple[re.Pattern[str], ...]:
    """From the surest form to the least: code and year, type and year, type and place or bare number."""
    codes = "|".join(
        sorted(
            (re.escape(code) for board in boards() for code in (*board.codes, *board.reference_codes)),
            key=len,
            reverse=True,
        )
    )
    places = "|".join(
        sorted(
            {re.escape(area) for board in boards() for area in board.areas} | {"Flint", "RCT", "NPT"},
            key=len,
            reverse=True,
        )
    )
    start = r"(?<![A-Za-z0-9&])"
    return (
        re.compile(
            rf"{start}(?:{_TYPE}\s?[-–/]?\s?)?(?:{codes})[ \-–/]*(?:{_TYPE}[ \-–/]*)?[A-Z]{{0,2}}\d{{1,3}}{_SEPARATOR}{_YEAR}(?!\d)"
        ),
        re.compile(rf"{start}{_TYPE}\s?[-–]?\s?(?:No\.?\s?)?\d{{1,3}}{_SEPARATOR}{_YEAR}(?!\d)"),
        re.compile(rf"{start}{_TYPE}[ \-–]+(?i:{places})[ \-–]+\d{{1,3}}(?!\w)"),
        re.compile(
            rf"{start}(?:{places})\s+(?:(?i:concise|extended)\s+)?(?i:child|adult)\s+(?i:practice review)\s+\d{{1,2}}(?!\w)"
        ),
        re.compile(
            rf"{start}{_TYPE}[ \-–]+(?:(?i:case|no|number)\.?\s?)?[A-Z]{{0,2}}\d{{1,3}}(?!\w|[ \-/]?\d)"
        ),
        re.compile(r"(?<!\w)\d{1,3}_(?:DHR|CPR|APR)(?![A-Za-z0-9])"),
    )
