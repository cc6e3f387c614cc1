"""The sources of what a pack quotes, and the words that all packs share."""

from collections.abc import Iterable
from gettext import NullTranslations

from wsr.domain.kinds import ReviewType
from wsr.domain.packs import Material, PackLink, PackPart, PackQuote, Quotable
from wsr.vocabulary.titles import name_of


def quote(wording: NullTranslations, material: Material, one: Quotable, note: str = "") -> PackQuote:
    """Words with their source; those of a recommendation with its label and whom it addresses."""
    said = [note] if note else []
    if one.label:
        number = wording.gettext("No. %(number)s") % {"number": one.label}
        said.append(one.label if any(map(str.isalpha, one.label)) else number)
    if one.addressees:
        said.append(
            wording.gettext("addressed to: %(addressees)s") % {"addressees": ", ".join(one.addressees)}
        )
    if one.also:
        said.append(also_of(wording, one))
    return PackQuote(
        text=shown(one.text),
        language=one.language,
        source=place_of(wording, one),
        review=review_of(wording, one),
        address=material.quote_address(one),
        note=_as_a_sentence("; ".join(said)),
    )


def _as_a_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def shown(text: str) -> str:
    """Quoted words, with marks of omission where they are a piece of a sentence: “… and stayed in touch”."""
    begun = f"… {text}" if text[:1].islower() else text
    return f"{begun} …" if text[-1:].isalnum() or text[-1:] in (",", ";", ":") else begun


def also_of(wording: NullTranslations, one: Quotable) -> str:
    """“alike in CPR2019-W93 and DHR2016-W92”."""
    return wording.gettext("alike in %(references)s") % {"references": ", ".join(one.also)}


def place_of(wording: NullTranslations, one: Quotable) -> str:
    """“CPR2024-W11, page 7, paragraph 4.2”."""
    place = [one.reference, wording.gettext("page %(number)s") % {"number": one.page}]
    if one.number:
        place.append(wording.gettext("paragraph %(number)s") % {"number": one.number})
    return ", ".join(place)


def review_of(wording: NullTranslations, one: Quotable) -> str:
    """“Child Practice Review, Gwent Safeguarding, 2024”."""
    kind = wording.gettext(name_of(ReviewType(one.review_type)))
    year = str(one.year) if one.year else wording.gettext("undated")
    return ", ".join(filter(None, (kind, one.board_name, year)))


def tally(wording: NullTranslations, quoted: Iterable[Quotable]) -> str:
    """“5 extracts in 4 reviews”."""
    some = list(quoted)
    return wording.gettext("%(passages)s in %(reviews)s") % {
        "passages": wording.ngettext("%(number)s extract", "%(number)s extracts", len(some))
        % {"number": len(some)},
        "reviews": _reviews(wording, {each.reference for each in some}),
    }


def tally_recommendations(wording: NullTranslations, quoted: Iterable[Quotable]) -> str:
    """“5 recommendations in 4 reviews”."""
    some = list(quoted)
    return wording.gettext("%(passages)s in %(reviews)s") % {
        "passages": wording.ngettext("%(number)s recommendation", "%(number)s recommendations", len(some))
        % {"number": len(some)},
        "reviews": _reviews(wording, {each.reference for each in some}),
    }


def care(wording: NullTranslations) -> str:
    """What whoever hands a pack round should say first."""
    return wording.gettext(
        "These words are about people who died or were seriously harmed, and about those who loved them and worked "
        "for them. Read them with care for each other too: somebody in the room may have known something like it. "
        "Do not guess who anybody is, and do not join a pseudonym to a name."
    )


def closing(wording: NullTranslations, material: Material) -> tuple[PackPart, ...]:
    """Where to read more, and how the pack was made."""
    _ = wording.gettext
    reviews = {each.slug: each for each in material.quoted}
    links = tuple(
        PackLink(
            text=f"{each.reference}. {each.title}"
            if each.title not in ("", each.reference)
            else each.reference,
            address=material.review_address(each.slug),
        )
        for each in sorted(reviews.values(), key=lambda each: each.reference)
    )
    search = PackLink(text=_("Everything that was found, to read on"), address=material.address)
    return (
        PackPart(id="more", heading=_("Where to read more"), links=(*links, search, *material.further)),
        PackPart(id="method", heading=_("How this was made"), paragraphs=material.method),
    )


def references(material: Material) -> tuple[str, ...]:
    """The reviews quoted, each once."""
    return tuple(sorted({each.reference for each in material.quoted}))


def _reviews(wording: NullTranslations, references: set[str]) -> str:
    count = len(references)
    return wording.ngettext("%(number)s review", "%(number)s reviews", count) % {"number": count}
