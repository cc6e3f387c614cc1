"""What was chosen, theme by theme."""

from collections.abc import Sequence
from gettext import NullTranslations

from wsr.domain.packs import Material, Quotable


def by_theme(
    wording: NullTranslations, material: Material, quoted: Sequence[Quotable]
) -> list[tuple[str, str, tuple[Quotable, ...]]]:
    """
    The id and name of each theme with what is first of all about it, in the order of the codebook.

    What no theme speaks for comes last, under an id of its own: "other".
    """
    first = {
        each.name: next((theme for theme in each.themes if theme in material.themes), "") for each in quoted
    }
    groups = [
        (theme, material.themes[theme], tuple(each for each in quoted if first[each.name] == theme))
        for theme in material.themes
        if "/" not in theme
    ]
    rest = tuple(each for each in quoted if not first[each.name])
    return [group for group in (*groups, ("other", wording.gettext("Other practice"), rest)) if group[2]]
