"""Where people choose which extracts they work through, and the way to the next one of them."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from wsr.domain.kinds import Language
from wsr.domain.search import FACETS, SearchQuery, SearchResults
from wsr.errors import InvalidQuery, Message
from wsr.repository.working_set import WorkingSet, working_set
from wsr.web import labels
from wsr.web.addresses import (
    agreement_address,
    coding_address,
    deciding_address,
    next_address,
    query_pairs,
    working_set_file_address,
)
from wsr.web.asked import RepositoryDep
from wsr.web.export_links import ExportLinks, files_of
from wsr.web.facets import in_order, in_words
from wsr.web.pack_form import work_pack_address
from wsr.web.params import WorkingParams
from wsr.web.roles import CuratorDep
from wsr.web.templating import Page, language_of, render, told
from wsr.web.waiting import Waiting, waiting_of
from wsr.web.wording import Wording, counted, say, titled, wording
from wsr.web.work import Work

router = APIRouter()

_OWN_FIELDS = frozenset({"q", "unit", "reference", "sample", "seed", *FACETS})
"""Parameters that the form has fields for; the others go with it unseen."""


@router.get("/coding")
def coding_page(
    request: Request,
    params: Annotated[WorkingParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """The choice of a set, how large it is and how far it is decided; and what has lost its place."""
    work, language = params.work(), language_of(request)
    query = work.query
    waiting = Waiting() if work.alone else waiting_of(repository, language)
    try:
        counts = repository.search(query.model_copy(update={"sample": None, "per_page": 1}))
        working = working_set(repository, query, account.name)
    except InvalidQuery as error:
        return render(request, coding_context(language, work, None, None, waiting, error.message), status=400)
    return render(request, coding_context(language, work, counts, working, waiting))


@router.get("/coding/next")
def next_page(
    request: Request,
    params: Annotated[WorkingParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """Leads to the next extract of the set that the person has not decided about, or back to the choice of a set."""
    work, language = params.work(), language_of(request)
    found = working_set(repository, work.query, account.name).after(params.place())
    address = (
        deciding_address(language, found, work, params.said or "")
        if found
        else coding_address(language, work)
    )
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


@dataclass(frozen=True)
class Option:
    """One value of a filter."""

    id: str
    value: str
    label: str
    count: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter of the set, with the values to choose from."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    """“2 chosen”; empty when none is."""


@dataclass(frozen=True)
class Standing:
    """How large the set is, how far it is decided, and where the work begins."""

    size: str
    """“840 extracts in 60 reviews”"""
    mine: str
    anybody: str
    exports: ExportLinks | None
    """The files of the set; None when it is empty, or decided about alone."""
    packs_url: str
    """A pack for practice from the set; empty when it is empty, or decided about alone."""
    start_url: str
    """Empty when nothing is left to decide."""
    nothing_left: str
    """Why nothing is; empty when something is."""


@dataclass(frozen=True, kw_only=True)
class CodingPage(Page):
    """The choice of extracts to work through."""

    template: ClassVar[str] = "coding.html"

    text: str = told("The words that the extracts are searched by.")
    errors: dict[str, str] = told("What is wrong: the id of a field and a sentence each.")
    references: tuple[str, ...] = told("Only these reviews.")
    sample: str = told("How many are drawn; empty for all.")
    seed: str = told("The seed of the draw.")
    filters: tuple[Filter, ...] = told("The filters with what there is to choose.")
    alone: bool = told("Whether the person decides without seeing what the rules and others say.")
    kept: tuple[tuple[str, str], ...] = told("Name and value of what goes with the form unseen.")
    standing: Standing | None = told("The set as it is; None when the words cannot be searched for.")
    waiting: Waiting = told("Decisions that want to be looked at again; not shown to who decides alone.")
    agreement_url: str = told("How far people agree.")


def coding_context(
    language: Language,
    work: Work,
    counts: SearchResults | None,
    working: WorkingSet | None,
    waiting: Waiting,
    error: Message | None = None,
) -> CodingPage:
    """The page of a set."""
    say_in, query = wording(language), work.query
    return CodingPage(
        title=titled(say_in, say_in.gettext("Coding by hand"), error),
        text=query.text,
        errors={"q": error.said(say_in.gettext)} if error else {},
        references=query.reference,
        sample=str(query.sample or ""),
        seed=str(query.seed),
        filters=_filters(say_in, counts) if counts else (),
        kept=_kept(query, counts),
        standing=_standing(say_in, language, work, working) if working else None,
        alone=work.alone,
        waiting=waiting,
        agreement_url=agreement_address(language),
    )


def progress(say_in: Wording, working: WorkingSet) -> str:
    """“312 of 840 decided”: by the person."""
    return say_in.gettext("%(done)s of %(all)s decided") % {
        "done": f"{len(working.mine):,}",
        "all": f"{len(working.places):,}",
    }


def _kept(query: SearchQuery, counts: SearchResults | None) -> tuple[tuple[str, str], ...]:
    """All that has no field; also the filters while what there is to choose is not known."""
    own = _OWN_FIELDS if counts else _OWN_FIELDS - set(FACETS)
    return tuple(pair for pair in query_pairs(query) if pair[0] not in own)


def _standing(say_in: Wording, language: Language, work: Work, working: WorkingSet) -> Standing:
    say_size = say_in.gettext("%(passages)s in %(reviews)s")
    nothing = say_in.gettext("You have decided about all of it.")
    if not working.places:
        nothing = say_in.gettext("No extract is what you ask for. Take a filter away.")
    left = len(working.places) > len(working.mine)
    size = say_size % {
        "passages": counted(say_in, "%(number)s extract", "%(number)s extracts", len(working.places)),
        "reviews": counted(say_in, "%(number)s review", "%(number)s reviews", working.reviews),
    }
    told = 0 if work.alone else len(working.places)
    return Standing(
        size=size,
        exports=files_of(say_in, told, size, partial(working_set_file_address, language, work=work)),
        mine=say_in.gettext("By you: %(progress)s.") % {"progress": progress(say_in, working)},
        anybody=say_in.gettext("By anybody: %(number)s.") % {"number": f"{len(working.decided):,}"},
        packs_url=work_pack_address(language, work) if told else "",
        start_url=next_address(language, work) if left else "",
        nothing_left="" if left else nothing,
    )


def _filters(say_in: Wording, results: SearchResults) -> tuple[Filter, ...]:
    counts = in_words(say_in, results.facets)
    made = []
    for name in FACETS:
        chosen = getattr(results.query, name)
        values = in_order(name, counts.get(name, ()))
        if not values and not chosen:
            continue
        shown = {item.value: (item.label, f"{item.count:,}") for item in values}
        shown |= {value: (value, "0") for value in chosen if value not in shown}
        options = tuple(
            Option(f"{name}-{at}", value, label, count, value in chosen)
            for at, (value, (label, count)) in enumerate(shown.items(), start=1)
        )
        number = say_in.gettext("%(number)s chosen") % {"number": len(chosen)} if chosen else ""
        made.append(Filter(name, say(say_in, labels.FACETS, name), options, number))
    return tuple(made)
