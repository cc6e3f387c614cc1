"""What is like a draft, as the page shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wsr.domain.kinds import Language
from wsr.domain.learning import Answer, EarlierRecommendation, LaterExtract
from wsr.domain.recommendations import StatusRecord
from wsr.domain.references import ReviewKey
from wsr.web.addresses import linking_address, page_address, recommendation_address, review_address
from wsr.web.alike import (
    NO_EVIDENCE,
    counts_of,
    families_of,
    judge_of,
    later_counts_of,
    limit_sentences,
    meaning_of,
    order_sentences,
    stance_heading,
    undated_sentences,
    when,
)
from wsr.web.marking import marked_text
from wsr.web.recommendations import recommendation_label
from wsr.web.recorded import RecordedLine, recorded_lines
from wsr.web.wording import Wording


@dataclass(frozen=True)
class EarlierItem:
    """A recommendation that is alike."""

    reference: str
    date: str
    """When its review was published, as exact as it is known."""
    board: str
    label: str
    text: Markup
    language: str
    meaning: str
    """What a model says of it; empty for nothing."""
    families: tuple[str, ...]
    url: str
    page_label: str
    page_url: str
    recorded: tuple[RecordedLine, ...]
    """The status that somebody recorded last; empty when nobody has."""


@dataclass(frozen=True)
class LaterItem:
    """An extract on the subject."""

    reference: str
    date: str
    text: Markup
    language: str
    meaning: str
    """What a model says of it; empty for nothing."""
    families: tuple[str, ...]
    url: str
    page_label: str
    link_url: str
    """Where somebody signed in links it to one of the recommendations; empty when there is none."""


@dataclass(frozen=True)
class StanceItems:
    """The extracts of one stance."""

    id: str
    heading: str
    items: tuple[LaterItem, ...]


@dataclass(frozen=True)
class Found:
    """What is like a draft."""

    counts: str
    limits: tuple[str, ...]
    order: tuple[str, ...]
    """How both lists are ordered."""
    earlier: tuple[EarlierItem, ...]
    later_counts: str
    stances: tuple[StanceItems, ...]
    undated: tuple[str, ...]
    asked: str
    """What was asked, where it is one of the register; empty for a draft, which stands in the form."""
    asked_in: str
    """The language of that."""
    asked_of: str
    """The reference of its review."""
    asked_url: str
    judge: str
    no_evidence: str


def found_items(
    say_in: Wording,
    language: Language,
    found: Answer,
    statuses: Mapping[ReviewKey, StatusRecord],
    asked: ReviewKey | None = None,
) -> Found:
    """
    An answer as the page shows it; about the recommendation at a place of the register, or about a draft.

    `statuses` are the last ones that people recorded of what is listed.
    """
    places = [*([asked] if asked else []), *((each.slug, each.key) for each in found.earlier)]
    return Found(
        counts=counts_of(say_in, found),
        limits=tuple(limit_sentences(say_in, found)),
        order=tuple(order_sentences(say_in, found)),
        earlier=tuple(
            _earlier(say_in, language, each, statuses.get((each.slug, each.key))) for each in found.earlier
        ),
        later_counts=later_counts_of(say_in, found),
        stances=tuple(_stances(say_in, language, found.later, places)),
        undated=tuple(undated_sentences(say_in, found)),
        asked=found.text if asked else "",
        asked_in=found.language.value,
        asked_of=found.reference,
        asked_url=recommendation_address(language, *asked) if asked else "",
        judge=judge_of(say_in, found),
        no_evidence=say_in.gettext(NO_EVIDENCE),
    )


def _earlier(
    say_in: Wording, language: Language, each: EarlierRecommendation, status: StatusRecord | None
) -> EarlierItem:
    return EarlierItem(
        reference=each.reference,
        date=when(say_in, each),
        board=each.board,
        label=recommendation_label(say_in, each.label),
        text=marked_text(each.text, each.matches),
        language=each.language,
        meaning=meaning_of(say_in, each),
        families=families_of(each.because),
        url=recommendation_address(language, each.slug, each.key),
        page_label=say_in.gettext("page %(number)s") % {"number": each.page},
        page_url=page_address(language, each.slug, each.page, document=each.document, passage=each.passage),
        recorded=recorded_lines(say_in, [status] if status else []),
    )


def _stances(
    say_in: Wording, language: Language, later: Iterable[LaterExtract], places: Sequence[ReviewKey]
) -> Iterable[StanceItems]:
    by_stance: dict[str, list[LaterItem]] = {}
    headings = {}
    for each in later:
        headings[each.stance.value] = stance_heading(say_in, each.stance)
        by_stance.setdefault(each.stance.value, []).append(_later(say_in, language, each, places))
    return [StanceItems(stance, headings[stance], tuple(items)) for stance, items in by_stance.items()]


def _later(say_in: Wording, language: Language, each: LaterExtract, places: Sequence[ReviewKey]) -> LaterItem:
    return LaterItem(
        reference=each.reference,
        date=when(say_in, each),
        text=marked_text(each.text, each.matches),
        language=each.language,
        meaning=meaning_of(say_in, each),
        families=families_of(each.because),
        url=review_address(language, each.slug, document=each.document, at=each.passage),
        page_label=say_in.gettext("page %(number)s") % {"number": each.page},
        link_url=linking_address(language, (each.slug, each.key), places) if places else "",
    )
