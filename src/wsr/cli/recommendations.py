"""The commands of the register: recommendations, and status, which records one."""

from textwrap import shorten
from typing import Annotated, Any

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.filters import filtered
from wsr.cli.output import print_json, print_table
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.recommendations import RecommendationStatus, StatusRecord
from wsr.domain.search import Hit, SearchQuery, Sort, Unit
from wsr.errors import AccountNotFound, DecisionRefused, Message
from wsr.repository.group_records import unanchored_groups
from wsr.repository.linking import unanchored_links
from wsr.repository.register import StatusChoice, latest_statuses, record_status, unanchored_statuses
from wsr.repository.repository import Repository
from wsr.web.addresses import recommendation_address
from wsr.web.facets import COUNTED
from wsr.web.wording import counted, wording

_WIDTH = 100
"""Characters of a recommendation shown in a table; --json has it whole."""


@app.command()
@filtered
def recommendations(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="As for wsr search; all recommendations without it.")] = "",
    sort: Annotated[Sort, typer.Option(help="Order of the recommendations.")] = Sort.NEWEST,
    lost: Annotated[
        bool,
        typer.Option(
            "--lost", help="Only what people recorded of recommendations whose words are found no more."
        ),
    ] = False,
    json: AsJson = False,
    *,
    filters: SearchQuery,
) -> None:
    """List the recommendations of the published reviews, each with the status that somebody recorded last."""
    asked = filters.model_copy(update={"text": query.strip(), "unit": Unit.RECOMMENDATION, "sort": sort})
    with open_repository(context) as repository:
        if lost:
            _print_lost(repository, json)
            return
        hits = list(repository.index.every(asked))
        latest = latest_statuses(repository)
    if json:
        for hit in hits:
            print_json(_as_json(hit, latest.get((hit.slug, hit.key))))
        return
    print_table(
        ("Review", "Year", "Page", "Label", "Text", "Addressed to", "Level", "Themes", "Recorded"),
        (
            (
                hit.reference,
                hit.year,
                hit.page,
                hit.label,
                shorten(hit.text, _WIDTH, placeholder=" …"),
                "; ".join(hit.addressees),
                hit.level,
                "; ".join(hit.recommendation_themes),
                _said(latest.get((hit.slug, hit.key))),
            )
            for hit in hits
        ),
    )
    english, reviews = wording(Language.EN), len({hit.reference for hit in hits})
    of = counted(english, *COUNTED[Unit.RECOMMENDATION], len(hits))
    typer.echo(f"{of} in {counted(english, *COUNTED[Unit.REVIEW], reviews)}")


@app.command()
def status(
    context: typer.Context,
    review: Annotated[str, typer.Argument(help="Slug of the review: cpr2019-w91.")],
    key: Annotated[
        str, typer.Argument(help="Key of the recommendation, as wsr recommendations --json gives it.")
    ],
    status: Annotated[RecommendationStatus, typer.Argument(help="What is recorded.")],
    person: Annotated[str, typer.Option(help="The account of whoever records it.")],
    since: Annotated[str, typer.Option(help="From when it holds: 2024, 2024-05 or 2024-05-17.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add.")] = "",
    evidence: Annotated[str, typer.Option(help="The https address of a page or file that shows it.")] = "",
) -> None:
    """Record a status of a recommendation, beside all that was recorded before."""
    choice = StatusChoice(status, _date(since), note, evidence)
    with open_repository(context) as repository:
        if person not in {account.name for account in repository.accounts.all()}:
            raise AccountNotFound(person)
        made = record_status(repository, review, key, person, choice)
    typer.echo(f"Recorded: {made.status}, by {made.person}.")


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise DecisionRefused(
            Message("“%(text)s” is not a date: write 2016, 2016-05 or 2016-05-17.", text=text)
        ) from error


def _as_json(hit: Hit, latest: StatusRecord | None) -> dict[str, Any]:
    kept = {
        "reference",
        "slug",
        "review_type",
        "year",
        "title",
        "document",
        "section",
        "language",
        "id",
        "key",
    }
    shown = {"page", "label", "text", "addressees", "level", "codes", "because"}
    shown |= {"addressee_kinds", "addressee_bodies", "addressee_body_ids", "action", "times"}
    return {
        **hit.model_dump(mode="json", include=kept | shown),
        "themes": list(hit.recommendation_themes),
        "address": recommendation_address(Language.EN, hit.slug, hit.key),
        "status": latest.model_dump(mode="json") if latest else None,
    }


def _said(latest: StatusRecord | None) -> str:
    return f"{latest.status} by {latest.person}, {latest.recorded_at:%Y-%m-%d}" if latest else ""


def _print_lost(repository: Repository, json: bool) -> None:
    statuses, links = unanchored_statuses(repository), unanchored_links(repository)
    named = unanchored_groups(repository)
    if json:
        for each in statuses:
            print_json(each.model_dump(mode="json"))
        for each_link in links:
            print_json(each_link.model_dump(mode="json"))
        for record, member in named:
            print_json(
                {
                    "anchor": member.anchor.model_dump(mode="json"),
                    "group_record": record.model_dump(mode="json"),
                }
            )
        return
    print_table(
        ("Review", "Words", "Recorded", "Person", "Time"),
        [
            *(
                (s.anchor.reference, shorten(s.anchor.text, _WIDTH, placeholder=" …"), s.record.status, s.record.person, f"{s.record.recorded_at:%Y-%m-%d %H:%M}")
                for s in statuses
            ),
            *(
                (k.recommendation.reference, shorten(k.recommendation.text, _WIDTH, placeholder=" …"), f"{k.bearing} → {k.extract.reference}", k.person, f"{k.made_at:%Y-%m-%d %H:%M}")
                for k in links
            ),
            *(
                (m.anchor.reference, shorten(m.anchor.text, _WIDTH, placeholder=" …"), f"group: {r.says}", r.person, f"{r.made_at:%Y-%m-%d %H:%M}")
                for r, m in named
            ),
        ],
    )  # fmt: skip
    typer.echo(
        f"{len(statuses)} statuses and {len(links)} links whose words are found no more, "
        f"and {len(named)} recommendations that records of groups name."
    )
