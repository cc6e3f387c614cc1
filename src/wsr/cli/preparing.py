"""What a command does that a reader must not wait for: texts are read by the model of sentences, if one is named."""

from collections.abc import Iterator, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from wsr.cli.output import messages
from wsr.errors import SearchIndexError
from wsr.repository.repository import Repository


def read_for_meaning(repository: Repository) -> None:
    """
    Let the model read what it has not read yet, with a bar; nothing without a model, or without an index.

    Raises SettingsError when the model cannot be used.
    """
    if repository.settings.sentence_model is None:
        return
    try:
        held = repository.alike.now()
    except SearchIndexError:
        return  # whoever needs the index says so
    held.prepare(_watched)


def _watched(texts: Sequence[str]) -> Iterator[str]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task("Reading for meaning", total=len(texts))
        for text in texts:
            yield text
            bar.advance(task)
