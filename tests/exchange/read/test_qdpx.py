"""Projects of other tools are read as they are meant; what could do harm is refused."""

import io
from pathlib import Path

import pytest

from tests.exchange.check.test_qdpx import DAMAGES, TEXT, appended, members, text, xml
from tests.exchange.projects import PRAISE, TEXTS, a_project, packed
from wsr.domain.qda import Project, Source
from wsr.errors import ProjectUnreadable
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdpx import read_qdpx

ROOT = '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P">'
A, B, C, D = (guid_of("test", letter) for letter in "abcd")


def read(content: bytes) -> Project:
    """The project in these bytes."""
    return read_qdpx(io.BytesIO(content))


def words(source: Source) -> list[str]:
    """The words of each selection."""
    return [source.text[one.start : one.end] for one in source.selections]


OURS = words(a_project().sources[0])


@pytest.mark.parametrize(
    "damage",
    [
        "another name of the project",
        "Sources for sources",
        "a byte order mark",
        "UTF-16",
        "lines that end with CRLF",
        "a path elsewhere",
        "another namespace",
        "a byte order mark before the project",
        "a file that nothing names",
        "cases after sources",
    ],
)
def test_what_tools_do_otherwise_is_taken_as_it_is_meant(damage: str) -> None:
    """The selections still have their words."""
    (source,) = read(DAMAGES[damage][0]()).sources

    assert OURS == words(source)


def test_offsets_that_count_carriage_returns_are_moved() -> None:
    """The text has LF alone, and each selection its words."""
    original = "One.\r\nTwo.\r\n\r\nThree."
    project = f"""{ROOT}<Sources><TextSource guid="{A}" name="T" plainTextPath="internal://t.txt">
      <PlainTextSelection guid="{B}" startPosition="6" endPosition="10"/>
      <PlainTextSelection guid="{C}" startPosition="14" endPosition="20"/>
    </TextSource></Sources></Project>"""
    (source,) = read(
        packed([("project.qde", project.encode()), ("sources/t.txt", original.encode())])
    ).sources

    assert "One.\nTwo.\n\nThree." == source.text
    assert ["Two.", "Three."] == words(source)


def test_one_program_counts_both_as_one() -> None:
    """Though its files have two characters at the end of each line."""
    project = f"""{ROOT.replace('name="P"', 'name="P" origin="ATLAS.ti 23"')}<Sources>
      <TextSource guid="{A}" name="T" plainTextPath="internal://t.txt">
      <PlainTextSelection guid="{B}" startPosition="5" endPosition="9"/></TextSource></Sources></Project>"""
    (source,) = read(
        packed([("project.qde", project.encode()), ("sources/t.txt", b"One.\r\nTwo.\r\n")])
    ).sources

    assert ["Two."] == words(source)


def test_the_text_of_a_pdf_is_that_of_its_representation() -> None:
    """So are its selections; codes without a coder are those of whoever made the selection."""
    project = f"""{ROOT}<Users><User guid="{D}" name="Nia"/></Users>
      <Sources><PDFSource guid="{A}" name="Report" path="internal://r.pdf">
      <PDFSelection guid="{B}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/>
      <Representation guid="{C}" name="Text"><PlainTextContent>It was good.</PlainTextContent>
        <PlainTextSelection guid="{{{B.upper()}}}" startPosition="7" endPosition="11" creatingUser="{D}">
          <Coding guid="{C}"><CodeRef targetGUID="{A}"/></Coding></PlainTextSelection>
      </Representation></PDFSource>
      <PictureSource guid="{C}" name="Photo"/></Sources></Project>"""
    found = read(packed([("project.qde", project.encode())]))
    (source,) = found.sources

    assert ("Report", "It was good.", ["good"]) == (source.name, source.text, words(source))
    assert (B, D) == (source.selections[0].guid, source.selections[0].codings[0].user)
    assert ["not_text"] == [each.reason for each in found.unread]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("an end beyond the text", "beyond_text"),
        ("an end before its start", "beyond_text"),
        ("a place that is no number", "beyond_text"),
    ],
)
def test_a_selection_without_a_place_is_left_out_and_named(damage: str, reason: str) -> None:
    """The others stay."""
    project = read(DAMAGES[damage][0]())

    assert len(OURS) - 1 == len(project.sources[0].selections)
    assert [reason] == [each.reason for each in project.unread]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("a text that is not in the archive", "no_text"),
        ("a text that is nowhere", "no_text"),
        ("a path out of the archive", "no_text"),
        ("another encoding", "not_utf8"),
        ("a damaged text", "damaged_member"),
    ],
)
def test_a_source_without_a_text_is_there_without_selections(damage: str, reason: str) -> None:
    """And it is said why."""
    project = read(DAMAGES[damage][0]())

    assert "" == project.sources[0].text
    assert reason in {each.reason for each in project.unread}


@pytest.mark.parametrize(
    "damage",
    [
        "entities",
        "a file from outside",
        "broken XML",
        "codes without end",
        "no project",
        "a file out of the archive",
        "a file of a drive",
        "a link",
        "an encrypted file",
        "a bomb",
        "a file of many gigabytes",
        "very many files",
        "a rare way of packing",
        "a PDF",
        "half an archive",
        "a damaged project",
    ],
)
def test_what_could_do_harm_is_refused(damage: str) -> None:
    """With the reason by which the checker names it."""
    make, reasons = DAMAGES[damage]
    with pytest.raises(ProjectUnreadable) as refused:
        read(make())

    assert refused.value.reason in reasons
    assert str(refused.value).endswith(".")


def test_no_file_outside_the_archive_is_opened(tmp_path: Path) -> None:
    """A path to one that is there leads to nothing."""
    secret = tmp_path / "secret.txt"
    secret.write_text("It was good.", encoding="utf-8")
    project = read(xml(r'plainTextPath="internal://[^"]+', f'plainTextPath="absolute://{secret}')())

    assert "" == project.sources[0].text


def test_a_project_in_a_folder_of_the_archive_is_found() -> None:
    """Some packers put everything into one."""
    nested = members(lambda all_of: {f"study/{name}": content for name, content in all_of.items()})

    assert "Practice in Wales" == read(nested()).head.name
    assert OURS == words(read(nested()).sources[0])


def test_a_note_in_a_file_is_read() -> None:
    """As NVivo writes them."""
    project = f"""{ROOT}<Notes><Note guid="{A}" name="N" plainTextPath="internal://n.txt"/></Notes>
      <NoteRef targetGUID="{A}"/></Project>"""
    found = read(packed([("project.qde", project.encode()), ("sources/n.txt", b"Look again.")]))

    assert ["Look again."] == [note.text for note in found.head.notes]


def test_a_longer_text_keeps_the_selections() -> None:
    """What stands behind them does not matter."""
    (source,) = read(text(lambda content: content + "\n\nAdded €".encode())()).sources

    assert OURS == words(source)
    assert source.text.startswith(TEXTS[0])
    assert PRAISE in OURS


def test_other_files_of_the_archive_do_not_matter() -> None:
    """They are not unpacked."""
    assert OURS == words(read(appended((f"{TEXT}.bak", b"\xff"))()).sources[0])
