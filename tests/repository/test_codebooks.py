"""A codebook of another program can be chosen, and codes what it knows."""

import io

import pytest

from tests.repository.shelf import SLUG, THANKS, key
from wsr.domain.qda import Code, CodeTree
from wsr.errors import InvalidInput
from wsr.exchange.codes import themes_as_codes
from wsr.exchange.guids import guid_of
from wsr.exchange.read.qdc import read_qdc
from wsr.exchange.write.qdc import write_qdc
from wsr.repository.codebooks import import_codebook
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository

pytestmark = pytest.mark.xdist_group("importing")


def edited(repository: Repository) -> CodeTree:
    """The codebook in force after another program: its first theme renamed, and a theme more."""
    out = io.BytesIO()
    write_qdc(CodeTree(codes=themes_as_codes(repository.coder().codebook)), out)
    out.seek(0)
    first, *others = read_qdc(out).codes
    added = Code(
        guid=guid_of("test", "hope"), name="Hope", codes=(Code(guid=guid_of("test", "h"), name="Small"),)
    )
    return CodeTree(codes=(first.model_copy(update={"name": "Steady care"}), *others, added), origin="Other")


def test_it_is_a_file_that_recode_puts_in_force(shelf: Repository) -> None:
    """Old themes are still found by their words; the renamed one under its new name."""
    before = {code.code for code in next(e for e in shelf.review(SLUG).extracts if e.text == THANKS).codes}
    made = import_codebook(shelf, edited(shelf), "ours", "Our board")
    list(recode(shelf, codebook="ours"))
    extract = next(e for e in shelf.review(SLUG).extracts if e.key == key(shelf, THANKS))

    assert made.path.is_file()
    assert ("ours 1", "Our board", "Imported from Other.") == (
        made.codebook.name,
        made.codebook.title,
        made.codebook.source,
    )
    assert ["Steady care", "Hope"] == [made.codebook.themes[0].name, made.codebook.themes[-1].name]
    assert "ours 1" == shelf.coder().codebook.name
    assert before and before == {code.code for code in extract.codes}


def test_the_same_codes_again_make_no_version(shelf: Repository) -> None:
    """Other codes make the next one."""
    tree = edited(shelf)
    import_codebook(shelf, tree, "ours", "Our board")
    again = import_codebook(shelf, tree, "ours", "Our board")
    other = import_codebook(shelf, tree.model_copy(update={"codes": tree.codes[:2]}), "ours", "Our board")

    assert (False, "ours 1") == (again.is_new, again.codebook.name)
    assert (True, "ours 2") == (other.is_new, other.codebook.name)
    assert ["ours 1", "ours 2"] == [one.name for one in shelf.codebooks() if one.id == "ours"]


def test_a_dry_run_makes_no_file(shelf: Repository) -> None:
    """And says where it would be."""
    made = import_codebook(shelf, edited(shelf), "ours", "Our board", dry_run=True)

    assert made.is_new and not made.path.exists()


@pytest.mark.parametrize("name", ["", "../up", "Ours", "a b", "x" * 41])
def test_a_name_that_is_no_id_is_refused(shelf: Repository, name: str) -> None:
    """It becomes the name of a file."""
    with pytest.raises(InvalidInput, match="cannot name a codebook"):
        import_codebook(shelf, edited(shelf), name, "Our board")
