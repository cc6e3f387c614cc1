"""The benchmark of coding prints sums of what it measures, and sentences only when errors are asked for."""

import random

import pytest
from benchmarks.coding import (
    extract_report,
    recommendation_report,
    reports,
    sentence_report,
    stance_families,
    stance_report,
    theme_families,
    theme_report,
)
from benchmarks.coding_speed import speed_report
from benchmarks.labelled import (
    HALVES,
    SETS,
    LabelledPassage,
    RecommendationLine,
    SplitPassage,
    StanceLine,
    ThemeLine,
    read_set,
)
from benchmarks.narrative import narrative_sentence

from wsr.coding.coder import Coder
from wsr.domain.record import Record
from wsr.vocabulary.codebooks import standard_codebook
from wsr.vocabulary.term_lists import standard_list


@pytest.fixture(scope="module")
def coder() -> Coder:
    """The standard coder."""
    return Coder(standard_list(), standard_codebook())


def test_stance_is_told_by_sums(coder: Coder) -> None:
    """Every line is counted under its label; no word of it is printed."""
    line = {"section_kind": None, "family": "bare"}
    lines = [
        StanceLine(text="He moved to Zennor.", stance="neutral", **line),
        StanceLine(text="Zennor was reached by bus.", stance="neutral", **line),
    ]
    report = "\n".join(stance_report(lines, coder))

    assert "2 sentences" in report
    assert "recall 100.0% (2 of 2)" in report
    assert "Zennor" not in report


def test_errors_are_shown_in_families(coder: Coder) -> None:
    """A wrong stance and a wrong theme are printed with the sentence."""
    text = "He moved to Zennor."
    stance = StanceLine(text=text, section_kind=None, stance="criticism", family="bare")
    theme = ThemeLine(text=text, stance="identified", codes=("communication",), implicit=True)

    assert ["  criticism said to be neutral: bare (1)", f"    - {text}"] == list(
        stance_families([stance], coder)
    )[:2]
    assert ["  communication said to be nothing (1)", f"    - [communication] {text}"] == list(
        theme_families([theme], coder)
    )[:2]


def test_themes_are_told_for_all_and_for_implicit_lines(coder: Coder) -> None:
    """Two columns: an explicit line counts in the first alone."""
    lines = [
        ThemeLine(text="Nothing.", stance="identified", codes=("communication",), implicit=implicit)
        for implicit in (True, False)
    ]
    (speaks,) = [line for line in theme_report(lines, coder) if line.strip().startswith("speaks")]

    assert "(0 of 2)" in speaks
    assert "(0 of 1)" in speaks


def test_labelled_stretches_count_with_and_without_a_term(coder: Coder) -> None:
    """A neutral stretch is no practice and does not count."""
    passage = LabelledPassage(
        text="The response was timely. He went home. A timely end.",
        section_kind=None,
        extracts=[
            {"text": "The response was timely.", "stance": "identified"},
            {"text": "He went home.", "stance": "criticism"},
            {"text": "A timely end.", "stance": "neutral"},
        ],
    )
    report = list(extract_report([passage], coder))

    assert [(0, 24), (25, 38)] == passage.spans()
    assert "of 1)" in report[2]
    assert "of 1)" in report[3]


def test_sentences_are_measured_by_half() -> None:
    """A passage counts in its own half."""
    passages = [
        SplitPassage(text="One. Two.", sentences=("One.", "Two."), half="development"),
        SplitPassage(text="One. Two.", sentences=("One. Two.",), half="test"),
    ]
    right = [line for line in sentence_report(passages) if "wholly right" in line]

    assert ["(1 of 1)", "(0 of 1)"] == [line[-8:] for line in right]


def test_generated_reviews_are_coded(coder: Coder) -> None:
    """Labelled sentences and generated reviews give sentences a second; generated ones from the store, seconds."""
    report = [line.strip() for line in speed_report(["The response was timely. He rang."], 1, coder)]

    assert "2 dense labelled sentences: stance, terms and themes of each" == report[0]
    assert "a second at first" in report[1] and "a second later" in report[2]
    assert "sentences as reviews are written" in report[3]
    assert "183 reviews of 143 passages from the store, scaled from 3" == report[5]
    assert "183 reviews of 430 passages from the store, scaled from 1" == report[8]
    assert "read, coded and kept" in report[9] and "search index has followed" in report[10]


def test_narrative_hardly_judges(coder: Coder) -> None:
    """Sentences of a story are one sentence each, mostly different, and few of them make extracts."""
    chance = random.Random(1)
    sentences = [narrative_sentence(chance) for _ in range(200)]
    found = [stretch for sentence in sentences for stretch in coder.stretches(sentence)]

    assert len(set(sentences)) > 190
    assert len(found) == 200
    assert sum(stretch.counts for stretch in found) < 20


def test_themes_of_recommendations_are_told_by_sums(coder: Coder) -> None:
    """The first theme, how many have any, and how many have one that should have none."""
    lines = [
        RecommendationLine(text="Zennor should train its staff.", themes=("training",)),
        RecommendationLine(text="GPs should be told.", themes=("communication",)),
        RecommendationLine(text="Zennor should train its staff.", themes=()),
    ]
    report = "\n".join(recommendation_report(lines, coder))

    assert "Zennor" not in report
    assert "first theme right       50.0% (1 of 2)" in report
    assert "coverage               100.0% (2 of 2)" in report
    assert "none, but a theme said 100.0% (1 of 1)" in report


def test_the_whole_report_says_what_it_measured(coder: Coder) -> None:
    """It begins with the versions of list, codebook and rules."""
    assert coder.version == next(reports(families=False, reviews=0))


@pytest.mark.parametrize("name", sorted(path.stem for path in SETS.glob("*.jsonl")))
def test_labelled_sets_can_be_read(name: str) -> None:
    """Every line is what its set promises: halves in turn, stretches that stand in their passages."""
    kinds: dict[str, type[Record]] = {
        "stance": StanceLine,
        "themes": ThemeLine,
        "passages": LabelledPassage,
        "recommendation": RecommendationLine,
        "sentences": SplitPassage,
    }
    lines = read_set(name, kinds[name.partition("_")[0]])

    assert lines
    for number, line in enumerate(lines):
        if isinstance(line, LabelledPassage):
            assert len(line.spans()) <= len(line.extracts)
        if isinstance(line, SplitPassage):
            assert HALVES[number % 2] == line.half
            assert "".join(line.text.split()) == "".join("".join(line.sentences).split())
