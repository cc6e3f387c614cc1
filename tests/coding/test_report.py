"""The report's parts are assembled from coded extracts: tallies by theme, examples that are strong and varied."""

from typing import Any

from wsr.coding.report import by_decision, by_stance, examples, others_than, themes_of, without_theme
from wsr.domain.codebook import Codebook, Subtheme, Theme
from wsr.domain.coding import Decided, Stance
from wsr.domain.report import Tally
from wsr.domain.search import Hit, Snippet

CODEBOOK = Codebook(
    id="small",
    version=1,
    title="Small",
    themes=(
        Theme(
            id="care",
            name="Care",
            definition="Help.",
            subthemes=(
                Subtheme(id="steady", name="Steady", definition="The same people."),
                Subtheme(id="patient", name="Patient", definition="Tried again."),
            ),
        ),
        Theme(
            id="learning",
            name="Learning",
            definition="What was learnt.",
            subthemes=(
                Subtheme(id="ideas", name="Ideas", definition="Suggested.", given_by_stance="suggested"),
            ),
        ),
    ),
)
TEXT = "The same worker came every week for two years, and was there when she was needed."


def a_hit(key: str, reference: str = "CPR2019-W91", **facts: Any) -> Hit:
    """An extract of steady care, identified."""
    defaults: dict[str, Any] = {
        "slug": reference.lower(),
        "review_type": reference[:3],
        "year": int(reference[3:7]),
        "title": "A review",
        "document": "d1",
        "section": "",
        "section_kind": "analysis",
        "language": "en",
        "id": "e1",
        "page": 1,
        "text": TEXT,
        "stance": "identified",
        "codes": ("care/steady",),
        "decided": "undecided",
        "snippet": Snippet(parts=((TEXT, False),), starts_inside=False, ends_inside=False),
        "score": 0.0,
        "because": (),
    }
    return Hit(**{**defaults, "reference": reference, "key": key, **facts})


def test_a_theme_counts_an_extract_once_and_its_codings_each() -> None:
    """Two sub-themes of one extract are two codings; criticism is in no theme, suggestion in its own sub-theme."""
    hits = [
        a_hit("a", codes=("care/steady", "care/patient")),
        a_hit("b", codes=("care",)),
        a_hit("c", stance="criticism"),
        a_hit("d", "APR2020-W90", stance="suggested", codes=("care/steady", "learning/ideas")),
    ]
    care, learning = themes_of(CODEBOOK, hits, {})

    assert (Tally(extracts=2, reviews=1), 3) == (care.found, care.codings)
    assert [1, 1] == [subtheme.found.extracts for subtheme in care.subthemes]
    assert (Tally(extracts=1, reviews=1), 1) == (learning.found, learning.codings)


def test_examples_are_of_different_reviews_types_and_years() -> None:
    """Not two of one review; the strongest of each."""
    hits = [
        a_hit("a"),
        a_hit("b"),
        a_hit("c", "CPR2019-W92"),
        a_hit("d", "APR2020-W90"),
        a_hit("e", "DHR2021-W93"),
    ]
    scores = {
        (hit.reference, hit.key): {"care/steady": score}
        for hit, score in zip(hits, (3, 4, 3.5, 1, 2), strict=True)
    }

    assert ["b", "e", "d"] == [hit.key for hit in examples(hits, scores, "care/steady")]


def test_what_a_person_kept_is_the_first_example() -> None:
    """Whatever the score; then comes what can be read at a glance."""
    hits = [a_hit("a", "CPR2019-W91"), a_hit("b", "APR2019-W92", decided="kept"), a_hit("c", "DHR2019-W93")]
    short = a_hit("0", "APR2019-W94", text="She came.")

    assert "b" == examples(hits, {("CPR2019-W91", "a"): {"care/steady": 9}})[0].key
    assert "a" == examples([short, hits[0]], {})[0].key


def test_an_extract_is_an_example_once_while_there_are_others() -> None:
    """But it is better than none."""
    both = a_hit("a", codes=("care/steady", "care/patient"))
    other = a_hit("b", "APR2020-W90", codes=("care/patient",))
    care = themes_of(CODEBOOK, [both, other], {})[0]
    alone = themes_of(CODEBOOK, [both], {})[0]

    assert [["a"], ["b"]] == [[hit.key for hit in part.examples] for part in care.subthemes]
    assert [["a"], ["a"]] == [[hit.key for hit in part.examples] for part in alone.subthemes]


def test_what_is_no_example_yet_is_told_apart() -> None:
    """So that a part after the themes shows others."""
    shown, more = a_hit("a"), a_hit("b", "APR2020-W90", codes=())

    assert [more] == others_than(themes_of(CODEBOOK, [shown, more], {}), [shown, more])


def test_sums_have_their_zeros() -> None:
    """Every stance, every state, and practice without a theme."""
    hits = [a_hit("a"), a_hit("b", codes=()), a_hit("c", stance="neutral", codes=(), decided="unsure")]

    assert {"identified": 2, "suggested": 0, "general": 0, "criticism": 0, "neutral": 1} == {
        stance.value: found.extracts for stance, found in by_stance(hits).items()
    }
    assert {Decided.UNDECIDED: 2, Decided.KEPT: 0, Decided.UNSURE: 1, Decided.REJECTED: 4} == by_decision(
        hits, 4
    )
    assert Tally(extracts=1, reviews=1) == without_theme(hits)
    assert Stance.NEUTRAL in by_stance([])
