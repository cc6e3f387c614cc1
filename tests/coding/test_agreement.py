"""Coefficients of agreement: as published, as counted by hand, and never anything that is no number."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coding.judgements import a_judgement, shared
from tests.making import NOON
from wsr.coding.agreement import _rounded, agreement_of, alpha, judgement_of, kappa
from wsr.domain.agreement import Agreement, Aspect, Coder, Coefficient, Compared, Missing, SharedExtract
from wsr.domain.coding import Coding, Decision, Extract, Stance, Verdict
from wsr.vocabulary.codebooks import standard_codebook

CODEBOOK = standard_codebook()
GOOD, NORM = Stance.IDENTIFIED, Stance.GENERAL
CALLS = "communication/persistent-communication"
TRUST = "care-and-support/working-relationships"

MACHINE = Extract(
    id="e1",
    key="key00001",
    document="d1",
    passage="p1",
    start=0,
    end=15,
    text="They came back.",
    page=1,
    stance=GOOD,
    codes=(Coding(theme="communication", subtheme="persistent-communication"),),
)


def compare(extracts: Sequence[SharedExtract], people: str = "AB") -> Agreement:
    """The agreement of people of one letter each."""
    return agreement_of(
        tuple(extracts), tuple(Coder(person=one, judged=len(extracts)) for one in people), CODEBOOK
    )


def row(found: Agreement, aspect: Aspect, value: str = "") -> Compared:
    """What was found of one thing."""
    return next(one for one in found.compared if (one.aspect, one.value) == (aspect, value))


def stances(*pairs: tuple[Stance | None, Stance | None]) -> list[SharedExtract]:
    """Extracts to which A and B give these stances."""
    return [
        shared(number, a_judgement("A", first), a_judgement("B", second))
        for number, (first, second) in enumerate(pairs)
    ]


def test_kappa_is_cohens() -> None:
    """The table of 200 judgements in Cohen 1960: agreement 0.70, by chance 0.41, kappa 0.492."""
    table = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
    units = [(str(a), str(b)) for a, b in product(range(3), repeat=2) for _ in range(table[a][b])]

    assert pytest.approx((0.70 - 0.41) / (1 - 0.41)) == kappa(units)
    assert 0.492 == round(kappa(units), 3)


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
)
def test_alpha_is_krippendorffs(rows: tuple[str, ...], value: float) -> None:
    """The examples A, B and C of Krippendorff 2011: two values, several, and four observers with gaps."""
    units = [tuple(said for said in unit if said != ".") for unit in zip(*map(str.split, rows), strict=True)]

    assert value == round(alpha([unit for unit in units if len(unit) > 1]), 3)


def test_a_table_counted_by_hand() -> None:
    """
    Two people, 20 extracts: 9 times both good, 7 times both a norm, 3 and 1 times not the same.

    Kappa: 0.8 observed, by chance 0.6 * 0.5 + 0.4 * 0.5 = 0.5. Alpha: 1 - 39 * (4 * 2) / (2 * 22 * 18).
    """
    pairs = [*[(GOOD, GOOD)] * 9, *[(NORM, NORM)] * 7, *[(GOOD, NORM)] * 3, (NORM, GOOD)]
    found = row(compare(stances(*pairs)), Aspect.STANCE)
    (between,) = found.kappas

    assert (20, 16, 0.8) == (between.n, between.same, between.raw)
    assert 0.6 == between.value
    assert round(1 - 39 * 8 / 792, 4) == found.alpha.value
    for one in (between, found.alpha):
        assert one.value is not None and one.low is not None and one.high is not None
        assert 0.1 < one.low < one.value < one.high < 1.0


def test_complete_agreement_is_one() -> None:
    """As long as there is something to agree on."""
    found = row(compare(stances(*[(GOOD, GOOD), (NORM, NORM)] * 5)), Aspect.STANCE)

    assert [(1.0, 1.0, 1.0)] * 2 == [(c.value, c.low, c.high) for c in (found.alpha, *found.kappas)]


def test_where_nothing_varies_nothing_is_measured() -> None:
    """All said the same of every extract: full agreement, no coefficient, and why."""
    found = row(compare(stances(*[(GOOD, GOOD)] * 12)), Aspect.STANCE)

    assert (12, 12, 1.0, None, Missing.NEVER_VARIES) == (
        found.alpha.n, found.alpha.same, found.alpha.raw, found.alpha.value, found.alpha.missing,
    )  # fmt: skip
    assert [Missing.NEVER_VARIES] == [one.missing for one in found.kappas]


def test_too_few_extracts_are_said_to_be_too_few() -> None:
    """One gives no figure; some give one without an interval; none gives no raw agreement either."""
    one = row(compare(stances((GOOD, NORM))), Aspect.STANCE).alpha
    some = row(compare(stances(*[(GOOD, NORM), (GOOD, GOOD), (NORM, NORM)] * 3)), Aspect.STANCE).alpha
    none = row(compare([]), Aspect.VERDICT).alpha

    assert (None, Missing.TOO_FEW) == (one.value, one.missing)
    assert some.value is not None
    assert (None, None, Missing.TOO_FEW) == (some.low, some.high, some.interval_missing)
    assert (0, None, None, Missing.TOO_FEW) == (none.n, none.raw, none.value, none.missing)


def test_a_theme_that_one_person_gives_once_is_no_agreement() -> None:
    """Although all but one extract are said alike: guessing would do as well."""
    extracts = [
        shared(n, a_judgement("A", codes=(CALLS,) if n == 5 else ()), a_judgement("B")) for n in range(400)
    ]
    (found,) = row(compare(extracts), Aspect.SUBTHEME, CALLS).kappas

    assert (399, 0.0) == (found.same, found.value)


def test_a_theme_is_given_by_its_sub_themes() -> None:
    """Two sub-themes of one theme are one theme and two sub-themes."""
    other = "communication/multi-agency-working"
    extracts = [
        shared(1, a_judgement("A", codes=(CALLS,)), a_judgement("B", codes=(other,))),
        shared(2, a_judgement("A", codes=()), a_judgement("B", codes=())),
    ]
    found = compare(extracts)

    assert (1.0, 2) == (
        row(found, Aspect.THEME, "communication").alpha.value,
        row(found, Aspect.THEME, "communication").alpha.same,
    )
    assert 1 == row(found, Aspect.SUBTHEME, CALLS).alpha.same
    assert [(Aspect.SUBTHEME,)] == [one.about for one in found.disagreements]


def test_each_stance_is_compared_by_itself() -> None:
    """Given or not: who confuses two stances agrees on the others."""
    found = compare(stances((GOOD, NORM), (Stance.CRITICISM,) * 2, (GOOD, GOOD), (Stance.CRITICISM,) * 2))

    assert 1.0 == row(found, Aspect.STANCE, "criticism").alpha.value
    assert 3 == row(found, Aspect.STANCE, "identified").alpha.same


def test_what_nobody_said_is_not_compared() -> None:
    """An extract without a stance of one of two counts for the verdict alone."""
    found = compare(
        [*stances((GOOD, GOOD), (NORM, NORM)), shared(9, a_judgement("A"), a_judgement("B", None))]
    )

    assert (3, 2) == (row(found, Aspect.VERDICT).alpha.n, row(found, Aspect.STANCE).alpha.n)
    assert () == found.disagreements


def test_alpha_is_over_everybody_and_kappa_over_each_pair() -> None:
    """Extracts that two of three judged count for the pair and for all."""
    extracts = [
        shared(1, *(a_judgement(one) for one in "ABC")),
        shared(2, a_judgement("A", NORM), a_judgement("B", NORM)),
        shared(3, a_judgement("A", NORM), a_judgement("C", GOOD)),
    ]
    found = compare(extracts, "ABC")

    assert (("A", "B"), ("A", "C"), ("B", "C")) == found.pairs
    assert (3, [2, 2, 1]) == (
        row(found, Aspect.STANCE).alpha.n,
        [one.n for one in row(found, Aspect.STANCE).kappas],
    )


def a_decision(verdict: Verdict, **facts: object) -> Decision:
    """A decision of A at noon."""
    return Decision.model_validate(
        {"person": "A", "decided_at": NOON, "verdict": verdict, "codebook": CODEBOOK.name, **facts}
    )


def test_who_keeps_an_extract_lets_the_machine_stand() -> None:
    """Its stance and codes are that person's, and known to be the machine's."""
    found = judgement_of(a_decision(Verdict.KEEP), MACHINE, CODEBOOK)

    assert (GOOD, (CALLS,), False, False) == (found.stance, found.codes, found.own_stance, found.own_codes)


def test_who_gives_other_words_says_them() -> None:
    """Also no code at all; and also about an extract that the machine finds no more."""
    found = judgement_of(a_decision(Verdict.KEEP, stance=NORM, codes=()), MACHINE, CODEBOOK)
    alone = judgement_of(a_decision(Verdict.KEEP, codes=(TRUST,)), None, CODEBOOK)

    assert (NORM, (), True, True) == (found.stance, found.codes, found.own_stance, found.own_codes)
    assert (None, (TRUST,)) == (alone.stance, alone.codes)


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.UNSURE])
def test_who_does_not_keep_an_extract_has_not_agreed_with_the_machine(verdict: Verdict) -> None:
    """Nothing is said of stance and codes, unless the person gave them."""
    found = judgement_of(a_decision(verdict), MACHINE, CODEBOOK)

    assert (None, None) == (found.stance, found.codes)
    assert NORM is judgement_of(a_decision(verdict, stance=NORM), MACHINE, CODEBOOK).stance


def test_codes_of_another_codebook_are_not_compared() -> None:
    """An earlier version of this one is; another says nothing of its themes."""
    other = judgement_of(a_decision(Verdict.KEEP, codes=("x/y",), codebook="ours 1"), MACHINE, CODEBOOK)
    earlier = judgement_of(
        a_decision(Verdict.KEEP, codes=(CALLS,), codebook=f"{CODEBOOK.id} 99"), MACHINE, CODEBOOK
    )

    assert (None, False) == (other.codes, other.own_codes)
    assert (CALLS,) == earlier.codes


def test_what_all_kept_of_the_machine_is_counted() -> None:
    """One who gave own words is enough for it not to be the machine's alone."""
    found = compare(
        [
            shared(1, a_judgement("A", own_stance=False), a_judgement("B", own_stance=False)),
            shared(2, a_judgement("A", own_stance=False), a_judgement("B")),
        ]
    )

    assert 1 == row(found, Aspect.STANCE).alpha.kept
    assert [0] == [one.kept for one in row(found, Aspect.VERDICT).kappas]


def test_disagreements_stand_in_the_order_of_the_text() -> None:
    """Passage 9 before passage 10; each with what it is about."""
    extracts = [
        shared(10, a_judgement("A", codes=(CALLS,)), a_judgement("B", codes=(TRUST,))),
        shared(9, a_judgement("A", NORM), a_judgement("B", verdict=Verdict.UNSURE)),
        shared(8, a_judgement("A"), a_judgement("B")),
    ]

    assert [("p9", (Aspect.VERDICT, Aspect.STANCE)), ("p10", (Aspect.THEME,))] == [
        (one.extract.passage, one.about) for one in compare(extracts).disagreements
    ]


said = st.tuples(
    st.sampled_from([None, GOOD, NORM, Stance.CRITICISM]), st.sampled_from([None, (), (CALLS,), (TRUST,)])
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(said, said, said), max_size=25))
def test_what_people_are_called_changes_nothing(
    answers: list[tuple[tuple[Stance | None, object], ...]],
) -> None:
    """Other names, in another order: the same figures, each defined or with the reason why not."""

    def under(names: str) -> Agreement:
        return compare(
            [
                shared(n, *(a_judgement(name, s, codes=c) for name, (s, c) in zip(names, unit, strict=True)))
                for n, unit in enumerate(answers)
            ],
            names,
        )

    first, second = under("ABC"), under("ZMB")
    for one, other in zip(first.compared, second.compared, strict=True):
        assert one.alpha == other.alpha
        assert sorted(map(repr, one.kappas)) == sorted(map(repr, other.kappas))
        assert all(_is_sound(coefficient) for coefficient in (one.alpha, *one.kappas))


def _is_sound(one: Coefficient) -> bool:
    """Never more than 1, never NaN, within its interval; or with the reason for what is missing."""
    if one.value is None:
        return one.missing is not None and one.low is None and one.high is None
    if one.low is None or one.high is None:
        return -1 <= one.value <= 1 and one.interval_missing is not None and one.low is one.high
    return -1 <= one.low <= one.value <= one.high <= 1


def test_no_agreement_beyond_chance_is_zero_and_not_minus_zero() -> None:
    """A coefficient that is a hair below nothing is rounded to 0.0, whoever comes first."""
    assert "0.0" == str(_rounded(-1e-12))
