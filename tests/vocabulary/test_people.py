"""Names of authors are told from posts, bodies and letters after names."""

import pytest

from wsr.vocabulary.people import label_at_start, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ceri Vale and Dr Ifan Rees", ["Ceri Vale", "Dr Ifan Rees"]),
        ("Gladys Morgan OBE, Independent Consultant and Dr. Ian Rees QPM", ["Gladys Morgan", "Dr Ian Rees"]),
        ("Siân ap Rhys BA (Hons) CQSW", ["Siân ap Rhys"]),
        ("Huw O’Brien KC", ["Huw O’Brien"]),
        ("R. D. McKenzie", ["R. D. McKenzie"]),
        ("June Arkwright-Bevan Date: 4 May 2018", ["June Arkwright-Bevan"]),
        ("Catrin Maddox Independent", ["Catrin Maddox"]),
        ("Head of Safeguarding", []),
        ("Powys Community Safety Partnership", []),
        ("the panel and the chair", []),
    ],
)
def test_names_of_persons(text: str, names: list[str]) -> None:
    """Post-nominals, posts and dates after a name are left off; bodies and posts give no name."""
    assert names == names_in(text)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Reviewers: Ceri Vale", True),
        ("Independent Chair and Author: Ceri Vale", True),
        ("Report written by Ceri Vale", True),
        ("Adolygydd: Ceri Vale", True),
        ("Chair of Review Panel: Ceri Vale", False),
        ("Reviewing the case", None),
        ("Byron Jones", None),
    ],
)
def test_labels_say_what_the_named_person_did(line: str, author: bool | None) -> None:
    """A label needs a mark after it, or is a preposition."""
    label = label_at_start(line)

    assert author == (label.author if label else None)
