"""Sentences for readers, said in their language at the edge."""

from collections.abc import Callable


class Message:
    """A sentence for readers: its English template, and the named values that fill it; str() is the English."""

    def __init__(self, template: str, **values: str | int) -> None:
        self.template = template
        self.values = values

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language, by what looks up a template there."""
        template = translate(self.template)
        return template % self.values if self.values else template

    def __str__(self) -> str:
        return self.said(str)
