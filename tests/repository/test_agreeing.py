"""Two people decide about the same extracts of a real repository, and are compared."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from tests.repository.shelf import take_in
from wsr.domain.agreement import Aspect
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.errors import UnknownCoder
from wsr.repository.agreeing import agreement
from wsr.repository.deciding import Choice, decide
from wsr.repository.repository import Repository

SLUG = "cpr2019-w91"
SENTENCES = (
    "It was good practice that the health visitor went back on three evenings.",
    "It was good practice that the school nurse rang the office again.",
    "It was good practice that the records were kept each day.",
)


def praised(folder: Path) -> None:
    """A review of three extracts, taken in."""
    make_review(folder / "arrivals" / "CPR2019-W91.pdf", analysis=(" ".join(SENTENCES),))
    take_in(folder)


BEGINNING = praised


@pytest.fixture
def extracts(repository: Repository) -> list[Extract]:
    """The three."""
    return [e for e in repository.review(SLUG).extracts if e.text in SENTENCES]


def test_the_latest_decisions_of_two_people_are_compared(
    repository: Repository, extracts: list[Extract]
) -> None:
    """Each beside what the machine says; a decision that its person revised counts no more."""
    first, second, third = (one.key for one in extracts)
    decide(repository, SLUG, first, "Mari", Choice(Verdict.REJECT))
    for person in ("Mari", "Ifan"):
        decide(repository, SLUG, first, person, Choice(Verdict.KEEP))
        decide(repository, SLUG, third, person, Choice(Verdict.REJECT))
    decide(repository, SLUG, second, "Mari", Choice(Verdict.KEEP, stance=Stance.GENERAL, note="A norm."))
    decide(repository, SLUG, second, "Ifan", Choice(Verdict.KEEP, codes=()))
    found = agreement(repository)
    rows = {(row.aspect, row.value): row for row in found.compared}

    assert [("Ifan", 3), ("Mari", 3)] == [(coder.person, coder.judged) for coder in found.coders]
    assert (3, 3, 1.0) == (
        found.extracts,
        rows[Aspect.VERDICT, ""].alpha.same,
        rows[Aspect.VERDICT, ""].kappas[0].value,
    )
    assert (2, 1, 1) == tuple(getattr(rows[Aspect.STANCE, ""].alpha, name) for name in ("n", "same", "kept"))
    (differing,) = found.disagreements
    assert Aspect.STANCE in differing.about
    assert (second, extracts[1].page, extracts[1].text, extracts[1].passage) == (
        differing.extract.key,
        differing.extract.page,
        differing.extract.text,
        differing.extract.passage,
    )
    assert [("Ifan", Stance.IDENTIFIED, False, ""), ("Mari", Stance.GENERAL, True, "A norm.")] == [
        (one.person, one.stance, one.own_stance, one.note) for one in differing.extract.judgements
    ]


def test_it_is_said_how_many_were_judged_alone(repository: Repository, extracts: list[Extract]) -> None:
    """The first to decide is; who comes later only where others were not shown, each time; else it may be read off."""
    first, second, third = (one.key for one in extracts)
    for key, alone in ((first, True), (second, False), (third, False)):
        decide(repository, SLUG, key, "Mari", Choice(Verdict.KEEP))
        decide(repository, SLUG, key, "Ifan", Choice(Verdict.REJECT, alone=alone))
    decide(repository, SLUG, third, "Ifan", Choice(Verdict.UNSURE, alone=True))
    found = agreement(repository)

    assert (1, 3) == (found.alone, found.extracts)
    assert {first: [True, True], second: [False, True], third: [False, True]} == {
        each.extract.key: [one.alone for one in each.extract.judgements] for each in found.disagreements
    }
    decide(repository, SLUG, first, "Mari", Choice(Verdict.REJECT))
    assert 0 == agreement(repository).alone


def test_only_the_people_asked_for_are_compared(repository: Repository, extracts: list[Extract]) -> None:
    """Somebody who has decided about nothing is a mistake, answered with the names there are."""
    for person in ("Mari", "Ifan", "Siân"):
        decide(repository, SLUG, extracts[0].key, person, Choice(Verdict.KEEP))

    assert (("Ifan", "Siân"),) == agreement(repository, ["Siân", "Ifan"]).pairs
    assert 0 == agreement(repository, ["Mari"]).extracts
    with pytest.raises(UnknownCoder, match=r"“Nobody” has not decided.*Ifan, Mari, Siân"):
        agreement(repository, ["Mari", "Nobody"])


def test_what_is_gone_from_the_text_still_counts(
    repository: Repository, extracts: list[Extract], take: Taking, arrivals: Path
) -> None:
    """With what people said themselves; it has no page any more."""
    decide(repository, SLUG, extracts[0].key, "Mari", Choice(Verdict.KEEP))
    decide(repository, SLUG, extracts[0].key, "Ifan", Choice(Verdict.REJECT))
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("Nothing of it is left here at all, not one word.",))
    take()
    (differing,) = agreement(repository).disagreements

    assert ((Aspect.VERDICT,), None, None) == (
        differing.about,
        differing.extract.page,
        differing.extract.passage,
    )
    assert SENTENCES[0] == differing.extract.text


def test_an_empty_repository_compares_nobody(repository: Repository) -> None:
    """And says so with zeros, not with an error."""
    found = agreement(repository)

    assert ((), 0, ()) == (found.coders, found.extracts, found.disagreements)
