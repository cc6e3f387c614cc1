"""English words have a part in common with their other forms."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from wsr.language.stems import stem


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("sharing", "shared", "sharp"),
        ("agencies", "agency", "agent"),
        ("thoughtful", "thoughtfully", "through"),
    ],
)
def test_forms_share_a_stem(word: str, same: str, other: str) -> None:
    """Forms of one word have one stem, other words another."""
    assert stem(word) == stem(same) != stem(other)


def test_many_threads_may_ask() -> None:
    """Each gets the stem of its own word."""
    words = [
        f"{letters}ing" for letters in ("assess", "kept", "shar", "see", "work", "record", "plann", "visit")
    ] * 50
    stem.cache_clear()

    with ThreadPoolExecutor(8) as threads:
        stems = list(threads.map(stem, words))

    assert stems[:8] == stems[-8:] == [stem(word) for word in words[:8]]
