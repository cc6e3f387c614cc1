"""The guide to lists and codebooks of one's own shows files that can be used as they stand."""

import re
from pathlib import Path

from wsr.coding.coder import Coder
from wsr.vocabulary.codebooks import codebooks
from wsr.vocabulary.term_lists import standard_list, term_lists

GUIDE = Path(__file__).parents[2] / "docs" / "term-lists-and-codebooks.md"


def test_the_files_of_the_guide_can_be_used(tmp_path: Path) -> None:
    """The list finds what the guide says that it finds, and the codebook codes."""
    a_list, a_codebook = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for folder, text in (("lists", a_list), ("books", a_codebook)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "own.toml").write_text(text, encoding="utf-8")
    kindness = next(one for one in term_lists(tmp_path / "lists") if one.id == "kindness")
    ours = next(one for one in codebooks(tmp_path / "books") if one.id == "our-board")
    said = Coder(kindness, ours).explain(
        "Information was shared: she didn’t give up, and the child was seen alone."
    )

    assert ("kindness 1", "our-board 1") == (kindness.name, ours.name)
    assert ("information shared", "didn't give up") == said.terms
    assert ["voice"] == [code.theme for code in said.codes]
    assert () == Coder(standard_list(), ours).explain("The plan was thorough.").codes
