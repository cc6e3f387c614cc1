"""A guide for one agency or role: the good practice and the recommendations that name it, by theme."""

from collections.abc import Sequence
from gettext import NullTranslations

from wsr.domain.coding import Stance
from wsr.domain.packs import Material, Pack, PackKind, PackPart
from wsr.packs.choosing import CRITICISED, RECOMMENDED, SUGGESTED, VALUED
from wsr.packs.sources import care, closing, quote, references, tally, tally_recommendations
from wsr.packs.themes import by_theme


def role_guide(wording: NullTranslations, material: Material) -> Pack:
    """What is valued, then what is suggested, then what was recommended; within each by theme."""
    _ = wording.gettext
    parts = [
        PackPart(id="use", heading=_("About this guide"), paragraphs=(
            _("What published reviews say of practice where they name this role. It is no account of how well anybody works: reviews are written after harm was done, and name those who were there."),
            _("Chosen from %(found)s.") % {"found": material.found},
            care(wording),
        )),
        *_group(wording, material, "valued", _("Good practice"), VALUED),
        *_group(wording, material, "suggested", _("What good practice would be"), SUGGESTED),
        *_group(wording, material, "criticised", _("What was missing"), CRITICISED),
        *_group(wording, material, "recommended", _("What was recommended"), RECOMMENDED),
    ]  # fmt: skip
    return Pack(
        kind=PackKind.ROLE,
        title=material.name,
        about=_("Role guide"),
        lead=tuple(filter(None, (material.description,))),
        parts=tuple(parts),
        closing=closing(wording, material),
        reviews=references(material),
        address=material.address,
        day=material.day,
    )


def _group(
    wording: NullTranslations, material: Material, id: str, heading: str, stances: Sequence[Stance]
) -> list[PackPart]:
    """The part of one group and those of its themes; none when nothing was chosen of it."""
    quoted = material.of(stances)
    if not quoted:
        return []
    told = (tally if stances else tally_recommendations)(wording, quoted)
    themes = [
        PackPart(
            id=f"{id}-{theme}",
            heading=name,
            level=3,
            quotes=tuple(quote(wording, material, each) for each in some),
        )
        for theme, name, some in by_theme(wording, material, quoted)
    ]
    return [PackPart(id=id, heading=heading, paragraphs=(f"{told}.",)), *themes]
