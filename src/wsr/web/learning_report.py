"""The report for a panel: what was recommended before and when, what later reviews found, what people recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wsr.domain.kinds import Language
from wsr.domain.learning import Answer, EarlierRecommendation, LaterExtract, Standing
from wsr.domain.method import Provenance
from wsr.domain.parts import Grid, Part, Quote, Report
from wsr.domain.references import ReviewKey
from wsr.repository.method import provenance
from wsr.repository.regrouping import PATIENCE
from wsr.repository.repository import Repository
from wsr.repository.standing import standings
from wsr.web import labels
from wsr.web.addresses import recommendation_address, review_address
from wsr.web.alike import (
    NO_EVIDENCE,
    counts_of,
    families_of,
    judge_of,
    later_counts_of,
    limit_sentences,
    meaning_of,
    order_sentences,
    ranked_sentence,
    stance_heading,
    undated_sentences,
    when,
)
from wsr.web.exporting import NOTICE
from wsr.web.group_words import group_words
from wsr.web.method_words import day, provenance_sentences
from wsr.web.recommendations import recommendation_label
from wsr.web.recorded import link_line, recorded_lines
from wsr.web.wording import Wording, later, say, wording

TITLE = later("Has this been recommended before?")
NOBODY = later("Nobody has recorded a status. That says nothing about whether it was carried out.")


@dataclass(frozen=True)
class _Panel:
    """What a panel is told of a draft or of a recommendation of the register, in one language."""

    language: Language
    found: Answer
    standings: Mapping[ReviewKey, Standing]
    """Of every earlier one that is listed, and of the one that was asked about."""
    known: Provenance
    site: str
    """Where the links of a file lead: https://example.org; empty when it is nowhere known."""
    asked: ReviewKey | None = None
    """Its place in the register; None for a draft."""

    def report(self) -> Report:
        """The whole, as a page and a file show it."""
        parts = (
            self._asked(),
            *self._earlier(),
            self._later(),
            *self._by_stance(),
            *self._recorded(),
            self._method(),
        )
        return Report(
            title=self._say.gettext(TITLE),
            parts=parts,
            day=self.known.date,
            notice=self._say.gettext(NOTICE),
            language=self.language,
            site=self.site,
        )

    @property
    def _say(self) -> Wording:
        return wording(self.language)

    def _asked(self) -> Part:
        _ = self._say.gettext
        if self.asked is None:
            source = _("Draft as it was sent on %(date)s. It is kept nowhere but in this report.") % {
                "date": day(self._say, self.known.date)
            }
            quote = Quote(self.found.text, self.found.language, source, "")
            return Part("asked", _("The draft"), 2, quotes=(quote,))
        standing = self.standings[self.asked]
        quote = Quote(
            text=self.found.text,
            language=self.found.language,
            source=self.found.reference,
            url=recommendation_address(self.language, *self.asked),
            lines=tuple(self._facts(standing)),
        )
        return Part("asked", _("The recommendation"), 2, quotes=(quote,))

    def _earlier(self) -> Iterator[Part]:
        _ = self._say.gettext
        listed = self.found.earlier
        glance = Grid(
            caption=_("At a glance"),
            heads=(_("Recommendation"), _("Date"), _("Board"), _("Addressed to"), _("Level")),
            rows=tuple(self._row(number, each) for number, each in enumerate(listed, start=1)),
            links=tuple(self._address(each) for each in listed),
        )
        order = tuple(order_sentences(self._say, self.found)) if listed else ()
        yield Part(
            id="earlier",
            heading=_("Recommended earlier"),
            level=2,
            paragraphs=(counts_of(self._say, self.found), *order),
            grids=(glance,) if listed else (),
        )
        for number, each in enumerate(listed, start=1):
            yield Part(
                id=f"earlier-{number}",
                heading=self._heading(number, each),
                level=3,
                quotes=(self._quote(each),),
            )

    def _row(self, number: int, each: EarlierRecommendation) -> tuple[str, ...]:
        standing = self._standing(each)
        return (
            f"{number}. {each.reference}, {recommendation_label(self._say, each.label)}",
            when(self._say, each),
            each.board or self._say.gettext("No board named"),
            "; ".join(standing.addressees) or self._say.gettext("nobody named"),
            say(self._say, labels.LEVELS, standing.level),
        )

    def _quote(self, each: EarlierRecommendation) -> Quote:
        board = self._say.gettext("Published by: %(board)s.") % {"board": each.board} if each.board else ""
        lines = (board, *self._facts(self._standing(each)), self._alike(each))
        return Quote(
            text=each.text,
            language=each.language,
            source=self._place(each),
            url=self._address(each),
            lines=tuple(filter(None, lines)),
        )

    def _facts(self, standing: Standing) -> Iterator[str]:
        """Whom it addresses, whom it binds, what it repeats."""
        _ = self._say.gettext
        whom = "; ".join(standing.addressees) or _("nobody named")
        level = say(self._say, labels.LEVELS, standing.level)
        yield _("Addressed to: %(whom)s. Level: %(level)s.") % {"whom": whom, "level": level}
        if standing.repeats:
            reviews = dict.fromkeys(member.reference for member in standing.repeats.members)
            group = _("Of a group of recommendations that repeat each other, in: %(reviews)s.") % {
                "reviews": ", ".join(reviews)
            }
            yield f"{group} {group_words(self._say, standing.repeats)}"

    def _later(self) -> Part:
        _ = self._say.gettext
        return Part(
            id="later",
            heading=_("Later practice on the subject"),
            level=2,
            paragraphs=(later_counts_of(self._say, self.found), _(NO_EVIDENCE)),
        )

    def _by_stance(self) -> Iterator[Part]:
        for stance in dict.fromkeys(each.stance for each in self.found.later):
            yield Part(
                id=stance.value,
                heading=stance_heading(self._say, stance),
                level=3,
                quotes=tuple(self._extract(each) for each in self.found.later if each.stance is stance),
            )

    def _extract(self, each: LaterExtract) -> Quote:
        return Quote(
            text=each.text,
            language=each.language,
            source=self._place(each),
            url=review_address(self.language, each.slug, document=each.document, at=each.passage),
            lines=tuple(filter(None, (self._alike(each),))),
        )

    def _recorded(self) -> Iterator[Part]:
        """What people recorded: of the one that was asked about, and of each earlier one of which there is anything."""
        _ = self._say.gettext
        said = [self._record(number, each) for number, each in enumerate(self.found.earlier, start=1)]
        told = [part for part in said if part.points]
        silent = len(said) - len(told)
        own = self._lines(self.standings[self.asked]) if self.asked else ()
        paragraphs = [
            _(
                "Records are what people wrote, each with name and day. Nothing is inferred from them or into them."
            )
        ]
        if self.asked and not own:
            paragraphs.append(_(NOBODY))
        if silent:
            paragraphs.append(
                _(
                    "Earlier ones of which nobody recorded anything: %(number)s. That says nothing about whether they were carried out."
                )
                % {"number": silent}
            )
        yield Part(
            id="recorded",
            heading=_("Recorded by people"),
            level=2,
            paragraphs=tuple(paragraphs),
            points=tuple(own),
        )
        yield from told

    def _record(self, number: int, each: EarlierRecommendation) -> Part:
        points = tuple(self._lines(self._standing(each)))
        return Part(f"recorded-{number}", self._heading(number, each), 3, points=points)

    def _lines(self, standing: Standing) -> tuple[str, ...]:
        """Statuses, the latest first, then links."""
        said = [
            " ".join(
                filter(
                    None, (f"{line.status} {line.since}".strip() + ".", line.said, line.note, line.evidence)
                )
            )
            for line in recorded_lines(self._say, standing.statuses)
        ]
        for link, extract in standing.links:
            line = link_line(self._say, self.language, link, extract)
            said.append(
                " ".join(
                    filter(None, (f"{line.bearing}: {line.reference}, “{line.quote}”.", line.said, line.note))
                )
            )
        return tuple(said)

    def _method(self) -> Part:
        _ = self._say.gettext
        order = order_sentences(self._say, self.found) if self.found.earlier or self.found.later else ()
        paragraphs = (
            judge_of(self._say, self.found),
            ranked_sentence(self._say, self.found),
            *order,
            *limit_sentences(self._say, self.found),
            *undated_sentences(self._say, self.found),
            *provenance_sentences(self._say, self.known),
        )
        return Part("method", _("Method and limits"), 2, paragraphs)

    def _heading(self, number: int, each: EarlierRecommendation) -> str:
        return self._say.gettext("%(number)s. %(date)s: %(label)s of %(reference)s") % {
            "number": number,
            "date": when(self._say, each),
            "label": recommendation_label(self._say, each.label),
            "reference": each.reference,
        }

    def _place(self, each: EarlierRecommendation | LaterExtract) -> str:
        place = self._say.gettext("%(reference)s, page %(page)s") % {
            "reference": each.reference,
            "page": each.page,
        }
        return f"{place} ({when(self._say, each)})"

    def _alike(self, each: EarlierRecommendation | LaterExtract) -> str:
        families = families_of(each.because)
        words = "; ".join(families or map(str, each.because))
        said = [f"{self._say.gettext('Alike in')}: {words}."] if words else []
        meaning = meaning_of(self._say, each)
        return " ".join([f"{meaning}.", *said] if meaning else said)

    def _standing(self, each: EarlierRecommendation) -> Standing:
        return self.standings[each.slug, each.key]

    def _address(self, each: EarlierRecommendation) -> str:
        return recommendation_address(self.language, each.slug, each.key)


def panel_report(
    repository: Repository,
    language: Language,
    site: str,
    found: Answer,
    asked: ReviewKey | None = None,
    patience: float = PATIENCE,
) -> Report:
    """
    The report on an answer, which is about a draft, or about the recommendation at a place of the register.

    `site` is where the links of a file lead; `patience` how many seconds are waited for the groups. Raises ReviewNotFound, PageNotFound and IndexUnavailable.
    """
    places = [*([asked] if asked else []), *((each.slug, each.key) for each in found.earlier)]
    told = _Panel(
        language, found, standings(repository, places, patience), provenance(repository), site, asked
    )
    return told.report()
