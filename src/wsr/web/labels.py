"""The words that pages use for the values of closed lists; English here, translated where they are said."""

from wsr.domain.accounts import AccountRole
from wsr.domain.agreement import Aspect, Missing
from wsr.domain.coding import Decided, Stance, Verdict
from wsr.domain.kinds import (
    ClaimSource,
    Criterion,
    Form,
    Language,
    Level,
    ReferenceSource,
    ReviewType,
    Role,
    SectionKind,
    YearBasis,
)
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.domain.search import Sort, Unit
from wsr.web.wording import later

REVIEW_TYPES: dict[str, str] = {
    ReviewType.CPR: later("Child Practice Review"),
    ReviewType.APR: later("Adult Practice Review"),
    ReviewType.DHR: later("Domestic Homicide Review"),
    ReviewType.MHHR: later("Mental Health Homicide Review"),
    ReviewType.SUSR: later("Single Unified Safeguarding Review"),
}

REVIEW_TYPES_COUNTED: dict[str, tuple[str, str]] = {
    ReviewType.CPR: ("Child Practice Review", "Child Practice Reviews"),
    ReviewType.APR: ("Adult Practice Review", "Adult Practice Reviews"),
    ReviewType.DHR: ("Domestic Homicide Review", "Domestic Homicide Reviews"),
    ReviewType.MHHR: ("Mental Health Homicide Review", "Mental Health Homicide Reviews"),
    ReviewType.SUSR: ("Single Unified Safeguarding Review", "Single Unified Safeguarding Reviews"),
}
"""The name of a type for one review and for several; said with `ngettext`."""

ACCOUNT_ROLES: dict[str, str] = {
    AccountRole.CURATOR: later("Curator"),
    AccountRole.ADMIN: later("Administrator"),
}

FORMS: dict[str, str] = {Form.CONCISE: later("Concise"), Form.EXTENDED: later("Extended")}

CRITERIA: dict[str, str] = {**REVIEW_TYPES, Criterion.OWHR: later("Offensive Weapons Homicide Review")}

LANGUAGES: dict[str, str] = {Language.EN: later("English"), Language.CY: later("Welsh")}

ROLES: dict[str, str] = {
    Role.REPORT: later("Report"),
    Role.EXECUTIVE_SUMMARY: later("Executive summary"),
    Role.ACTION_PLAN: later("Action plan"),
    Role.BRIEFING: later("Briefing"),
    Role.LETTER: later("Letter"),
    Role.OTHER: later("Other document"),
}

SECTION_KINDS: dict[str, str] = {
    SectionKind.FRONT: later("Title page"),
    SectionKind.CONTENTS: later("Contents page"),
    SectionKind.INTRODUCTION: later("Introduction"),
    SectionKind.TERMS_OF_REFERENCE: later("Terms of reference"),
    SectionKind.METHODOLOGY: later("Methodology"),
    SectionKind.BACKGROUND: later("Background"),
    SectionKind.CHRONOLOGY: later("Chronology"),
    SectionKind.ANALYSIS: later("Analysis"),
    SectionKind.EFFECTIVE_PRACTICE: later("Effective practice"),
    SectionKind.LEARNING: later("Learning"),
    SectionKind.CONCLUSIONS: later("Conclusions"),
    SectionKind.RECOMMENDATIONS: later("Recommendations"),
    SectionKind.ACTION_PLAN: later("Action plan"),
    SectionKind.REVIEWER_STATEMENT: later("Reviewer’s statement"),
    SectionKind.PROCESS: later("Review process"),
    SectionKind.ADMIN: later("Administrative form"),
    SectionKind.LETTER: later("Letter"),
    SectionKind.GLOSSARY: later("Glossary"),
    SectionKind.APPENDIX: later("Appendix"),
    SectionKind.OTHER: later("Other section"),
}

LEVELS: dict[str, str] = {
    Level.NATIONAL: later("National"),
    Level.REGIONAL: later("Regional"),
    Level.BOARD: later("Board or partnership"),
    Level.AGENCY: later("Agency"),
    Level.UNKNOWN: later("Not stated"),
}

STANCES: dict[str, str] = {
    Stance.IDENTIFIED: later("Good practice identified"),
    Stance.SUGGESTED: later("Practice suggested"),
    Stance.GENERAL: later("General statement of good practice"),
    Stance.CRITICISM: later("Criticism"),
    Stance.NEUTRAL: later("No judgement"),
}

STANCE_MARKS: dict[str, str] = {
    Stance.IDENTIFIED: later("good practice"),
    Stance.SUGGESTED: later("suggested"),
    Stance.GENERAL: later("general"),
    Stance.CRITICISM: later("criticism"),
    Stance.NEUTRAL: later("no judgement"),
}
"""The short words that stand in a text after an extract."""

DECIDED: dict[str, str] = {
    Decided.UNDECIDED: later("Found by rules, not yet read by a person"),
    Decided.KEPT: later("Kept by a person"),
    Decided.UNSURE: later("A person is unsure"),
    Decided.REJECTED: later("Rejected by a person"),
}

VERDICTS: dict[str, str] = {
    Verdict.KEEP: later("Keep"),
    Verdict.REJECT: later("Reject"),
    Verdict.UNSURE: later("Unsure"),
}

ASPECTS: dict[str, str] = {
    Aspect.VERDICT: later("Verdict"),
    Aspect.STANCE: later("What is said of practice"),
    Aspect.THEME: later("Themes"),
    Aspect.SUBTHEME: later("Sub-themes"),
}
"""What people can agree on."""

MISSING: dict[str, str] = {
    Missing.TOO_FEW: later("not defined: too few extracts"),
    Missing.NEVER_VARIES: later("not defined: all said the same of every extract"),
}
"""Why there is no coefficient."""

MISSING_INTERVALS: dict[str, str] = {
    Missing.TOO_FEW: later("no interval: too few extracts"),
    Missing.SELDOM_VARIES: later("no interval: given too seldom"),
}

UNITS: dict[str, str] = {
    Unit.PASSAGE: later("Every passage"),
    Unit.EXTRACT: later("Extracts on practice"),
    Unit.REVIEW: later("One passage of each review"),
    Unit.RECOMMENDATION: later("Recommendations"),
}

SORTS: dict[str, str] = {
    Sort.RELEVANCE: later("Relevance"),
    Sort.NEWEST: later("Newest first"),
    Sort.OLDEST: later("Oldest first"),
    Sort.REFERENCE: later("Reference"),
    Sort.STRENGTH: later("Most telling first"),
}

FACETS: dict[str, str] = {
    "review_type": later("Type of review"),
    "year": later("Year"),
    "board": later("Published by"),
    "section_kind": later("Part of the review"),
    "language": later("Language"),
    "stance": later("What is said of practice"),
    "theme": later("Theme"),
    "subtheme": later("Sub-theme"),
    "term": later("Best-practice term"),
    "agency": later("Agency named"),
    "decided": later("Decided by people"),
    "recommendation_theme": later("High-level theme"),
    "addressee": later("Addressed to"),
    "body": later("Named body"),
    "level": later("Level"),
}

FIELDS: dict[str, str] = {
    "reference": later("Reference"),
    "review_type": later("Type of review"),
    "form": later("Form"),
    "criteria": later("Criteria met"),
    "title": later("Title"),
    "board": later("Published by"),
    "board_reference": later("Board’s own reference"),
    "subjects": later("About"),
    "authors": later("Reviewers and authors"),
    "incident_date": later("Date of the incident"),
    "report_date": later("Date of the report"),
    "publication_date": later("Published"),
    "year": later("Year"),
    "language": later("Language"),
    "agencies": later("Agencies named"),
    "coded_agencies": later("Agencies named by a code"),
}
"""The facts of a review, in the order in which they are shown."""

CLAIM_SOURCES: dict[str, str] = {
    ClaimSource.DOCUMENT: later("printed in the document"),
    ClaimSource.FILE_NAME: later("from the file name"),
    ClaimSource.MANIFEST: later("from the list that came with the files"),
    ClaimSource.EDITOR: later("stated by an editor"),
}

REFERENCE_SOURCES: dict[str, str] = {
    ReferenceSource.MANIFEST: later("from the list that came with the files"),
    ReferenceSource.FILE_NAME: later("from the file name"),
    ReferenceSource.TEXT: later("printed in the document"),
    ReferenceSource.ASSIGNED: later("assigned here: the review prints none"),
}

YEAR_BASES: dict[str, str] = {
    YearBasis.PUBLICATION: later("the year of publication"),
    YearBasis.REPORT: later("the year of the report"),
    YearBasis.REFERENCE: later("the year in the reference"),
}

MONTHS: tuple[str, ...] = (
    later("January"), later("February"), later("March"), later("April"), later("May"), later("June"),
    later("July"), later("August"), later("September"), later("October"), later("November"), later("December"),
)  # fmt: skip

AGENCIES: dict[str, str] = {
    "advocacy": later("Advocacy"),
    "adult-social-care": later("Adult social care"),
    "all-agencies": later("Agencies in general"),
    "ambulance": later("Ambulance service"),
    "area-planning-board": later("Area planning board"),
    "cafcass": later("Cafcass Cymru"),
    "camhs": later("Child and adolescent mental health services"),
    "care-home": later("Care home"),
    "childrens-services": later("Children’s services"),
    "commissioning": later("Commissioners of services"),
    "community-safety-partnership": later("Community Safety Partnership"),
    "coroner": later("Coroner"),
    "crown-prosecution": later("Crown Prosecution Service"),
    "district-nursing": later("District nursing"),
    "domestic-abuse-service": later("Domestic abuse service"),
    "domiciliary-care": later("Care at home"),
    "education": later("Education"),
    "emergency-department": later("Emergency department"),
    "fire-and-rescue": later("Fire and rescue"),
    "foster-care": later("Foster care"),
    "general-practice": later("General practice"),
    "health-board": later("Health board"),
    "health-visiting": later("Health visiting"),
    "home-office": later("Home Office"),
    "hospital": later("Hospital"),
    "housing": later("Housing"),
    "independent-reviewing": later("Independent reviewing"),
    "inspectorate": later("Inspectorate"),
    "local-authority": later("Local authority"),
    "mental-health": later("Mental health services"),
    "midwifery": later("Midwifery"),
    "out-of-hours": later("Out-of-hours service"),
    "paediatrics": later("Paediatrics"),
    "police": later("Police"),
    "police-and-crime-commissioner": later("Police and Crime Commissioner"),
    "prison": later("Prison"),
    "probation": later("Probation"),
    "public-health": later("Public health"),
    "regional-partnership-board": later("Regional partnership board"),
    "safeguarding-board": later("Safeguarding Board"),
    "school-nursing": later("School nursing"),
    "substance-misuse": later("Substance misuse service"),
    "third-sector": later("Third sector"),
    "welsh-government": later("Welsh Government"),
    "youth-justice": later("Youth justice"),
}

RECOMMENDATION_THEMES: dict[str, str] = {
    "communication": later("Communication"),
    "primary-care": later("Primary care"),
    "transition-and-care-pathways": later("Transition and care pathways"),
    "risk-assessment": later("Risk assessment"),
    "supervision": later("Supervision"),
    "professional-practice": later("Professional practice"),
    "training": later("Training"),
}

RECOMMENDATION_STATUSES: dict[str, str] = {
    RecommendationStatus.ACCEPTED: later("Accepted"),
    RecommendationStatus.DONE: later("Done"),
    RecommendationStatus.IN_PART: later("Done in part"),
    RecommendationStatus.NOT_DONE: later("Not done"),
    RecommendationStatus.SUPERSEDED: later("Superseded"),
}

BEARINGS: dict[str, str] = {
    Bearing.SHOWS: later("Shows it in practice"),
    Bearing.REPEATS: later("Repeats it"),
    Bearing.CONTRADICTS: later("Contradicts it"),
}
"""What a later extract has to do with a recommendation."""

FACET_VALUES: dict[str, dict[str, str]] = {
    "review_type": REVIEW_TYPES,
    "section_kind": SECTION_KINDS,
    "language": LANGUAGES,
    "stance": STANCES,
    "decided": DECIDED,
    "agency": AGENCIES,
    "recommendation_theme": RECOMMENDATION_THEMES,
    "addressee": AGENCIES,
    "level": LEVELS,
    "year": {"none": later("Not dated")},
    "board": {"none": later("No board named")},
}
"""Words of ours for the values of facets; years and boards bring their own, but for “none”."""
