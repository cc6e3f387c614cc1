"""Agreement between people: what they judged both, how far they say the same, and where they do not. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from wsr.coding.resampling import DRAWS, Statistic, Unit, alphas, interval, kappas
from wsr.domain.agreement import (
    Agreement,
    Aspect,
    Coder,
    Coefficient,
    Compared,
    Disagreement,
    Judgement,
    Missing,
    SharedExtract,
)
from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decision, Extract, Stance

FEWEST_FOR_VALUE = 2
FEWEST_FOR_INTERVAL = 10
"""Draws of fewer extracts are too much alike: their interval would look surer than it is."""

_DIGITS = 4


def judgement_of(decision: Decision, machine: Extract | None, codebook: Codebook) -> Judgement:
    """
    What a person says with a decision.

    Who keeps an extract and leaves its stance or codes has seen the machine's and let them stand: they count as
    that person's, whatever the machine says now; only where it is not known what they saw, it says what the machine
    says now. Who rejects an extract or is unsure of it, and gives neither, has said nothing of them. Codes of another
    codebook say nothing of this one's.
    """
    said = decision.or_seen(machine.as_seen("") if machine else None)
    of_now = decision.seen is None and decision.codes is None
    comparable = of_now or codebook.is_called(decision.codebook)
    return Judgement(
        person=decision.person,
        decided_at=decision.decided_at,
        verdict=decision.verdict,
        stance=said.said_stance,
        codes=said.said_codes if comparable else None,
        own_stance=decision.stance is not None,
        own_codes=comparable and decision.codes is not None,
        note=decision.note,
    )


def decided_alone(made: Iterable[Decision], person: str) -> bool:
    """
    Whether a person's decisions about one extract, among all about it in their order, were each made before anybody
    else decided, or alone. Decisions of which that is not known count as made after seeing what was there.
    """
    others = False
    for decision in made:
        if decision.person != person:
            others = True
        elif others and not decision.alone:
            return False
    return True


@lru_cache(maxsize=4)  # it takes a second or two, and readers turn the pages of the disagreements
def agreement_of(
    extracts: tuple[SharedExtract, ...], coders: tuple[Coder, ...], codebook: Codebook
) -> Agreement:
    """
    How far people agree on extracts that at least two of them judged, whatever the order of either.

    Args:
        extracts: With the judgements of these people, and of no others.
        coders: The people compared.
        codebook: The one whose themes are asked about.

    Source:
        Cohen 1960; Krippendorff 2011 (Computing Krippendorff's Alpha-Reliability); decision 0059.
    """
    in_order = sorted(extracts, key=_place)
    coders = tuple(sorted(coders, key=lambda coder: coder.person))
    pairs = tuple(combinations((coder.person for coder in coders), 2))
    return Agreement(
        codebook=codebook.name,
        coders=coders,
        pairs=pairs,
        extracts=len(in_order),
        alone=sum(extract.is_judged_alone for extract in in_order),
        compared=tuple(_compared(question, in_order, pairs) for question in _questions(codebook)),
        disagreements=tuple(
            Disagreement(about=about, extract=extract)
            for extract in in_order
            if (about := _differences(extract.judgements))
        ),
        draws=DRAWS,
        fewest=FEWEST_FOR_INTERVAL,
    )


def kappa(units: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa over what two people said of each extract; they must not have said one thing throughout."""
    from nltk.metrics.agreement import AnnotationTask  # late: it takes a second to import

    said = [(person, number, value) for number, unit in enumerate(units) for person, value in enumerate(unit)]
    return float(AnnotationTask(said).kappa_pairwise(0, 1))


def alpha(units: Sequence[tuple[str, ...]]) -> float:
    """Krippendorff's nominal alpha over the values, two or more, that each extract was given; they must vary."""
    from nltk.metrics.agreement import AnnotationTask  # late: it takes a second to import

    said = [(person, number, value) for number, unit in enumerate(units) for person, value in enumerate(unit)]
    return float(AnnotationTask(said).alpha())


class _Question(NamedTuple):
    """One thing to agree on: what a judgement answers (None: nothing), and whether the answer is the machine's."""

    aspect: Aspect
    value: str
    answer: Callable[[Judgement], str | None]
    kept: Callable[[Judgement], bool]


def _questions(codebook: Codebook) -> Iterator[_Question]:
    yield _Question(Aspect.VERDICT, "", lambda one: one.verdict.value, lambda one: False)
    yield _Question(Aspect.STANCE, "", lambda one: one.stance and one.stance.value, _kept_stance)
    for stance in Stance:
        yield _Question(Aspect.STANCE, stance.value, _gives_stance(stance), _kept_stance)
    for theme, subtheme in codebook.codes():
        aspect, code = Aspect.THEME, theme.id
        if subtheme is not None:
            aspect, code = Aspect.SUBTHEME, f"{theme.id}/{subtheme.id}"
        yield _Question(aspect, code, _gives_code(code), _kept_codes)


def _gives_stance(stance: Stance) -> Callable[[Judgement], str | None]:
    return lambda one: None if one.stance is None else str(one.stance is stance)


def _gives_code(code: str) -> Callable[[Judgement], str | None]:
    """Whether a code is given; a theme is given by any of its sub-themes."""
    below = f"{code}/"
    return lambda one: (
        None if one.codes is None else str(any(own == code or own.startswith(below) for own in one.codes))
    )


def _kept_stance(judgement: Judgement) -> bool:
    return not judgement.own_stance


def _kept_codes(judgement: Judgement) -> bool:
    return not judgement.own_codes


def _compared(
    question: _Question, extracts: Sequence[SharedExtract], pairs: Sequence[tuple[str, str]]
) -> Compared:
    answers = [
        {one.person: (said, question.kept(one)) for one in e.judgements if (said := question.answer(one))}
        for e in extracts
    ]
    several = [tuple(sorted(given.values())) for given in answers if len(given) > 1]
    return Compared(
        aspect=question.aspect,
        value=question.value,
        alpha=_coefficient(several, alpha, alphas),
        kappas=tuple(
            _coefficient([(given[a], given[b]) for given in answers if a in given and b in given], kappa, kappas)
            for a, b in pairs
        ),
    )  # fmt: skip


def _coefficient(
    given: Sequence[tuple[tuple[str, bool], ...]], estimate: Callable[..., float], statistic: Statistic
) -> Coefficient:
    """The coefficient of answers, each with whether it is the machine's."""
    units: list[Unit] = [tuple(said for said, _ in one) for one in given]
    n, same = len(units), sum(len(set(unit)) == 1 for unit in units)
    known = {
        "n": n,
        "same": same,
        "raw": round(same / n, _DIGITS) if n else None,
        "kept": sum(all(kept for _, kept in one) for one in given),
    }
    if n < FEWEST_FOR_VALUE:
        return Coefficient(**known, value=None, missing=Missing.TOO_FEW)
    if len({said for unit in units for said in unit}) == 1:
        return Coefficient(**known, value=None, missing=Missing.NEVER_VARIES)
    value = _rounded(estimate(units))
    if n < FEWEST_FOR_INTERVAL:
        return Coefficient(**known, value=value, interval_missing=Missing.TOO_FEW)
    limits = interval(units, statistic)
    if limits is None:
        return Coefficient(**known, value=value, interval_missing=Missing.SELDOM_VARIES)
    low, high = map(_rounded, limits)
    return Coefficient(**known, value=value, low=min(low, value), high=max(high, value))


def _rounded(figure: float) -> float:
    """To the digits shown; nothing is never negative."""
    return round(figure, _DIGITS) + 0.0


def _differences(judgements: Sequence[Judgement]) -> tuple[Aspect, ...]:
    """What people say differently; sub-themes are named only where the themes are the same."""
    codes = {frozenset(one.codes) for one in judgements if one.codes is not None}
    themes = {frozenset(code.partition("/")[0] for code in given) for given in codes}
    differing = {
        Aspect.VERDICT: len({one.verdict for one in judgements}) > 1,
        Aspect.STANCE: len({one.stance for one in judgements} - {None}) > 1,
        Aspect.THEME: len(themes) > 1,
        Aspect.SUBTHEME: len(codes) > 1 and len(themes) == 1,
    }
    return tuple(aspect for aspect, differs in differing.items() if differs)


def _place(extract: SharedExtract) -> tuple[str | int, ...]:
    """Review, document, page, passage (p9 before p12), place in it."""
    passage = extract.passage or ""
    return (
        extract.reference, extract.document or "", extract.page or 0, len(passage), passage, extract.start or 0,
        extract.key,
    )  # fmt: skip
