"""An hour of a peer-support or supervision group on one subject."""

from collections.abc import Sequence
from gettext import NullTranslations

from wsr.domain.coding import Stance
from wsr.domain.packs import Material, Pack, PackKind, PackPart, PackTable
from wsr.packs.choosing import CRITICISED, GROUPS, RECOMMENDED, SUGGESTED, VALUED
from wsr.packs.questions import questions
from wsr.packs.sources import care, closing, quote, references, tally, tally_recommendations
from wsr.packs.thinness import further, thin


def session_pack(wording: NullTranslations, material: Material) -> Pack:
    """Aim, how to use the hour, what reviews say by stance, what was recommended, questions, sources, method."""
    _ = wording.gettext
    return Pack(
        kind=PackKind.SESSION,
        title=material.name,
        about=_("Session pack for a peer-support or supervision group: one hour"),
        lead=tuple(filter(None, (material.description,))),
        parts=tuple(_parts(wording, material)),
        closing=closing(wording, material),
        reviews=references(material),
        address=material.address,
        day=material.day,
    )


def _parts(wording: NullTranslations, material: Material) -> list[PackPart]:
    _ = wording.gettext
    said = (
        _extracts(wording, material, "valued", _("What reviewers valued"), VALUED),
        _extracts(wording, material, "suggested", _("What reviewers say good practice would be"), SUGGESTED),
        _extracts(wording, material, "criticised", _("What reviewers found missing"), CRITICISED),
    )
    return [
        PackPart(id="aim", heading=_("Aim"), paragraphs=(
            _("To learn together from what published reviews say about this, to see what good practice looked like, and to choose one thing to keep and one to try."),
            _("Chosen from %(found)s.") % {"found": material.found},
            *further(wording, PackKind.SESSION, material),
        )),
        PackPart(id="care", heading=_("Before you begin"), paragraphs=(care(wording),)),
        PackPart(id="hour", heading=_("How to use the hour"), table=_hour(wording)),
        *said,
        _recommended(wording, material),
        _discussed(wording, material),
    ]  # fmt: skip


def _hour(wording: NullTranslations) -> PackTable:
    _ = wording.gettext
    return PackTable(
        heads=(_("Minutes"), _("What to do")),
        rows=(
            ("5", _("Welcome. Read “Before you begin” aloud. Agree that nobody need speak, and that no case of your own is named.")),
            ("10", _("Each reads what reviewers valued.")),
            ("15", _("In pairs: what made it possible? Would it be possible here?")),
            ("10", _("Each reads what good practice would be, what was missing, and what was recommended.")),
            ("15", _("All together: two or three of the questions.")),
            ("5", _("One thing to keep, one thing to try: who, and by when?")),
        ),
    )  # fmt: skip


def _extracts(
    wording: NullTranslations, material: Material, id: str, heading: str, stances: Sequence[Stance]
) -> PackPart:
    quoted = material.of(stances)
    return PackPart(
        id=id,
        heading=heading,
        paragraphs=(
            *((f"{tally(wording, quoted)}.",) if quoted else ()),
            *thin(wording, PackKind.SESSION, material, GROUPS.index(tuple(stances))),
        ),
        quotes=tuple(quote(wording, material, each) for each in quoted),
    )


def _recommended(wording: NullTranslations, material: Material) -> PackPart:
    quoted = material.of(RECOMMENDED)
    told = tally_recommendations(wording, quoted)
    return PackPart(
        id="recommended",
        heading=wording.gettext("What was recommended"),
        paragraphs=(
            *((f"{told}.",) if quoted else ()),
            *thin(wording, PackKind.SESSION, material, GROUPS.index(RECOMMENDED)),
        ),
        quotes=tuple(quote(wording, material, each) for each in quoted),
    )


def _discussed(wording: NullTranslations, material: Material) -> PackPart:
    _ = wording.gettext
    return PackPart(
        id="questions",
        heading=_("Questions to discuss"),
        points=(
            _("Which of these extracts stays with you, and why?"),
            *questions(wording, material.quoted),
            _("What would have to be different here for the good practice to be ordinary?"),
            _("What do we keep, and what do we try? Who does it, and when do we ask how it went?"),
        ),
    )
