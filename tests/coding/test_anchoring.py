"""What people decided about is found again in a text that has changed, and given up rather than guessed."""

from tests.making import a_passage
from wsr.coding.anchoring import Text, context_of, find_again
from wsr.domain.judging import Judged
from wsr.domain.kinds import Language, Role

QUOTE = "The midwife called again on three evenings."


def _judged(text: str = f"It rained. {QUOTE} Nobody answered.", key: str = "key000000001") -> Judged:
    start = text.index(QUOTE)
    before, after = context_of(text, start, start + len(QUOTE))
    return Judged(
        key="e" * 16,
        role=Role.REPORT,
        language=Language.EN,
        passage_key=key,
        quote=QUOTE,
        before=before,
        after=after,
        start=start,
        standing=None,
        decisions=(),
    )


def _texts(*texts: str, role: Role = Role.REPORT, language: Language = Language.EN) -> list[Text]:
    return [Text(a_passage(n, text), role, language) for n, text in enumerate(texts, start=1)]


def test_the_same_words_in_the_same_passage_are_found() -> None:
    """Offsets hold after the text before them has grown."""
    standing = find_again(_judged(), _texts(f"It rained hard that week. {QUOTE} Nobody answered."))

    assert standing is not None
    assert ("p1", 26, 26 + len(QUOTE)) == (standing.passage, standing.start, standing.end)


def test_words_that_moved_to_another_passage_are_found() -> None:
    """A paragraph that was joined to another, or cut from it, has another key."""
    standing = find_again(_judged(key="gone"), _texts("Another matter altogether.", QUOTE))

    assert standing is not None
    assert "p2" == standing.passage


def test_the_same_words_twice_are_told_apart_by_what_stands_around_them() -> None:
    """The surroundings decide, not the first place."""
    texts = _texts(f"{QUOTE} The door stayed shut.", f"It rained. {QUOTE} Nobody answered.")
    standing = find_again(_judged(key="gone"), texts)

    assert standing is not None
    assert "p2" == standing.passage


def test_a_corrected_version_keeps_the_place() -> None:
    """A slip of the pen that was mended does not lose a decision; the stretch covers whole words."""
    text = "It rained. The midwife called again, on three evenings. Nobody answered."
    standing = find_again(_judged(), _texts(text))

    assert standing is not None
    assert "The midwife called again, on three evenings." == text[standing.start : standing.end]


def test_its_own_document_comes_before_others() -> None:
    """A briefing that repeats the report does not take over what was decided in the report."""
    briefing = _texts(QUOTE, role=Role.BRIEFING)
    report = [Text(a_passage(9, QUOTE), Role.REPORT, Language.EN)]
    standing = find_again(_judged(key="gone"), [*briefing, *report])

    assert standing is not None
    assert "p9" == standing.passage


def test_words_that_are_gone_are_not_guessed() -> None:
    """Where nothing is nearly the same there is no standing."""
    assert find_again(_judged(), _texts("The midwife was praised by the family.", "")) is None
