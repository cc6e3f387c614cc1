"""The finite verbs of a sentence, with the subject of each."""

import pytest

from wsr.language.predicates import Hang, predicates


def read(text: str) -> list[tuple[str, str, str]]:
    """Each verb with its subject before it and how its clause hangs."""
    return [(text[slice(*each.subject)], " ".join(each.words), each.hang.value) for each in predicates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The nurse rang and came.", [("The nurse", "rang", "main"), ("The nurse", "came", "main")]),
        (
            "When she fell, the warden came.",
            [("she", "fell", "subordinate"), ("the warden", "came", "main")],
        ),
        (
            "When nobody answered at the front the warden walked round.",
            [("nobody", "answered", "subordinate"), ("the warden", "walked", "main")],
        ),
        (
            "The nurse who took the call did not wait.",
            [("The nurse", "took", "relative"), ("The nurse", "did not wait", "main")],
        ),
        (
            "The manager, when the nurse explained, signed it.",
            [("the nurse", "explained", "subordinate"), ("The manager,", "signed", "main")],
        ),
        (
            "She noticed that the clinic had closed and rang them.",
            [("She", "noticed", "main"), ("the clinic", "had closed", "content"), ("She", "rang", "main")],
        ),
        ("The care given by the ward was good.", [("The care given by the ward", "was good", "main")]),
        ("She kept the team informed.", [("She", "kept", "main")]),
        ("At the school, staff saw it.", [("staff", "saw", "main")]),
        ("On both visits the officers waited.", [("the officers", "waited", "main")]),
        ("After the arrest the team rang.", [("the team", "rang", "main")]),
        ("After the team rang, she came.", [("the team", "rang", "subordinate"), ("she", "came", "main")]),
        (
            "The carers, with no help from anybody, kept on.",
            [("The carers, with no help from anybody,", "kept", "main")],
        ),
        ("Referral to the clinic, returned as routine.", []),
        ("At no stage did the carers waver.", [("the carers waver", "did", "main")]),
        ("The panel commends the team.", [("The panel", "commends", "main")]),
        ("Good practice: the ward rang.", [("the ward", "rang", "main")]),
        ("Prompt referral by the school.", []),
    ],
)
def test_each_verb_has_its_subject(text: str, found: list[tuple[str, str, str]]) -> None:
    """Shared, led up to, interrupted, turned round."""
    assert found == read(text)


def test_a_passive_is_told_by_its_participle() -> None:
    """And an adjective in -ed is none without a form of “be”."""
    told, rang = predicates("The team was promptly told, and rang.")

    assert ("told", "") == (told.participle, rang.participle)
    assert Hang.MAIN is rang.hang


def test_nothing_is_found_in_nothing() -> None:
    """No words, or stops alone."""
    assert [] == predicates("") == predicates("; . ,")
