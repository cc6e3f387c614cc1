"""The report on best practice in the reader's language, as parts that a page and a file show alike."""

from collections.abc import Callable, Iterator

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.kinds import Language
from wsr.domain.parts import Grid, Part, Quote, Report
from wsr.domain.report import BestPracticeReport, SubthemeReport, Tally, ThemeReport
from wsr.domain.search import Hit
from wsr.repository.reporting import best_practice_report
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import review_address
from wsr.web.coefficients import alone_words, coefficient_tables
from wsr.web.method_words import citation, left_out_sentence, rejected_sentence, term_method
from wsr.web.rates import rate, term_grid, type_grid, year_grid
from wsr.web.wording import Wording, counted, later, say, wording

TITLE = later("Best practice in safeguarding reviews")

_IMPLICATIONS: tuple[str, ...] = (
    later("Steady care and support, that goes on when it is refused or missed."),
    later("Relationships of trust between practitioners and those they work for."),
    later("Support, supervision and training for staff."),
    later("Communication that is clear, consistent and kept up."),
    later("Agencies that work together and share what they know."),
    later("Risk that is seen, assessed and acted upon."),
    later("Concerns that are taken on to those who can act, and taken on again."),
    later("Procedure followed in time."),
    later("Records that are clear, and shared."),
    later("Learning from earlier reviews."),
)


def best_practice(repository: Repository, language: Language, site: str) -> Report:
    """The report from the present data; `site` is where the links of a file lead, empty when it is nowhere known."""
    coder, made = repository.coder(), best_practice_report(repository)
    say_in = wording(language)
    parts = report_parts(say_in, language, made, coder.terms, coder.codebook)
    return Report(say_in.gettext(TITLE), parts, made.method.date, language=language, site=site)


def report_parts(
    wording: Wording, language: Language, report: BestPracticeReport, terms: TermList, codebook: Codebook
) -> tuple[Part, ...]:
    """The report, in the order of the published one."""
    quote = _quoting(wording, language)
    return (
        _held(wording, report),
        _what_was_found(wording, report),
        *_themes(wording, report, quote),
        _suggested(wording, report, quote),
        _implications(wording),
        _limits(wording, report, codebook),
        _method(wording, report, terms),
    )


def _held(wording: Wording, report: BestPracticeReport) -> Part:
    _ = wording.gettext
    held = counted(
        wording, "%(number)s published review", "%(number)s published reviews", report.method.reviews_held
    )
    return Part(
        id="held",
        heading=_("What is held"),
        level=2,
        paragraphs=(
            _("This report is made from %(reviews)s. What a review does not say is not known here: a record that tells of no good practice is no evidence that there was none.") % {"reviews": held},
            _("The tables give what the terms of the list found; the method is at the end."),
        ),
        grids=(type_grid(wording, report.method), year_grid(wording, report.method)),
    )  # fmt: skip


def _what_was_found(wording: Wording, report: BestPracticeReport) -> Part:
    _ = wording.gettext
    stances = Grid(
        caption=_("Extracts by what is said of practice"),
        heads=(_("What is said of practice"), _("Extracts"), _("Reviews"), _("Extracts for each review held")),
        rows=tuple(
            (say(wording, labels.STANCES, stance), *_cells(found, report)) for stance, found in report.stances.items()
        ),
    )  # fmt: skip
    themes = Grid(
        caption=_("Practice by theme"),
        heads=(_("Theme"), _("Extracts"), _("Reviews"), _("Extracts for each review held"), _("Codings")),
        rows=tuple(
            (_(theme.name), *_cells(theme.found, report), f"{theme.codings:,}") for theme in report.themes
        ),
    )
    codings = sum(theme.codings for theme in report.themes)
    return Part(
        id="found",
        heading=_("What was found"),
        level=2,
        paragraphs=(
            _("Themes count practice that was identified as good; the sub-theme of suggested practice counts what reviewers say good practice would have been. An extract may have several codes: %(codings)s in all.") % {"codings": f"{codings:,}"},
            _("In %(found)s identified as good practice nothing spoke for a theme.") % {"found": tally_words(wording, report.without_theme)},
        ),
        grids=(themes, stances),
    )  # fmt: skip


def _themes(wording: Wording, report: BestPracticeReport, quote: Callable[[Hit], Quote]) -> Iterator[Part]:
    for theme in report.themes:
        yield Part(
            id=theme.id,
            heading=wording.gettext(theme.name),
            level=2,
            paragraphs=(wording.gettext(theme.definition), _found(wording, theme, report)),
        )
        for subtheme in theme.subthemes:
            yield Part(
                id=f"{theme.id}-{subtheme.id}",
                heading=wording.gettext(subtheme.name),
                level=3,
                paragraphs=(wording.gettext(subtheme.definition), _found(wording, subtheme, report)),
                quotes=tuple(map(quote, subtheme.examples)),
            )


def _suggested(wording: Wording, report: BestPracticeReport, quote: Callable[[Hit], Quote]) -> Part:
    return Part(
        id="suggested",
        heading=wording.gettext("Suggested practice"),
        level=2,
        paragraphs=(
            wording.gettext("What reviewers say good practice would have been, or should now be. It tells of practice that was missing as often as of practice that was there."),
        ),
        quotes=tuple(map(quote, report.suggested)),
    )  # fmt: skip


def _implications(wording: Wording) -> Part:
    return Part(
        id="implications",
        heading=wording.gettext("What the published analysis drew from 183 reviews"),
        level=2,
        paragraphs=(
            wording.gettext("In short, for comparison; these are the words of the published analysis of 2025 and do not follow from the present data."),
        ),
        points=tuple(map(wording.gettext, _IMPLICATIONS)),
    )  # fmt: skip


def _limits(wording: Wording, report: BestPracticeReport, codebook: Codebook) -> Part:
    _ = wording.gettext
    alone = report.by_machine_alone
    decided = Grid(
        caption=_("Extracts by what people have decided"),
        heads=(_("Decided by people"), _("Extracts")),
        rows=tuple((say(wording, labels.DECIDED, state), f"{n:,}") for state, n in report.decided.items()),
    )
    said = [
        _("Extracts, stances and themes are found by rules, and rules err. What people decide takes their place."),
        _("No extract was found.")
        if alone is None
        else _("Of the extracts, %(share)s were found by rules alone and read by no person yet.")
        % {"share": f"{alone:.0%}"},
        rejected_sentence(wording, report.method.rejected),
        left_out_sentence(wording, report.method),
        _("Rules go by words. An act that is told without any of them is missed, and praise in a document that was read badly."),
        _("Reviews are written after harm was done, by many hands, for another purpose. Counts say how often something is written of, not how often it was done; types and years are not alike in length or number."),
    ]  # fmt: skip
    if report.agreement is None:
        said.append(
            _("No two people have decided about the same extracts, so nothing can be said of agreement.")
        )
        return Part("limits", _("Limits"), 2, tuple(said), grids=(decided,))
    said.append(
        _("Between people who decided about the same extracts (%(extracts)s), this is how far they agree.")
        % {"extracts": counted(wording, "%(number)s extract", "%(number)s extracts", report.agreement.extracts)}
    )  # fmt: skip
    said.append(alone_words(wording, report.agreement))
    return Part("limits", _("Limits"), 2, tuple(said), grids=(decided, _agreed(wording, report, codebook)))


def _agreed(wording: Wording, report: BestPracticeReport, codebook: Codebook) -> Grid:
    """The first of the tables of agreement: over everybody, or of the one pair."""
    assert report.agreement is not None
    table = coefficient_tables(wording, report.agreement, codebook)[0]
    return Grid(
        caption=wording.gettext("Agreement: %(people)s") % {"people": table.caption},
        heads=(wording.gettext("Compared"), wording.gettext("Extracts"), wording.gettext("All said the same"), *table.heads),
        rows=tuple(
            (row.label, row.extracts, row.same, *(f"{cell.number} {cell.interval}".strip() for cell in row.cells))
            for row in table.rows
        ),
    )  # fmt: skip


def _method(wording: Wording, report: BestPracticeReport, terms: TermList) -> Part:
    return Part(
        id="method",
        heading=wording.gettext("Method"),
        level=2,
        paragraphs=(
            *term_method(wording, report.method, terms),
            wording.gettext("Extracts without any term of the list are found too, where the practice told is judged or stated as done; they are in the counts of stances and themes."),
            wording.gettext("Examples are the extracts whose words speak most strongly for the code, those kept by people first; no two of one sub-theme are of one review, and types and years are varied."),
            citation(wording, wording.gettext(TITLE), report.method),
        ),
        grids=(term_grid(wording, report.method),),
    )  # fmt: skip


def tally_words(wording: Wording, found: Tally) -> str:
    """“12 extracts in 7 reviews”."""
    return wording.gettext("%(passages)s in %(reviews)s") % {
        "passages": counted(wording, "%(number)s extract", "%(number)s extracts", found.extracts),
        "reviews": counted(wording, "%(number)s review", "%(number)s reviews", found.reviews),
    }


def _found(wording: Wording, part: ThemeReport | SubthemeReport, report: BestPracticeReport) -> str:
    rated = rate(part.found.extracts / report.method.reviews_held if report.method.reviews_held else None)
    return wording.gettext("%(found)s; %(rate)s for each review held.") % {
        "found": tally_words(wording, part.found),
        "rate": rated,
    }


def _cells(found: Tally, report: BestPracticeReport) -> tuple[str, str, str]:
    held = report.method.reviews_held
    return f"{found.extracts:,}", f"{found.reviews:,}", rate(found.extracts / held if held else None)


def _quoting(wording: Wording, language: Language) -> Callable[[Hit], Quote]:
    def quote(hit: Hit) -> Quote:
        source = wording.gettext("%(reference)s (%(type)s, %(year)s), page %(page)s") % {
            "reference": hit.reference,
            "type": say(wording, labels.REVIEW_TYPES, hit.review_type),
            "year": hit.year or wording.gettext("undated"),
            "page": hit.page,
        }
        address = review_address(language, hit.slug, document=hit.document, at=hit.passage)
        return Quote(hit.text, hit.language, source, address)

    return quote
