"""Keys of passages stay the same through a re-parse."""

from hypothesis import given
from hypothesis import strategies as st

from wsr.language.keys import normalised, passage_key, passage_keys


@given(st.lists(st.text(max_size=20), max_size=30))
def test_all_passages_of_a_document_have_different_keys(texts: list[str]) -> None:
    """The same text twice gives two keys; a key is 16 hex digits."""
    keys = passage_keys(texts)

    assert len(texts) == len(set(keys))
    assert all(len(key) == 16 and int(key, 16) >= 0 for key in keys)


@given(st.lists(st.text(max_size=20), max_size=10), st.integers(0, 9))
def test_a_passage_added_elsewhere_changes_no_key(texts: list[str], place: int) -> None:
    """Keys do not depend on the other passages, unless they have the same text."""
    place = min(place, len(texts))
    added = "a passage that stands nowhere else in this document"
    keys = passage_keys([*texts[:place], added, *texts[place:]])

    assert passage_keys(texts) == keys[:place] + keys[place + 1 :]


def test_spacing_hyphens_and_case_do_not_matter() -> None:
    """A parser that mends a hyphen, a ligature or a space keeps the key."""
    assert passage_key("A co-ordinated response to ofﬁcers.") == passage_key(
        "A coordinated  response to officers"
    )


def test_a_text_without_letters_has_a_key_of_its_own() -> None:
    """Rows of marks are told apart by the marks."""
    assert passage_key("✓") != passage_key("✗")
    assert "" == normalised("✓")
