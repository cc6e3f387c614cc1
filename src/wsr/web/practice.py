"""What a document says of practice, in sums: each a link that marks just those extracts in the text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decided, Extract, Stance
from wsr.web import labels
from wsr.web.codes import code_name, theme_name
from wsr.web.selection import MARKED, Selection, is_of
from wsr.web.wording import Wording, counted, say

Address = Callable[[Selection], str]
"""The page with other extracts marked."""


@dataclass(frozen=True)
class Sum:
    """How many extracts are of one kind; its link marks them, or no longer when they are chosen."""

    style: str
    """The stance whose underline stands beside it; empty for a theme."""
    label: str
    count: str
    count_in_words: str
    by_people: str
    """“2 decided by people”; empty when none is."""
    url: str
    chosen: bool


@dataclass(frozen=True)
class Practice:
    """The extracts of a document in sums, and what is marked of them."""

    total: str
    """“41 extracts: 38 found by rules, 3 decided by people.”"""
    rejected: str
    """“2 more were rejected by people and are not shown.”; empty when there are none."""
    stances: tuple[Sum, ...]
    themes: tuple[Sum, ...]
    marked: str
    """“Marked in the text: 27 extracts (Criticism).”"""
    first: str
    """The id of the first one marked; empty when none is."""
    all_url: str
    """Marks all again; empty when nothing was chosen."""
    none_url: str
    """Shows no marks; empty when none are shown."""


def practice(
    say_in: Wording,
    codebook: Codebook,
    extracts: Iterable[Extract],
    selection: Selection,
    address: Address,
) -> Practice:
    """The sums of the extracts of one document; people's and the machine's are told apart."""
    everything = list(extracts)
    shown = [extract for extract in everything if extract.decided is not Decided.REJECTED]
    marked = [extract for extract in shown if selection.takes(extract)]
    return Practice(
        total=_total(say_in, shown),
        rejected=_rejected(say_in, len(everything) - len(shown)),
        stances=tuple(_stances(say_in, shown, selection, address)),
        themes=tuple(_themes(say_in, codebook, shown, selection, address)),
        marked=_marked(say_in, codebook, len(marked), selection),
        first=marked[0].id if marked else "",
        all_url=address(Selection()) if selection != Selection() else "",
        none_url=address(Selection(none=True)) if marked else "",
    )


def _stances(
    say_in: Wording, shown: Sequence[Extract], selection: Selection, address: Address
) -> Iterable[Sum]:
    for stance in Stance:
        own = [extract for extract in shown if extract.stance_in_force is stance]
        chosen = stance.value in selection.stances
        if own or chosen:
            label = say(say_in, labels.STANCES, stance)
            url = address(selection.toggled_stance(stance.value))
            yield _sum(say_in, stance.value, label, own, url, chosen)


def _themes(
    say_in: Wording, codebook: Codebook, shown: Sequence[Extract], selection: Selection, address: Address
) -> Iterable[Sum]:
    """In the order of the codebook; then codes that were chosen, and those of other codebooks."""
    judged = [extract for extract in shown if extract.stance_in_force in MARKED]
    used = [code.partition("/")[0] for extract in judged for code in extract.codes_in_force]
    for code in dict.fromkeys([*(theme.id for theme in codebook.themes), *selection.codes, *used]):
        own = [extract for extract in judged if is_of(code, extract)]
        chosen = code in selection.codes
        if own or chosen:
            label = code_name(codebook, code) if "/" in code else theme_name(codebook, code)
            yield _sum(say_in, "", label, own, address(selection.toggled_code(code)), chosen)


def _sum(say_in: Wording, style: str, label: str, own: Sequence[Extract], url: str, chosen: bool) -> Sum:
    decided = _decided(own)
    return Sum(
        style=style,
        label=label,
        count=f"{len(own):,}",
        count_in_words=counted(say_in, "%(number)s extract", "%(number)s extracts", len(own)),
        by_people=counted(say_in, "%(number)s decided by a person", "%(number)s decided by people", decided)
        if decided
        else "",
        url=url,
        chosen=chosen,
    )


def _decided(extracts: Iterable[Extract]) -> int:
    return sum(extract.decision is not None for extract in extracts)


def _total(say_in: Wording, shown: Sequence[Extract]) -> str:
    if not shown:
        return say_in.gettext("No extract on practice was found in this document.")
    decided = _decided(shown)
    return say_in.gettext("%(extracts)s in this document: %(rules)s, %(people)s.") % {
        "extracts": counted(say_in, "%(number)s extract", "%(number)s extracts", len(shown)),
        "rules": counted(
            say_in, "%(number)s found by rules alone", "%(number)s found by rules alone", len(shown) - decided
        ),
        "people": counted(say_in, "%(number)s decided by a person", "%(number)s decided by people", decided),
    }


def _rejected(say_in: Wording, number: int) -> str:
    if not number:
        return ""
    return counted(
        say_in,
        "%(number)s more was rejected by a person and is not shown.",
        "%(number)s more were rejected by people and are not shown.",
        number,
    )


def _marked(say_in: Wording, codebook: Codebook, number: int, selection: Selection) -> str:
    """What the marks in the text stand for."""
    if selection.none:
        return say_in.gettext("No marks are shown in the text.")
    extracts = counted(say_in, "%(number)s extract", "%(number)s extracts", number)
    if not selection.limited:
        return say_in.gettext("Marked in the text: %(extracts)s, all that judge practice.") % {
            "extracts": extracts
        }
    stances = [say(say_in, labels.STANCES, stance) for stance in selection.stances]
    codes = [code_name(codebook, code) for code in selection.codes]
    kinds = "; ".join(say_in.gettext(" or ").join(group) for group in (stances, codes) if group)
    return say_in.gettext("Marked in the text: %(extracts)s (%(kinds)s).") % {
        "extracts": extracts,
        "kinds": kinds,
    }
