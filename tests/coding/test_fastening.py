"""Records are found again by key, by letters, or by nearly the same words; never by guessing."""

from tests.making import a_recommendation
from wsr.coding.fastening import find_fastened
from wsr.domain.recommendations import Anchor

TEXT = "The Board should ask every school how it follows up a child who was not brought."
AMONG = (
    a_recommendation(1, "The Board should ask how missed visits are recorded."),
    a_recommendation(2, TEXT),
)


def anchored(key: str, text: str) -> str | None:
    """The id of what an anchor finds."""
    found = find_fastened(Anchor(reference="CPR2019-W91", slug="cpr2019-w91", key=key, text=text), AMONG)
    return found and found.id


def test_the_key_decides_first() -> None:
    """Whatever the words were."""
    assert "r1" == anchored(AMONG[0].key, TEXT)


def test_the_same_letters_are_the_same_recommendation() -> None:
    """Spaces, capitals and hyphens do not matter."""
    assert "r2" == anchored("gone", TEXT.upper().replace(" was", "  was"))


def test_mended_words_are_found() -> None:
    """A corrected version changes a word or two."""
    assert "r2" == anchored(
        "gone", TEXT.replace("follows up", "follow up").replace("every school", "schools")
    )


def test_other_words_are_not() -> None:
    """Nothing is better than the nearest wrong one."""
    assert anchored("gone", "The Board should tell every school to hold a fire drill each term.") is None
    assert find_fastened(Anchor(reference="", slug="", key="k", text=TEXT), ()) is None
