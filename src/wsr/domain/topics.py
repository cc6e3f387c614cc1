"""Topics, and the words that practitioners use for them."""

from pydantic import Field

from wsr.domain.record import Record


class ThesaurusTerm(Record):
    """One thing, and the words for it."""

    id: str
    words: tuple[str, ...] = Field(
        min_length=1, description="Expressions to search for, the preferred first."
    )
    typed: tuple[str, ...] = Field(
        default=(), description="What people type for it that means other things too: recognised only."
    )

    @property
    def preferred(self) -> str:
        """The word for it."""
        return self.words[0]


class Topic(Record):
    """A ready search: what it is about, and all the words that it looks for."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    description: str = ""
    words: tuple[str, ...] = Field(
        min_length=1, description="Expressions, any of which is enough: its own, then those of its terms."
    )
    besides: tuple[str, ...] = Field(default=(), description="Words whose passages are left out.")
    wider: tuple[str, ...] = Field(
        default=(),
        description="Ids of topics that are wider, or stand next to it: where to look when there is little.",
    )
