"""Welsh words are found in their mutated forms."""

import pytest

from wsr.language.welsh import mutated_forms


@pytest.mark.parametrize(
    "forms",
    [
        {"plant", "blant", "mhlant", "phlant"},
        {"tad", "dad", "nhad", "thad"},
        {"camdriniaeth", "gamdriniaeth", "nghamdriniaeth", "chamdriniaeth"},
        {"bwrdd", "fwrdd", "mwrdd"},
        {"diogelu", "ddiogelu", "niogelu"},
        {"gofal", "ofal", "ngofal"},
        {"gwlad", "wlad", "ngwlad"},
        {"glan", "lan", "nglan"},
        {"marwolaeth", "farwolaeth"},
        {"llais", "lais"},
        {"rhannu", "rannu"},
        {"ysgol", "hysgol"},
    ],
)  # fmt: skip
def test_each_form_leads_to_all(forms: set[str]) -> None:
    """Whichever form of a word is typed, all its forms are among those looked for."""
    for form in forms:
        assert forms <= mutated_forms(form), form


@pytest.mark.parametrize("word", ["ffordd", "chwaer", "siop"])
def test_what_does_not_mutate_has_no_made_up_beginning(word: str) -> None:
    """Two letters that are one sound are no beginning of one letter: ffordd is no form of bfordd."""
    rest = word[1:]

    assert word in mutated_forms(word)
    assert not mutated_forms(word) & {f"b{rest}", f"m{rest}", f"g{rest}", f"d{rest}"}
