"""A new list or codebook is applied to what is stored, and says what it changed."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.shelf import take_in
from wsr.coding.coder import Coder
from wsr.domain.agreement import Aspect
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import UnknownVocabulary, VocabularyError
from wsr.repository.agreeing import agreement
from wsr.repository.deciding import Choice, decide, history
from wsr.repository.method import TermChoice, count_list
from wsr.repository.recoding import newer_held, recode
from wsr.repository.repository import Repository

LIST = """
id = "kindness"
version = 1
title = "Kindness"

[[term]]
id = "kind"

[[term]]
id = "evening calls"
match = ["evening call*", "called in the evening"]
"""


def kind(folder: Path) -> None:
    """One review, taken in."""
    words = "She was kind, and made an evening call. It was timely."
    make_review(folder / "arrivals" / "CPR2019-W91.pdf", analysis=(words,))
    take_in(folder)


BEGINNING = kind


@pytest.fixture
def held(repository: Repository) -> Repository:
    """Its repository."""
    return repository


def _add(repository: Repository, text: str, kind: str = "term_lists") -> None:
    folder = repository.settings.home / kind
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_text(text, encoding="utf-8")


def test_a_list_of_the_users_own_takes_over(held: Repository) -> None:
    """By its id; the extracts are found by its terms from now on, also in files that come later."""
    _add(held, LIST)
    report = list(recode(held, terms="kindness"))

    assert ["CPR2019-W91"] == [one.reference for one in report]
    assert {"kind", "evening calls"} == {t for e in held.review("cpr2019-w91").extracts for t in e.terms}
    assert "kindness 1" == held.coder().terms.name


def test_the_choice_outlives_the_program(held: Repository) -> None:
    """It is kept in the database with the whole list, so that a list changed under the same name changes nothing."""
    _add(held, LIST)
    list(recode(held, terms="kindness"))
    (held.settings.home / "term_lists" / "mine.toml").unlink()
    with Repository.open(held.settings) as again:
        assert "kindness 1" == again.coder().terms.name


def test_a_list_edited_under_the_same_version_is_applied(held: Repository) -> None:
    """A term added to it is looked for in all that is held, so that its count is no false nought."""
    _add(held, LIST)
    list(recode(held, terms="kindness"))
    _add(held, LIST + '\n[[term]]\nid = "timely"\n')
    (report,) = recode(held, terms="kindness")

    assert 1 == report.terms_changed
    assert {"kind", "evening calls", "timely"} == {
        term for extract in held.review("cpr2019-w91").extracts for term in extract.terms
    }
    assert [] == list(recode(held, terms="kindness"))


BOOK = """
id = "small-board"
version = 1
title = "Small"
speaks_from = 1
[[theme]]
id = "manner"
name = "Manner"
definition = "How people are met."
[theme.cues]
1 = ["kind"]
"""


SLUG = "cpr2019-w91"


def _rules_that_see_criticism(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of a later version, to which everything is criticism."""
    found = Coder.extracts

    def otherwise(coder: Coder, review: Review) -> list[Extract]:
        return [each.model_copy(update={"stance": Stance.CRITICISM}) for each in found(coder, review)]

    monkeypatch.setattr(Coder, "extracts", otherwise)


@pytest.mark.parametrize(
    ("choice", "changed"),
    [
        (Choice(Verdict.KEEP), 1),
        (Choice(Verdict.KEEP, stance=Stance.CRITICISM, codes=()), 0),
        (Choice(Verdict.REJECT), 0),
    ],
)
def test_what_a_person_kept_and_the_rules_now_see_otherwise_is_counted(
    held: Repository, choice: Choice, changed: int
) -> None:
    """Who kept an extract as the machine had it is told when that changes; what people said themselves does not."""
    extract = held.review("cpr2019-w91").extracts[0]
    decide(held, "cpr2019-w91", extract.key, "ann", choice)
    _add(held, BOOK, "codebooks")
    (report,) = recode(held, codebook="small-board")

    assert "kind" in extract.text
    assert changed == report.kept_changed


LATER = """
id = "small-board"
version = 2
title = "Small"
speaks_from = 1
[[theme]]
id = "manner"
name = "Manner"
definition = "How people are met."
[theme.cues]
1 = ["hurried"]
[[theme]]
id = "hours"
name = "Hours"
definition = "When people are met."
[theme.cues]
1 = ["kind"]
"""


def test_what_was_kept_stays_in_force_as_it_was_seen(
    held: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a later codebook and later rules: in the review, in searches, in the counts of terms and in agreement."""
    _add(held, LIST)
    _add(held, BOOK, "codebooks")
    list(recode(held, terms="kindness", codebook="small-board"))
    extract = held.review(SLUG).extracts[0]
    assert (Stance.IDENTIFIED, ("manner",)) == (extract.stance, extract.machine_codes)
    decide(held, SLUG, extract.key, "bob", Choice(Verdict.KEEP, stance=Stance.GENERAL))
    decide(held, SLUG, extract.key, "ann", Choice(Verdict.KEEP))
    _add(held, LATER, "codebooks")
    _rules_that_see_criticism(monkeypatch)
    (report,) = recode(held, codebook="small-board")
    kept = held.review(SLUG).extracts[0]

    assert 1 == report.kept_changed
    assert (Stance.CRITICISM, ("hours",)) == (kept.stance, kept.machine_codes)
    assert (Stance.IDENTIFIED, ("manner",), (1.0,)) == (
        kept.stance_in_force, kept.codes_in_force, kept.scores_in_force,
    )  # fmt: skip
    for asked, found in (
        ({"stance": ("identified",)}, 1), ({"theme": ("manner",)}, 1), ({"theme": ("hours",)}, 0),
    ):  # fmt: skip
        results = held.search(SearchQuery(unit=Unit.EXTRACT, decided=("kept",), **asked))
        assert found == results.total, asked
    (differing,) = agreement(held).disagreements
    assert (Aspect.STANCE,) == differing.about
    assert [(Stance.IDENTIFIED, ("manner",)), (Stance.GENERAL, ("manner",))] == [
        (one.stance, one.codes) for one in differing.extract.judgements
    ]
    counted = count_list(held, TermChoice(stance=("identified",))).counts
    assert 1 == max(term.found.reviews for term in counted.terms)


def test_what_nobody_kept_follows_the_rules(held: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rejected one, one that somebody was unsure of, and a kept one of which it is not known what was seen."""
    extract = held.review(SLUG).extracts[0]
    _rules_that_see_criticism(monkeypatch)
    for verdict in (Verdict.REJECT, Verdict.UNSURE):
        decide(held, SLUG, extract.key, "ann", Choice(verdict))
        (report,) = recode(held, every=True)
        assert (0, Stance.CRITICISM) == (report.kept_changed, held.review(SLUG).extracts[0].stance_in_force)


def test_who_decides_again_under_new_rules_affirms_what_they_say_now(
    held: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a new decision, though it says the same; the history has both."""
    key = held.review(SLUG).extracts[0].key
    decide(held, SLUG, key, "ann", Choice(Verdict.KEEP))
    _rules_that_see_criticism(monkeypatch)
    list(recode(held, every=True))
    decide(held, SLUG, key, "ann", Choice(Verdict.KEEP))

    assert Stance.CRITICISM is held.review(SLUG).extracts[0].stance_in_force
    assert [Stance.IDENTIFIED, Stance.CRITICISM] == [
        made.seen and made.seen.stance for made in history(held, SLUG, key)
    ]
    assert [0] == [one.kept_changed for one in recode(held, every=True)]


def test_what_is_held_and_newer_than_what_is_in_force_is_named(held: Repository) -> None:
    """Otherwise nobody would know after an upgrade, or an edit, that the older content goes on being used."""
    _add(held, LIST)
    list(recode(held, terms="kindness"))
    before = newer_held(held)
    _add(held, LIST.replace('"kind"', '"kindly"'))
    edited = newer_held(held)
    _add(held, LIST.replace("version = 1", "version = 2"))

    assert () == before
    assert ("--terms kindness",) == edited == newer_held(held)
    list(recode(held, terms="kindness"))
    assert () == newer_held(held)


def test_nothing_is_coded_twice_with_the_same_versions(held: Repository) -> None:
    """Unless every review is asked for."""
    assert [] == list(recode(held))
    assert 1 == len(list(recode(held, every=True)))


def test_an_unknown_name_changes_nothing(held: Repository) -> None:
    """The sentence names what there is."""
    with pytest.raises(UnknownVocabulary, match="best-practice 1"):
        list(recode(held, codebook="worst-practice"))
    assert "best-practice 1" == held.coder().codebook.name


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id = 'x", "mine.toml"),
        ("id = 'x'\nversion = 1\ntitle = 'X'", "terms"),
        (LIST.replace("kindness", "best-practice"), "another file"),
        ("id = 'x'\nversion = 1\ntitle = 'X'\nterm = 3", "mine.toml"),
    ],
)
def test_a_malformed_list_is_named(held: Repository, text: str, says: str) -> None:
    """The message names the file and what is wrong with it."""
    _add(held, text)
    with pytest.raises(VocabularyError, match=says):
        list(recode(held, terms="x"))
