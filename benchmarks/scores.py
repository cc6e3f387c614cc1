"""The arithmetic of measuring a coder against labels. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

Span = tuple[int, int]

ADDED = "learning-and-reflections/suggested-practice"
"""The code that a stance gives by itself: it says nothing of the subject."""


class Share(NamedTuple):
    """A part of a whole, printed with both counts; of nothing it is 0."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{self.value:6.1%} ({self.part} of {self.whole})"


class Confusion:
    """How often each label was given each answer."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.counts = Counter(pairs)

    def shown_as(self, label: str, said: str) -> Share:
        """Of what has a label, the part that was answered so."""
        return Share(self.counts[label, said], self._total(0, label))

    def precision(self, label: str) -> Share:
        return Share(self.counts[label, label], self._total(1, label))

    def recall(self, label: str) -> Share:
        return self.shown_as(label, label)

    def f1(self, label: str) -> float:
        total = self._total(0, label) + self._total(1, label)
        return 2 * self.counts[label, label] / total if total else 0.0

    def macro_f1(self, labels: Sequence[str]) -> float:
        """The mean over labels, each counting the same however rare it is."""
        return sum(map(self.f1, labels)) / len(labels)

    def _total(self, side: int, label: str) -> int:
        return sum(count for pair, count in self.counts.items() if pair[side] == label)


class Coded(NamedTuple):
    """The codes of one text, theme/subtheme or theme each."""

    labelled: tuple[str, ...]
    """That of its main subject first."""
    given: tuple[str, ...]
    """Best first."""


_Test = Callable[[list[str], list[str]], bool]

RIGHT: dict[str, _Test] = {
    "first right: theme": lambda labelled, given: themes(given)[:1] == themes(labelled)[:1],
    "first right: sub-theme": lambda labelled, given: given[:1] == labelled[:1],
    "first is any labelled theme": lambda labelled, given: themes(given)[0] in themes(labelled),
    "first is any labelled sub-theme": lambda labelled, given: given[0] in labelled,
    "main theme among the first two": lambda labelled, given: themes(labelled)[0] in themes(given[:2]),
    "main sub-theme among the first two": lambda labelled, given: labelled[0] in given[:2],
}
"""What may be right in the codes of a subject, labelled and given, when there are both."""


def theme_scores(lines: Sequence[Coded]) -> dict[str, str]:
    """What is printed of themes, under its name; what is right is a share of the texts on which the coder speaks."""
    subjects = [(subject(line.labelled), subject(line.given)) for line in lines]
    speaking = [(labelled, given) for labelled, given in subjects if labelled and given]
    scores = {"speaks": str(Share(sum(bool(given) for _, given in subjects), len(lines)))}
    for name, is_right in RIGHT.items():
        scores[name] = str(Share(sum(is_right(*pair) for pair in speaking), len(speaking)))
    in_two = sum(RIGHT["main theme among the first two"](*pair) for pair in speaking)
    scores["main theme among the first two, of all"] = str(Share(in_two, len(lines)))
    scores["codes an extract"] = f"{Share(sum(len(line.given) for line in lines), len(lines)).value:6.2f}"
    by_theme = [Coded(*(tuple(themes(codes)) for codes in line)) for line in lines]
    for level, these in (("theme", by_theme), ("sub-theme", lines)):
        common = sum(len(set(line.labelled) & set(line.given)) for line in these)
        scores[f"precision over all codes: {level}"] = str(
            Share(common, sum(len(line.given) for line in these))
        )
        scores[f"recall over all codes: {level}"] = str(
            Share(common, sum(len(line.labelled) for line in these))
        )
    return scores


def subject(codes: Iterable[str]) -> list[str]:
    """The codes without ADDED."""
    return [code for code in codes if code != ADDED]


def themes(codes: Iterable[str]) -> list[str]:
    """The themes of codes, each once, in order."""
    return list(dict.fromkeys(code.partition("/")[0] for code in codes))


def overlapped(spans: Iterable[Span], others: Sequence[Span]) -> Share:
    """How many of some stretches share at least one character with any of the others."""
    met = [any(start < other[1] and other[0] < end for other in others) for start, end in spans]
    return Share(sum(met), len(met))


def together(shares: Iterable[Share]) -> Share:
    """The share over all the wholes."""
    shares = list(shares)
    return Share(sum(share.part for share in shares), sum(share.whole for share in shares))


def boundaries(sentences: Iterable[str]) -> set[int]:
    """Where sentences meet: the letters and marks before each meeting, so that white space makes no difference."""
    ends, passed = [], 0
    for sentence in sentences:
        passed += len("".join(sentence.split()))
        ends.append(passed)
    return set(ends[:-1])


def split_scores(pairs: Iterable[tuple[set[int], set[int]]]) -> dict[str, str]:
    """What is printed of boundaries, by hand and found, of each passage."""
    pairs = list(pairs)
    common = sum(len(by_hand & found) for by_hand, found in pairs)
    return {
        "passages wholly right": str(Share(sum(by_hand == found for by_hand, found in pairs), len(pairs))),
        "boundaries: precision": str(Share(common, sum(len(found) for _, found in pairs))),
        "boundaries: recall": str(Share(common, sum(len(by_hand) for by_hand, _ in pairs))),
    }
