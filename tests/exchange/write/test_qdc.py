"""A codebook file holds the codes as a tree, and comes back as it was."""

import io
from pathlib import Path

from tests.exchange.making import CODEBOOK
from wsr.domain.qda import CodeSet, CodeTree
from wsr.exchange.check.qdc import check_qdc
from wsr.exchange.codes import themes_as_codes
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdc import read_qdc
from wsr.exchange.write.qdc import write_qdc
from wsr.vocabulary.codebooks import standard_codebook


def content(tree: CodeTree) -> bytes:
    """The bytes of a codebook file."""
    out = io.BytesIO()
    write_qdc(tree, out)
    return out.getvalue()


def test_the_standard_codebook_passes_and_comes_back(tmp_path: Path) -> None:
    """Through the checker, our reader and one whose models were made from the schema."""
    tree = CodeTree(origin="wsr 0.1.0", codes=themes_as_codes(standard_codebook()))
    (tmp_path / "codebook.qdc").write_bytes(content(tree))

    assert [] == check_qdc(io.BytesIO(content(tree)))
    assert tree == read_qdc(tmp_path / "codebook.qdc")
    import pyrefiqda

    loaded = pyrefiqda.RefiCodebook.load(tmp_path / "codebook.qdc")
    assert [theme.name for theme in standard_codebook().themes] == [code.name for code in loaded.codes.code]


def test_sets_name_their_codes() -> None:
    """By guid, and the checker sees one that leads nowhere."""
    codes = themes_as_codes(CODEBOOK)
    kept = CodeTree(codes=codes, sets=(CodeSet(guid=guid_of("set"), name="Both", codes=(codes[0].guid,)),))
    lost = CodeTree(codes=codes, sets=(CodeSet(guid=guid_of("set"), name="Both", codes=(guid_of("no"),)),))

    assert kept == read_qdc(io.BytesIO(content(kept)))
    assert [] == check_qdc(io.BytesIO(content(kept)))
    assert ["dangling_reference"] == [found.reason for found in check_qdc(io.BytesIO(content(lost)))]
