"""A seven-minute briefing: seven short numbered boxes."""

from collections import Counter
from gettext import NullTranslations

from wsr.domain.coding import Stance
from wsr.domain.packs import Material, Pack, PackKind, PackPart, Quotable
from wsr.packs.choosing import CRITICISED, GROUPS, RECOMMENDED, SUGGESTED, VALUED
from wsr.packs.questions import questions
from wsr.packs.sources import closing, quote, references, tally
from wsr.packs.thinness import further, thin

_THEMES = 4
"""Sub-themes named in the box on what helped."""


def briefing(wording: NullTranslations, material: Material) -> Pack:
    """What it is about, what is valued, what helped, what is suggested, what was missing, recommended, and next."""
    _ = wording.gettext
    valued = material.of(VALUED)
    first = valued[: (len(valued) + 1) // 2]
    boxes = (
        _about(wording, material),
        _box(wording, material, VALUED, "valued", _("What reviewers value"), first),
        _helped(wording, material, valued, valued[len(first) :]),
        _box(wording, material, SUGGESTED, "suggested", _("What reviewers suggest"), material.of(SUGGESTED)),
        _box(wording, material, CRITICISED, "missing", _("What was missing"), material.of(CRITICISED)),
        _box(
            wording, material, RECOMMENDED, "recommended", _("What was recommended"), material.of(RECOMMENDED)
        ),
        PackPart(
            id="reflect",
            heading=_("Stop and think"),
            points=(
                *questions(wording, material.quoted, 2),
                _("What is one thing that you will do differently, and when?"),
            ),
        ),
    )
    return Pack(
        kind=PackKind.BRIEFING,
        title=material.name,
        about=_("Seven-minute briefing"),
        lead=(),
        parts=boxes,
        closing=closing(wording, material),
        reviews=references(material),
        address=material.address,
        day=material.day,
    )


def _about(wording: NullTranslations, material: Material) -> PackPart:
    said = (
        material.description,
        wording.gettext("Published reviews say this of it: %(found)s.") % {"found": material.found},
        *further(wording, PackKind.BRIEFING, material),
        wording.gettext("They are about people who died or were seriously harmed. Read with care."),
    )
    return PackPart(
        id="about", heading=wording.gettext("What it is about"), paragraphs=tuple(filter(None, said))
    )


def _box(
    wording: NullTranslations,
    material: Material,
    stances: tuple[Stance, ...],
    id: str,
    heading: str,
    quoted: tuple[Quotable, ...],
) -> PackPart:
    return PackPart(
        id=id,
        heading=heading,
        paragraphs=thin(wording, PackKind.BRIEFING, material, GROUPS.index(stances)),
        quotes=tuple(quote(wording, material, each) for each in quoted),
    )


def _helped(
    wording: NullTranslations, material: Material, valued: tuple[Quotable, ...], shown: tuple[Quotable, ...]
) -> PackPart:
    """The sub-themes of what is valued, and the rest of it."""
    codes = [code for each in valued for code in each.codes if code in material.themes and "/" in code]
    points = tuple(
        wording.gettext("%(theme)s: %(found)s")
        % {
            "theme": material.themes[code],
            "found": tally(wording, [each for each in valued if code in each.codes]),
        }
        for code, _ in Counter(codes).most_common(_THEMES)
    )
    box = _box(wording, material, VALUED, "helped", wording.gettext("What helped"), shown)
    none = () if points or shown else box.paragraphs
    return box.model_copy(update={"points": points, "paragraphs": none})
