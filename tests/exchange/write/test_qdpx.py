"""A project file is what the standard and the tools want, and the same bytes for the same records."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.projects import TEXTS, a_project, head, unpacked, written
from wsr.domain.qda import CodeApplied, ProjectHead, Selection, Source, User
from wsr.exchange.check.qdpx import check_qdpx
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdpx import read_qdpx
from wsr.exchange.write.qdpx import write_qdpx


def test_nothing_speaks_against_our_own_project() -> None:
    """By the checker, which knows the standard and more."""
    project = a_project()

    assert [] == check_qdpx(io.BytesIO(written(project.head, project.sources)))


def test_an_independent_reader_loads_it(tmp_path: Path) -> None:
    """One whose models were made from the schema finds the same users, codes, cases, selections and notes."""
    import pyrefiqda

    project = a_project()
    (tmp_path / "project.qdpx").write_bytes(written(project.head, project.sources))
    loaded = pyrefiqda.RefiProject.load(tmp_path / "project.qdpx", tmp_path / "unpacked")
    (source,) = loaded.sources.text_source
    path = pyrefiqda.RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked")

    assert ["researcher", "wsr rules 4", "ifan", "mari"] == [user.name for user in loaded.users.user]
    assert [code.name for code in project.head.codes] == [code.name for code in loaded.code_book.codes.code]
    assert ["SUSR2031-04/CTM"] == [case.name for case in loaded.cases.case]
    assert "\n\n".join(TEXTS) == path.read_text(encoding="utf-8")
    assert [(one.start, one.end, len(one.codings)) for one in project.sources[0].selections] == [
        (one.start_position, one.end_position, len(one.coding)) for one in source.plain_text_selection
    ]
    (own, method) = loaded.notes.note
    told = pyrefiqda.RefiProject.resolve_source_path(method.plain_text_path, tmp_path / "unpacked")
    assert "A norm?" == own.plain_text_content
    assert "Everything about “risk”.\n2 extracts in 1 review." == told.read_text(encoding="utf-8")


def test_the_same_records_give_the_same_bytes() -> None:
    """Whenever they are written, also after they have been read back."""
    project = a_project()
    content = written(project.head, project.sources)
    read = read_qdpx(io.BytesIO(content))

    assert project == read
    assert content == written(read.head, read.sources)


def test_the_archive_is_in_lower_case_without_the_time_of_day() -> None:
    """One tool refuses Sources/."""
    project = a_project()
    with zipfile.ZipFile(io.BytesIO(written(project.head, project.sources))) as archive:
        (source,), (method,) = project.sources, project.head.notes
        assert [
            f"sources/{source.guid}.txt",
            f"sources/{method.guid}.txt",
            "project.qde",
        ] == archive.namelist()
        assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in archive.infolist()}


def test_what_is_empty_is_left_out() -> None:
    """An empty container is not allowed."""
    content = written(ProjectHead(name="Nothing"), ())

    assert [] == check_qdpx(io.BytesIO(content))
    assert b'name="Nothing">\n</Project>\n' in unpacked(content)["project.qde"]


def test_sources_are_taken_one_by_one() -> None:
    """Each is written before the next is asked for, to a file that cannot go back."""

    class Out(io.RawIOBase):
        """Takes bytes and counts them."""

        taken = 0

        def writable(self) -> bool:
            return True

        def write(self, content: object) -> int:
            size = len(bytes(content))  # type: ignore[call-overload]
            self.taken += size
            return int(size)

    out = Out()
    seen: list[int] = []

    def sources() -> Iterator[Source]:
        for number in range(5):
            seen.append(out.taken)
            yield Source(guid=guid_of("s", str(number)), name=str(number), text=f"Text {number}. " * 50)

    write_qdpx(head(), sources(), out)  # type: ignore[arg-type]

    assert sorted(set(seen)) == seen


@pytest.mark.parametrize("text", ["Line\r\nline", "Smile \U0001f600", "Cafe\u0301", "Bell\a", "Tab\t"])
def test_a_text_that_tools_read_differently_is_refused(text: str) -> None:
    """Offsets in it would not be true everywhere: whoever makes sources must have fixed it."""
    source = Source(guid=guid_of("s"), name="s", text=text)

    with pytest.raises(ValueError, match="offsets"):
        written(head(), (source,))


def test_a_name_with_marks_of_xml_comes_back_whole() -> None:
    """In attributes and in elements, also with a line end."""
    user = User(guid=guid_of("u"), name="<A> & \"B\" 'C'")
    text = "a ]]> b & <c>\nd"
    selection = Selection(
        guid=guid_of("x"),
        name='“]]>” & "x"\ny',
        start=0,
        end=15,
        codings=(CodeApplied(guid=guid_of("y"), code=head().codes[0].guid, user=user.guid),),
    )
    source = Source(guid=guid_of("s"), name="<s>", text=text, selections=(selection,))
    read = read_qdpx(io.BytesIO(written(head().model_copy(update={"users": (user,)}), (source,))))

    assert (user,) == read.head.users
    assert (source,) == read.sources
