"""Requests in several wordings, all imagined, from which it can be learnt what asks the same."""

from functools import cache
from importlib import resources


@cache
def wordings() -> tuple[tuple[str, ...], ...]:
    """The requests, each in two or three wordings; no two ask the same."""
    text = resources.files("wsr.vocabulary").joinpath("wordings.txt").read_text(encoding="utf-8")
    paragraphs = (paragraph.strip().splitlines() for paragraph in text.split("\n\n"))
    return tuple(tuple(lines) for lines in paragraphs if not lines[0].startswith("#"))
