"""The command that checks project files for other tools: check-qdpx."""

from pathlib import Path
from typing import Annotated

import typer

from wsr.cli.app import AsJson, ExitCode, app
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.qda import Finding
from wsr.exchange.check.qdc import check_qdc
from wsr.exchange.check.qdpx import check_qdpx


@app.command("check-qdpx")
def check_project(
    file: Annotated[Path, typer.Argument(help="A .qdpx or .qdc file.", exists=True, dir_okay=False)],
    json: AsJson = False,
) -> None:
    """Name everything in a project or codebook file that the standard forbids or that a tool may stumble over."""
    check = check_qdc if file.suffix.lower() == ".qdc" else check_qdpx
    with file.open("rb") as opened:
        findings = check(opened)
    if json:
        for finding in findings:
            print_json(finding.model_dump(mode="json"))
    elif findings:
        print_table(
            ("Reason", "What", "Element", "Place"),
            ((f.reason, f.sentence, f.element, _place(f)) for f in findings),
        )
    else:
        messages.print("Nothing speaks against this file.")
    if findings:
        raise typer.Exit(ExitCode.ERROR)


def _place(finding: Finding) -> str:
    parts = (finding.line and f"line {finding.line}", finding.guid, finding.member)
    return ", ".join(str(part) for part in parts if part)
