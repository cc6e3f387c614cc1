"""A guide for one agency or role: the good practice of its own, the recommendations to it, and what else names it."""

from collections.abc import Sequence
from gettext import NullTranslations

from wsr.domain.coding import Stance
from wsr.domain.packs import Material, Pack, PackKind, PackPart, Quotable
from wsr.packs.choosing import CRITICISED, GROUPS, RECOMMENDED, SUGGESTED, VALUED
from wsr.packs.sources import care, closing, quote, references, tally, tally_recommendations
from wsr.packs.themes import by_theme
from wsr.packs.thinness import further, thin


def role_guide(wording: NullTranslations, material: Material) -> Pack:
    """
    What is valued, then suggested, then recommended of what the role itself does; within each by theme.

    At the end what only names the role: what others did, and what others are asked to do.
    """
    _ = wording.gettext
    parts = [
        PackPart(id="use", heading=_("About this guide"), paragraphs=(
            _("What published reviews say of practice where they name this role. It is no account of how well anybody works: reviews are written after harm was done, and name those who were there."),
            _("Who acts is read from each sentence by rule. First stands what this role did, or is asked to do; what only names it comes after that, under headings of its own."),
            _("Chosen from %(found)s.") % {"found": material.found},
            *further(wording, PackKind.ROLE, material),
            care(wording),
        )),
        *_group(wording, material, "valued", _("Good practice"), VALUED),
        *_group(wording, material, "suggested", _("What good practice would be"), SUGGESTED),
        *_group(wording, material, "criticised", _("What was missing"), CRITICISED),
        *_group(wording, material, "recommended", _("What was recommended"), RECOMMENDED),
        *_beside(wording, material),
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
    wording: NullTranslations, material: Material, id: str, heading: str, stances: tuple[Stance, ...]
) -> list[PackPart]:
    """The part of one group and those of its themes; where there is nothing a sentence, or no part where none is due."""
    own = [each for each in material.of(stances) if not each.only_named]
    said = thin(wording, PackKind.ROLE, material, GROUPS.index(stances))
    if not own and (material.by_hand or not said):
        return []
    told = (tally if stances else tally_recommendations)(wording, own)
    themes = [
        PackPart(
            id=f"{id}-{theme}",
            heading=name,
            level=3,
            quotes=tuple(quote(wording, material, each) for each in some),
        )
        for theme, name, some in by_theme(wording, material, own)
    ]
    return [
        PackPart(id=id, heading=heading, paragraphs=(*((f"{told}.",) if own else ()), *said)),
        *themes,
    ]


def _beside(wording: NullTranslations, material: Material) -> list[PackPart]:
    """What only names the role."""
    _ = wording.gettext
    named = [each for each in material.quoted if each.only_named]
    done = [each for each in named if each.stance is not None]
    asked = [each for each in named if each.stance is None]
    return [
        *_named(wording, material, "named", _("Named in what others did"), tally(wording, done), done,
            _("Here others acted, or were to act, and this role is named: rung, told, asked, worked with. It shows what colleagues can expect of each other.")),
        *_named(wording, material, "named-recommended", _("Named in what others are asked to do"), tally_recommendations(wording, asked), asked,
            _("These are addressed to others, or to nobody by name.")),
    ]  # fmt: skip


def _named(
    wording: NullTranslations, material: Material, id: str, heading: str, told: str, quoted: Sequence[Quotable], about: str,
) -> list[PackPart]:  # fmt: skip
    if not quoted:
        return []
    quotes = tuple(quote(wording, material, each) for each in quoted)
    return [PackPart(id=id, heading=heading, paragraphs=(about, f"{told}."), quotes=quotes)]
