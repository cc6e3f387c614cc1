"""Charts of rates: bars as numbers for a picture, the same as a table, and where each bar leads. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from wsr.web.wording import Wording, counted, later

WIDTH = 320
"""Units across a picture; the text in it is 14 high, which is 12 pixels on the narrowest screen."""

_ROW = 30
_BAR = 14
_LABEL = 56
"""Left of the bars, for a label of up to seven letters."""
_NUMBER = 48
"""Right of the longest bar, for its number."""


@dataclass(frozen=True)
class RateWords:
    """How one counts and says what rates are of: extracts, recommendations."""

    one: str
    many: str
    per_review: str
    """What the link of a bar says."""
    range: str
    """What the picture shows."""
    head: str
    rate_head: str
    by_type: str
    """The caption of the chart by type of review."""
    by_year: str


EXTRACTS = RateWords(
    one="%(number)s extract",
    many="%(number)s extracts",
    per_review=later("%(name)s: %(rate)s extracts per review held"),
    range=later("%(found)s, %(reviews)s held: from %(least)s to %(most)s extracts per review held."),
    head=later("Extracts"),
    rate_head=later("Extracts per review"),
    by_type=later("Extracts per review held, by type of review"),
    by_year=later("Extracts per review held, by year"),
)

RECOMMENDATIONS = RateWords(
    one="%(number)s recommendation",
    many="%(number)s recommendations",
    per_review=later("%(name)s: %(rate)s recommendations per review held"),
    range=later("%(found)s, %(reviews)s held: from %(least)s to %(most)s recommendations per review held."),
    head=later("Recommendations"),
    rate_head=later("Recommendations per review"),
    by_type=later("Recommendations per review held, by type of review"),
    by_year=later("Recommendations per review held, by year"),
)


@dataclass(frozen=True)
class Rate:
    """What is counted of one kind, and how many reviews of that kind are held."""

    label: str
    """Short, for the picture: CPR, 2019."""
    name: str
    """In full, for the table."""
    found: int
    reviews: int
    url: str

    @property
    def value(self) -> float:
        """What was found, a review."""
        return self.found / self.reviews


@dataclass(frozen=True)
class Bar:
    """One bar of the picture, its row of the table, and its link."""

    label: str
    name: str
    found: str
    reviews: str
    rate: str
    url: str
    link: str
    """What the link says: “2019: 1.4 extracts per review held”."""
    y: int
    """Where the bar begins."""
    base: int
    """The line on which its words stand."""
    width: int
    end: int
    """Where its number begins."""


@dataclass(frozen=True)
class Chart:
    """A picture of rates with its words and its table."""

    id: str
    caption: str
    said: str
    """What the picture shows, in a sentence."""
    heads: tuple[str, str, str, str]
    """Of the table: what the rows are, what was found, reviews held, the rate."""
    bars: tuple[Bar, ...]
    height: int
    left: int = _LABEL
    thickness: int = _BAR


def rate_chart(
    say_in: Wording, id: str, caption: str, head: str, rates: Iterable[Rate], words: RateWords = EXTRACTS
) -> Chart | None:
    """The chart of these rates in their order, without those of which no review is held; None when none is left."""
    held = [rate for rate in rates if rate.reviews]
    if not held:
        return None
    longest = max(rate.value for rate in held) or 1.0
    return Chart(
        id=id,
        caption=caption,
        said=_said(say_in, words, held),
        heads=(
            head,
            say_in.gettext(words.head),
            say_in.gettext("Reviews held"),
            say_in.gettext(words.rate_head),
        ),
        bars=tuple(_bar(say_in, words, rate, number * _ROW, longest) for number, rate in enumerate(held)),
        height=len(held) * _ROW,
    )


def _bar(say_in: Wording, words: RateWords, rate: Rate, top: int, longest: float) -> Bar:
    width = round((WIDTH - _LABEL - _NUMBER) * rate.value / longest)
    per_review = say_in.gettext(words.per_review)
    return Bar(
        label=rate.label,
        name=rate.name,
        found=f"{rate.found:,}",
        reviews=f"{rate.reviews:,}",
        rate=_written(rate.value),
        url=rate.url,
        link=per_review % {"name": rate.name, "rate": _written(rate.value)},
        y=top + (_ROW - _BAR) // 2,
        base=top + _ROW // 2 + 5,
        width=max(width, 1),
        end=_LABEL + max(width, 1) + 6,
    )


def _said(say_in: Wording, words: RateWords, rates: list[Rate]) -> str:
    """The whole in a sentence, and from where to where the rates go."""
    reviews = sum(rate.reviews for rate in rates)
    values = [rate.value for rate in rates]
    return say_in.gettext(words.range) % {
        "found": counted(say_in, words.one, words.many, sum(rate.found for rate in rates)),
        "reviews": counted(say_in, "%(number)s review", "%(number)s reviews", reviews),
        "least": _written(min(values)),
        "most": _written(max(values)),
    }


def _written(rate: float) -> str:
    """One decimal; two for less than a tenth, so that little is not nothing."""
    return "0" if not rate else f"{rate:.1f}" if rate >= 0.1 else f"{rate:.2f}"
