"""Packs for practice: what one is about is chosen, then what it quotes and in which order, then it is made."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from wsr.domain.packs import Pack, PackKind
from wsr.domain.references import ReviewKey
from wsr.domain.search import FACETS
from wsr.errors import InvalidQuery
from wsr.repository.candidates import PackQuery, candidates
from wsr.repository.method import provenance
from wsr.repository.packing import pack_of, topics_of
from wsr.repository.repository import Repository
from wsr.repository.working_set import working_set
from wsr.web.addresses import site_address
from wsr.web.asked import RepositoryDep
from wsr.web.conditional import PERSONAL
from wsr.web.forms import posted
from wsr.web.pace import at_work
from wsr.web.pack_files import MEDIA_TYPES, pack_file_name, write_pack
from wsr.web.pack_form import PackForm, PackParams, WorkPackForm, WorkPackParams, pack_query
from wsr.web.pack_further import further
from wsr.web.pack_page import Chosen, choosing_page, empty_page, print_page
from wsr.web.pack_words import Teller, material_of
from wsr.web.report_files import attached
from wsr.web.roles import CuratorDep, anyone
from wsr.web.templating import language_of, render
from wsr.web.wording import wording

router = APIRouter()

_Places = Callable[[], Sequence[ReviewKey]]
"""What gives the extracts of a working set. Raises InvalidQuery."""


@router.get("/packs")
@anyone
def packs_page(
    request: Request, params: Annotated[PackParams, Query()], repository: RepositoryDep
) -> Response:
    """What a pack can be about, and what one would quote by rule."""
    if not _asks(pack_query(repository, params)):
        return _chosen_by_rule(request, repository, params)
    with at_work(request):
        return _chosen_by_rule(request, repository, params)


@router.post("/packs")
@anyone
def make_pack(
    request: Request, form: Annotated[PackForm, Depends(posted(PackForm))], repository: RepositoryDep
) -> Response:
    """The same with what a person chose; or the pack itself, as a file or to be printed."""
    with at_work(request):
        return _chosen_by_hand(request, repository, form)


@router.get("/packs/working-set")
def working_set_packs_page(
    request: Request,
    params: Annotated[WorkPackParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """A pack from what somebody works through."""
    with at_work(request):
        return _chosen_by_rule(
            request,
            repository,
            params,
            lambda: working_set(repository, params.work().query, account.name).places,
        )


@router.post("/packs/working-set")
def make_working_set_pack(
    request: Request,
    account: CuratorDep,
    form: Annotated[WorkPackForm, Depends(posted(WorkPackForm))],
    repository: RepositoryDep,
) -> Response:
    """The same with what a person chose; or the pack itself."""
    with at_work(request):
        return _chosen_by_hand(
            request, repository, form, lambda: working_set(repository, form.work().query, account.name).places
        )


def _chosen_by_rule(
    request: Request,
    repository: Repository,
    params: PackParams | WorkPackParams,
    places: _Places | None = None,
) -> Response:
    asked = pack_query(repository, params)
    teller, work = _teller(request, repository), places is not None
    if not work and (not _asks(asked) or (params.kind is PackKind.ROLE and not asked.query.agency)):
        return render(request, empty_page(teller, params.kind, asked))
    try:
        found = candidates(repository, asked, places() if places else None)
    except InvalidQuery as error:
        page = empty_page(teller, params.kind, asked, error.message, work=work)
        return render(request, page, status=400)
    chosen = Chosen(params.kind, asked, found, found.by_rule(params.kind), work=work)
    return render(request, choosing_page(teller, chosen))


def _chosen_by_hand(
    request: Request, repository: Repository, form: PackForm, places: _Places | None = None
) -> Response:
    asked, work = pack_query(repository, form), places is not None
    teller = _teller(request, repository)
    try:
        found = candidates(repository, asked, places() if places else None)
    except InvalidQuery as error:
        page = empty_page(teller, form.kind, asked, error.message, work=work)
        return render(request, page, status=400)
    chosen = Chosen(form.kind, asked, found, found.named(form.names()), form.item, work=work)
    if form.make not in ("docx", "xlsx", "print") or not chosen.quoted:
        nothing = bool(form.make) and not chosen.quoted
        return render(request, choosing_page(teller, chosen, nothing=nothing))
    links = further(teller, form.kind, asked)
    material = material_of(teller, form.kind, asked, found, chosen.quoted, links)
    pack = pack_of(form.kind, teller.say_in, material)
    if form.make == "print":
        return render(request, print_page(teller, pack))
    return _file(pack, form.make)


def _asks(asked: PackQuery) -> bool:
    """Whether a pack is to be about anything."""
    query = asked.query
    return bool(asked.topic or query.text or query.reference or any(getattr(query, name) for name in FACETS))


def _teller(request: Request, repository: Repository) -> Teller:
    language = language_of(request)
    return Teller(
        say_in=wording(language),
        language=language,
        site=site_address(request),
        codebook=repository.coder().codebook,
        known=provenance(repository),
        topics=topics_of(repository),
    )


def _file(pack: Pack, suffix: str) -> Response:
    out = BytesIO()
    suffix = suffix if pack.checklist else "docx"
    write_pack(pack, suffix, out)
    return Response(
        out.getvalue(),
        media_type=MEDIA_TYPES[suffix],
        headers={**attached(pack_file_name(pack, suffix)), "Cache-Control": PERSONAL},
    )
