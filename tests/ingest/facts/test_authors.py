"""Authors are found wherever the types print them; chairs and others are not taken for them."""

from tests.ingest.facts.building import Heading, Row, Text, Title, a_reading
from wsr.domain.kinds import SectionKind
from wsr.ingest.facts.authors import find_authors

_Part = Title | Heading | Text | Row


def _named(*parts: _Part) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in find_authors(a_reading(*parts)):
        found.setdefault(claim.field, []).append(claim.value)
    return found


def test_reviewers_of_the_title_page() -> None:
    """Two on a line, post-nominals and firms left off."""
    assert {"authors": ["Gaynor Tresaith", "Dr Owain Maddox"]} == _named(
        Title("Reviewers: Gaynor Tresaith OBE and Dr Owain Maddox")
    )


def test_a_label_and_the_name_below_it() -> None:
    """The name stands on the next line; a further label ends the list."""
    lines = [Title("Report Author"), Title("Ceri Vale MBE"), Title("Independent Chair: Huw Rees")]

    assert {"authors": ["Ceri Vale"], "chair": ["Huw Rees"]} == _named(*lines)


def test_a_chair_is_the_author_only_where_nobody_else_is() -> None:
    """And says so in a claim of its own."""
    assert {"authors": ["Huw Rees"], "chair": ["Huw Rees"]} == _named(Title("Independent Chair: Huw Rees"))


def test_reviewers_of_the_statement() -> None:
    """A table of two columns; whoever signs as chair of the panel is left out."""
    statement = Heading("Statement by Reviewer(s)", SectionKind.REVIEWER_STATEMENT)
    parts = [
        Row(("REVIEWER 1 Catrin Maddox Independent", "REVIEWER 2 Huw Penri-Lloyd Head of Safeguarding")),
        Row(
            (
                "I have not been directly concerned with the child",
                "I have not been directly concerned with the child",
            )
        ),
        Row(
            (
                "Signature ____ Name Catrin Maddox Date 14 February 2017",
                "Signature ____ Name: Huw Penri-Lloyd Date: 14 February 2017",
            )
        ),
        Text("Chair of Review Panel (Signature) ____ Name: Rhodri Tallis Date 14 February 2017"),
    ]

    assert {"authors": ["Catrin Maddox", "Huw Penri-Lloyd"]} == _named(
        Title("Child Practice Review"), statement, *parts
    )


def test_the_author_of_the_overview_report() -> None:
    """A section of its own in a homicide review; authors of agencies' own reports are others."""
    parts = [
        Heading("Contributors"), Text("The IMR author was Tegwen Powell."),
        Heading("Author of the overview report"), Text("The chair and author of this review is Judith Arkwright-Bevan QPM. She is independent."),
    ]  # fmt: skip

    assert {"authors": ["Judith Arkwright-Bevan"]} == _named(Title("Domestic Homicide Review"), *parts)


def test_the_table_of_the_panel() -> None:
    """Who has the role of author there."""
    heads = ("Name", "Role", "Agency")
    rows = [
        Row(heads, heads, is_head=True), Row(("Judith Arkwright", "Independent Chair and author", "Independent"), heads),
        Row(("Colin Hathersage", "Head of public protection", "Dyfed-Powys Police"), heads),
    ]  # fmt: skip

    assert {"authors": ["Judith Arkwright"]} == _named(
        Title("Domestic Homicide Review"), Heading("The review panel"), *rows
    )


def test_a_report_without_a_named_author_has_none() -> None:
    """Nobody is guessed."""
    assert {} == _named(
        Title("Child Practice Review"),
        Text("The reviewers were independent of the case. South Wales Police took part."),
    )
