"""Words broken at line ends are mended, compounds are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.ingest.structure.hyphens import joined, vocabulary_of


@pytest.mark.parametrize(
    ("lines", "elsewhere", "expected"),
    [
        (["safe\u2010", "guarding"], "", "safeguarding"),
        (["safe\u00ad", "guarding"], "", "safeguarding"),
        (["the safe-", "guarding board"], "safeguarding", "the safeguarding board"),
        (["a multi-", "agency meeting"], "multi-agency", "a multi-agency meeting"),
        (["a joined-", "up plan"], "joined up", "a joined-up plan"),
        (["Dyfed-", "Powys Police"], "", "Dyfed-Powys Police"),
        (["in 2015-", "2016 and"], "", "in 2015-2016 and"),
        (["one", "two"], "", "one two"),
    ],
)
def test_what_becomes_of_a_hyphen_at_a_line_end(lines: list[str], elsewhere: str, expected: str) -> None:
    """The document's own spelling elsewhere decides; typesetters' hyphens go, compounds stay."""
    assert expected == joined(lines, vocabulary_of([*lines, elsewhere]))


@given(
    st.lists(st.from_regex(r"[a-zA-Z]{1,9}([ -][a-z]{1,9}){0,3}[-\u2010\u00ad]?", fullmatch=True), min_size=1)
)
def test_no_letter_is_lost(lines: list[str]) -> None:
    """However lines are joined, their letters stay, in order."""
    text = joined(lines, vocabulary_of(lines))

    assert "".join(filter(str.isalpha, "".join(lines))) == "".join(filter(str.isalpha, text))
