"""What is said where a pack has little to quote, so that no heading stands over nothing."""

from gettext import NullTranslations

from wsr.domain.packs import Material, PackKind, Quotable
from wsr.packs.choosing import GROUPS, is_few


def thin(wording: NullTranslations, kind: PackKind, material: Material, group: int) -> tuple[str, ...]:
    """A sentence where a pack quotes little of one of GROUPS; none where there is enough, or a person chose it so."""
    quoted = material.of(GROUPS[group])
    if material.by_hand:
        return () if quoted else (wording.gettext("Nothing was chosen here."),)
    said = said_of_little(wording, kind, group, quoted, material.left[group])
    return (said,) if said else ()


def further(wording: NullTranslations, kind: PackKind, material: Material) -> tuple[str, ...]:
    """That it is all of one review; that a rule found little, and where it is said where to look; nothing for enough."""
    groups = range(len(GROUPS))
    one = len({each.reference for each in material.quoted}) == 1
    said = (wording.gettext("All of it is from one review: it tells of one case."),) if one else ()
    if material.by_hand or not any(_is_little(kind, at, material.of(GROUPS[at])) for at in groups):
        return said
    return (
        *said,
        wording.gettext(
            "On some of this a rule found little to quote: it leaves out what says less plainly what it thinks, or stands "
            "further from the subject. “Where to read more”, at the end, says where to look further."
        ),
    )


def said_of_little(
    wording: NullTranslations, kind: PackKind, group: int, quoted: tuple[Quotable, ...], left: int
) -> str:
    """What is said of so little of one of GROUPS, and how much more there is for a person to choose; empty for enough."""
    _ = wording.gettext
    if not _is_little(kind, group, quoted):
        return ""
    if not left:
        return (
            _("This is all that was found of this kind.") if quoted else _("Nothing of this kind was found.")
        )
    if quoted:
        return _("Little of this kind is quoted; more was found, and can be chosen by hand.")
    return _("Nothing of this kind is quoted; what was found can be chosen by hand.")


def _is_little(kind: PackKind, group: int, quoted: tuple[Quotable, ...]) -> bool:
    """Whether so much of a group is little; in a role guide what only names the role is not counted."""
    return is_few(kind, group, sum(not (kind is PackKind.ROLE and each.only_named) for each in quoted))
