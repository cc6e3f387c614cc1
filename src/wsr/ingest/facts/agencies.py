"""The agencies that a review names, by kind, and those that it only codes."""

from wsr.domain.claims import Claim
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.agencies import find_coded_agencies, first_mentions


def find_agencies(reading: Reading) -> list[Claim]:
    """One claim for each kind of agency named, at its first mention, in alphabetical order of the ids."""
    found: dict[str, Claim] = {}
    for stretch in reading.speaking:
        for mention in first_mentions(stretch.text):
            if mention.id not in found:
                quote = stretch.text[mention.start : mention.end]
                found[mention.id] = reading.claim("agencies", mention.id, stretch.page, quote)
    return [found[agency] for agency in sorted(found)]


def find_coded(reading: Reading) -> list[Claim]:
    """One claim for each agency that is only coded ("LA1", "GP Practice 2"), in the order of first mention."""
    found: dict[str, Claim] = {}
    for stretch in reading.speaking:
        for code, _ in find_coded_agencies(stretch.text):
            found.setdefault(code, reading.claim("coded_agencies", code, stretch.page, code))
    return list(found.values())
