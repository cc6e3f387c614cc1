"""The command that asks whether something has been recommended before."""

from typing import Annotated, Any

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.output import print_json
from wsr.cli.preparing import read_for_meaning
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.learning import Answer, AnswerOrder
from wsr.domain.references import ReviewKey
from wsr.repository.learning import answer, answer_of
from wsr.repository.repository import Repository
from wsr.web.alike import counts_of, judge_of, order_sentences, stance_heading, undated_sentences, when
from wsr.web.wording import wording

Before = Annotated[
    PartialDate | None,
    typer.Option(parser=PartialDate.parse, metavar="DATE", help="Earlier ones: of reviews before this date."),
]
After = Annotated[
    PartialDate | None,
    typer.Option(
        parser=PartialDate.parse, metavar="DATE", help="Later practice: of reviews after this date."
    ),
]
Sorted = Annotated[AnswerOrder, typer.Option(help="score: the most alike first; date: the oldest first.")]


@app.command()
def learn(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="A draft recommendation.", show_default=False)] = "",
    before: Before = None,
    after: After = None,
    sort: Sorted = AnswerOrder.SCORE,
    recommendation: Annotated[
        str | None, typer.Option(metavar="SLUG/KEY", help="One of the register, in place of a draft.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Ask whether something has been recommended before, and what later reviews found."""
    with open_repository(context) as repository:
        slug, _, key = (recommendation or "").partition("/")
        place = (slug, key) if recommendation else None
        found = asked_for(repository, text, place, before, after).in_order(sort)
    if json:
        print_json(answer_as_json(found))
    else:
        _print_answer(found)


def asked_for(
    repository: Repository,
    draft: str,
    place: ReviewKey | None,
    before: PartialDate | None,
    after: PartialDate | None,
) -> Answer:
    """What is like the recommendation at a place of the register, or like a draft where none is named."""
    read_for_meaning(repository)
    if place:
        return answer_of(repository, *place, before, after)
    return answer(repository, draft, before, after)


def answer_as_json(found: Answer) -> dict[str, Any]:
    """An answer in the shape that other programs rely on."""
    earlier = {"reference", "year", "id", "text", "score"}
    later = {"reference", "year", "text", "stance", "page", "score"}
    return {
        "earlier": [
            {**each.model_dump(mode="json", include=earlier), "because": list(map(str, each.reasons))}
            for each in found.earlier
        ],
        "later": [
            {**each.model_dump(mode="json", include=later), "because": list(map(str, each.reasons))}
            for each in found.later
        ],
    }


def _print_answer(found: Answer) -> None:
    english = wording(Language.EN)
    typer.echo(counts_of(english, found))
    for each in found.earlier:
        typer.echo(f"\n{each.reference} ({when(english, each)}), page {each.page}, {each.id}")
        typer.echo(f"  {each.text}")
        typer.echo(f"  because: {'; '.join(map(str, each.reasons))}")
    stance = None
    for extract in found.later:
        if extract.stance is not stance:
            stance = extract.stance
            typer.echo(f"\n{stance_heading(english, stance)}")
        typer.echo(f"\n{extract.reference} ({when(english, extract)}), page {extract.page}")
        typer.echo(f"  {extract.text}")
        typer.echo(f"  because: {'; '.join(map(str, extract.reasons))}")
    ordered = order_sentences(english, found) if found.earlier or found.later else ()
    for sentence in (*ordered, *undated_sentences(english, found)):
        typer.echo(f"\n{sentence}")
    if found.earlier or found.later:
        typer.echo(f"\n{judge_of(english, found)}")
