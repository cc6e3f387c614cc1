"""What headings say of the sections that they open, in both languages."""

import pytest

from wsr.domain.kinds import SectionKind
from wsr.vocabulary.headings import is_known_heading, is_prompt, kind_of_heading


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Contents", SectionKind.CONTENTS),
        ("1. Introduction", SectionKind.INTRODUCTION),
        ("Chapter One: Executive Summary", SectionKind.INTRODUCTION),
        ("Conclusions and recommendations", SectionKind.RECOMMENDATIONS),
        ("IMPROVING SYSTEMS AND PRACTICE", SectionKind.RECOMMENDATIONS),
        ("Gwella Systemau ac Ymarfer", SectionKind.RECOMMENDATIONS),
        ("Appendix 2: Summary timeline", SectionKind.CHRONOLOGY),
        ("Appendix 2", SectionKind.APPENDIX),
        ("Atodiad 1: Cylch gorchwyl", SectionKind.TERMS_OF_REFERENCE),
        ("Highlighting effective practice", SectionKind.EFFECTIVE_PRACTICE),
        ("For Welsh Government use only", SectionKind.ADMIN),
        ("At ddefnydd Llywodraeth Cymru yn unig", SectionKind.ADMIN),
        ("Statement by Reviewer(s)", SectionKind.REVIEWER_STATEMENT),
        ("Child Practice Review process", SectionKind.PROCESS),
        ("Proses yr Adolygiad Ymarfer Plant", SectionKind.PROCESS),
        ("Brief outline of circumstances resulting in the Review", SectionKind.BACKGROUND),
        ("Amlinelliad byr o’r amgylchiadau a arweiniodd at yr Adolygiad", SectionKind.BACKGROUND),
        ("Lessons to be learnt", SectionKind.LEARNING),
        ("Glossary of terms", SectionKind.GLOSSARY),
        ("Action plan", SectionKind.ACTION_PLAN),
        ("Practice and organisational learning", SectionKind.LEARNING),
        ("Good practice and lessons", SectionKind.EFFECTIVE_PRACTICE),
        ("Lessons and good practice", SectionKind.LEARNING),
        ("Introduction and terms of reference", SectionKind.INTRODUCTION),
        ("Action plan for the recommendations", SectionKind.ACTION_PLAN),
        ("Recommendations from previous reviews", SectionKind.OTHER),
        ("Was the protection plan carried out and monitored?", SectionKind.ANALYSIS),
        ("The seven questions", SectionKind.ANALYSIS),
        ("Y tri chwestiwn", SectionKind.ANALYSIS),
        ("Questions for the review", SectionKind.TERMS_OF_REFERENCE),
        ("Child C and her family", SectionKind.BACKGROUND),
        ("March 2011 to January 2012", SectionKind.CHRONOLOGY),
    ],
)
def test_headings_tell_the_kind_of_their_section(heading: str, kind: SectionKind) -> None:
    """The forms' headings and their variants, with numbers, chapters and appendices before them."""
    assert kind == kind_of_heading(heading)


@pytest.mark.parametrize(
    "heading",
    ["Politeness at the door", "Swansea Council", "2016", "May 2011 to June 2012: two moves", "Why?"],
)
def test_other_headings_say_nothing(heading: str) -> None:
    """A heading of the author's own inherits the kind of the part it lies in."""
    assert kind_of_heading(heading) is None
    assert not is_known_heading(heading)


@pytest.mark.parametrize(
    "text",
    [
        "To include here: –",
        "Time period reviewed and why",
        "Identify each individual learning point arising in this case (including highlighting effective "
        "practice) accompanied by a brief outline of the relevant circumstances",
    ],
)
def test_the_words_of_the_form_are_prompts(text: str) -> None:
    """The official form's own words are known, with or without punctuation."""
    assert is_prompt(text)


def test_an_authors_own_sentence_is_no_prompt() -> None:
    """A sentence that shares a few words with the form is the author's."""
    assert not is_prompt("The learning point arising in this case is that nobody asked.")
