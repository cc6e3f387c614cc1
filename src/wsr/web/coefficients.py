"""Tables of coefficients of agreement: numbers, intervals, and what they mean in words."""

from collections.abc import Callable
from dataclasses import dataclass

from wsr.domain.agreement import Agreement, Aspect, Coefficient, Compared
from wsr.domain.codebook import Codebook
from wsr.web import labels
from wsr.web.wording import Wording, later, say

_BANDS: tuple[tuple[float, str], ...] = (
    (0.8, later("good")),
    (0.67, later("fair")),
    (0.0, later("weak")),
)
"""From where on each word holds: the limits that Krippendorff gives for alpha, used for kappa too."""

_BELOW = later("worse than chance")


@dataclass(frozen=True)
class CoefficientCell:
    """One coefficient."""

    number: str
    """“0.62”, or why it is not defined."""
    interval: str
    """“between 0.41 and 0.80: weak to good”, or why there is none; empty when there is no number."""


@dataclass(frozen=True)
class CoefficientRow:
    """What was compared, how often, and how far people agree."""

    label: str
    part: bool
    """True for one stance of all, or one sub-theme of a theme."""
    extracts: str
    same: str
    kept: str
    cells: tuple[CoefficientCell, ...]


@dataclass(frozen=True)
class CoefficientTable:
    """The coefficients of two people, or those over everybody."""

    id: str
    caption: str
    heads: tuple[str, ...]
    """The names of the coefficients."""
    rows: tuple[CoefficientRow, ...]


def coefficient_tables(say_in: Wording, found: Agreement, codebook: Codebook) -> tuple[CoefficientTable, ...]:
    """One table with both coefficients for two people; for more, alpha over everybody and kappa for each pair."""
    names = code_names(codebook)
    kappa, alpha = say_in.gettext("Cohen’s kappa"), say_in.gettext("Krippendorff’s alpha")

    def table(
        number: int, caption: str, heads: tuple[str, ...], pick: Callable[[Compared], tuple[Coefficient, ...]]
    ) -> CoefficientTable:
        rows = tuple(_row(say_in, row, pick(row), names) for row in found.compared)
        return CoefficientTable(f"agreement-{number}", caption, heads, rows)

    captions = [pair_name(say_in, pair) for pair in found.pairs]
    if len(found.pairs) == 1:
        return (table(0, captions[0], (kappa, alpha), lambda row: (row.kappas[0], row.alpha)),)
    everybody = table(0, say_in.gettext("Everybody"), (alpha,), lambda row: (row.alpha,))
    return (
        everybody,
        *(
            table(number, caption, (kappa,), _kappa_of(number - 1))
            for number, caption in enumerate(captions, start=1)
        ),
    )


def alone_words(say_in: Wording, found: Agreement) -> str:
    """How many of the shared extracts were judged alone, and what that means."""
    words = say_in.gettext(
        "Judged alone: %(alone)s of %(all)s. There nobody could see what another person had decided; elsewhere the "
        "second may have read what the first said, and people then agree more easily."
    )
    return words % {"alone": f"{found.alone:,}", "all": f"{found.extracts:,}"}


def pair_name(say_in: Wording, pair: tuple[str, str]) -> str:
    """“Eirlys and Ifan”."""
    return say_in.gettext("%(first)s and %(second)s") % {"first": pair[0], "second": pair[1]}


def code_names(codebook: Codebook) -> dict[str, str]:
    """The name of each theme and sub-theme, by code."""
    return {
        f"{theme.id}/{subtheme.id}" if subtheme else theme.id: subtheme.name if subtheme else theme.name
        for theme, subtheme in codebook.codes()
    }


def _kappa_of(number: int) -> Callable[[Compared], tuple[Coefficient, ...]]:
    return lambda row: (row.kappas[number],)


def _row(
    say_in: Wording, row: Compared, coefficients: tuple[Coefficient, ...], names: dict[str, str]
) -> CoefficientRow:
    first = coefficients[0]
    label = say(say_in, labels.ASPECTS, row.aspect)
    if row.value:
        label = (
            say(say_in, labels.STANCES, row.value)
            if row.aspect is Aspect.STANCE
            else names.get(row.value, row.value)
        )
    return CoefficientRow(
        label=label,
        part=row.aspect is Aspect.SUBTHEME or (row.aspect is Aspect.STANCE and bool(row.value)),
        extracts=f"{first.n:,}",
        same=f"{first.same:,}" + ("" if first.raw is None else f" ({first.raw:.0%})"),
        kept=f"{first.kept:,}",
        cells=tuple(_cell(say_in, coefficient) for coefficient in coefficients),
    )


def _cell(say_in: Wording, coefficient: Coefficient) -> CoefficientCell:
    if coefficient.value is None:
        return CoefficientCell(say(say_in, labels.MISSING, coefficient.missing or ""), "")
    number = _written(coefficient.value)
    if coefficient.low is None or coefficient.high is None:
        return CoefficientCell(
            number, say(say_in, labels.MISSING_INTERVALS, coefficient.interval_missing or "")
        )
    limits = {"low": _written(coefficient.low), "high": _written(coefficient.high)}
    between = say_in.gettext("between %(low)s and %(high)s") % limits
    return CoefficientCell(number, f"{between}: {_in_words(say_in, coefficient.low, coefficient.high)}")


def _in_words(say_in: Wording, low: float, high: float) -> str:
    """“fair”, or “weak to good” where the interval leaves that open."""
    first, last = _band(low), _band(high)
    if first == last:
        return say_in.gettext(first)
    return say_in.gettext("%(low)s to %(high)s") % {
        "low": say_in.gettext(first),
        "high": say_in.gettext(last),
    }


def _band(value: float) -> str:
    """By the figure as it is shown."""
    return next((name for limit, name in _BANDS if round(value, 2) >= limit), _BELOW)


def _written(value: float) -> str:
    """With two digits and a true minus; never “−0.00”."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")
