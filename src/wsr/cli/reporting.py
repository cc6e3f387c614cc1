"""The command that writes reports."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from wsr.cli.app import app, open_repository, settings_of
from wsr.cli.exporting import site, written
from wsr.cli.learning import After, Before, Sorted, asked_for
from wsr.cli.output import messages
from wsr.domain.kinds import Language
from wsr.domain.learning import AnswerOrder
from wsr.domain.parts import Report as MadeReport
from wsr.domain.references import ReviewKey
from wsr.repository.regrouping import PATIENCE_OF_A_COMMAND
from wsr.web.learning_report import panel_report
from wsr.web.parts import as_markdown
from wsr.web.report_files import report_file_name, report_in_word
from wsr.web.report_parts import best_practice


class ReportFormat(StrEnum):
    """What a report is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


class Report(StrEnum):
    """The reports there are."""

    BEST_PRACTICE = "best-practice"
    LEARNING = "learning"


@app.command()
def report(
    context: typer.Context,
    name: Annotated[Report, typer.Argument(help="best-practice or learning.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file; a Word document has a name of its own without it.",
            dir_okay=False,
            show_default=False,
        ),
    ] = None,
    format: Annotated[ReportFormat, typer.Option(help="markdown, html or docx.")] = ReportFormat.MARKDOWN,
    recommendation: Annotated[
        str, typer.Option(metavar="SLUG/KEY", help="Of the register; what the report on learning is about.")
    ] = "",
    draft: Annotated[
        typer.FileBinaryRead | None,
        typer.Option(
            metavar="FILE",
            help="A file with a draft that it is about instead; - for standard input.",
            show_default=False,
        ),
    ] = None,
    before: Before = None,
    after: After = None,
    sort: Sorted = AnswerOrder.DATE,
) -> None:
    """Write a report from the present data."""
    with open_repository(context) as repository:
        address = site(settings_of(context))
        if name is Report.BEST_PRACTICE:
            subject, made = name.value, best_practice(repository, Language.EN, address)
        else:
            text, place = _asked(recommendation, draft)
            found = asked_for(repository, text, place, before, after).in_order(sort)
            subject = f"learning_{place[0] if place else 'draft'}"
            made = panel_report(repository, Language.EN, address, found, place, PATIENCE_OF_A_COMMAND)
    if format is ReportFormat.DOCX:
        output = output or Path(report_file_name(subject, made))
    content = _content(made, format)
    if output is None:
        typer.echo(content.decode(), nl=False)
        return
    with written(output) as out:
        out.write(content)
    messages.print(f"The report is in {output}.", markup=False)


def _asked(recommendation: str, draft: BinaryIO | None) -> tuple[str, ReviewKey | None]:
    """The draft, or the place of a recommendation."""
    if bool(recommendation) is (draft is not None):
        raise typer.BadParameter(
            "say what the report is about: one of --recommendation SLUG/KEY and --draft FILE"
        )
    if draft is None:
        slug, _, key = recommendation.partition("/")
        return "", (slug, key)
    try:
        return draft.read().decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        raise typer.BadParameter("the file is no text in UTF-8", param_hint="--draft") from error


def _content(made: MadeReport, format: ReportFormat) -> bytes:
    if format is ReportFormat.DOCX:
        return report_in_word(made)
    if format is ReportFormat.MARKDOWN:
        return as_markdown(made).encode()
    # Imported late: the web framework would double the start of every other command.
    from wsr.web.templating import report_file

    return report_file(made).encode()
