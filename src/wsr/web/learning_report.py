"""The report for a panel: what was recommended before a recommendation and when, and what later reviews found."""

from collections.abc import Iterable, Sequence

from wsr.domain.kinds import Language
from wsr.domain.learning import Answer, EarlierRecommendation, LaterExtract
from wsr.domain.method import Provenance
from wsr.domain.recommendations import StatusRecord
from wsr.web.addresses import recommendation_address, review_address
from wsr.web.alike import (
    NO_EVIDENCE,
    counts_of,
    families_of,
    judge_of,
    later_counts_of,
    limit_sentences,
    meaning_of,
    stance_heading,
    undated_sentences,
)
from wsr.web.method_words import provenance_sentences
from wsr.web.parts import Part, Quote
from wsr.web.recommendations import recommendation_label
from wsr.web.recorded import recorded_lines
from wsr.web.wording import Wording, later

TITLE = later("Has this been recommended before?")


def learning_parts(
    wording: Wording, language: Language, found: Answer, recorded: Sequence[StatusRecord], known: Provenance
) -> tuple[Part, ...]:
    """The report on one recommendation of the register."""
    _ = wording.gettext
    return (
        Part(id="asked", heading=_("The recommendation"), level=2, paragraphs=(found.text, found.reference)),
        Part(
            id="recorded",
            heading=_("Status recorded by people"),
            level=2,
            paragraphs=() if recorded else (_("Nobody has recorded a status. That says nothing about whether it was carried out."),),
            points=tuple(_recorded(wording, recorded)),
        ),
        Part(
            id="earlier",
            heading=_("Recommended earlier"),
            level=2,
            paragraphs=(counts_of(wording, found),),
            quotes=tuple(_earlier(wording, language, each) for each in found.earlier),
        ),
        Part(
            id="later",
            heading=_("Later practice on the subject"),
            level=2,
            paragraphs=(later_counts_of(wording, found), _(NO_EVIDENCE)),
        ),
        *_by_stance(wording, language, found.later),
        Part(
            id="method",
            heading=_("Method and limits"),
            level=2,
            paragraphs=(
                judge_of(wording, found),
                *limit_sentences(wording, found),
                *undated_sentences(wording, found),
                *provenance_sentences(wording, known),
            ),
        ),
    )  # fmt: skip


def _recorded(wording: Wording, recorded: Sequence[StatusRecord]) -> Iterable[str]:
    for line in recorded_lines(wording, recorded):
        yield " ".join(
            filter(None, (f"{line.status} {line.since}".strip() + ".", line.said, line.note, line.evidence))
        )


def _earlier(wording: Wording, language: Language, each: EarlierRecommendation) -> Quote:
    label = recommendation_label(wording, each.label)
    return Quote(
        text=each.text,
        language=each.language,
        source=_source(wording, each, f"{each.board + ', ' if each.board else ''}{label}"),
        url=recommendation_address(language, each.slug, each.key),
    )


def _by_stance(wording: Wording, language: Language, extracts: Sequence[LaterExtract]) -> Iterable[Part]:
    for stance in dict.fromkeys(each.stance for each in extracts):
        yield Part(
            id=stance.value,
            heading=stance_heading(wording, stance),
            level=3,
            quotes=tuple(
                Quote(
                    text=each.text,
                    language=each.language,
                    source=_source(wording, each, ""),
                    url=review_address(language, each.slug, document=each.document, at=each.passage),
                )
                for each in extracts
                if each.stance is stance
            ),
        )


def _source(wording: Wording, each: EarlierRecommendation | LaterExtract, named: str) -> str:
    _ = wording.gettext
    year = str(each.year) if each.year else _("undated")
    place = _("%(reference)s, page %(page)s") % {"reference": each.reference, "page": each.page}
    alike = _("Alike in") + ": " + "; ".join(families_of(each.because)) if families_of(each.because) else ""
    return ". ".join(filter(None, (f"{place} ({year})", named, meaning_of(wording, each), alike))) + "."
