"""What a pack says of itself in the reader's language: what it is about, what was found, how it was made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wsr.domain.codebook import Codebook
from wsr.domain.kinds import Language
from wsr.domain.method import Provenance
from wsr.domain.packs import Material, Nearness, PackKind, PackLink, Quotable
from wsr.domain.topics import Topic
from wsr.repository.candidates import Candidates, PackQuery
from wsr.repository.clock import now
from wsr.repository.other_words import shown_word
from wsr.web.addresses import extract_address, recommendation_address, review_address
from wsr.web.facets import label_of, names_of
from wsr.web.method_words import provenance_sentences
from wsr.web.pack_form import pack_address
from wsr.web.results import limits, quoted
from wsr.web.wording import Wording, counted, later, say

KINDS: dict[PackKind, tuple[str, str]] = {
    PackKind.SESSION: (
        later("Session pack"),
        later("an hour of a peer-support or supervision group: extracts, what was recommended, questions"),
    ),
    PackKind.BRIEFING: (later("Seven-minute briefing"), later("seven short boxes on one or two pages")),
    PackKind.CHECKLIST: (
        later("Audit checklist"),
        later("statements with their sources, and columns for evidence, rating, action, owner and date"),
    ),
    PackKind.ROLE: (
        later("Role guide"),
        later("what one agency or role did well and is asked to do, by theme; then what only names it"),
    ),
}
"""Each kind with its name and what it is for, in the order offered."""

GROUPS: tuple[tuple[str, str], ...] = (
    ("valued", later("What reviewers valued")),
    ("suggested", later("What reviewers say good practice would be")),
    ("criticised", later("What reviewers found missing")),
    ("recommended", later("What was recommended")),
)
"""The groups of what a pack quotes, in their order."""

_ROLES: dict[str, str] = {
    "general-practice": later("For general practitioners, practice nurses, and those who lead or administer safeguarding in a practice."),
    "police": later("For officers and staff of all ranks, public protection and call handling among them."),
    "health-visiting": later("For health visitors and Flying Start teams, their managers and supervisors."),
    "education": later("For schools, nurseries and colleges, their governors and designated safeguarding persons."),
    "midwifery": later("For midwives, maternity support workers and those who supervise them."),
    "mental-health": later("For community mental health and crisis teams, wards, and psychiatric liaison."),
    "childrens-services": later("For social workers with children and families, their managers and duty teams."),
    "adult-social-care": later("For social workers with adults, safeguarding teams and those who commission care."),
    "probation": later("For probation practitioners and those who supervise them."),
    "ambulance": later("For ambulance crews, call handlers and their safeguarding teams."),
    "emergency-department": later("For doctors, nurses and reception staff of emergency departments."),
    "substance-misuse": later("For drug and alcohol workers, in the community and in hospitals."),
    "housing": later("For housing officers, homelessness teams, social landlords and hostels."),
}  # fmt: skip
"""Whom the guide of a role is for, where its name does not say it."""


@dataclass(frozen=True)
class Teller:
    """What says it: the language, the site, the names of codes."""

    say_in: Wording
    language: Language
    site: str
    codebook: Codebook
    known: Provenance
    topics: Mapping[str, Topic]


def name_of(say_in: Wording, kind: PackKind, asked: PackQuery, codebook: Codebook) -> str:
    """What a pack is about, as short as a title: its topic, words and themes; for a role guide first the role."""
    query, names = asked.query, names_of(codebook)
    parts = [say_in.gettext(asked.topic.name)] if asked.topic else []
    parts += [quoted(query.text)] if query.text else []
    fields = ("subtheme",) if query.subtheme else ("theme",)
    parts += [label_of(say_in, field, value, names) for field in fields for value in getattr(query, field)]
    agencies = [label_of(say_in, "agency", value, names) for value in query.agency]
    parts = [*agencies, *parts] if kind is PackKind.ROLE else [*parts, *agencies]
    return ": ".join(parts) or say_in.gettext("Practice in published reviews")


def found_words(say_in: Wording, found: Candidates) -> str:
    """“14 extracts in 5 reviews and 2 recommendations in 2 reviews”, those of the same part of a review left out."""
    extracts = found.extracts(Nearness.OWN, Nearness.PARAGRAPH)
    return say_in.gettext("%(extracts)s and %(recommendations)s") % {
        "extracts": _in_reviews(say_in, counted(say_in, "%(number)s extract", "%(number)s extracts", len(extracts)), extracts),
        "recommendations": _in_reviews(
            say_in,
            counted(say_in, "%(number)s recommendation", "%(number)s recommendations", len(found.recommendations)),
            found.recommendations,
        ),
    }  # fmt: skip


def material_of(
    teller: Teller,
    kind: PackKind,
    asked: PackQuery,
    found: Candidates,
    chosen: Sequence[Quotable],
    further: Sequence[PackLink] = (),
) -> Material:
    """
    What was chosen, with all that a pack says of it, where all addresses are whole.

    It was chosen by a person when it is not what the rule chooses.
    """
    say_in, site, language = teller.say_in, teller.site, teller.language
    codes = {
        f"{theme.id}/{part.id}" if part else theme.id: say_in.gettext(part.name if part else theme.name)
        for theme, part in teller.codebook.codes()
    }

    def address(one: Quotable) -> str:
        if one.stance is None:
            return site + recommendation_address(language, one.slug, one.key)
        return site + extract_address(language, one.slug, one.key)

    by_rule = tuple(chosen) == found.by_rule(kind)
    quoted_names = {each.name for each in chosen}
    return Material(
        name=name_of(say_in, kind, asked, teller.codebook),
        description=_description(teller, kind, asked),
        quoted=tuple(chosen),
        found=found_words(say_in, found),
        themes=codes,
        method=tuple(_method(teller, asked, found, by_rule=by_rule)),
        address=site + pack_address(language, kind, asked),
        review_address=lambda slug: site + review_address(language, slug),
        quote_address=address,
        day=now().date(),
        left=tuple(sum(each.name not in quoted_names for each in group) for group in found.groups()),
        by_hand=not by_rule,
        further=tuple(PackLink(text=link.text, address=site + link.address) for link in further),
    )


def _description(teller: Teller, kind: PackKind, asked: PackQuery) -> str:
    say_in = teller.say_in
    if kind is PackKind.ROLE and len(asked.query.agency) == 1 and asked.query.agency[0] in _ROLES:
        return say(say_in, _ROLES, asked.query.agency[0])
    if asked.topic:
        return say_in.gettext(asked.topic.description) if asked.topic.description else ""
    of_theme = [theme.definition for theme in teller.codebook.themes if asked.query.theme == (theme.id,)]
    alone = of_theme and not asked.query.text and not asked.query.subtheme
    return say_in.gettext(of_theme[0]) if alone else ""


def _method(teller: Teller, asked: PackQuery, found: Candidates, *, by_rule: bool) -> Iterator[str]:
    say_in = teller.say_in
    _ = say_in.gettext
    yield from _searched(say_in, asked)
    yield from limits(say_in, asked.query, names_of(teller.codebook))
    yield _("Extracts are sentences on practice that rules found and people may have judged.")
    if asked.text:
        near = len(found.extracts(Nearness.PARAGRAPH))
        yield _(
            "Found by their own words: %(own)s; because their paragraph or its heading has the words: %(near)s."
        ) % {
            "own": f"{len(found.extracts(Nearness.OWN)):,}",
            "near": f"{near:,}",
        }
    if asked.query.agency:
        yield _("Who acts is read from each sentence by rule, and may be read wrongly: who is the subject, by whom it was done, whose work is praised. Recommendations go by whom they address.")  # fmt: skip
    if any(each.also for each in found.recommendations):
        yield _("Recommendations that ask for alike are found by the subjects and words that they share, or were put together by people: where nobody has recorded it, it is for people to say whether they ask for the same.")  # fmt: skip
    if found.cut:
        yield _("Only the extracts that speak most strongly were looked at; narrow the search for others.")
    yield _("Quoted words are as printed. Nothing about a case is written by this pack itself.")
    if by_rule:
        yield _("Chosen by rule: first what has the words itself, what a person has kept, what says plainly what it thinks of something that practice did, and what can be read at a glance; every review gives its best before any gives a second, and none gives many.")  # fmt: skip
    else:
        yield _("A person chose the extracts and their order among those found.")
    yield _("What is quoted shows what reviewers wrote, not how often or how well anything is done, and compares nobody.")  # fmt: skip
    yield from provenance_sentences(say_in, teller.known)


def _searched(say_in: Wording, asked: PackQuery) -> Iterator[str]:
    _ = say_in.gettext
    if asked.topic:
        words = [word for word in asked.topic.words if word not in asked.without]
        yield _("Topic: %(topic)s. Searched for any of these: %(words)s.") % {
            "topic": _(asked.topic.name),
            "words": "; ".join(_as_told(say_in, word) for word in words),
        }
        if asked.topic.besides:
            yield _("Left out where they have: %(words)s.") % {
                "words": "; ".join(_as_told(say_in, word) for word in asked.topic.besides)
            }
        if asked.without:
            yield _("Not searched for: %(words)s.") % {
                "words": "; ".join(_as_told(say_in, word) for word in asked.without)
            }
    if asked.query.text:
        yield _("Searched for: %(text)s.") % {"text": quoted(asked.query.text)}


def _as_told(say_in: Wording, word: str) -> str:
    """A word of a topic without the marks of the search language: “DNA appointment (up to 8 words apart)”."""
    _, near, number = word.partition('"~')
    if not near:
        return shown_word(word)
    return say_in.gettext("%(words)s (up to %(number)s words apart)") % {
        "words": shown_word(word),
        "number": number,
    }


def _in_reviews(say_in: Wording, count: str, some: Sequence[Quotable]) -> str:
    reviews = len({each.reference for each in some})
    return say_in.gettext("%(passages)s in %(reviews)s") % {
        "passages": count,
        "reviews": counted(say_in, "%(number)s review", "%(number)s reviews", reviews),
    }
