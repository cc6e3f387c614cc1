"""Quotations ready to paste: words of a review with their citation and their permanent address."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request

from wsr.domain.coding import Extract
from wsr.domain.kinds import Language
from wsr.domain.review import Review
from wsr.domain.search import Hit
from wsr.exchange.citation import Quotation, cite_extract, cite_review, cited_in
from wsr.exchange.entry import Entry, entry_of
from wsr.repository.clock import now
from wsr.web.addresses import extract_address, passage_address, review_address, site_address
from wsr.web.templating import language_of
from wsr.web.wording import Wording, wording

SCRIPT = "quoting.js"
"""Copies what pages with quotations show; they can do without it."""


@dataclass(frozen=True)
class Quoter:
    """Cites what is read: on which site, in which language of the pages, on which day."""

    language: Language
    site: str
    """https://example.org"""
    day: datetime.date

    @property
    def say_in(self) -> Wording:
        """What says the words around what was printed."""
        return wording(self.language)

    def of_hit(self, hit: Hit) -> str:
        """A passage or extract found, whole."""
        address = passage_address if hit.stance is None else extract_address
        place = Quotation(
            hit.text, hit.page, self.site + address(self.language, hit.slug, hit.key), hit.number
        )
        return cite_extract(self.say_in, cited_in(hit), place, self.day)

    def of_extracts(self, review: Review) -> Callable[[Extract], str]:
        """What cites any extract of a review."""
        entry = self.entry(review)
        numbers = {(each.document, each.id): each.cited_number for each in review.passages}

        def cite(extract: Extract) -> str:
            place = Quotation(
                text=extract.text,
                page=extract.page,
                address=self.site + extract_address(self.language, review.slug, extract.key),
                number=numbers.get((extract.document, extract.passage)),
            )
            return cite_extract(self.say_in, entry, place, self.day)

        return cite

    def of_review(self, review: Review) -> str:
        """A review itself."""
        return cite_review(self.say_in, self.entry(review), self.day)

    def entry(self, review: Review) -> Entry:
        """What a bibliography says of a review."""
        return entry_of(review, self.site + review_address(self.language, review.slug))


def quoter_of(request: Request) -> Quoter:
    """What cites for whoever asks, today."""
    return Quoter(language_of(request), site_address(request), now().date())
