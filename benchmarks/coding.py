"""
The coder against labelled sets, and its speed.

    python -m benchmarks.coding [--families] [--reviews 12]

Rules are mended by what is seen of the development halves (--families prints their errors with the sentences); of
the test halves nothing is printed but sums. Each line is one text, coded as `wsr explain` does.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.coding_speed import speed_report
from benchmarks.labelled import (
    DEVELOPMENT,
    HALVES,
    SECOND_TEST,
    LabelledPassage,
    RecommendationLine,
    SplitPassage,
    StanceLine,
    ThemeLine,
    read_set,
)
from benchmarks.scores import (
    Coded,
    Confusion,
    Share,
    boundaries,
    overlapped,
    split_scores,
    subject,
    theme_scores,
    themes,
    together,
)
from wsr.coding.coder import Coder
from wsr.coding.terms import TermFinder
from wsr.domain.coding import Coding, Explanation, Stance
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.codebooks import standard_codebook
from wsr.vocabulary.term_lists import standard_list

STANCES = [stance.value for stance in Stance]


def stance_report(lines: Sequence[StanceLine], coder: Coder) -> Iterator[str]:
    """Precision, recall and F1 of each stance, what is shown as done that was not, and the table of confusions."""
    confusion = Confusion(
        (line.stance.value, coder.explain(line.text, line.section_kind).stance.value) for line in lines
    )
    yield f"  {len(lines)} sentences"
    for stance in STANCES:
        scores = f"precision {confusion.precision(stance)}  recall {confusion.recall(stance)}"
        yield f"  {stance:12}{scores}  F1 {confusion.f1(stance):.3f}"
    yield f"  macro-F1    {confusion.macro_f1(STANCES):.3f}"
    for stance in (Stance.CRITICISM, Stance.SUGGESTED):
        yield f"  {stance} shown as identified  {confusion.shown_as(stance, Stance.IDENTIFIED)}"
    yield f"  {'labelled as, said':20}" + "".join(f"{said:>12}" for said in STANCES)
    for label in STANCES:
        yield f"  {label:20}" + "".join(f"{confusion.counts[label, said]:>12}" for said in STANCES)


def theme_report(lines: Sequence[ThemeLine], coder: Coder) -> Iterator[str]:
    """What theme_scores tells of all lines, and of the implicit ones alone."""
    coded = [(line, Coded(line.codes, _codes(_explained(line, coder)))) for line in lines]
    scores = theme_scores([each for _, each in coded])
    implicit = theme_scores([each for line, each in coded if line.implicit])
    yield f"  {f'{len(lines)} sentences':40}{'all':24}implicit alone"
    for name, score in scores.items():
        yield f"  {name:40}{score:24}{implicit[name]}"


def recommendation_report(lines: Sequence[RecommendationLine], coder: Coder) -> Iterator[str]:
    """How often the first high-level theme is a right one, how many have any, and how many that should have none do."""
    found = [(line.themes, _recommended(line, coder)) for line in lines]
    labelled = [(wanted, got) for wanted, got in found if wanted]
    none = [got for wanted, got in found if not wanted]
    given, right = sum(len(got) for _, got in found), sum(len({*w} & {*got}) for w, got in found)
    yield f"  {len(lines)} recommendations"
    yield f"  first theme right      {Share(sum(bool(got) and got[0] in w for w, got in labelled), len(labelled))}"
    yield f"  coverage               {Share(sum(bool(got) for _, got in labelled), len(labelled))}"
    yield f"  precision              {Share(right, given)}"
    yield f"  recall                 {Share(right, sum(len(wanted) for wanted, _ in labelled))}"
    yield f"  none, but a theme said {Share(sum(bool(got) for got in none), len(none))}"


def extract_report(passages: Sequence[LabelledPassage], coder: Coder) -> Iterator[str]:
    """How much labelled practice becomes an extract that judges, with and without a term, and how much else does."""
    finder = TermFinder(coder.terms)
    with_term: list[Share] = []
    without: list[Share] = []
    precision = []
    for passage in passages:
        found = coder.explain(passage.text, passage.section_kind).sentences
        judged = [(each.start, each.end) for each in found if each.stance is not Stance.NEUTRAL]
        labelled = passage.spans()
        precision.append(overlapped(judged, labelled))
        for start, end in labelled:
            has_term = finder.find(passage.text[start:end])
            (with_term if has_term else without).append(overlapped([(start, end)], judged))
    yield f"  {len(passages)} passages"
    yield f"  recall                 {together(with_term + without)}"
    yield f"  recall with a term     {together(with_term)}"
    yield f"  recall without a term  {together(without)}"
    yield f"  precision              {together(precision)}"


def sentence_report(passages: Sequence[SplitPassage]) -> Iterator[str]:
    """Passages split as by hand, and boundaries, of each half."""
    for half in HALVES:
        yield f"  {half}"
        pairs = [(boundaries(p.sentences), boundaries(_split(p.text))) for p in passages if p.half == half]
        yield from (f"    {name:24}{score}" for name, score in split_scores(pairs).items())


def stance_families(lines: Sequence[StanceLine], coder: Coder) -> Iterator[str]:
    """The lines whose stance is wrong, by what they were taken for and their kind of difficulty."""
    families = defaultdict(list)
    for line in lines:
        told = coder.explain(line.text, line.section_kind)
        if told.stance is not line.stance:
            because = "; ".join(map(str, told.stance_because))
            families[f"{line.stance} said to be {told.stance}: {line.family}"].append((line.text, because))
    return _families(families)


def theme_families(lines: Sequence[ThemeLine], coder: Coder) -> Iterator[str]:
    """The lines whose best code is not of the main theme, by that and what it is taken for."""
    families = defaultdict(list)
    for line in lines:
        told = _explained(line, coder)
        first = subject(_codes(told))[:1]
        if themes(first) != themes(subject(line.codes))[:1]:
            because = "; ".join(f"{each.code} {each.score:g} ({_reasons(each)})" for each in told.codes)
            families[f"{themes(line.codes)[0]} said to be {(first or ['nothing'])[0]}"].append(
                (f"[{', '.join(line.codes)}] {line.text}", because)
            )
    return _families(families)


def sentence_families(passages: Sequence[SplitPassage]) -> Iterator[str]:
    """The passages that are split otherwise than by hand, each with both."""
    for passage in passages:
        found = _split(passage.text)
        if boundaries(passage.sentences) != boundaries(found):
            yield "  by hand  " + " | ".join(passage.sentences)
            yield "  found    " + " | ".join(found)


def _families(families: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    for name, members in sorted(families.items(), key=lambda family: -len(family[1])):
        yield f"  {name} ({len(members)})"
        for text, because in members:
            yield f"    - {text}"
            yield f"      {because or 'nothing spoke'}"


def _reasons(coding: Coding) -> str:
    return ", ".join(reason.words for reason in coding.because)


def _explained(line: ThemeLine, coder: Coder) -> Explanation:
    return coder.explain(line.text, line.section_kind)


def _recommended(line: RecommendationLine, coder: Coder) -> list[str]:
    return [coding.theme for coding in coder.recommendations.themes(line.text)]


def _codes(told: Explanation) -> tuple[str, ...]:
    return tuple(coding.code for coding in told.codes)


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def reports(families: bool, reviews: int) -> Iterator[str]:
    """Every line that is printed."""
    coder = Coder(standard_list(), standard_codebook())
    yield coder.version
    yield from ("", "speed")
    yield from speed_report(_dense(), reviews, coder)
    for half in (*HALVES, SECOND_TEST):
        if stances := read_set(f"stance_{half}", StanceLine):
            yield from ("", f"stance, {half}", *stance_report(stances, coder))
        if coded := read_set(f"themes_{half}", ThemeLine):
            yield from ("", f"themes, {half}", *theme_report(coded, coder))
        if recommended := read_set(f"recommendation_themes_{half}", RecommendationLine):
            yield from ("", f"recommendations, {half}", *recommendation_report(recommended, coder))
    if passages := read_set("passages_test", LabelledPassage):
        yield from ("", "extracts, test", *extract_report(passages, coder))
    if split := read_set("sentences", SplitPassage):
        yield from ("", "sentences", *sentence_report(split))
    if families:
        yield from _all_families(coder)


def _dense() -> list[str]:
    """The labelled texts of the development halves, which are measured before they have been seen."""
    stances = read_set(f"stance_{DEVELOPMENT}", StanceLine)
    coded = read_set(f"themes_{DEVELOPMENT}", ThemeLine)
    return [line.text for line in stances] + [line.text for line in coded]


def _all_families(coder: Coder) -> Iterator[str]:
    """Errors of the development halves alone."""
    stances = read_set(f"stance_{DEVELOPMENT}", StanceLine)
    yield from ("", "families of stance, development", *stance_families(stances, coder))
    coded = read_set(f"themes_{DEVELOPMENT}", ThemeLine)
    yield from ("", "families of themes, development", *theme_families(coded, coder))
    split = [passage for passage in read_set("sentences", SplitPassage) if passage.half == DEVELOPMENT]
    yield from ("", "sentences split otherwise, development", *sentence_families(split))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--families", action="store_true", help="print errors of the development halves")
    parser.add_argument("--reviews", type=int, default=12, help="generated reviews to code; 0 for none")
    chosen = parser.parse_args()
    for line in reports(chosen.families, chosen.reviews):
        print(line, flush=True)


if __name__ == "__main__":
    main()
