"""What a person coded elsewhere becomes that person's decisions, and nothing else changes."""

from collections.abc import Callable, Iterable
from io import BytesIO
from textwrap import fill
from typing import Any

import pytest

from tests.repository.shelf import PLAIN, PRAISE, SLUG, THANKS, exported, file_of, key
from wsr.coding.coder import RULES, Coder
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.domain.exports import ExportFormat
from wsr.domain.imports import Imported
from wsr.domain.qda import Code, CodeApplied, Note, Project, Selection, Source, User
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import AccountNotFound, InvalidInput
from wsr.exchange.codes import Kind, Meaning
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdpx import read_qdpx
from wsr.exchange.users import machine_of
from wsr.exchange.write.qdpx import write_qdpx
from wsr.repository.deciding import Choice, all_judged, decide, history
from wsr.repository.importing import import_project
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.repository.upkeep import verify

pytestmark = pytest.mark.xdist_group("importing")

CARE = "care-and-support/persistent-care"
TALK = "communication/effective-communication"

NVIVO = User(guid=guid_of("test", "nvivo"), name="Ifan Jones")
"""How another program calls the person who coded there."""


def theme(code: str) -> str:
    """The guid of a theme or sub-theme."""
    return Meaning(Kind.THEME, code).guid


def verdict(value: Verdict) -> str:
    """The guid of a verdict."""
    return Meaning(Kind.VERDICT, value.value).guid


def coded(project: Project, words: str, *codes: str, user: User | None = NVIVO, **facts: Any) -> Project:
    """The project with words of its one source coded by somebody, in a selection of their own."""
    (source,) = project.sources
    start = source.text.index(words)
    selection = Selection(
        guid=guid_of("test", words, str(len(source.selections))),
        start=start,
        end=start + len(words),
        codings=tuple(
            CodeApplied(guid=guid_of("test", words, code), code=code, user=user.guid if user else None)
            for code in codes
        ),
        **facts,
    )
    users = {one.guid: one for one in (*project.head.users, *((user,) if user else ()))}
    return project.model_copy(
        update={
            "head": project.head.model_copy(update={"users": tuple(users.values())}),
            "sources": (source.model_copy(update={"selections": (*source.selections, selection)}),),
        }
    )


def with_source(project: Project, change: Callable[[Source], dict[str, Any]]) -> Project:
    """The project with other facts of its one source."""
    (source,) = project.sources
    return project.model_copy(update={"sources": (source.model_copy(update=change(source)),)})


def reasons(imported: Imported) -> list[str]:
    """Why what did not fit did not."""
    return [one.reason for one in imported.misfits]


def test_what_was_coded_elsewhere_becomes_a_decision(shelf: Repository) -> None:
    """By the account that was named; the index follows, and the rules' own codings are nobody's decision."""
    imported = import_project(shelf, coded(exported(shelf), PRAISE, theme(CARE), theme(TALK)), "ifan")
    (taken,) = imported.taken
    (decision,) = history(shelf, SLUG, key(shelf, PRAISE))

    assert ("CPR2019-W91", key(shelf, PRAISE), PRAISE, False) == (
        taken.reference,
        taken.key,
        taken.words,
        taken.is_new,
    )
    assert ("ifan", Verdict.KEEP, None, (CARE, TALK)) == (
        decision.person,
        decision.verdict,
        decision.stance,
        decision.codes,
    )
    assert (shelf.coder().codebook.name, None, None) == (decision.codebook, decision.start, decision.end)
    assert () == imported.misfits
    found = shelf.search(SearchQuery(unit=Unit.EXTRACT, subtheme=(CARE,), text="evenings"))
    assert [PRAISE] == [hit.text for hit in found.hits]
    assert [] == verify(shelf)


def test_the_same_file_twice_adds_nothing(shelf: Repository) -> None:
    """Nor does an export that comes back as it was."""
    project = coded(exported(shelf), PRAISE, theme(CARE))
    import_project(shelf, project, "ifan")
    again = import_project(shelf, project, "ifan")
    back = import_project(shelf, exported(shelf), "ifan")

    assert ((), 1, ()) == (again.taken, again.unchanged, again.misfits)
    assert ((), 1, ()) == (back.taken, back.unchanged, back.misfits)
    assert 1 == len(history(shelf, SLUG, key(shelf, PRAISE)))


@pytest.mark.parametrize(
    "choice",
    [
        Choice(Verdict.KEEP),
        Choice(Verdict.KEEP, Stance.GENERAL, ()),
        Choice(Verdict.KEEP, codes=("communication", CARE), note="Two lines\nof it."),
        Choice(Verdict.UNSURE),
        Choice(Verdict.UNSURE, Stance.CRITICISM, (TALK,)),
        Choice(Verdict.KEEP, start=0, end=20),
    ],
)
def test_every_decision_goes_out_and_comes_back_as_it_was(shelf: Repository, choice: Choice) -> None:
    """Whatever it says."""
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", choice)
    imported = import_project(shelf, exported(shelf), "mari")

    assert ((), 1, ()) == (imported.taken, imported.unchanged, imported.misfits)


def test_what_was_kept_goes_out_as_it_was_seen_and_comes_back_under_later_rules(
    shelf: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither file nor import lets the later rules speak for the person."""
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", Choice(Verdict.KEEP))
    (kept,) = history(shelf, SLUG, key(shelf, PRAISE))
    found = Coder.extracts

    def otherwise(coder: Coder, review: Review) -> list[Extract]:
        return [
            one.model_copy(update={"stance": Stance.CRITICISM, "codes": ()}) for one in found(coder, review)
        ]

    monkeypatch.setattr(Coder, "extracts", otherwise)
    list(recode(shelf, every=True))
    back = import_project(shelf, exported(shelf), "mari")
    import_project(shelf, coded(exported(shelf), PRAISE, theme(CARE)), "ifan")
    _, theirs = history(shelf, SLUG, key(shelf, PRAISE))

    assert ((), 1, ()) == (back.taken, back.unchanged, back.misfits)
    assert (Stance.IDENTIFIED, kept.said_codes) == (kept.said_stance, kept.seen and kept.seen.codes)
    assert (Stance.CRITICISM, None) == (theirs.seen and theirs.seen.stance, theirs.alone)


def test_what_others_decided_is_not_taken(shelf: Repository) -> None:
    """Their codings in the file stay theirs."""
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", Choice(Verdict.KEEP, codes=(TALK,)))
    imported = import_project(shelf, coded(exported(shelf), THANKS, theme(TALK)), "ifan")

    assert [THANKS] == [one.words for one in imported.taken]
    assert ["mari"] == [one.person for one in history(shelf, SLUG, key(shelf, PRAISE))]


def test_words_that_nobody_had_found_become_an_extract(shelf: Repository) -> None:
    """It stands in the text beside those of the rules, and goes out again."""
    imported = import_project(
        shelf, coded(exported(shelf), PLAIN, theme(CARE), Meaning(Kind.STANCE, "identified").guid), "ifan"
    )
    extract = next(each for each in shelf.review(SLUG).extracts if each.text == PLAIN)

    assert [(True, extract.key)] == [(one.is_new, one.key) for one in imported.taken]
    assert (Stance.IDENTIFIED, (CARE,)) == (extract.stance_in_force, extract.codes_in_force)
    assert 1 == import_project(shelf, exported(shelf), "ifan").unchanged


def test_what_was_not_said_of_words_that_nobody_had_found_later_rules_do_not_say(
    shelf: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who gave a theme only has judged nothing, whatever rules find there one day; the export says so too."""
    import_project(shelf, coded(exported(shelf), PLAIN, theme(CARE)), "ifan")
    extract = next(each for each in shelf.review(SLUG).extracts if each.text == PLAIN)
    found = Coder.extracts
    also = extract.model_copy(update={"decision": None, "stance": Stance.CRITICISM})
    monkeypatch.setattr(Coder, "extracts", lambda coder, review: [*found(coder, review), also])
    list(recode(shelf, every=True))
    now = next(each for each in shelf.review(SLUG).extracts if each.text == PLAIN)

    assert (Stance.CRITICISM, Stance.NEUTRAL, (CARE,)) == (
        now.stance,
        now.stance_in_force,
        now.codes_in_force,
    )
    assert 1 == import_project(shelf, exported(shelf), "ifan").unchanged


def test_other_limits_are_kept(shelf: Repository) -> None:
    """As the person's own, where most of an extract is coded."""
    words = "It was good practice that the health visitor went back"
    import_project(shelf, coded(exported(shelf), words, theme(CARE)), "ifan")
    ours = key(shelf, words)
    (decision,) = history(shelf, SLUG, ours)

    assert decision.start is not None and decision.end is not None
    assert len(words) == decision.end - decision.start


def test_a_stretch_for_each_code_is_one_decision(shelf: Repository) -> None:
    """As tools write it that know no selection with several codes."""
    project = coded(coded(exported(shelf), PRAISE, theme(CARE)), PRAISE, theme(TALK))
    imported = import_project(shelf, project, "ifan")

    assert [(CARE, TALK)] == [one.decision.codes for one in imported.taken]


@pytest.mark.parametrize("value", [Verdict.REJECT, Verdict.UNSURE])
def test_a_verdict_can_be_given_by_code(shelf: Repository, value: Verdict) -> None:
    """The folder “Decision” of an export holds all three."""
    imported = import_project(shelf, coded(exported(shelf), PRAISE, verdict(value)), "ifan")

    assert [(value, None)] == [(one.decision.verdict, one.decision.codes) for one in imported.taken]


def test_a_note_comes_along(shelf: Repository) -> None:
    """That of the selection."""
    note = Note(guid=guid_of("test", "note"), name="N", text="Why not earlier?", user=NVIVO.guid)
    project = coded(exported(shelf), PRAISE, theme(CARE), notes=(note.guid,))
    project = with_source(project, lambda source: {"own_notes": (*source.own_notes, note)})
    imported = import_project(shelf, project, "ifan")

    assert ["Why not earlier?"] == [one.decision.note for one in imported.taken]


def rewrapped(source: Source) -> dict[str, Any]:
    """The source with lines of forty characters and selections where their words are now."""
    text = "\n".join(fill(line, 40) for line in source.text.split("\n"))
    own = [(one, source.text[one.start : one.end]) for one in source.selections]

    def moved(one: Selection, words: str) -> Selection:
        before = "".join(source.text[: one.start].split())
        start = next(
            n for n in range(len(text)) if "".join(text[:n].split()) == before and not text[n].isspace()
        )
        wanted = "".join(words.split())
        end = next(n for n in range(start, len(text) + 1) if "".join(text[start:n].split()) == wanted)
        return one.model_copy(update={"start": start, "end": end})

    return {"text": text, "selections": tuple(moved(*each) for each in own)}


def renumbered(codes: Iterable[Code], guids: dict[str, str]) -> tuple[Code, ...]:
    """The codes with other guids, which are noted."""
    found = []
    for code in codes:
        guids[code.guid] = guid_of("other", code.guid)
        found.append(
            code.model_copy(update={"guid": guids[code.guid], "codes": renumbered(code.codes, guids)})
        )
    return tuple(found)


def test_a_tool_may_give_guids_anew_and_wrap_the_text(shelf: Repository) -> None:
    """Codes are known by their names, the source by its own, the words by their letters."""
    project = coded(exported(shelf), PRAISE, theme(CARE))
    guids: dict[str, str] = {}
    codes = renumbered(project.head.codes, guids)
    project = project.model_copy(update={"head": project.head.model_copy(update={"codes": codes})})
    project = with_source(project, rewrapped)
    project = with_source(
        project,
        lambda source: {
            "guid": guid_of("other", "source"),
            "name": f"{source.name.upper()}.txt",
            "selections": tuple(
                one.model_copy(
                    update={
                        "codings": tuple(
                            each.model_copy(update={"code": guids[each.code]}) for each in one.codings
                        )
                    }
                )
                for one in source.selections
            ),
        },
    )
    imported = import_project(shelf, project, "ifan")

    assert [(PRAISE, (CARE,), False)] == [
        (one.words, one.decision.codes, one.is_new) for one in imported.taken
    ]
    assert () == imported.misfits


def test_a_text_with_more_in_it_still_has_the_words(shelf: Repository) -> None:
    """Those that stand in it once."""
    project = with_source(
        coded(exported(shelf), PRAISE, theme(CARE)),
        lambda source: {
            "text": f"Heading\n{source.text}",
            "selections": tuple(
                one.model_copy(update={"start": one.start + 8, "end": one.end + 8})
                for one in source.selections
            ),
        },
    )

    assert [PRAISE] == [one.words for one in import_project(shelf, project, "ifan").taken]


def test_what_does_not_fit_is_named_and_the_rest_is_taken(shelf: Repository) -> None:
    """By reason, with the words."""
    project = coded(exported(shelf), PRAISE, theme(CARE))
    project = coded(project, THANKS, guid_of("test", "their own code"))
    project = coded(project, PLAIN, Meaning(Kind.TERM, "good practice").guid)
    project = coded(project, f"{THANKS}\n\n{PLAIN}", theme(CARE))
    imported = import_project(shelf, project, "ifan")

    assert [PRAISE] == [one.words for one in imported.taken]
    assert ["more_than_a_passage", "only_terms", "unknown_code"] == sorted(reasons(imported))


def test_a_contradiction_is_named(shelf: Repository) -> None:
    """A stretch cannot be kept and rejected."""
    project = coded(exported(shelf), PRAISE, verdict(Verdict.KEEP), verdict(Verdict.REJECT))

    assert ["contradiction"] == reasons(import_project(shelf, project, "ifan"))


def test_a_source_of_something_else_is_named(shelf: Repository) -> None:
    """Once, with how much of it was coded."""
    project = with_source(
        coded(exported(shelf), PRAISE, theme(CARE)),
        lambda _: {"guid": guid_of("test"), "name": "Interview 3"},
    )

    assert ["unknown_source"] == reasons(import_project(shelf, project, "ifan"))


def test_words_that_are_gone_are_named(shelf: Repository) -> None:
    """An editor changed them in the other program."""
    project = with_source(
        coded(exported(shelf), PRAISE, theme(CARE)),
        lambda source: {"text": source.text.replace("three evenings", "eleven nights")},
    )

    assert ["text_not_found"] == reasons(import_project(shelf, project, "ifan"))


def test_a_later_decision_here_is_not_undone(shelf: Repository) -> None:
    """By an export from before it."""
    decide(shelf, SLUG, key(shelf, PRAISE), "ifan", Choice(Verdict.KEEP, codes=(CARE,)))
    project = exported(shelf)
    decide(shelf, SLUG, key(shelf, PRAISE), "ifan", Choice(Verdict.REJECT))
    imported = import_project(shelf, project, "ifan")

    assert ((), ["decided_since"]) == (imported.taken, reasons(imported))
    assert Verdict.REJECT is history(shelf, SLUG, key(shelf, PRAISE))[-1].verdict


def test_a_tool_that_forgets_who_coded_makes_nobody_repeat_the_rules(shelf: Repository) -> None:
    """What the rules say is taken for theirs; what differs is the person's."""
    project = coded(exported(shelf), PLAIN, theme(CARE))
    machine = machine_of(str(RULES)).guid
    project = with_source(
        project,
        lambda source: {
            "selections": tuple(
                one.model_copy(
                    update={
                        "codings": tuple(
                            each.model_copy(
                                update={"user": NVIVO.guid if each.user == machine else each.user}
                            )
                            for each in one.codings
                        )
                    }
                )
                for one in source.selections
            )
        },
    )
    imported = import_project(shelf, project, "ifan")

    assert [PLAIN] == [one.words for one in imported.taken]
    assert 2 <= imported.as_the_rules


def test_a_dry_run_changes_nothing(shelf: Repository) -> None:
    """And says what it would."""
    project = coded(exported(shelf), PRAISE, theme(CARE))
    dry = import_project(shelf, project, "ifan", dry_run=True)

    assert [] == all_judged(shelf)
    wet = import_project(shelf, project, "ifan")
    assert [(one.key, one.decision.codes) for one in dry.taken] == [
        (one.key, one.decision.codes) for one in wet.taken
    ]


def test_the_person_must_have_an_account(shelf: Repository) -> None:
    """A slip of the pen would make another coder."""
    with pytest.raises(AccountNotFound):
        import_project(shelf, exported(shelf), "evan")


def test_among_several_people_one_must_be_chosen(shelf: Repository) -> None:
    """Or another's codings would become hers."""
    other = User(guid=guid_of("test", "other"), name="Nia Price")
    project = coded(coded(exported(shelf), PRAISE, theme(CARE)), THANKS, theme(TALK), user=other)
    with pytest.raises(InvalidInput, match="Ifan Jones, Nia Price"):
        import_project(shelf, project, "ifan")
    with pytest.raises(InvalidInput, match="Nobody called “Ann”"):
        import_project(shelf, project, "ifan", user="Ann")

    assert [THANKS] == [one.words for one in import_project(shelf, project, "ifan", user="Nia Price").taken]


def test_an_export_that_was_read_and_taken_in_is_exported_as_the_same_bytes(shelf: Repository) -> None:
    """Written again from what was read, and by another export after nothing new came of the import."""
    decide(shelf, SLUG, key(shelf, PRAISE), "ifan", Choice(Verdict.KEEP, note="Seen."))
    project = read_qdpx(BytesIO(first := file_of(shelf, ExportFormat.QDPX)))
    written = BytesIO()
    write_qdpx(project.head, project.sources, written)
    imported = import_project(shelf, project, "ifan")

    assert first == written.getvalue()
    assert ((), ()) == (imported.taken, imported.misfits)
    assert first == file_of(shelf, ExportFormat.QDPX)
