"""How results were found, in sentences fit for a method section; for pages and for the command line."""

import datetime
from collections.abc import Iterable, Iterator

from wsr.domain.codebook import Term, TermList
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import PassageKind
from wsr.domain.method import Counts, Method, Provenance
from wsr.domain.search import SearchResults, Unit
from wsr.web import labels
from wsr.web.dates import written_date
from wsr.web.facets import Names
from wsr.web.results import finding, limits
from wsr.web.wording import Wording, counted, later, say

LEFT_OUT: dict[str, str] = {**labels.SECTION_KINDS, PassageKind.PROMPT: later("Words of the form itself")}
"""The words for reasons for which a hit makes no extract."""


def counts_sentence(wording: Wording, counts: Counts) -> str:
    """“88 hits in 84 extracts in 19 reviews”."""
    return wording.gettext("%(hits)s in %(extracts)s in %(reviews)s") % {
        "hits": counted(wording, "%(number)s hit", "%(number)s hits", counts.hits),
        "extracts": counted(wording, "%(number)s extract", "%(number)s extracts", counts.extracts),
        "reviews": counted(wording, "%(number)s review", "%(number)s reviews", counts.reviews),
    }


def term_method(wording: Wording, method: Method, terms: TermList) -> tuple[str, ...]:
    """How a term list was counted; every number that a repetition would have to meet."""
    _ = wording.gettext
    asked = len(method.counts.terms)
    ids = {each.term for each in method.counts.terms}
    counted_terms = [term for term in terms.terms if term.id in ids]
    whole = _("Counted: the whole term list “%(title)s” (%(name)s), %(terms)s.")
    part = _("Counted: %(terms)s of the term list “%(title)s” (%(name)s).")
    said = [
        (whole if asked == len(terms.terms) else part)
        % {
            "title": terms.title,
            "name": terms.name,
            "terms": counted(wording, "%(number)s term", "%(number)s terms", asked),
        },
        _("The terms: %(terms)s.") % {"terms": ", ".join(_in_full(wording, term) for term in counted_terms)},
        _("Searched: %(reviews)s.") % {"reviews": _reviews(wording, method.reviews_held)},
        *method.filters,
        _(
            "An extract is a sentence, or the part of one that is judged by itself. Terms were matched exactly: capitals, "
            "and hyphens or spaces inside compounds, make no difference, but other forms of the words do."
        ),
        *_opened(wording, counted_terms),
        _("Raw count: %(hits)s. Without duplicates: %(counts)s; hits that overlap count once.")
        % {
            "hits": counted(wording, "%(number)s hit", "%(number)s hits", method.counts.raw_hits),
            "counts": counts_sentence(wording, method.counts.found),
        },
        _("Rates are extracts for each review held, whether anything was found in it or not."),
        left_out_sentence(wording, method),
        rejected_sentence(wording, method.rejected),
    ]
    return (*said, *provenance_sentences(wording, method, method.coded_otherwise))


def _in_full(wording: Wording, term: Term) -> str:
    """“timely”; with the phrases it stands for where they are others: “commend (commend*)”."""
    if term.match == (term.id,) and term.within is None:
        return term.id
    phrases = wording.gettext("; ").join(term.match)
    if term.within is None:
        return wording.gettext("%(term)s (%(phrases)s)") % {"term": term.id, "phrases": phrases}
    return wording.gettext("%(term)s (%(phrases)s, near: %(number)s)") % {
        "term": term.id, "phrases": phrases, "number": term.within,
    }  # fmt: skip


def _opened(wording: Wording, terms: Iterable[Term]) -> Iterator[str]:
    """What the signs in the phrases of terms stand for, where there are any."""
    terms = list(terms)
    if any("*" in phrase for term in terms for phrase in term.match):
        yield wording.gettext("A * stands for any ending of a word.")
    if any(term.within is not None for term in terms):
        yield wording.gettext(
            "“Near” says how many other words may stand between those of the phrase, in any order."
        )


def left_out_sentence(wording: Wording, method: Method) -> str:
    """How many hits make no extract, and why."""
    if not method.left_out:
        return wording.gettext("No hit was left out.")
    reasons = wording.gettext("; ").join(
        f"{say(wording, LEFT_OUT, reason)} {count:,}" for reason, count in method.left_out.items()
    )
    message = (
        wording.gettext("Left out, of all terms of the list, because they say nothing of practice: %(hits)s (%(reasons)s).")
        if method.left_out_of_all_terms
        else wording.gettext("Left out because they say nothing of practice: %(hits)s (%(reasons)s).")
    )  # fmt: skip
    hits = counted(wording, "%(number)s hit", "%(number)s hits", method.left_out_in_all)
    return message % {"hits": hits, "reasons": reasons}


def rejected_sentence(wording: Wording, rejected: Counts) -> str:
    """What people rejected."""
    if not rejected.extracts:
        return wording.gettext("People have rejected none of these extracts.")
    return wording.gettext("Rejected by people, and in none of the counts: %(counts)s.") % {
        "counts": counts_sentence(wording, rejected)
    }


def search_method(
    wording: Wording, results: SearchResults, known: Provenance, names: Names
) -> tuple[str, ...]:
    """How the results of any search were found."""
    query = results.query
    searched = {
        Unit.PASSAGE: later("What was searched: paragraphs, list items and rows of tables, each whole."),
        Unit.REVIEW: later(
            "What was searched: paragraphs, list items and rows of tables; reviews are counted."
        ),
        Unit.EXTRACT: later(
            "What was searched: extracts on practice, sentences that rules found and people may have judged."
        ),
        Unit.RECOMMENDATION: later(
            "What was searched: recommendations, each whole and once, wherever in its review it is printed."
        ),
    }
    said = [finding(wording, results), *limits(wording, query, names), say(wording, searched, query.unit)]
    if query.text and not query.stemmed:
        said.append(wording.gettext("Words were matched exactly, without their other forms."))
    if not query.all_sections and query.unit is Unit.RECOMMENDATION:
        said.append(
            wording.gettext("Recommendations that a review prints again in its other language are left out.")
        )
    elif not query.all_sections:
        said.append(
            wording.gettext(
                "Contents pages, letters, glossaries and the words of the form itself were left out."
            )
        )
    said.append(
        wording.gettext("Searched: %(reviews)s.") % {"reviews": _reviews(wording, known.reviews_held)}
    )
    return (*said, *provenance_sentences(wording, known))


def provenance_sentences(wording: Wording, known: Provenance, coded_otherwise: int = 0) -> Iterator[str]:
    """Versions and date."""
    _ = wording.gettext
    yield _("Stance and themes were coded with term list %(terms)s, codebook %(codebook)s and version %(rules)s of the rules.") % {
        "terms": known.term_list,
        "codebook": known.codebook,
        "rules": known.rules_version,
    }  # fmt: skip
    if coded_otherwise:
        yield _("Not yet brought up to these versions: %(reviews)s; “wsr recode” does it.") % {
            "reviews": counted(wording, "%(number)s review", "%(number)s reviews", coded_otherwise)
        }
    yield _("Made with wsr %(version)s, state of the index %(index)s, on %(date)s (UTC).") % {
        "version": known.software_version,
        "index": known.index_version or _("not available"),
        "date": day(wording, known.date),
    }


def citation(wording: Wording, what: str, known: Provenance, address: str = "") -> str:
    """How to cite a result; `what` may end with a full stop or without."""
    return wording.gettext(
        "Wales Safeguarding Repository (%(year)s). %(what)s. State %(index)s, read on %(date)s. %(address)s"
    ).strip() % {
        "year": known.date.year,
        "what": what.removesuffix("."),
        "index": known.index_version or wording.gettext("not available"),
        "date": day(wording, known.date),
        "address": address,
    }


def day(wording: Wording, date: datetime.date) -> str:
    """“28 November 2026”."""
    return written_date(wording, PartialDate.parse(date.isoformat()))


def _reviews(wording: Wording, number: int) -> str:
    return counted(wording, "%(number)s published review", "%(number)s published reviews", number)
