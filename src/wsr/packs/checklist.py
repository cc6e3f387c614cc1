"""An audit: statements of good practice and recommendations, each with its source, and columns to fill in."""

from gettext import NullTranslations

from wsr.domain.coding import Stance
from wsr.domain.packs import Checklist, ChecklistRow, Material, Pack, PackKind, PackPart, Quotable
from wsr.packs.choosing import GROUPS, RECOMMENDED, SUGGESTED, VALUED
from wsr.packs.sources import also_of, care, closing, place_of, references, review_of, shown
from wsr.packs.themes import by_theme
from wsr.packs.thinness import further, thin


def audit_checklist(wording: NullTranslations, material: Material) -> Pack:
    """How to use it, then a row for each statement, by theme."""
    _ = wording.gettext
    return Pack(
        kind=PackKind.CHECKLIST,
        title=material.name,
        about=_("Audit checklist"),
        lead=tuple(filter(None, (material.description,))),
        parts=(
            PackPart(id="use", heading=_("How to use it"), paragraphs=(
                _("Each statement is quoted from a published review: practice that a reviewer valued, good practice as a reviewer put it, or a recommendation. Ask of each: how do we know that we do this?"),
                _("Give the evidence before the rating. A rating is of how things are done here and now, not of anybody. What does not apply here is worth saying too."),
                _("Chosen from %(found)s.") % {"found": material.found},
                *_few(wording, material),
                *further(wording, PackKind.CHECKLIST, material),
                care(wording),
            )),
        ),
        checklist=Checklist(
            heads=(_("No."), _("Statement"), _("Source"), _("Evidence"), _("Rating"), _("Action"), _("Owner"), _("Date")),
            theme=_("Theme"),
            kind=_("What it is"),
            review=_("Review"),
            ratings=(_("Met"), _("Met in part"), _("Not met"), _("Does not apply")),
            rows=tuple(_rows(wording, material)),
        ),
        closing=closing(wording, material),
        reviews=references(material),
        address=material.address,
        day=material.day,
    )  # fmt: skip


def _few(wording: NullTranslations, material: Material) -> list[str]:
    """Of which kinds of statements there are few, each with how many."""
    _ = wording.gettext
    kinds = (
        (_("Practice that a reviewer valued: %(said)s"), VALUED),
        (_("Good practice as a reviewer put it: %(said)s"), SUGGESTED),
        (_("Recommendations: %(said)s"), RECOMMENDED),
    )
    said = (
        (kind, thin(wording, PackKind.CHECKLIST, material, GROUPS.index(stances))) for kind, stances in kinds
    )
    return [kind % {"said": few[0][:1].lower() + few[0][1:]} for kind, few in said if few]


def _rows(wording: NullTranslations, material: Material) -> list[ChecklistRow]:
    rows: list[ChecklistRow] = []
    for _, theme, quoted in by_theme(wording, material, material.quoted):
        for each in quoted:
            rows.append(
                ChecklistRow(
                    number=len(rows) + 1,
                    theme=theme,
                    statement=shown(each.text),
                    language=each.language,
                    says=_says(wording, each),
                    source=place_of(wording, each),
                    review=review_of(wording, each),
                    address=material.quote_address(each),
                )
            )
    return rows


def _says(wording: NullTranslations, one: Quotable) -> str:
    _ = wording.gettext
    said = {
        None: _("Recommendation"),
        Stance.IDENTIFIED: _("Good practice identified"),
        Stance.SUGGESTED: _("Practice suggested"),
        Stance.GENERAL: _("General statement of good practice"),
        Stance.CRITICISM: _("Criticism"),
    }
    label = said.get(Stance(one.stance) if one.stance else None, "")
    return f"{label}; {also_of(wording, one)}" if one.also else label
