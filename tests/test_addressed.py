"""From the words of a recommendation to the kinds of agency and the bodies that it is addressed to: two parts, joined."""

from functools import cache

import pytest

from tests.index.reviews import GWENT, make_review
from tests.making import a_passage, a_recommendation
from wsr.coding.recommendations import RecommendationCoder
from wsr.coding.themes import ThemeCoder
from wsr.domain.recommendations import RecommendationCoding
from wsr.ingest.facts.recommendations.addressees import addressees_of
from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.ingest.facts.recommendations.item import Item, Part
from wsr.vocabulary.codebooks import recommendation_codebook, standard_codebook

# Kinds before the bar, bodies behind it; the review is one of the Gwent Safeguarding Board.
ADDRESSED = [
    ("Health to ensure that discharge letters reach the school nurse within two days.", "health-board |"),
    ("Health and Education to agree a joint plan for children who are not in school.", "education; health-board |"),
    ("Health and Social Care should agree.", "health-board; local-authority |"),
    ("Anytown Council (Adult Services) should review how visits are handed on.", "adult-social-care; local-authority |"),
    ("Cwm Taf Morgannwg UHB (Mental Health) must review its letters.", "health-board; mental-health | Cwm Taf Morgannwg University Health Board"),
    ("The Health Board (UHB) should give every ward a named lead.", "health-board |"),
    ("The Area Planning Board for substance misuse should map what is offered.", "area-planning-board |"),
    ("HM Prison and Probation Service in Wales to review its guidance.", "prison; probation | HM Prison and Probation Service"),
    ("The Mid and West Wales Regional Safeguarding Board (CYSUR) to consider a form.", "safeguarding-board | Mid and West Wales Safeguarding Board"),
    ("PHW to include older fathers in its next campaign.", "public-health | Public Health Wales"),
    ("The Community Safety Partnership should report on progress.", "community-safety-partnership |"),
    ("All partner agencies should make sure that staff know how to escalate.", "all-agencies |"),
    ("Partner agencies represented on the Board should audit attendance.", "all-agencies |"),
    ("Each partner agency will write to the Board within six months.", "all-agencies |"),
    ("The Welsh Ambulance Service University NHS Trust should flag addresses.", "ambulance | Welsh Ambulance Services University NHS Trust"),
    ("RSLs to train their officers in self-neglect.", "housing |"),
    ("Voluntary organisations commissioned by Torfaen Council to keep a record.", "third-sector |"),
    ("Care Inspectorate Wales and HIW should consider a joint visit.", "inspectorate | Care Inspectorate Wales; Healthcare Inspectorate Wales"),
    ("Commissioners of substance misuse services to review the contract.", "commissioning |"),
    ("The Office of the Police and Crime Commissioner for Gwent to review the contract.", "police-and-crime-commissioner | Police and Crime Commissioner for Gwent"),
    ("The CPS and South Wales Police to agree how a late file is flagged.", "crown-prosecution; police | Crown Prosecution Service; South Wales Police"),
    ("The governing body of the school should review its policy.", "education |"),
    ("Primary care and secondary mental health services should share one plan.", "general-practice; mental-health |"),
    ("The protocol should be reviewed by Gwent Police and Newport City Council.", "local-authority; police | Gwent Police; Newport City Council"),
    ("A contact should be named by the health board in each hospital.", "health-board |"),
    ("The Coroner should be sent this report by the Chair of the Board.", "safeguarding-board | Gwent Safeguarding Board"),
    ("It is recommended that consideration is given by Estyn to a survey.", "inspectorate | Estyn"),
    ("Action for the Health Board: introduce a prompt card.", "health-board |"),
    ("Further education colleges to nominate a lead.", "education |"),
    ("Services provided by Aneurin Bevan UHB should keep one list.", "health-board | Aneurin Bevan University Health Board"),
    ("Heddlu De Cymru to give each victim one named officer.", "police | South Wales Police"),
]  # fmt: skip
NOT_ADDRESSED = [
    ("The Board should seek assurance from Gwent Police that video is used.", "safeguarding-board | Gwent Safeguarding Board"),
    ("Adult Services should tell CIW whenever a placement is ended early.", "adult-social-care |"),
    ("Schools should follow the guidance issued by Estyn.", "education |"),
    ("The Area Planning Board should report to the Police and Crime Commissioner.", "area-planning-board |"),
    ("The safeguarding lead should be told of every referral made by Torfaen Council.", "|"),
    ("Any decision made by the Crown Prosecution Service should be shared.", "|"),
    ("Health records must show who holds parental responsibility.", "|"),
    ("Police intelligence should reach the school by the next morning.", "|"),
    ("Housing should be part of every discharge plan.", "|"),
    ("Housing to be found before the young person leaves care.", "|"),
    ("The Health and Wellbeing Board should meet.", "|"),
    ("Partners should not sit in when a victim is asked.", "|"),
    ("The review of the case by HIW should inform the plan.", "|"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), ADDRESSED)
def test_who_is_asked_is_named(text: str, whom: str) -> None:
    """Plain words for a kind, brackets, joint names, passives and abbreviations; bodies by the names that they use."""
    assert whom == _whom(text)


@pytest.mark.parametrize(("text", "whom"), NOT_ADDRESSED)
def test_who_is_only_spoken_of_is_not_asked(text: str, whom: str) -> None:
    """Bodies from whom, to whom or by whose deed something is to be done, and things that they have."""
    assert whom == _whom(text)


@pytest.mark.parametrize(
    ("heading", "whom"),
    [
        ("For the health board:", "health-board |"),
        ("National recommendation – Welsh Government", "welsh-government | Welsh Government"),
        ("Recommendations – supervision", "|"),
        ("Public Health Wales / HEIW", "public-health | Health Education and Improvement Wales; Public Health Wales"),
    ],
)  # fmt: skip
def test_a_heading_addresses_what_stands_under_it(heading: str, whom: str) -> None:
    """After "for", or set off by a dash, or by itself."""
    assert whom == _whom("Review how results are passed on.", heading)


def test_a_plain_word_for_an_office_means_the_only_one_that_the_review_names() -> None:
    """The commissioner of one force, though the force itself is named too."""
    text = "The PCC should publish how the fund is used."
    elsewhere = "Gwent Police asked the Police and Crime Commissioner for Gwent."

    assert "police-and-crime-commissioner | Police and Crime Commissioner for Gwent" == _whom(
        text, "", elsewhere
    )


def _whom(text: str, heading: str = "", elsewhere: str = "") -> str:
    item = Item(Part.BODY, 0, "s1", 1, 1, (text,), group=heading)
    made = a_recommendation(1, text, addressees=addressees_of(item, Bodies()))
    passages = tuple(a_passage(n, words) for n, words in enumerate((text, elsewhere), start=1) if words)
    review = make_review("CPR2019-W01").model_copy(
        update={"board": GWENT, "passages": passages, "recommendations": (made,)}
    )
    (coding,) = _coder().codings(review).values()
    return _in_words(coding)


@cache
def _coder() -> RecommendationCoder:
    return RecommendationCoder(recommendation_codebook(), ThemeCoder(standard_codebook()))


def _in_words(coding: RecommendationCoding) -> str:
    bodies = "; ".join(sorted(body.name for body in coding.bodies))
    return f"{'; '.join(sorted(coding.agencies))} | {bodies}".strip()
