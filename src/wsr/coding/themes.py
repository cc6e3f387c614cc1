"""Which themes of a codebook a text speaks of, by weighted cues; where nothing speaks, none."""

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Coding, Reason, Stance
from wsr.language.patterns import Patterns

_THRESHOLD = 1.0


class ThemeCoder:
    """A codebook, ready to code texts."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._weights: dict[str, float] = {}
        patterns: dict[str, str] = {}
        for theme, subtheme in codebook.codes():
            for number, cue in enumerate((subtheme or theme).cues):
                name = f"{theme.id}/{subtheme.id if subtheme else ''}/{number}"
                patterns[name], self._weights[name] = cue.pattern, cue.weight
        self._patterns = Patterns(patterns)
        self._by_stance = [
            (theme.id, subtheme.id, subtheme.given_by_stance)
            for theme, subtheme in codebook.codes()
            if subtheme is not None and subtheme.given_by_stance
        ]

    def codes(self, text: str, stance: Stance) -> tuple[Coding, ...]:
        """The codes that the words speak for, best first, each with its score and those words; empty for none."""
        scores: dict[tuple[str, str], float] = {}
        because: dict[tuple[str, str], list[Reason]] = {}
        for found in self._patterns.find(text):
            theme, subtheme, _ = found.id.split("/")
            code = (theme, subtheme)
            scores[code] = scores.get(code, 0.0) + self._weights[found.id]
            because.setdefault(code, []).append(Reason(rule="cue", words=text[found.start : found.end]))
        spoken = sorted(
            (code for code, score in scores.items() if score >= _THRESHOLD),
            key=lambda code: (-scores[code], code),
        )
        coded = [
            Coding(theme=code[0], subtheme=code[1] or None, score=scores[code], because=tuple(because[code]))
            for code in spoken
        ]
        given = [
            Coding(
                theme=theme,
                subtheme=subtheme,
                score=1.0,
                because=(Reason(rule="stance", words=stance.value),),
            )
            for theme, subtheme, wanted in self._by_stance
            if wanted == stance
        ]
        return (*coded, *given)
