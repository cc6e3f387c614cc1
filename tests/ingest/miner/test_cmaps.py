"""Which text a code stands for, by the ToUnicode map of its font."""

import pytest

from wsr.ingest.miner.cmaps import unicode_map_of


@pytest.mark.parametrize(
    ("section", "texts"),
    [
        (b"2 beginbfchar <01> <0041> <0002> <00660069> endbfchar", {1: "A", 2: "fi"}),
        (b"1 beginbfrange <10> <12> <0061> endbfrange", {16: "a", 17: "b", 18: "c"}),
        (b"1 beginbfrange <10><11>[<0078> <D83DDE00>] endbfrange", {16: "x", 17: "\U0001f600"}),
        (b"1 beginbfrange <0000> <0001> <00FF> endbfrange", {0: "\u00ff", 1: "\u0100"}),
        (b"1 beginbfchar <01> <41> endbfchar", {1: "A"}),
        (b"1 beginbfchar <01> <\n00 41 > endbfchar", {1: "A"}),
        (b"2 beginbfchar <01> <0020> <01> <00A0> endbfchar", {1: " "}),
        (b"1 beginbfchar <01> /space <02> <0042> endbfchar", {2: "B"}),
        (b"no section at all", {}),
    ],
)
def test_sections(section: bytes, texts: dict[int, str]) -> None:
    """Single codes and ranges, in every notation met in real files."""
    found = unicode_map_of(b"/CIDInit begincmap " + section + b" endcmap")

    assert found is not None
    assert texts == found.cid2unichr


def test_a_range_without_end_is_cut() -> None:
    """A range of 2^32 codes becomes as many as there can be."""
    found = unicode_map_of(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")

    assert found is not None
    assert len(found.cid2unichr) == 65_537


@pytest.mark.parametrize("data", [b"1 begincidrange <00> <05> 1 endcidrange", b"/Other usecmap"])
def test_what_is_left_to_pdfminer(data: bytes) -> None:
    """Maps built on other maps are not read here."""
    assert unicode_map_of(data) is None
