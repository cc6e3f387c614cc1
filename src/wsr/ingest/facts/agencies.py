"""The agencies that a review names, by kind, and those that it only codes."""

from wsr.domain.claims import Claim
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.agencies import find_coded_agencies, first_mentions
from wsr.vocabulary.boards import BoardKind, find_boards

_KIND_OF_BOARD: dict[BoardKind, str] = {
    "regional": "safeguarding-board",
    "partnership": "community-safety-partnership",
    "inspectorate": "inspectorate",
}


def find_agencies(reading: Reading) -> list[Claim]:
    """One claim for each kind of agency named, at its first mention, in alphabetical order of the ids."""
    found: dict[str, Claim] = {}
    for stretch in reading.speaking:
        mentions = [
            (mention.id, mention.start, mention.end) for mention in first_mentions(stretch.text, found)
        ]
        mentions += [(_KIND_OF_BOARD[m.board.kind], m.start, m.end) for m in find_boards(stretch.text)]
        for agency, start, end in mentions:
            if agency not in found:
                found[agency] = reading.claim("agencies", agency, stretch.page, stretch.text[start:end])
    return [found[agency] for agency in sorted(found)]


def find_coded(reading: Reading) -> list[Claim]:
    """One claim for each agency that is only coded ("LA1", "GP Practice 2"), in the order of first mention."""
    found: dict[str, Claim] = {}
    for stretch in reading.speaking:
        for code, _ in find_coded_agencies(stretch.text):
            found.setdefault(code, reading.claim("coded_agencies", code, stretch.page, code))
    return list(found.values())
