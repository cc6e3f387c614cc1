"""Charts of rates: what a bar is drawn as, said as and counted as."""

from hypothesis import given
from hypothesis import strategies as st

from wsr.domain.kinds import Language
from wsr.web.charts import WIDTH, Chart, Rate, rate_chart
from wsr.web.wording import wording

SAY_IN = wording(Language.EN)

counts = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 200)), max_size=30)


def chart(*rates: tuple[int, int]) -> Chart | None:
    """The chart of these extracts and reviews, called a, b, c …"""
    return rate_chart(
        SAY_IN,
        "chart",
        "Caption",
        "Letter",
        [
            Rate(chr(97 + number), chr(97 + number), extracts, reviews, f"/{number}")
            for number, (extracts, reviews) in enumerate(rates)
        ],
    )


def test_a_bar_is_as_long_as_its_rate() -> None:
    """Not as its count: ten extracts in ten reviews are fewer than four in one."""
    made = chart((10, 10), (4, 1), (0, 3))
    assert made is not None
    first, second, third = made.bars

    assert ["1.0", "4.0", "0"] == [bar.rate for bar in made.bars]
    assert second.width == 4 * first.width > third.width
    assert ("10", "10", "a: 1.0 extracts per review held") == (first.found, first.reviews, first.link)
    assert "14 extracts, 14 reviews held: from 0 to 4.0 extracts per review held." == made.said


def test_what_is_not_held_has_no_rate() -> None:
    """No bar where no review is held, no chart where none is held at all."""
    made = chart((0, 0), (1, 40))
    assert made is not None

    assert [("b", "0.03")] == [(bar.label, bar.rate) for bar in made.bars]
    assert chart((0, 0)) is None
    assert chart() is None


@given(counts)
def test_bars_stay_in_the_picture_and_apart(pairs: list[tuple[int, int]]) -> None:
    """Whatever is counted: each in a row of its own, none without width, numbers right of them."""
    made = chart(*pairs)
    bars = made.bars if made else ()

    assert len(bars) == sum(reviews > 0 for _, reviews in pairs)
    for number, bar in enumerate(bars):
        assert made is not None
        assert number * made.height // len(bars) < bar.y < bar.y + made.thickness <= made.height
        assert 1 <= bar.width
        assert made.left + bar.width < bar.end < WIDTH
