"""The extracts of a document as its text shows them: what is underlined, and what stands after each passage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from wsr.domain.coding import Extract
from wsr.web import labels
from wsr.web.marking import Label, Stretch
from wsr.web.why import Teller, Why
from wsr.web.wording import Wording, say


@dataclass(frozen=True)
class PassageExtracts:
    """The extracts of one passage."""

    stretches: tuple[Stretch, ...]
    """Of every extract, so that a link to it leads there; only marked ones are underlined."""
    whys: tuple[Why, ...]
    """Of those marked, in the order of the text."""
    summary: str
    """What is said of practice in the passage: the stances of its marked extracts."""
    numbers: str
    """“3–5 of 38”: which of the marked extracts of the document they are."""
    previous: str
    """The id of the marked extract before them; empty when there is none."""
    next: str


def extracts_by_passage(
    teller: Teller, extracts: Iterable[Extract], marked: Iterable[Extract]
) -> dict[str, PassageExtracts]:
    """
    The extracts of one document by the id of their passage.

    Args:
        teller: Says what there is to say of each.
        extracts: All of the document, in the order of its text.
        marked: Those of them that are underlined.
    """
    names = [extract.id for extract in marked]
    place = {name: number for number, name in enumerate(names, start=1)}
    return {
        passage: _of_passage(teller, list(group), place, names)
        for passage, group in groupby(extracts, key=lambda extract: extract.passage)
    }


def _of_passage(
    teller: Teller, extracts: list[Extract], place: Mapping[str, int], names: list[str]
) -> PassageExtracts:
    total = len(names)
    marked = [extract for extract in extracts if extract.id in place]
    first, last = (place[marked[0].id], place[marked[-1].id]) if marked else (1, total)
    return PassageExtracts(
        stretches=tuple(_stretch(teller, each, place.get(each.id), total) for each in extracts),
        whys=tuple(teller.why(extract) for extract in marked),
        summary=_summary(teller.say_in, marked),
        numbers=_numbers(teller.say_in, first, last, total),
        previous=names[first - 2] if first > 1 else "",
        next=names[last] if last < total else "",
    )


def _stretch(teller: Teller, extract: Extract, number: int | None, total: int) -> Stretch:
    """Where an extract stands; underlined when it has a number among those marked."""
    if number is None:
        return Stretch(extract.start, extract.end, extract.id)
    stance = extract.stance_in_force
    more = teller.say_in.gettext(" (extract %(number)s of %(total)s): why")
    label = Label(
        text=say(teller.say_in, labels.STANCE_MARKS, stance),
        more=more % {"number": number, "total": total},
        url=f"#why-{extract.id}",
        language=teller.language.value,
    )
    return Stretch(extract.start, extract.end, extract.id, stance.value, label)


def _summary(say_in: Wording, extracts: Iterable[Extract]) -> str:
    """The stances of some extracts, each once."""
    stances = dict.fromkeys(extract.stance_in_force for extract in extracts)
    return "; ".join(say(say_in, labels.STANCES, stance) for stance in stances)


def _numbers(say_in: Wording, first: int, last: int, total: int) -> str:
    number = str(first) if first == last else f"{first}–{last}"
    return say_in.gettext("%(number)s of %(total)s") % {"number": number, "total": total}
