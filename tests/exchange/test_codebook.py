"""Codes of other programs become a codebook of ours, and go through its file unchanged."""

import io
from pathlib import Path

import pytest

from tests.exchange.making import CODEBOOK, TERMS
from wsr.domain.codebook import Codebook
from wsr.domain.qda import Code, CodeTree
from wsr.exchange.codebook import codebook_of, id_of
from wsr.exchange.codes import project_codes, themes_as_codes
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdc import read_qdc
from wsr.exchange.write.codebook import codebook_toml
from wsr.exchange.write.qdc import write_qdc
from wsr.vocabulary.codebooks import codebooks, standard_codebook

STANDARD = standard_codebook()


def a_code(name: str, *codes: Code, description: str = "", is_codable: bool = True) -> Code:
    """A code that another program made."""
    return Code(
        guid=guid_of("test", name), name=name, description=description, is_codable=is_codable, codes=codes
    )


def through_its_file(codebook: Codebook, folder: Path) -> Codebook:
    """The codebook as it is read from its file."""
    (folder / "one.toml").write_text(codebook_toml(codebook), encoding="utf-8")
    return next(one for one in codebooks(folder) if one.name == codebook.name)


def test_our_codebook_comes_back_with_its_cues(tmp_path: Path) -> None:
    """As the next version, through another program's file and through ours."""
    out = io.BytesIO()
    write_qdc(CodeTree(codes=themes_as_codes(STANDARD)), out)
    out.seek(0)
    made, misfits = codebook_of(read_qdc(out), STANDARD.id, STANDARD.title, STANDARD, [STANDARD])

    assert [] == misfits
    assert STANDARD.version + 1 == made.version
    assert (STANDARD.themes, STANDARD.classes) == (made.themes, made.classes)
    assert made == through_its_file(made, tmp_path)


def test_themes_subthemes_and_what_is_deeper(tmp_path: Path) -> None:
    """Two levels stay; the third is named by what stands above it, which is told."""
    tree = CodeTree(
        origin="NVivo",
        codes=(
            a_code("Llais y plentyn", a_code("Gwrando", a_code("Ail gyfle")), a_code("Gwrando")),
            a_code('Odd "name" \\ and é', description="One.\nIncludes: this.\nExcludes: that.\nTwo."),
            a_code("???"),
        ),
    )
    made, misfits = codebook_of(tree, "mine", "Mine", CODEBOOK, [])

    assert ["llais-y-plentyn", "odd-name-and-e", "code"] == [theme.id for theme in made.themes]
    assert [
        ("gwrando", "Gwrando"),
        ("gwrando-ail-gyfle", "Gwrando: Ail gyfle"),
        ("gwrando-2", "Gwrando"),
    ] == [(each.id, each.name) for each in made.themes[0].subthemes]
    assert ["flattened"] == [one.reason for one in misfits]
    assert "One. Two." == made.themes[1].definition
    assert "Imported from NVivo." == made.source
    assert made.themes == through_its_file(made, tmp_path).themes


def test_folders_of_our_projects_are_no_themes() -> None:
    """Whether a program has kept their guids or not."""
    codes = project_codes(CODEBOOK, TERMS)
    strange = tuple(code.model_copy(update={"guid": guid_of("test", code.guid)}) for code in codes)

    for each in (codes, strange):
        made, _ = codebook_of(CodeTree(codes=each), "mine", "Mine", CODEBOOK, [])
        assert [theme.id for theme in CODEBOOK.themes] == [theme.id for theme in made.themes]


def test_a_renamed_code_keeps_its_cues_by_guid_and_a_copied_one_by_name() -> None:
    """Or a study that renames a theme would be found no more."""
    first = themes_as_codes(STANDARD)[0]
    renamed = first.model_copy(update={"name": "Steady help"})
    copied = first.model_copy(
        update={
            "guid": guid_of("test", "first"),
            "codes": tuple(
                each.model_copy(update={"guid": guid_of("test", each.name)}) for each in first.codes
            ),
        }
    )

    for each in (renamed, copied):
        made, _ = codebook_of(CodeTree(codes=(each,)), "mine", "Mine", STANDARD, [])
        assert [each.cues for each in STANDARD.themes[0].subthemes] == [
            each.cues for each in made.themes[0].subthemes
        ]
        assert STANDARD.themes[0].id == made.themes[0].id


@pytest.mark.parametrize(("name", "id"), [("Care & support", "care-support"), ("Tŷ’r", "tyr"), ("—", "code")])
def test_ids_are_plain(name: str, id: str) -> None:
    """They stand in addresses."""
    assert id == id_of(name)
