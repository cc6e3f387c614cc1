"""In a project that comes back codes are known by guid, by place or by name, and each coder's words are theirs."""

import pytest

from tests.exchange.making import CODEBOOK, TERMS
from tests.exchange.projects import LISTENED, PRAISE, a_project
from wsr.domain.qda import Code, CodeApplied, Project
from wsr.exchange.codes import Kind, Meaning, project_codes
from wsr.exchange.guids import guid_of
from wsr.exchange.returned import CodesKnown, coders_of, returned
from wsr.exchange.users import machine_of, person_of

LISTENING = Meaning(Kind.THEME, "communication/listening")
NEW = guid_of("test", "new")


def known(*codes: Code) -> CodesKnown:
    """What codes mean that a program gave back."""
    project = a_project()
    return CodesKnown.of(
        project.model_copy(update={"head": project.head.model_copy(update={"codes": codes})}), CODEBOOK, TERMS
    )


@pytest.mark.parametrize(
    "code",
    [
        Code(guid=LISTENING.guid, name="Renamed by somebody"),
        Code(guid=NEW, name="Listening"),
        Code(guid=NEW, name="  LISTENING "),
    ],
)
def test_a_code_is_known_by_guid_or_name(code: Code) -> None:
    """Wherever it stands now."""
    folder = Code(guid=guid_of("test", "folder"), name="Imported", is_codable=False, codes=(code,))

    assert LISTENING == known(folder).by_guid[code.guid]


def test_a_program_may_make_a_folder_and_a_code_of_a_theme() -> None:
    """Both mean the theme."""
    inner = Code(guid=guid_of("test", "inner"), name="Communication")
    outer = Code(guid=guid_of("test", "outer"), name="Communication", is_codable=False, codes=(inner,))
    found = known(outer).by_guid

    assert Meaning(Kind.THEME, "communication") == found[inner.guid] == found[outer.guid]


def test_every_code_of_ours_is_known_again_when_all_guids_are_new() -> None:
    """Terms, stances and verdicts too; folders mean nothing."""

    def anew(code: Code) -> Code:
        return code.model_copy(
            update={"guid": guid_of("test", code.guid), "codes": tuple(map(anew, code.codes))}
        )

    ours = project_codes(CODEBOOK, TERMS)
    found = known(*map(anew, ours)).by_guid

    assert {code.guid for above in ours for _, code in above.walk() if code.is_codable} == {
        meaning.guid for meaning in found.values()
    }


def test_each_coder_has_said_their_own() -> None:
    """The rules and two people are told apart."""
    project = a_project()
    codes = CodesKnown.of(project, CODEBOOK, TERMS)
    (source,) = project.sources
    said = {
        name: [one.words for one in returned(source, {guid}, codes)[0]]
        for guid, name in coders_of(project).items()
    }

    assert {"wsr rules 4": [PRAISE, LISTENED], "mari": [PRAISE], "ifan": [PRAISE[:18]]} == said
    assert {machine_of("4").guid, person_of("mari").guid, person_of("ifan").guid} == set(coders_of(project))


def test_a_note_is_of_whoever_wrote_it() -> None:
    """And comes with what they coded."""
    project = a_project()
    (source,) = project.sources
    (one,) = returned(source, {person_of("mari").guid}, CodesKnown.of(project, CODEBOOK, TERMS))[0]

    assert "A norm?" == one.note


def coded_by(project: Project, user: str | None) -> Project:
    """The project with one more coding of its first selection, by somebody whom it does not name."""
    (source,) = project.sources
    first = source.selections[0]
    more = CodeApplied(guid=NEW, code=LISTENING.guid, user=user)
    selections = (first.model_copy(update={"codings": (*first.codings, more)}), *source.selections[1:])
    return project.model_copy(update={"sources": (source.model_copy(update={"selections": selections}),)})


def test_coders_without_a_name_are_coders() -> None:
    """The file may name nobody, or a guid that it explains nowhere."""
    assert "" == coders_of(coded_by(a_project(), None))[None]
    assert "" == coders_of(coded_by(a_project(), NEW))[NEW]
