"""The pages of packs: choosing what one is about, choosing what it quotes, and the pack itself to be printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, ClassVar

from wsr.domain.packs import Pack, PackKind, PackLink, Quotable
from wsr.domain.search import FACETS, SearchQuery
from wsr.domain.topics import Topic
from wsr.errors import Message
from wsr.repository.candidates import Candidates, PackQuery
from wsr.repository.other_words import shown_word
from wsr.web import labels
from wsr.web.addresses import packs_address, query_pairs
from wsr.web.facets import Chip, chips, names_of, without_filters
from wsr.web.other_words import OtherWordLinks, Suggestion, other_word_links
from wsr.web.pack_form import pack_address, pack_pairs
from wsr.web.pack_further import further
from wsr.web.pack_rows import Group, groups_of
from wsr.web.pack_words import KINDS, Teller, found_words, name_of
from wsr.web.templating import Page, told
from wsr.web.wording import Wording, say, titled

_IN_FORM = ("theme", "agency")
"""Filters that the form itself offers, one value each."""

_FILTERS = tuple(name for name in FACETS if name not in _IN_FORM)


@dataclass(frozen=True)
class Chosen:
    """What a pack is about, what was found, and what of it is quoted."""

    kind: PackKind
    asked: PackQuery
    found: Candidates
    quoted: tuple[Quotable, ...]
    shown: Sequence[str] = ()
    """The names of what the form showed, when a person has chosen."""
    work: bool = False
    """Whether it is made from a working set."""


@dataclass(frozen=True)
class Option:
    """Something to choose from."""

    value: str
    text: str
    chosen: bool
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class PacksPage(Page):
    """The page for packs."""

    template: ClassVar[str] = "packs.html"

    kinds: tuple[Option, ...] = told("The kinds of packs.")
    topics: tuple[Option, ...] = told("The topics, the first one none.")
    themes: tuple[Option, ...] = told("The themes, the first one none.")
    agencies: tuple[Option, ...] = told("The agencies and roles, the first one none.")
    text: str = told("The words that were typed.")
    errors: dict[str, str] = told("What is wrong: the id of a field, or of the choice, and a sentence each.")
    kept: tuple[tuple[str, str], ...] = told("Fields of the form that are not seen: other filters.")
    ready: tuple[Suggestion, ...] = told("Each topic with the page of a session pack on it.")
    action: str = told("Where the forms lead.")
    chips: tuple[Chip, ...] = told("The other filters in force, each with the address without it.")
    clear_url: str = told("The page without any filter.")
    words: tuple[Suggestion, ...] = told(
        "The words of the topic that are searched for, each with the address without it."
    )
    dropped: tuple[Suggestion, ...] = told("Those that are not, each with the address with it again.")
    also: OtherWordLinks = told("Other words for what was typed, to be added and taken away.")
    about: str = told("What the pack is about; empty while nothing is chosen.", default="")
    finding: str = told("What was found, in a sentence.", default="")
    groups: tuple[Group, ...] = told("What can be quoted, by stance, chosen and not.", default=())
    anything: bool = told("Whether anything can be quoted.", default=False)
    further: tuple[PackLink, ...] = told("Where to look further when there is little.", default=())
    fields: tuple[tuple[str, str], ...] = told(
        "Fields of the second form that are not seen: what the pack is about.", default=()
    )
    checklist: bool = told("Whether the pack can be a workbook.", default=False)


@dataclass(frozen=True, kw_only=True)
class PrintPage(Page):
    """A pack to be printed."""

    template: ClassVar[str] = "pack.html"

    pack: Pack = told("The pack.")
    boxed: bool = told("True for seven numbered boxes.")


def print_page(teller: Teller, pack: Pack) -> PrintPage:
    """The pack as a page."""
    return PrintPage(title=f"{pack.title}: {pack.about}", pack=pack, boxed=pack.kind is PackKind.BRIEFING)


def empty_page(
    teller: Teller,
    kind: PackKind,
    asked: PackQuery,
    error: Message | None = None,
    *,
    work: bool = False,
) -> PacksPage:
    """The page before anything is chosen, or after words that cannot be searched for."""
    say_in = teller.say_in
    errors = {"q": error.said(say_in.gettext)} if error else {}
    if not error and kind is PackKind.ROLE and pack_pairs(kind, asked)[1:]:
        errors = {"agency": say_in.gettext("Choose the agency or role that the guide is for.")}
    return PacksPage(**_asked(teller, kind, asked, errors, work=work))


def choosing_page(teller: Teller, chosen: Chosen, *, nothing: bool = False) -> PacksPage:
    """The page with what can be quoted."""
    say_in, kind, asked = teller.say_in, chosen.kind, chosen.asked
    groups = groups_of(teller, kind, chosen.found, chosen.quoted, chosen.shown, words=bool(asked.text))
    links = further(teller, kind, asked) if any(group.few for group in groups) and not chosen.work else ()
    error = say_in.gettext("Nothing is chosen to be quoted. Choose at least one extract or recommendation.")
    return PacksPage(
        **_asked(teller, kind, asked, {"choice": error} if nothing else {}, work=chosen.work),
        about=name_of(say_in, kind, asked, teller.codebook),
        finding=say_in.gettext("Found: %(found)s.") % {"found": found_words(say_in, chosen.found)},
        groups=groups,
        anything=any(group.rows or group.offered for group in groups),
        further=links,
        fields=tuple(pack_pairs(kind, asked)),
        checklist=kind is PackKind.CHECKLIST,
    )


def _asked(
    teller: Teller, kind: PackKind, asked: PackQuery, errors: dict[str, str], *, work: bool
) -> dict[str, Any]:
    """What both pages say of what was asked."""
    say_in, query = teller.say_in, asked.query
    address = partial(_changed, teller, kind, asked, work)
    return {
        "title": titled(say_in, say_in.gettext("Packs for practice"), errors),
        "kinds": _kinds(say_in, kind),
        "topics": _topics(say_in, teller.topics, asked),
        "themes": _themes(teller, query),
        "agencies": _agencies(say_in, query),
        "text": query.text,
        "errors": errors,
        "kept": _unseen(query),
        "ready": tuple(
            Suggestion(
                say_in.gettext(each.name), pack_address(teller.language, kind, PackQuery(SearchQuery(), each))
            )
            for each in teller.topics.values()
        ),
        "action": packs_address(teller.language, (), work=work),
        "chips": chips(say_in, query, names_of(teller.codebook), address, _FILTERS),
        "clear_url": address(without_filters(query)),
        "words": tuple(_words(teller, kind, asked, work=work, dropped=False)),
        "dropped": tuple(_words(teller, kind, asked, work=work, dropped=True)),
        "also": other_word_links(query, address),
    }


def _changed(teller: Teller, kind: PackKind, asked: PackQuery, work: bool, query: SearchQuery) -> str:
    return pack_address(teller.language, kind, replace(asked, query=query), work=work)


def _kinds(say_in: Wording, chosen: PackKind) -> tuple[Option, ...]:
    return tuple(
        Option(kind.value, say_in.gettext(name), kind is chosen, say_in.gettext(purpose))
        for kind, (name, purpose) in KINDS.items()
    )


def _topics(say_in: Wording, topics: Mapping[str, Topic], asked: PackQuery) -> tuple[Option, ...]:
    chosen = asked.topic.id if asked.topic else ""
    none = Option("", say_in.gettext("No topic"), not chosen)
    return (none, *(Option(id, say_in.gettext(each.name), id == chosen) for id, each in topics.items()))


def _themes(teller: Teller, query: SearchQuery) -> tuple[Option, ...]:
    one = query.theme[0] if len(query.theme) == 1 else ""
    none = Option("", teller.say_in.gettext("Any theme"), not one)
    themes = teller.codebook.themes
    return (none, *(Option(each.id, teller.say_in.gettext(each.name), each.id == one) for each in themes))


def _agencies(say_in: Wording, query: SearchQuery) -> tuple[Option, ...]:
    one = query.agency[0] if len(query.agency) == 1 else ""
    named = sorted(
        ((say(say_in, labels.AGENCIES, id), id) for id in labels.AGENCIES),
        key=lambda pair: pair[0].casefold(),
    )
    none = Option("", say_in.gettext("Any agency"), not one)
    return (none, *(Option(id, name, id == one) for name, id in named))


def _unseen(query: SearchQuery) -> tuple[tuple[str, str], ...]:
    """What the form keeps of a query and does not show."""
    shown = {"q", *(name for name in _IN_FORM if len(getattr(query, name)) == 1)}
    return tuple(pair for pair in query_pairs(query, SearchQuery(unit=query.unit)) if pair[0] not in shown)


def _words(
    teller: Teller, kind: PackKind, asked: PackQuery, *, work: bool, dropped: bool
) -> Iterator[Suggestion]:
    """The words of the topic that are searched for, or those that are not; each with the address of the other."""
    for word in asked.topic.words if asked.topic else ():
        if (word in asked.without) is dropped:
            others = (each for each in asked.without if each != word) if dropped else (*asked.without, word)
            url = pack_address(teller.language, kind, replace(asked, without=tuple(others)), work=work)
            yield Suggestion(shown_word(word), url)
