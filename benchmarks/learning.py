"""
The ranker of earlier recommendations against labelled sets, with the one rule by which it offers anything, and how long
answers over many recommendations take, and their groups.

    python -m benchmarks.learning [--half development|second|third|fourth|test|second_test|third_test] [--ranker lexical|meaning] [--model FOLDER] [--families]

Families are mended by what is seen of the development half (--families prints errors), bounds on that, the second, the
third and the fourth; of the three test sets nothing is printed but sums. The ranker by meaning needs
the extra "meaning" and a model: --model, or the setting WSR_SENTENCE_MODEL.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.labelled import DEVELOPMENT, SECOND_TEST, TEST
from benchmarks.scores import Share
from wsr.domain.learning import Alike
from wsr.domain.record import Record
from wsr.learning.asking import Asking
from wsr.learning.embedding import SentenceModel, Vectors, open_model
from wsr.learning.groups import groups
from wsr.learning.meaning import MeaningRanker
from wsr.learning.ranker import LexicalRanker, Ranker
from wsr.learning.scores import Sought
from wsr.repository.learning import MOST_LATER
from wsr.settings import Settings
from wsr.vocabulary.wordings import wordings

SETS = Path(__file__).with_name("learning_sets")
OFFERED = 5
MANY = 2_000
GROUPED = (2_000, 5_000)
DEGREES = ("close", "middle", "loose")
SEEN = (DEVELOPMENT, "second", "third", "fourth")
UNSEEN = (TEST, SECOND_TEST, "third_test")
SETS_OF_DRAFTS = (*SEEN, *UNSEEN)

Make = Callable[[Iterable[str]], Ranker]
"""Makes the ranker that is measured."""


class Earlier(Record):
    """A recommendation of the past."""

    id: str
    reference: str
    year: int
    text: str


class Draft(Record):
    """A recommendation that is being written."""

    id: str
    text: str
    answers: dict[str, str]
    """The degree of each earlier one that asks the same, by id."""
    look_alikes: tuple[str, ...]


class Answer(NamedTuple):
    """What is offered for a draft, best first, as (id, score)."""

    draft: Draft
    offered: list[tuple[str, float]]

    def place(self, wanted: str) -> int:
        """The place of an id among what is offered, from 0; a large one when it is not."""
        return next((place for place, (id, _) in enumerate(self.offered) if id == wanted), MANY)

    def above_look_alikes(self, wanted: str) -> bool:
        """Whether an id is offered, and above every look-alike."""
        place = self.place(wanted)
        return place < MANY and all(place < self.place(other) for other in self.draft.look_alikes)


def read_half(half: str) -> tuple[list[Earlier], list[Draft]]:
    """The recommendations of a half, and the drafts."""
    earlier = [Earlier.model_validate_json(line) for line in _lines(f"recommendations_{half}")]
    return earlier, [Draft.model_validate_json(line) for line in _lines(f"drafts_{half}")]


def answers(ranker: Ranker, earlier: Sequence[Earlier], drafts: Sequence[Draft]) -> list[Answer]:
    """What a ranker offers for each draft."""

    def named(found: Alike) -> tuple[str, float]:
        return earlier[found.index].id, found.score

    return [Answer(draft, [named(found) for found in ranker.rank(draft.text)]) for draft in drafts]


def sums(given: Sequence[Answer]) -> Iterator[str]:
    """Recall at five by degree, the loose above their look-alikes, false offers."""
    yield from recall(given)
    without = [each for each in given if not each.draft.answers]
    yield f"  {'false offers':40}{Share(sum(bool(each.offered) for each in without), len(without))}"
    lengths = [len(each.offered) for each in given if each.draft.answers]
    yield f"  {'offered for a draft with answers':40}{median(lengths):6.0f} (median), at most {max(lengths)}"


def by_subject(ranker: Ranker, earlier: Sequence[Earlier], drafts: Sequence[Draft]) -> Iterator[str]:
    """What later practice is ranked by: whatever is on the subject of a draft, asking the same or something else."""
    found, false = [], []
    for draft in drafts:
        offered = [earlier[each.index].id for each in ranker.rank(draft.text, Sought.SUBJECT)]
        on_it = [*draft.answers, *draft.look_alikes] if draft.answers else []
        found += [id in offered[:MOST_LATER] for id in on_it]
        if not draft.answers and not draft.look_alikes:
            false.append(bool(offered))
    yield f"  {f'on the subject, among the first {MOST_LATER}':40}{Share(sum(found), len(found))}"
    yield f"  {'offered where nothing is on it':40}{Share(sum(false), len(false))}"


def recall(given: Sequence[Answer]) -> Iterator[str]:
    """Recall at five by degree, and the loose above their look-alikes."""
    for degrees in (*((degree,) for degree in DEGREES), ("close", "middle")):
        wanted = [
            (each, id) for each in given for id, degree in each.draft.answers.items() if degree in degrees
        ]
        found = Share(sum(each.place(id) < OFFERED for each, id in wanted), len(wanted))
        yield f"  {' and '.join(degrees) + f' among the first {OFFERED}':40}{found}"
    loose = [(each, id) for each in given for id, degree in each.draft.answers.items() if degree == "loose"]
    above = Share(sum(each.above_look_alikes(id) for each, id in loose), len(loose))
    yield f"  {'loose above its look-alikes':40}{above}"


def among_all(make: Make, half: str) -> Iterator[str]:
    """Recall where the recommendations of all sets are held; what is offered for other drafts may then be right."""
    earlier, drafts = read_half(half)
    others = [each for other in SETS_OF_DRAFTS if other != half for each in read_half(other)[0]]
    held = [*earlier, *(each.model_copy(update={"id": f"other {each.id}"}) for each in others)]
    yield f"  among {len(held)} earlier recommendations, those of all sets"
    yield from recall(answers(make(each.text for each in held), held, drafts))


def alone(make: Make, earlier: Sequence[Earlier], drafts: Sequence[Draft]) -> Iterator[str]:
    """How often a loose answer is offered where the closer one to the same draft is not held."""
    found = []
    for draft in drafts:
        loose = [id for id, degree in draft.answers.items() if degree == "loose"]
        held = [each for each in earlier if each.id in loose or each.id not in draft.answers]
        given = answers(make(each.text for each in held), held, [draft])[0]
        found += [given.place(id) < OFFERED for id in loose]
    yield f"  {'loose where no closer one is held':40}{Share(sum(found), len(found))}"


def errors(given: Sequence[Answer], ranker: Ranker, earlier: Sequence[Earlier]) -> Iterator[str]:
    """Answers that are not among the first, and what is offered where there is none, with the reasons."""
    texts = {each.id: each.text for each in earlier}
    for answer in given:
        told = {earlier[each.index].id: each for each in ranker.rank(answer.draft.text)}
        missed = [id for id in answer.draft.answers if answer.place(id) >= OFFERED]
        false = [id for id in told if not answer.draft.answers]
        for kind, ids in (("missed", missed), ("false", false)):
            for id in ids:
                yield f"  {kind} {answer.draft.id}: {answer.draft.text}"
                yield f"    - {texts[id]}"
                yield f"      {'; '.join(map(str, told[id].because)) if id in told else 'not offered'}"


def speed(make: Make, earlier: Sequence[Earlier], drafts: Sequence[Draft]) -> Iterator[str]:
    """How long an answer over many recommendations takes: those of the half, each with words of another."""
    many = mixed([each.text for each in earlier], MANY)
    start = time.perf_counter()
    ranker = make(many)
    prepared = time.perf_counter() - start
    took = []
    for draft in drafts[:30]:
        start = time.perf_counter()
        ranker.rank(draft.text)
        took.append(time.perf_counter() - start)
    yield f"  {f'preparing {MANY:,} recommendations':40}{prepared:6.2f} s"
    yield f"  {'an answer':40}{median(took) * 1000:6.0f} ms (median), at most {max(took) * 1000:.0f} ms"


def speed_of_groups(earlier: Sequence[Earlier]) -> Iterator[str]:
    """How long the groups of many recommendations take, which are worked out while nobody waits."""
    for number in GROUPED:
        ranker = LexicalRanker(mixed([each.text for each in earlier], number))
        start = time.perf_counter()
        likeness = ranker.likeness()
        alike = time.perf_counter() - start
        start = time.perf_counter()
        found = groups(likeness)
        grouped = time.perf_counter() - start
        label = f"groups of {number:,} recommendations"
        yield f"  {label:40}{alike:6.2f} s for {len(likeness):,} pairs, {grouped:.2f} s for {len(found):,} groups"


def mixed(texts: Sequence[str], number: int) -> list[str]:
    """So many recommendations: those given, over and over, each with words of another."""
    return [f"{texts[n % len(texts)]} {_tail(texts[(n * 7 + 3) % len(texts)])}" for n in range(number)]


def _tail(text: str) -> str:
    words = text.split()
    return " ".join(words[-len(words) // 3 :])


def _lines(name: str) -> list[str]:
    return [line for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def reports(half: str, families: bool, make: Make = LexicalRanker) -> Iterator[str]:
    """Every line that is printed."""
    earlier, drafts = read_half(half)
    yield f"{half}: {len(drafts)} drafts against {len(earlier)} earlier recommendations"
    ranker = make(each.text for each in earlier)
    given = answers(ranker, earlier, drafts)
    yield from sums(given)
    yield from by_subject(ranker, earlier, drafts)
    yield from alone(make, earlier, drafts)
    yield from among_all(make, half)
    yield from speed(make, earlier, drafts)
    yield from speed_of_groups(earlier)
    if families and half in SEEN:
        yield from errors(given, ranker, earlier)


def by_meaning(model: SentenceModel) -> Make:
    """Makes rankers by meaning; no text is read twice."""
    known: dict[str, Vectors] = {}
    asking = Asking(model.vectors([text for each in wordings() for text in each]), [*map(len, wordings())])

    def make(texts: Iterable[str]) -> Ranker:
        held = list(texts)
        new = [text for text in dict.fromkeys(held) if text not in known]
        known.update(zip(new, model.vectors(new), strict=True))
        return MeaningRanker(held, [known[text] for text in held], model, asking)

    return make


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--half", choices=SETS_OF_DRAFTS, default=DEVELOPMENT)
    parser.add_argument("--ranker", choices=("lexical", "meaning"), default="lexical")
    parser.add_argument("--model", type=Path, default=Settings.load().sentence_model, help="a model folder")
    parser.add_argument("--families", action="store_true", help="print errors of the development halves")
    chosen = parser.parse_args()
    make: Make = LexicalRanker
    if chosen.ranker == "meaning":
        if chosen.model is None:
            parser.error("the ranker by meaning needs --model or the setting WSR_SENTENCE_MODEL")
        model = open_model(chosen.model)
        print(f"by meaning: {model.name}, {model.sha256[:12]}, unrelated {model.unrelated:.2f}", flush=True)
        make = by_meaning(model)
    for line in reports(chosen.half, chosen.families, make):
        print(line, flush=True)


if __name__ == "__main__":
    main()
