"""A codebook as the TOML file that the data folder takes; read by `wsr.vocabulary.codebooks`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from wsr.domain.codebook import Codebook, Cue, Subtheme, Theme


def codebook_toml(codebook: Codebook) -> str:
    """The text of the file: what is read from it is the same codebook."""
    return "\n".join(_lines(codebook)) + "\n"


def _lines(codebook: Codebook) -> Iterator[str]:
    yield f"id = {_text(codebook.id)}"
    yield f"version = {codebook.version}"
    yield f"speaks_from = {codebook.speaks_from!r}"
    yield f"title = {_text(codebook.title)}"
    yield f"source = {_text(codebook.source)}"
    if codebook.classes:
        yield "\n[classes]"
        yield from (f"{_text(each.id)} = {_text(', '.join(each.words))}" for each in codebook.classes)
    for theme in codebook.themes:
        yield "\n[[theme]]"
        yield from _code(theme)
        yield from _cues("theme", theme.cues)
        for subtheme in theme.subthemes:
            yield "\n[[theme.subtheme]]"
            yield from _code(subtheme)
            yield from _cues("theme.subtheme", subtheme.cues)


def _code(code: Theme | Subtheme) -> Iterator[str]:
    yield f"id = {_text(code.id)}"
    yield f"name = {_text(code.name)}"
    yield f"definition = {_text(code.definition)}"
    if isinstance(code, Subtheme):
        for name, sentences in (("includes", code.includes), ("excludes", code.excludes)):
            if sentences:
                yield f"{name} = {_list(sentences)}"
        if code.given_by_stance:
            yield f"given_by_stance = {_text(code.given_by_stance)}"


def _cues(place: str, cues: Iterable[Cue]) -> Iterator[str]:
    """The cues under their weights, in the order in which weights and cues come."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for cue in cues:
        by_weight[cue.weight].append(cue.pattern)
    if by_weight:
        yield f"[{place}.cues]"
        yield from (f'"{weight!r}" = {_list(patterns)}' for weight, patterns in by_weight.items())


def _list(texts: Iterable[str]) -> str:
    return f"[\n{''.join(f'  {_text(text)},' + chr(10) for text in texts)}]"


def _text(text: str) -> str:
    """A TOML string: JSON writes the same, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
