"""A good project passes; each way of damaging it is named for what it is."""

import io
import re
import zipfile
from collections.abc import Callable
from itertools import chain

import pytest

from tests.exchange.projects import PRAISE, a_project, packed, unpacked, written
from wsr.exchange.archive import MOST_MEMBERS
from wsr.exchange.check.findings import MOST_OF_A_REASON
from wsr.exchange.check.qdpx import check_qdpx

PROJECT = a_project()
GOOD = written(PROJECT.head, PROJECT.sources)
TEXT = f"sources/{PROJECT.sources[0].guid}.txt"
NEW = "0a0b0c0d-0000-4000-8000-000000000001"

Damage = Callable[[], bytes]


def xml(pattern: str, replacement: str, flags: int = re.DOTALL) -> Damage:
    """The good project with the first match in project.qde replaced."""

    def damaged() -> bytes:
        members = unpacked(GOOD)
        text, times = re.subn(pattern, replacement, members["project.qde"].decode(), count=1, flags=flags)
        assert times, pattern
        return packed({**members, "project.qde": text.encode()}.items())

    return damaged


def text(change: Callable[[bytes], bytes]) -> Damage:
    """The good project with another text; what comes after the change keeps its place."""
    return lambda: packed({**unpacked(GOOD), TEXT: change(unpacked(GOOD)[TEXT])}.items())


def members(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Damage:
    """The good project with other files in its archive."""
    return lambda: packed(change(unpacked(GOOD)).items())


def member(**facts: object) -> Damage:
    """The good project whose text has other facts in the archive's list."""

    def damaged() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in unpacked(GOOD).items():
                archive.writestr(name, content)
            for fact, value in facts.items():
                setattr(archive.getinfo(TEXT), fact, value)
        return out.getvalue()

    return damaged


def appended(*more: tuple[str, bytes]) -> Damage:
    """The good project with more files in its archive."""
    return lambda: packed(chain(unpacked(GOOD).items(), more))


def moved(element: str, after: str) -> Damage:
    """The good project with one of its parts behind another."""
    return xml(rf"(<{element}>.*</{element}>\n)(.*</{after}>\n)", r"\2\1")


def inside(source: str) -> Damage:
    """The good project with one more source."""
    return xml(r"</Sources>", f"{source}</Sources>")


def bzipped() -> bytes:
    """The good project packed in a way that few unpack."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in unpacked(GOOD).items():
            archive.writestr(name, content)
    return out.getvalue()


VARIABLE = re.search(r'<Variable guid="([^"]+)"', unpacked(GOOD)["project.qde"].decode())
CODE = PROJECT.head.codes[0].guid
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'

DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "another namespace": (xml(r"project:1\.0", "project:1:0"), {"namespace"}),
    "no name": (xml(r' name="Practice in Wales"', ""), {"missing_attribute"}),
    "empty users": (xml(r"<Users>.*</Users>", "<Users/>"), {"empty_element", "dangling_reference"}),
    "empty codes": (xml(r"<Codes>.*</Codes>", "<Codes/>"), {"empty_element", "dangling_reference"}),
    "empty sources": (
        xml(r"<Sources>.*</Sources>", "<Sources/>"),
        {"empty_element", "dangling_reference", "stray_member"},
    ),
    "empty cases": (xml(r"<Cases>.*</Cases>", "<Cases/>"), {"empty_element"}),
    "empty notes": (
        xml(r"<Notes>.*</Notes>", "<Notes/>"),
        {"empty_element", "dangling_reference", "stray_member"},
    ),
    "cases after sources": (moved("Cases", "Sources"), {"wrong_order"}),
    "users after codes": (moved("Users", "CodeBook"), {"wrong_order"}),
    "description after its reference": (
        xml(r"</Project>", "<Description>Late</Description></Project>"),
        {"wrong_order"},
    ),
    "sets in the codebook": (
        xml(r"</CodeBook>", f'<Sets><Set guid="{NEW}" name="S"/></Sets></CodeBook>'),
        {"unknown_element"},
    ),
    "two codebooks": (
        xml(r"(<CodeBook>.*</CodeBook>)", r"\1<CodeBook><Codes/></CodeBook>"),
        {"repeated_element", "empty_element"},
    ),
    "a codebook without codes": (
        xml(r"<CodeBook>.*</CodeBook>", "<CodeBook/>"),
        {"empty_element", "dangling_reference"},
    ),
    "a representation before its selection": (
        inside(
            f'<PDFSource guid="{NEW}" name="P" path="internal://{PROJECT.sources[0].guid}.txt">'
            f'<Representation guid="{NEW[:-1]}2"><PlainTextContent>a</PlainTextContent></Representation>'
            f'<PDFSelection guid="{NEW[:-1]}3" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/></PDFSource>'
        ),
        {"wrong_order"},
    ),
    "a note after a value": (
        xml(
            r"</TextSource>",
            f'<VariableValue><VariableRef targetGUID="{VARIABLE[1] if VARIABLE else ""}"/></VariableValue>'
            f'<NoteRef targetGUID="{PROJECT.head.notes[0].guid}"/></TextSource>',
        ),
        {"wrong_order"},
    ),
    "a text selection right in a PDF": (
        inside(
            f'<PDFSource guid="{NEW}" name="P" path="internal://{PROJECT.sources[0].guid}.txt">'
            f'<PlainTextSelection guid="{NEW[:-1]}2" startPosition="0" endPosition="1"/></PDFSource>'
        ),
        {"unknown_element"},
    ),
    "a code that does not say whether it codes": (xml(r' isCodable="true"', ""), {"missing_attribute"}),
    "an attribute that means nothing": (xml(r"<Users>", '<Users colour="red">'), {"unknown_attribute"}),
    "text among elements": (xml(r"<Users>", "<Users>and"), {"stray_text"}),
    "a colour without its mark": (xml(r'color="#', 'color="'), {"bad_colour"}),
    "a date with a blank": (xml(r'(creationDateTime="[\d-]+)T', r"\1 "), {"bad_date"}),
    "a month of thirteen": (xml(r'creationDateTime="\d+-\d\d', 'creationDateTime="2031-13'), {"bad_date"}),
    "an empty number": (
        xml(r"<IntegerValue>2031</IntegerValue>", "<FloatValue></FloatValue>"),
        {"bad_number"},
    ),
    "an unknown type of variable": (xml(r'typeOfVariable="Text"', 'typeOfVariable="Words"'), {"bad_value"}),
    "a guid of other letters": (
        xml(r'<Note guid="........', '<Note guid="zzzzzzzz'),
        {"bad_guid", "dangling_reference"},
    ),
    "a code that is not there": (
        xml(r'<CodeRef targetGUID="[^"]+"', f'<CodeRef targetGUID="{NEW}"'),
        {"dangling_reference"},
    ),
    "a coder who is not there": (
        xml(r'creatingUser="[^"]+"', f'creatingUser="{NEW}"'),
        {"dangling_reference"},
    ),
    "a code where a source should be": (
        xml(r'<SourceRef targetGUID="[^"]+"', f'<SourceRef targetGUID="{CODE}"'),
        {"wrong_reference"},
    ),
    "a guid twice": (xml(r'(<Code guid="[^"]+"[^>]*/>)', r"\1\1"), {"duplicate_guid"}),
    "two sources of one name": (
        inside(
            f'<TextSource guid="{NEW}" name="{PROJECT.sources[0].name}">'
            "<PlainTextContent>a</PlainTextContent></TextSource>"
        ),
        {"duplicate_name"},
    ),
    "an end before its start": (
        xml(r'startPosition="\d+" endPosition="\d+"', 'startPosition="9" endPosition="4"'),
        {"end_before_start"},
    ),
    "a selection of nothing": (
        xml(r'startPosition="\d+" endPosition="\d+"', 'startPosition="9" endPosition="9"'),
        {"end_before_start"},
    ),
    "a place that is no number": (xml(r'startPosition="\d+"', 'startPosition="first"'), {"bad_number"}),
    "an end beyond the text": (xml(r'endPosition="\d+"', 'endPosition="99999"'), {"beyond_text"}),
    "a selection that has moved": (xml(r'startPosition="\d+"', 'startPosition="1"'), {"not_its_extract"}),
    "a selection that has moved in another tool": (
        xml(
            rf'origin="wsr 0.1.0"(.*name="{re.escape(PRAISE)}") startPosition="\d+"',
            r'origin="Other"\1 startPosition="1"',
        ),
        {"not_its_extract"},
    ),
    "a text that is not in the archive": (
        members(lambda all_of: {"project.qde": all_of["project.qde"]}),
        {"missing_source"},
    ),
    "a text of a name in capitals": (
        members(lambda all_of: {name.replace(TEXT, TEXT.upper()): c for name, c in all_of.items()}),
        {"missing_source", "stray_member", "folder_case"},
    ),
    "a text that is nowhere": (
        xml(r' plainTextPath="[^"]+"', ""),
        {"no_text", "stray_member"},
    ),
    "two texts": (
        xml(
            r"(<TextSource[^>]*>\s*<Description>[^<]*</Description>)",
            r"\1<PlainTextContent>a</PlainTextContent>",
        ),
        {"two_texts"},
    ),
    "a plain text said to be rich": (
        xml(r' plainTextPath="([^"]+)"', r' plainTextPath="\1" richTextPath="\1"'),
        {"rich_text_path"},
    ),
    "a path out of the archive": (
        xml(r"internal://", "internal://../../etc/"),
        {"path_escapes", "stray_member"},
    ),
    "a path elsewhere": (
        xml(r'plainTextPath="internal://', 'plainTextPath="absolute:///home/nia/'),
        {"outside_source", "stray_member"},
    ),
    "lines that end with CRLF": (text(lambda content: content + b"\r\n"), {"crlf"}),
    "a byte order mark": (text(lambda content: b"\xef\xbb\xbf" + content), {"bom"}),
    "UTF-16": (text(lambda content: content.decode().encode("utf-16")), {"bom"}),
    "another encoding": (text(lambda content: content + b"\xe9"), {"not_utf8"}),
    "a character that counts as two": (text(lambda content: content + "\U0001f600".encode()), {"above_bmp"}),
    "a loose accent": (text(lambda content: content + "e\u0301".encode()), {"not_nfc"}),
    "a control character": (text(lambda content: content + b"\x07"), {"control_character"}),
    "a note without a time": (xml(r'(<Note [^>]*) creationDateTime="[^"]*"', r"\1"), {"undated_note"}),
    "entities": (xml(r"(<\?xml[^>]*>)", rf"\1{ENTITY}"), {"dtd"}),
    "a file from outside": (
        xml(r"(<\?xml[^>]*>)", r'\1<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
        {"dtd"},
    ),
    "broken XML": (xml(r"</Users>", "</User>"), {"malformed_xml"}),
    "codes without end": (xml(r"<Codes>", "<Codes>" + "<Code>" * 120), {"missing_attribute", "too_deep"}),
    "a byte order mark before the project": (
        members(lambda all_of: {**all_of, "project.qde": b"\xef\xbb\xbf" + all_of["project.qde"]}),
        {"bom"},
    ),
    "another root": (
        members(lambda all_of: {**all_of, "project.qde": b'<Codes xmlns="urn:QDA-XML:project:1.0"/>'}),
        {"wrong_root", "stray_member"},
    ),
    "Sources for sources": (
        members(lambda all_of: {name.replace("sources/", "Sources/"): c for name, c in all_of.items()}),
        {"folder_case"},
    ),
    "another name of the project": (
        members(lambda all_of: {name.replace("project.", "study."): c for name, c in all_of.items()}),
        {"project_name"},
    ),
    "no project": (members(lambda all_of: {TEXT: all_of[TEXT]}), {"no_project"}),
    "two projects": (appended(("other.qde", b"<x/>")), {"several_projects"}),
    "a file that nothing names": (appended(("sources/secret.pdf", b"%PDF")), {"stray_member"}),
    "a file out of the archive": (appended(("../evil.txt", b"x")), {"path_escapes"}),
    "a file of a drive": (appended(("C:\\evil.txt", b"x")), {"path_escapes"}),
    "a link": (member(external_attr=0o120777 << 16), {"link"}),
    "an encrypted file": (member(flag_bits=1), {"encrypted"}),
    "a bomb": (appended(("sources/zeros.txt", bytes(20_000_000))), {"bomb"}),
    "a file of many gigabytes": (member(file_size=5_000_000_000), {"too_large", "bomb"}),
    "very many files": (
        lambda: packed((str(number), b"") for number in range(MOST_MEMBERS + 1)),
        {"too_many_members"},
    ),
    "a rare way of packing": (bzipped, {"compression"}),
    "a PDF": (lambda: b"%PDF-1.7\n", {"not_zip"}),
    "half an archive": (lambda: GOOD[: len(GOOD) // 2], {"not_zip"}),
    "a damaged project": (lambda: GOOD.replace(GOOD[-2000:-1990], bytes(10), 1), {"damaged_member"}),
    "a damaged text": (lambda: GOOD.replace(GOOD[90:100], bytes(10), 1), {"damaged_member"}),
}


def reasons(content: bytes) -> set[str]:
    """The reasons of all findings."""
    return {found.reason for found in check_qdpx(io.BytesIO(content))}


def test_nothing_speaks_against_a_good_project() -> None:
    """Or no damage below would prove anything."""
    assert set() == reasons(GOOD)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_damage_is_named(damage: str) -> None:
    """By its reason and no other."""
    make, expected = DAMAGES[damage]

    assert expected == reasons(make())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_named() -> None:
    """Programs differ in which of the two they take."""
    assert {"duplicate_member"} == reasons(appended((TEXT, b"Other"))())


def test_a_finding_has_its_place() -> None:
    """The element, its guid, the line, and a sentence with what is wrong."""
    (found,) = check_qdpx(io.BytesIO(xml(r'endPosition="\d+"', 'endPosition="99999"')()))
    lines = unpacked(GOOD)["project.qde"].decode().splitlines()

    assert "PlainTextSelection" == found.element
    assert found.line and found.guid and found.guid in lines[found.line - 1]
    assert f"99999, and its text has {len(PROJECT.sources[0].text)}" in found.sentence


def test_the_same_reason_is_listed_only_so_often() -> None:
    """The rest is counted, so that a file cannot fill the memory with findings."""
    many = "<Code/>" * (MOST_OF_A_REASON + 20)
    found = check_qdpx(io.BytesIO(xml(r"<Codes>", f"<Codes>{many}")()))

    assert MOST_OF_A_REASON + 1 == len(found)
    assert "260 more of the reason missing_attribute." == found[-1].sentence


def test_other_tools_may_call_a_selection_anything() -> None:
    """Only words of the same text at another place are a sign that it has moved."""
    renamed = xml(
        rf'origin="wsr 0.1.0"(.*)name="{re.escape(PRAISE)}"', r'origin="Other"\1name="my favourite quote"'
    )

    assert set() == reasons(renamed())


def test_a_guid_may_stand_in_braces_and_capitals() -> None:
    """As the standard allows, also where it is referred to in another way."""
    code = re.search(r'CodeRef targetGUID="([^"]+)"', unpacked(GOOD)["project.qde"].decode())
    assert code
    braced = xml(rf'targetGUID="{code[1]}"', f'targetGUID="{{{code[1].upper()}}}"')

    assert set() == reasons(braced())
