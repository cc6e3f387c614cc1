"""The four kinds of packs: what stands in each, from the same few extracts."""

from gettext import NullTranslations

import pytest

from tests.packs.making import a_material, a_quotable, a_wish
from wsr.domain.packs import Pack, PackLink, Quotable
from wsr.packs.briefing import briefing
from wsr.packs.checklist import audit_checklist
from wsr.packs.role import role_guide
from wsr.packs.session import session_pack

EN = NullTranslations()
CALLED = a_quotable(1)
TALKED = a_quotable(
    2, codes=("communication/effective-communication",), number="4.12", year=None, board_name=""
)
SHOULD = a_quotable(3, stance="suggested", codes=("learning-and-reflections/suggested-practice",))
MISSED = a_quotable(4, stance="criticism", codes=())
WISH = a_wish(1)
ALL = (CALLED, TALKED, SHOULD, MISSED, WISH)
KINDS = (session_pack, briefing, audit_checklist, role_guide)


def parts(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The texts quoted in each part."""
    return {part.id: tuple(quote.text for quote in part.quotes) for part in pack.parts}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_where_its_words_come_from(kind) -> None:  # type: ignore[no-untyped-def]
    """Reference, page and address of each quotation; the reviews to read; the method, whole."""
    pack = kind(EN, a_material(*ALL))
    more, method = pack.closing

    quotes = [quote for part in pack.parts for quote in part.quotes]
    rows = pack.checklist.rows if pack.checklist else ()
    assert {one.text for one in (*ALL[:3], WISH)} <= {q.text for q in quotes} | {
        row.statement for row in rows
    }
    for each in (*quotes, *rows):
        assert each.source.startswith("CPR2020-W")
        assert "page" in each.source
        assert each.address.startswith("https://wsr.example/")
    assert [f"https://wsr.example/en/reviews/cpr2020-w{n}" for n in (1, 2, 3, 4)] == [
        link.address for link in more.links[:-1]
    ]
    assert ("Searched for care.", "Chosen by rule.") == method.paragraphs
    assert ("CPR2020-W1", "CPR2020-W2", "CPR2020-W3", "CPR2020-W4") == pack.reviews


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_made_of_nothing(kind) -> None:  # type: ignore[no-untyped-def]
    """Then it says so, or leaves the part out."""
    assert kind(EN, a_material()).title == "Persistent care"


def test_an_hour_has_sixty_minutes() -> None:
    """Whatever is read in it."""
    (table,) = [part.table for part in session_pack(EN, a_material(*ALL)).parts if part.table]

    assert 60 == sum(int(minutes) for minutes, _ in table.rows)


def test_a_session_goes_by_stance_and_asks_by_theme() -> None:
    """Each extract in its part; a question for the sub-themes that are there, and none for others."""
    pack = session_pack(EN, a_material(*ALL))
    asked = next(part.points for part in pack.parts if part.id == "questions")

    assert {
        "valued": (CALLED.text, TALKED.text),
        "suggested": (SHOULD.text,),
        "criticised": (MISSED.text,),
        "recommended": (WISH.text,),
    } == {name: texts for name, texts in parts(pack).items() if texts}
    assert any("refuses help" in each for each in asked)
    assert not any("records" in each for each in asked)


def test_a_briefing_has_seven_boxes() -> None:
    """All seven, also when there is nothing to put into one."""
    assert 7 == len(briefing(EN, a_material(*ALL)).parts) == len(briefing(EN, a_material()).parts)


def test_a_checklist_goes_by_theme_and_leaves_five_columns_to_fill_in() -> None:
    """Numbers run on over themes, in the order of the codebook; what no theme speaks for comes last."""
    made = audit_checklist(EN, a_material(WISH, TALKED, CALLED)).checklist

    assert made is not None
    assert [(1, "Care and support"), (2, "Communication"), (3, "Other practice")] == [
        (row.number, row.theme) for row in made.rows
    ]
    assert ("Evidence", "Rating", "Action", "Owner", "Date") == made.heads[3:]
    assert "Recommendation" == made.rows[2].says


def test_a_recommendation_that_is_repeated_says_where() -> None:
    """In a checklist and beside a quotation."""
    material = a_material(a_wish(1, also=("CPR2021-W09", "DHR2016-W92")))
    made = audit_checklist(EN, material).checklist
    (quote,) = [q for part in session_pack(EN, material).parts for q in part.quotes]

    assert made is not None
    assert "Recommendation; alike in CPR2021-W09, DHR2016-W92" == made.rows[0].says
    assert "Recommendation 1; addressed to: The Board; alike in CPR2021-W09, DHR2016-W92" == quote.note


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_all_of_one_review_says_so(kind) -> None:  # type: ignore[no-untyped-def]
    """A reader takes one case for a pattern otherwise; also where a person chose."""
    one, two = (a_quotable(1, key=each) for each in "ab")

    def says_so(*quoted: Quotable) -> bool:
        pack = kind(EN, a_material(*quoted, by_hand=True))
        return any("from one review" in sentence for part in pack.parts for sentence in part.paragraphs)

    assert says_so(one, two)
    assert not says_so(one, TALKED)


def test_a_note_begins_with_a_capital() -> None:
    """Also where a recommendation has no label."""
    (quote,) = [q for part in session_pack(EN, a_material(a_wish(1, label=None))).parts for q in part.quotes]

    assert "Addressed to: The Board" == quote.note


def test_a_role_guide_goes_by_stance_then_by_theme() -> None:
    """Parts that have nothing are left out where a person chose; a rule says so."""
    by_hand = role_guide(EN, a_material(CALLED, TALKED, WISH, by_hand=True))
    by_rule = role_guide(EN, a_material(CALLED, TALKED, WISH))

    valued = ["valued", "valued-care-and-support", "valued-communication"]
    recommended = ["recommended", "recommended-other"]
    assert ["use", *valued, *recommended] == [part.id for part in by_hand.parts]
    assert ["use", *valued, "suggested", *recommended] == [part.id for part in by_rule.parts]


def test_a_role_guide_puts_what_others_did_under_a_heading_that_says_so() -> None:
    """Not among its own good practice, nor in the count of it."""
    others = a_quotable(9, text="The social worker rang the GP.", only_named=True)
    asked = a_wish(8, only_named=True)
    pack = role_guide(EN, a_material(CALLED, others, asked))
    heads = {part.id: part for part in pack.parts}

    assert ["1 extract in 1 review."] == list(heads["valued"].paragraphs[:1])
    assert "Named in what others did" == heads["named"].heading
    assert [others.text] == [quote.text for quote in heads["named"].quotes]
    assert [asked.text] == [quote.text for quote in heads["named-recommended"].quotes]
    assert not any(
        others.text == quote.text for id in heads if id.startswith("valued") for quote in heads[id].quotes
    )


@pytest.mark.parametrize("kind", KINDS)
def test_where_there_is_little_every_kind_says_so_and_where_to_look(kind) -> None:  # type: ignore[no-untyped-def]
    """No heading stands over nothing; where there is enough, nothing is said."""
    further = (PackLink(text="A topic next to it: Neglect", address="https://wsr.example/x"),)
    thin = kind(EN, a_material(CALLED, left=(4, 0, 0, 0), further=further))
    said = " ".join(sentence for part in thin.parts for sentence in part.paragraphs)
    plenty = [a_quotable(at) for at in range(10, 14)]
    plenty += [a_quotable(at, stance=stance) for stance in ("suggested", "criticism") for at in range(20, 24)]
    enough = kind(EN, a_material(*plenty, *(a_wish(at) for at in range(30, 34))))
    enough_said = " ".join(sentence for part in enough.parts for sentence in part.paragraphs)

    assert "ittle of this kind is quoted; more was found, and can be chosen by hand." in said
    assert "othing of this kind was found." in said
    assert "says where to look further" in said
    assert "A topic next to it: Neglect" in [link.text for link in thin.closing[0].links]
    assert all(
        part.paragraphs or part.quotes or part.points or part.table for part in thin.parts if part.level == 2
    )
    assert "of this kind" not in enough_said
    assert "look further" not in enough_said


def test_a_source_leaves_no_gap_for_what_is_not_known() -> None:
    """No board, no year."""
    (quote,) = [q for part in session_pack(EN, a_material(TALKED)).parts for q in part.quotes]

    assert "CPR2020-W2, page 2, paragraph 4.12" == quote.source
    assert "Child Practice Review, undated" == quote.review


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("She called again.", "She called again."),
        ("and stayed in touch for a year.", "… and stayed in touch for a year."),
        ("the tenacity of the team", "… the tenacity of the team …"),
        ("Was it “enough”?", "Was it “enough”?"),
    ],
)
def test_a_piece_of_a_sentence_is_marked_as_one(text: str, shown_as: str) -> None:
    """In a quotation and in a statement of an audit."""
    material = a_material(a_quotable(1, text=text))
    quoted = [quote.text for part in session_pack(EN, material).parts for quote in part.quotes]
    checklist = audit_checklist(EN, material).checklist

    assert [shown_as] == quoted
    assert checklist is not None
    assert [shown_as] == [row.statement for row in checklist.rows]
