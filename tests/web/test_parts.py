"""A piece of work in parts is the same on a page and in a file."""

import datetime
from dataclasses import replace

from tests.coding.test_report import a_hit
from wsr.domain.agreement import Agreement, Aspect, Coder, Coefficient, Compared
from wsr.domain.coding import Decided, Stance
from wsr.domain.kinds import Language
from wsr.domain.parts import Grid, Part, Quote, Report
from wsr.domain.report import BestPracticeReport, SubthemeReport, Tally, ThemeReport
from wsr.repository.method import count_list
from wsr.repository.repository import Repository
from wsr.web.parts import as_markdown
from wsr.web.report_parts import report_parts
from wsr.web.templating import report_file
from wsr.web.wording import wording

PART = Part(
    id="a",
    heading="What *was* found",
    level=2,
    paragraphs=("A sentence\nwith <marks> and [brackets].",),
    points=("One point.",),
    grids=(Grid("A table", ("Term", "Hits"), (("a | b", "3"),)),),
    quotes=(Quote("# It was “good”.", "en", "CPR2019-W91, page 4", "/en/reviews/cpr2019-w91"),),
)

REPORT = Report("Report", (PART,), datetime.date(2026, 11, 28), notice="Be *kind*.")


def test_words_are_never_taken_for_marks() -> None:
    """Stars, brackets, bars and angles are escaped; lines are joined."""
    assert (
        as_markdown(REPORT)
        == r"""# Report

*Be \*kind\*.*

## What \*was\* found

A sentence with \<marks\> and \[brackets\].

- One point.

**A table**

| Term | Hits |
| --- | ---: |
| a \| b | 3 |

> \# It was “good”.
>
> CPR2019-W91, page 4
"""
    )


def test_a_file_needs_no_site() -> None:
    """Its style is in it, and no address of ours."""
    written = report_file(REPORT)

    assert "<style>" in written
    assert "Be *kind*." in written
    assert "href=" not in written
    assert "&lt;marks&gt;" in written


def test_a_report_names_source_and_page_of_each_example(empty_home: Repository) -> None:
    """And says what the machine found alone, what people rejected, and how far they agree."""
    coder = empty_home.coder()
    steady = SubthemeReport(
        id="steady",
        name="Steady",
        definition="The same.",
        found=Tally(extracts=1, reviews=1),
        examples=(a_hit("a"),),
    )
    alpha = Coefficient(n=4, same=3, raw=0.75, kept=0, value=0.5)
    report = BestPracticeReport(
        method=count_list(empty_home),
        stances={stance: Tally() for stance in Stance},
        themes=(
            ThemeReport(
                id="care",
                name="Care",
                definition="Help.",
                found=Tally(extracts=1, reviews=1),
                codings=1,
                subthemes=(steady,),
            ),
        ),
        without_theme=Tally(),
        suggested=(),
        decided={
            Decided.UNDECIDED: 3,
            Decided.KEPT: 1,
            Decided.UNSURE: 0,
            Decided.REJECTED: 0,
        },
        agreement=Agreement(
            codebook="best-practice 1",
            coders=(Coder(person="a", judged=4), Coder(person="b", judged=4)),
            pairs=(("a", "b"),),
            extracts=4,
            compared=(Compared(aspect=Aspect.STANCE, alpha=alpha, kappas=(alpha,)),),
            disagreements=(),
            draws=10,
            fewest=10,
        ),
    )
    parts = report_parts(wording(Language.EN), Language.EN, report, coder.terms, coder.codebook)
    written = as_markdown(replace(REPORT, parts=parts))

    assert "CPR2019-W91 (Child Practice Review, 2019), page 1" in written
    assert "75% were found by rules alone" in written
    assert "Agreement: a and b" in written
    assert "no evidence that there was none" in written
