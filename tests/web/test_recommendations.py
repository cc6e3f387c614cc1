"""What the pages say of recommendations in common."""

import pytest

from wsr.web.recommendations import asked_words


@pytest.mark.parametrize(
    ("text", "action", "asked"),
    [
        ("Gwent Police should train its call handlers. Soon.", "train", "train its call handlers"),
        ("Minutes should be sent.", "sent", "sent"),
        ("It should list " + "one more " * 20, "list", "list" + " one more" * 5 + " one …"),
        ("Nothing is asked.", "", ""),
    ],
)
def test_what_is_asked_is_told_from_the_verb_on(text: str, action: str, asked: str) -> None:
    """To the end of its clause, and no more than a line."""
    assert asked == asked_words(text, action)
