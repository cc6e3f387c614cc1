"""What is kept of a review comes back as it was, and the index knows what it has to follow."""

from tests.making import NOON, a_document, a_parsed_document, a_passage, a_recommendation, a_section
from wsr.domain.claims import Claim
from wsr.domain.judging import Judged, LastPlace
from wsr.domain.kinds import ClaimSource, Language, ReferenceSource, ReviewType, Role, Status
from wsr.domain.passages import DocumentWarning
from wsr.domain.review import Board, Review
from wsr.store import documents, reviews
from wsr.store.database import Sessions
from wsr.store.last_places import last_place


def _review(**facts: object) -> Review:
    defaults: dict[str, object] = {
        "reference": "CPR2019-W91",
        "reference_as_printed": None,
        "reference_source": ReferenceSource.FILE_NAME,
        "slug": "cpr2019-w91",
        "review_type": ReviewType.CPR,
        "form": None,
        "criteria": (),
        "title": "Child Practice Review",
        "language": "en",
        "status": Status.PUBLISHED,
        "board": Board(id="gwent", name="Gwent Safeguarding Board"),
        "board_reference": None,
        "board_reference_as_printed": None,
        "subjects": (),
        "authors": (),
        "incident_date": None,
        "report_date": None,
        "publication_date": "2019-05",
        "year": 2019,
        "year_basis": "publication",
        "pages": 1,
        "agencies": (),
        "documents": (a_document(),),
        "claims": (),
        "sections": (),
        "passages": (),
        "recommendations": (),
        "warnings": (),
    }
    return Review(**{**defaults, **facts})  # type: ignore[arg-type]


def _parsed() -> object:
    return a_parsed_document(
        "The health visitor kept on calling.",
        "Ymwelodd yr ymwelydd iechyd â’r tŷ.",
        sections=(a_section(), a_section(1, "Analysis")),
        recommendations=(a_recommendation(1, "The Board should ask again.", addressees=("The Board",)),),
        claims=(
            Claim(
                field="title", value="Review", source=ClaimSource.DOCUMENT, document="d1", page=1, quote="R"
            ),
        ),
        warnings=(DocumentWarning(kind="number_gap", detail="Paragraph 3 is missing.", page=2),),
        hold_reasons=("An NHS number is printed on page 1.",),
        agencies=("police",),
        coded_agencies=("LA1",),
    )


def _add(sessions: Sessions) -> int:
    with sessions.begin() as session:
        number = reviews.add_review(session, _review(), NOON)
        documents.add_document(session, number, a_document(), _parsed())  # type: ignore[arg-type]
        reviews.update_review(session, number, _review())
    return number


def test_a_document_comes_back_as_it_was(sessions: Sessions) -> None:
    """Sections, passages with boxes, recommendations with places, claims and warnings survive unchanged."""
    _add(sessions)

    with sessions() as session:
        kept = reviews.load_review(session, "CPR2019-W91")

    assert kept is not None
    assert ((a_document(), _parsed()),) == kept.documents


def test_a_review_is_found_by_reference_and_by_slug(sessions: Sessions) -> None:
    """Both names lead to the same review, and an unknown one to none."""
    number = _add(sessions)

    with sessions() as session:
        found = [reviews.load_review(session, name) for name in ("CPR2019-W91", "cpr2019-w91", "CPR2019-W92")]

    assert [number, number, None] == [review and review.id for review in found]


def test_a_change_makes_the_review_dirty_until_the_index_has_that_very_revision(sessions: Sessions) -> None:
    """An index that followed an earlier revision does not hide a later change."""
    number = _add(sessions)
    with sessions.begin() as session:
        ((_, _, followed),) = reviews.dirty_reviews(session)
        reviews.update_review(session, number, _review(title="Changed"))
        reviews.mark_indexed(session, number, followed)
        still_dirty = reviews.dirty_reviews(session)
        reviews.mark_indexed(session, number, still_dirty[0][2])

    with sessions() as session:
        assert [(number, "CPR2019-W91", followed + 1)] == still_dirty
        assert reviews.dirty_reviews(session) == []


def test_a_new_version_is_current_and_the_old_one_is_kept(sessions: Sessions) -> None:
    """The second file of the same role and language takes the place of the first, which stays in the store."""
    number = _add(sessions)
    second = a_document("b" * 64, id="d2", version=2)
    with sessions.begin() as session:
        documents.add_document(session, number, second, a_parsed_document("New words."))

    with sessions() as session:
        kept = reviews.load_review(session, "CPR2019-W91")
        known = documents.known_documents(session)

    assert kept is not None
    assert [document.id for document, _ in kept.documents] == ["d2"]
    assert [(item.document.id, item.document.version, item.is_current) for item in known] == [
        ("d1", 1, False),
        ("d2", 2, True),
    ]


def test_where_a_lost_passage_stood_is_told_in_the_present_document(sessions: Sessions) -> None:
    """By the section of the same heading, else by the page; what no version has, and no document, has no place."""
    number = _add(sessions)
    sections = (a_section(), a_section(1, "Findings"), a_section(2, "Analysis"))
    second = a_document("b" * 64, id="d2", version=2)
    passages = (a_passage(3, "On page three.", "s1", page_first=3, page_last=3), a_passage(4, "Late.", "s2"))
    lost = Judged(
        key="k", role=Role.REPORT, language=Language.EN, passage_key="key000000004", quote="Late.", before="",
        after="", start=0, standing=None, decisions=(),
    )  # fmt: skip
    with sessions.begin() as session:
        documents.add_document(
            session, number, second, a_parsed_document(sections=sections, passages=passages, pages=3)
        )
        third = a_document("c" * 64, id="d3", version=3)
        documents.add_document(
            session, number, third, a_parsed_document("New.", sections=(a_section(), sections[2]), pages=2)
        )

    def place(**facts: object) -> LastPlace | None:
        with sessions() as session:
            return last_place(session, number, lost.model_copy(update=facts))

    assert LastPlace(document="d3", section="s2", heading="Analysis", page=1) == place()
    assert LastPlace(document="d3", section=None, heading="Findings", page=2) == place(
        passage_key="key000000003"
    )
    assert None is place(passage_key="never held")
    assert None is place(language=Language.CY)


def test_a_companion_stands_beside_the_report(sessions: Sessions) -> None:
    """A document of another role leaves the report current."""
    number = _add(sessions)
    briefing = a_document("b" * 64, id="d2", role=Role.BRIEFING)
    with sessions.begin() as session:
        documents.add_document(
            session, number, briefing, a_parsed_document("Seven boxes.", role=Role.BRIEFING)
        )

    with sessions() as session:
        kept = reviews.load_review(session, "CPR2019-W91")
        (summary,) = reviews.summaries(session)

    assert kept is not None
    assert [document.id for document, _ in kept.documents] == ["d1", "d2"]
    assert summary.roles == (Role.REPORT, Role.BRIEFING)
    assert summary.passages == 3


def test_a_newer_reading_replaces_the_parts_of_the_same_bytes(sessions: Sessions) -> None:
    """Nothing of the earlier reading is left."""
    _add(sessions)
    with sessions.begin() as session:
        documents.replace_document(session, a_document(), a_parsed_document("Read better."))

    with sessions() as session:
        kept = reviews.load_review(session, "CPR2019-W91")

    assert kept is not None
    assert ((a_document(), a_parsed_document("Read better.")),) == kept.documents


def test_claims_of_the_manifest_belong_to_no_document(sessions: Sessions) -> None:
    """They come back beside the documents, and later ones replace them."""
    number = _add(sessions)
    first, second = (
        Claim(field="board", value=value, source=ClaimSource.MANIFEST) for value in ("gwent", "north-wales")
    )
    with sessions.begin() as session:
        reviews.set_outside_claims(session, number, [first])
        reviews.set_outside_claims(session, number, [second])

    with sessions() as session:
        kept = reviews.load_review(session, "CPR2019-W91")

    assert kept is not None
    assert (second,) == kept.claims


def test_a_release_stands_until_a_new_reason_is_found(sessions: Sessions) -> None:
    """A later reading with the same reason stays released; another reason holds the review again."""
    number = _add(sessions)
    other = a_parsed_document("Read again.", hold_reasons=("A full date of birth is printed on page 2.",))
    with sessions.begin() as session:
        held = documents.unreleased_reasons(session, number)
        documents.release_documents(session, number, NOON)
        released = documents.unreleased_reasons(session, number)
        documents.replace_document(session, a_document(), _parsed())  # type: ignore[arg-type]
        same = documents.unreleased_reasons(session, number)
        documents.replace_document(session, a_document(), other)
        anew = documents.unreleased_reasons(session, number)

    assert held == ["An NHS number is printed on page 1."]
    assert [] == released == same
    assert anew == ["A full date of birth is printed on page 2."]
