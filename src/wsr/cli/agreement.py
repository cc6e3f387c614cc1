"""The command that compares people: agreement."""

from typing import Annotated

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.output import print_json, print_table
from wsr.domain.agreement import Agreement, Aspect, Coefficient, Compared, Disagreement, Judgement, Missing
from wsr.repository.agreeing import agreement as agreement_between

_WHAT = {
    Aspect.VERDICT: "verdict",
    Aspect.STANCE: "stance",
    Aspect.THEME: "theme",
    Aspect.SUBTHEME: "sub-theme",
}

_WHY = {
    Missing.TOO_FEW: "too few extracts",
    Missing.NEVER_VARIES: "never varies",
    Missing.SELDOM_VARIES: "seldom varies",
}


@app.command()
def agreement(
    context: typer.Context,
    person: Annotated[
        list[str] | None,
        typer.Option(help="Compare these people, given once each; everybody without it.", show_default=False),
    ] = None,
    json: AsJson = False,
) -> None:
    """Say how far people agree who decided about the same extracts, and where they do not."""
    with open_repository(context) as repository:
        found = agreement_between(repository, person)
    if json:
        print_json(found.model_dump(mode="json"))
    elif not found.extracts:
        typer.echo(_nothing_to_compare(found))
    else:
        _print(found)


def _nothing_to_compare(found: Agreement) -> str:
    who = "; ".join(f"{coder.person} decided about {coder.judged}" for coder in found.coders)
    return "Fewer than two people decided about the same extracts" + (f": {who}." if who else ".")


def _print(found: Agreement) -> None:
    who = "; ".join(f"{coder.person} decided about {coder.judged}" for coder in found.coders)
    reviews = len({one.extract.reference for one in found.disagreements})
    typer.echo(f"{found.extracts} extracts that at least two people decided about ({who}).")
    typer.echo(
        f"{found.alone} of {found.extracts} were judged alone: "
        "nobody could see there what another person had decided."
    )
    print_table(
        ("", "Extracts", "Same", "Kept", "Alpha", *(f"Kappa {a} / {b}" for a, b in found.pairs)),
        (
            (_named(row), row.alpha.n, row.alpha.same, row.alpha.kept, _written(row.alpha), *_kappas(row))
            for row in found.compared
        ),
    )
    typer.echo("Kept: everybody left it as the machine had it.")
    typer.echo(
        f"In brackets: 95 % interval of {found.draws:,} draws of extracts; none for fewer than {found.fewest} extracts."
    )
    typer.echo(f"\n{len(found.disagreements)} extracts in {reviews} reviews that people disagree about")
    for one in found.disagreements:
        _print_disagreement(one)


def _kappas(row: Compared) -> list[str]:
    """Each kappa, with its number of extracts where that is not the number of all."""
    return [
        _written(kappa) + (f", {kappa.n} extracts" if kappa.n != row.alpha.n else "") for kappa in row.kappas
    ]


def _named(row: Compared) -> str:
    """The theme of a sub-theme stands above it."""
    if row.aspect is Aspect.SUBTHEME:
        return f"  {row.value.partition('/')[2]}"
    return f"{_WHAT[row.aspect]} {row.value}".rstrip()


def _written(coefficient: Coefficient) -> str:
    if coefficient.value is None:
        return f"not defined: {_WHY[coefficient.missing]}" if coefficient.missing else "not defined"
    if coefficient.low is None or coefficient.high is None:
        return _rounded(coefficient.value)
    return f"{_rounded(coefficient.value)} ({_rounded(coefficient.low)} to {_rounded(coefficient.high)})"


def _rounded(value: float) -> str:
    """Two digits, and never -0.00."""
    return f"{round(value, 2) + 0.0:.2f}"


def _print_disagreement(one: Disagreement) -> None:
    extract = one.extract
    place = f"page {extract.page}" if extract.page else "no longer in the text"
    typer.echo(
        f"\n{extract.reference}, {place}, {extract.key}: {', '.join(_WHAT[about] for about in one.about)}"
    )
    typer.echo(f"  {extract.text}")
    for judgement in extract.judgements:
        typer.echo(f"  {judgement.person} ({judgement.decided_at:%Y-%m-%d %H:%M}): {_said(judgement)}")


def _said(judgement: Judgement) -> str:
    codes = None if judgement.codes is None else ", ".join(judgement.codes) or "no code"
    parts = (judgement.verdict.value, judgement.stance and judgement.stance.value, codes, judgement.note)
    return "; ".join(part for part in parts if part)
