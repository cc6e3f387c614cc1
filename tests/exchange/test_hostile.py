"""Whatever bytes come: the checker finds, the reader reads or refuses, and nothing else is raised."""

import io
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from tests.exchange.projects import a_project, packed, unpacked, written
from wsr.errors import ProjectUnreadable
from wsr.exchange.check.qdc import check_qdc
from wsr.exchange.check.qdpx import check_qdpx
from wsr.exchange.read.qdc import read_qdc
from wsr.exchange.read.qdpx import read_qdpx

PROJECT = a_project()
GOOD = written(PROJECT.head, PROJECT.sources)
XML = unpacked(GOOD)["project.qde"]

changes = some.lists(
    some.tuples(some.integers(0, 10**6), some.binary(max_size=4), some.integers(0, 30)),
    min_size=1,
    max_size=4,
)
"""Places, what is put there, and how much is taken away."""


def changed(content: bytes, made: list[tuple[int, bytes, int]]) -> bytes:
    """The bytes with some other ones."""
    for place, put, taken in made:
        at = place % (len(content) + 1)
        content = content[:at] + put + content[at + taken :]
    return content


def look_at(content: bytes) -> None:
    """Check it and read it."""
    check_qdpx(io.BytesIO(content))
    with suppress(ProjectUnreadable):
        read_qdpx(io.BytesIO(content))


@given(changes)
@settings(max_examples=300)
@example([(0, b"\x00", 30), (62594, b"\x00", 0)])
def test_an_archive_with_other_bytes(made: list[tuple[int, bytes, int]]) -> None:
    """Its list, its heads and its packed parts may all be wrong."""
    look_at(changed(GOOD, made))


@given(changes)
@settings(max_examples=300)
def test_a_project_with_other_bytes(made: list[tuple[int, bytes, int]]) -> None:
    """Broken XML, and XML that is well formed and senseless."""
    look_at(packed({**unpacked(GOOD), "project.qde": changed(XML, made)}.items()))


WORDS = sorted(
    {word.decode("utf-8", "replace") for word in XML.replace(b"<", b" ").replace(b">", b" ").split()}
)


@given(some.lists(some.tuples(some.sampled_from(WORDS), some.sampled_from(WORDS)), min_size=1, max_size=3))
@settings(max_examples=300)
@example([('startPosition="', 'startPosition="-')])
def test_a_project_with_words_in_each_others_place(swaps: list[tuple[str, str]]) -> None:
    """Every element and value may stand anywhere."""
    text = XML.decode()
    for one, other in swaps:
        text = text.replace(one, other)
    look_at(packed({**unpacked(GOOD), "project.qde": text.encode()}.items()))


@given(some.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    """As a project and as a codebook."""
    look_at(content)
    check_qdc(io.BytesIO(content))
    with suppress(ProjectUnreadable):
        read_qdc(io.BytesIO(content))


@pytest.mark.parametrize(
    "xml",
    [
        '<Project xmlns="urn:QDA-XML:project:1.0"/>',
        '<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource/></Sources></Project>',
        '<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource plainTextPath="internal://"/></Sources></Project>',
        '<Project xmlns="urn:QDA-XML:project:1.0"><Cases><Case><VariableValue/></Case></Cases></Project>',
        '<x:Project xmlns:x="urn:QDA-XML:project:1.0" x:name="a"><x:Users><x:User/></x:Users></x:Project>',
        '<?xml version="1.0" encoding="utf-7"?><Project/>',
        '<?xml version="1.0" encoding="nonsense"?><Project/>',
        "<Project creationDateTime='0001-01-01T00:00:00+14:00' xmlns='urn:QDA-XML:project:1.0'/>",
        "<a:b/>",
    ],
)
def test_projects_with_next_to_nothing(xml: str) -> None:
    """Or with what nobody would write."""
    look_at(packed([("project.qde", xml.encode())]))
