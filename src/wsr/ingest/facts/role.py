"""What a document is within its review, and its language."""

from collections import Counter

from wsr.domain.kinds import Language, Role, SectionKind
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.titles import report, roles

_SALUTATIONS = ("dear ", "annwyl ")
_MOST = 0.6
"""Share of the text in one kind of section that makes the whole document that kind."""


def find_role(reading: Reading) -> Role:
    """
    The role of the document: what its title says, else its file name, else what most of its text is.

    A title that also says it is the report, and a file that holds summary and report bound together, are
    reports.
    """
    title = _title(reading)
    if report().words.search(title) and not _is_small_part(title):
        return Role.REPORT
    for text in (title, reading.filename.replace("_", " ")):
        named = _first_role(text)
        if named is not None and not _holds_whole_report(reading, named):
            return named
    return _role_of_text(reading)


def find_language(reading: Reading) -> Language:
    """The language of most of its text, counted page by page; English when there is no text."""
    letters: Counter[Language] = Counter()
    for language, text in zip(reading.flow.page_languages, reading.flow.page_texts, strict=False):
        letters[language] += len(text)
    return Language.CY if letters[Language.CY] > letters[Language.EN] else Language.EN


def _title(reading: Reading) -> str:
    """The title page without paragraphs, the largest lines alone when they name a role or a report."""
    lines = [line for line in reading.title_page if not line.prose]
    largest = max((line.size for line in lines), default=0.0)
    for least in (0.9, 0.6):
        text = " ".join(line.text for line in lines if line.size >= least * largest)
        if _first_role(text) or report().words.search(text):
            return text
    return " ".join(line.text for line in lines)


def _is_small_part(title: str) -> bool:
    return roles()[Role.BRIEFING].words.search(title) is not None


def _first_role(text: str) -> Role | None:
    found = {role: match.start() for role, naming in roles().items() if (match := naming.words.search(text))}
    return min(found, key=lambda role: found[role]) if found else None


def _holds_whole_report(reading: Reading, role: Role) -> bool:
    """Whether a document whose title names a part also holds the analysis of a whole report."""
    if role not in (Role.EXECUTIVE_SUMMARY, Role.OTHER, Role.ACTION_PLAN, Role.LETTER):
        return False
    headings = [section.heading for section in reading.flow.sections if section.heading]
    bound = any(report().words.search(heading) for heading in headings)
    kinds = {section.kind for section in reading.flow.sections}
    whole = {
        SectionKind.ANALYSIS,
        SectionKind.RECOMMENDATIONS,
        SectionKind.CHRONOLOGY,
        SectionKind.METHODOLOGY,
    }
    return bound or (role is not Role.EXECUTIVE_SUMMARY and len(whole & kinds) >= 3)


def _role_of_text(reading: Reading) -> Role:
    first = next(
        (stretch.text.casefold() for stretch in reading.stretches[:12] if _is_salutation(stretch.text)), ""
    )
    shares: Counter[SectionKind] = Counter()
    for stretch in reading.stretches:
        shares[stretch.section.kind] += len(stretch.text)
    total = max(sum(shares.values()), 1)
    if shares[SectionKind.ACTION_PLAN] > _MOST * total:
        return Role.ACTION_PLAN
    if shares[SectionKind.LETTER] > _MOST * total or (
        first and reading.pdf.pages and len(reading.pdf.pages) <= 4
    ):
        return Role.LETTER
    return Role.REPORT


def _is_salutation(text: str) -> bool:
    return text.casefold().startswith(_SALUTATIONS)
