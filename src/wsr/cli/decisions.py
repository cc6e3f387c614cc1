"""The command that lists what people decided: decisions."""

from collections.abc import Iterator

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.output import print_json, print_table
from wsr.domain.coding import Decision
from wsr.domain.judging import Judged
from wsr.repository.deciding import all_judged, unanchored

_LOST = "words not found"
_SHOWN = 60
"""Characters of an extract in the table."""


@app.command()
def decisions(context: typer.Context, json: AsJson = False) -> None:
    """List every decision of people about extracts, also about those whose words are in their reviews no more."""
    with open_repository(context) as repository:
        held = all_judged(repository)
        lost = [(one.reference, one.judged) for one in unanchored(repository)]
    anchored = [(reference, judged) for reference, judged in held if judged.standing is not None]
    made = list(_made([*anchored, *lost]))
    if json:
        for reference, judged, decision in made:
            print_json(
                {"reference": reference, "key": judged.key, "anchored": judged.standing is not None}
                | {"words": judged.quote}
                | decision.model_dump(mode="json")
            )
        return
    print_table(
        ("Review", "Words", "Person", "Time", "Verdict", "Stance", "Codes", "Note", ""),
        (
            (
                reference,
                _shortened(judged.quote),
                decision.person,
                f"{decision.decided_at:%Y-%m-%d %H:%M}",
                decision.verdict,
                decision.said_stance,
                None if decision.said_codes is None else ", ".join(decision.said_codes) or "none",
                _shortened(decision.note),
                None if judged.standing is not None else _LOST,
            )
            for reference, judged, decision in made
        ),
    )
    typer.echo(f"{len(made)} decisions about {len(anchored) + len(lost)} extracts; {len(lost)} {_LOST}.")


def _made(judged: list[tuple[str, Judged]]) -> Iterator[tuple[str, Judged, Decision]]:
    """Each decision with its extract, by reference; of an extract the earliest first."""
    for reference, one in sorted(judged, key=lambda each: each[0]):
        for decision in one.decisions:
            yield reference, one, decision


def _shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
