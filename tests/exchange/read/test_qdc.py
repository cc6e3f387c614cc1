"""Codebooks of other tools are read; what is none is refused."""

import io

import pytest

from wsr.errors import ProjectUnreadable
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdc import read_qdc

GUID = guid_of("test", "code")


def test_codes_come_with_those_below_them() -> None:
    """A colour that is none is left out; a code that does not say so codes."""
    tree = read_qdc(
        io.BytesIO(
            f"""<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>
            <Code guid="{GUID}" name="Care" isCodable="false" color="red"><Description>Help.</Description>
            <Code guid="{{{GUID.upper()}}}" name="Steady" color="#0072B2"/></Code></Codes></CodeBook>""".encode()
        )
    )
    (care,) = tree.codes

    assert ("NVivo", "Care", False, None, "Help.") == (
        tree.origin,
        care.name,
        care.is_codable,
        care.colour,
        care.description,
    )
    assert [("Steady", True, "#0072B2", GUID)] == [
        (code.name, code.is_codable, code.colour, code.guid) for code in care.codes
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html/>", "namespace"),
        ('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', "no_codes"),
        ('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', "no_codes"),
        ("PK", "malformed_xml"),
        ("", "malformed_xml"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', "dtd"),
    ],
)
def test_what_is_no_codebook_is_refused(content: str, reason: str) -> None:
    """With the reason."""
    with pytest.raises(ProjectUnreadable) as refused:
        read_qdc(io.BytesIO(content.encode()))

    assert reason == refused.value.reason
