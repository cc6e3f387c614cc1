"""Decisions that want to be looked at again: those that lost their place, and what the rules now see otherwise."""

from dataclasses import dataclass

from wsr.domain.codebook import Codebook
from wsr.domain.judging import Judged, KeptOtherwise, Unanchored
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery
from wsr.repository.deciding import unanchored
from wsr.repository.kept_otherwise import kept_otherwise
from wsr.repository.repository import Repository
from wsr.web.addresses import deciding_address, page_address, review_address
from wsr.web.made import Made, made_of, seen_words
from wsr.web.wording import Wording, counted, wording
from wsr.web.work import Work

_MOST = 20
"""Extracts kept otherwise that are shown at once: after a change of rules there may be hundreds."""


@dataclass(frozen=True)
class Lost:
    """A judged extract whose words are in its review no more."""

    reference: str
    language: str
    quote: str
    made: tuple[Made, ...]
    way: str
    """What the address leads to."""
    url: str
    """The section or the page where its passage stood, else its review."""


@dataclass(frozen=True)
class Otherwise:
    """An extract that a person kept, and of which the rules now say something else."""

    reference: str
    language: str
    quote: str
    made: tuple[Made, ...]
    """The decision in force, with what the rules said then."""
    now: str
    url: str
    """Where it is decided about."""


@dataclass(frozen=True)
class Waiting:
    """What is listed for people."""

    lost: tuple[Lost, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    """The first of them, by reference."""
    otherwise_count: str = ""
    """“33 extracts, of which the first 20 are shown”; empty when there are none."""


def waiting_of(repository: Repository, language: Language) -> Waiting:
    """All that is listed, with the ways to it."""
    say_in, codebook = wording(language), repository.coder().codebook
    moved = kept_otherwise(repository)
    return Waiting(
        lost=tuple(_lost(say_in, language, each) for each in unanchored(repository)),
        otherwise=tuple(_otherwise(say_in, language, each, codebook) for each in moved[:_MOST]),
        otherwise_count=_count(say_in, len(moved)),
    )


def _count(say_in: Wording, number: int) -> str:
    if not number:
        return ""
    extracts = counted(say_in, "%(number)s extract", "%(number)s extracts", number)
    if number <= _MOST:
        return extracts
    return say_in.gettext("%(extracts)s, of which the first %(shown)s are shown") % {
        "extracts": extracts,
        "shown": _MOST,
    }


def _otherwise(say_in: Wording, language: Language, one: KeptOtherwise, codebook: Codebook) -> Otherwise:
    assert one.judged.decision is not None
    return Otherwise(
        reference=one.reference,
        language=one.judged.language.value,
        quote=one.judged.quote,
        made=(made_of(say_in, one.judged.decision, codebook),),
        now=seen_words(say_in, one.now, codebook),
        url=deciding_address(language, (one.slug, one.judged.key), Work.of(SearchQuery())),
    )


def _lost(say_in: Wording, language: Language, one: Unanchored) -> Lost:
    way, url = _way(say_in, language, one)
    return Lost(
        reference=one.reference,
        language=one.judged.language.value,
        quote=one.judged.quote,
        made=_all_made(say_in, one.judged),
        way=way,
        url=url,
    )


def _all_made(say_in: Wording, judged: Judged) -> tuple[Made, ...]:
    """The latest first."""
    return tuple(made_of(say_in, each) for each in reversed(judged.decisions))


def _way(say_in: Wording, language: Language, one: Unanchored) -> tuple[str, str]:
    """Where to look for what stands there now, in words and as an address."""
    stood = one.stood
    if stood is None:
        words = say_in.gettext("The text of %(reference)s") % {"reference": one.reference}
        return words, review_address(language, one.slug)
    if stood.section is not None:
        words = say_in.gettext("The section where it stood: %(heading)s") % {"heading": stood.heading}
        return words, review_address(language, one.slug, document=stood.document, at=stood.section)
    words = say_in.gettext("The page where it stood: %(page)s") % {"page": stood.page}
    return words, page_address(language, one.slug, stood.page, document=stood.document)
