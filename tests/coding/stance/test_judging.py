"""What is said of practice is told by mechanism: each test is one of them."""

import pytest

from wsr.coding.stance.judging import judge
from wsr.domain.coding import Stance


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This was good practice on the part of the school.",
        "The note made by the duty doctor is a model of its kind.",
        "The Panel commends the crew of the second ambulance.",
        "The district nurses were tireless in their care of Mrs V.",
        "The assessment was thorough and drew on the whole history.",
        "• Excellent joint work between housing and the refuge",
    ],
)
def test_labels_and_words_of_praise(sentence: str) -> None:
    """Praise is identified practice, with the reviewer's label or without."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The health visitor did not give up when the door stayed shut.",
        "The conduct of the two constables cannot be faulted.",
        "The report was made without delay.",
        "The tutor left nothing to chance.",
        "The drug worker never lost touch with him.",
        "The ward sister was not satisfied with that answer, and said so.",
        "There was no delay in arranging the meeting.",
        "Without being asked, the caretaker kept the gate open for her.",
    ],
)
def test_praise_by_a_negative(sentence: str) -> None:
    """A negative before a fault or a giving up is praise."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The handover was not timely.",
        "There is no evidence that the plan was thorough.",
        "The child was not seen alone.",
        "Nobody told the grandmother.",
        "The policy was not followed.",
        "The review of his medication was neither prompt nor complete.",
        "The records cannot be described as clear.",
        "The agency failed to respond promptly.",
    ],
)
def test_denied_praise_and_denied_acts(sentence: str) -> None:
    """A negative before praise, or before an act of practice, is criticism."""
    assert ["criticism"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no evidence of delay by the ward.",
        "We found nothing to suggest that the decision was careless.",
    ],
)
def test_a_fault_that_was_not_found(sentence: str) -> None:
    """Where nothing bad was found, that is praise."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It would have been good practice to ring the school.",
        "The team should have asked who else lived there.",
        "A joint visit might have shown more.",
        "Had the two records been compared, the pattern would have been seen.",
        "An opportunity existed to speak to her alone.",
        "The midwife might usefully have told the GP.",
        "Miss P should now be offered an assessment of her own.",
        "Ideally the same nurse would have called each week.",
    ],
)
def test_modals_suggest(sentence: str) -> None:
    """What would, could, should or might have been done is suggested, even under a label of good practice."""
    assert ["suggested"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The form should have been sent that day but was not.",
        "This should never have happened.",
    ],
)
def test_what_should_have_been_and_was_not(sentence: str) -> None:
    """When the lack itself is stated, the modal does not soften it."""
    assert ["criticism"] == _stances(sentence)


def test_nothing_more_could_have_been_done() -> None:
    """A modal inside an idiom of praise suggests nothing."""
    assert ["identified"] == _stances("The foster carers could not have done more for him.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Good practice is to agree a time for the next call.",
        "Children should be seen on their own.",
        "A report must be made when harm is suspected.",
        "Good records protect children.",
        "Practitioners need time to think.",
        "• Ask twice; write it down; tell somebody",
        "Best practice guidance recommends a named contact.",
    ],
)
def test_norms_stand_without_the_case(sentence: str) -> None:
    """The present tense without a person, a date or a past verb is general."""
    assert ["general"] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Although the family had moved twice, the midwife never lost touch.", "identified"),
        ("Despite a heavy caseload, the nurse went to see him every week.", "identified"),
        ("Although individual workers were kind, the plan was never reviewed.", "criticism"),
        ("In spite of three requests no reply was sent.", "criticism"),
        ("While the pressure is understood, it would have been wise to tell the school.", "suggested"),
    ],
)
def test_a_concession_leaves_it_to_the_main_clause(sentence: str, expected: str) -> None:
    """What is conceded does not decide."""
    assert [expected] == _stances(sentence)


def test_praise_and_criticism_of_different_acts_are_two_stretches() -> None:
    """One sentence with both gives two judgements that together cover it."""
    sentence = "The referral was made promptly and in full, but the council failed to act on it for a month."
    first, second = judge(sentence)

    assert (Stance.IDENTIFIED, Stance.CRITICISM) == (first.stance, second.stance)
    assert (0, len(sentence)) == (first.start, second.end)
    assert first.end == second.start
    assert "promptly" in sentence[first.start : first.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two constables sat with him on the bridge until he agreed to come down.",
        "The nurse rang the surgery back that afternoon to make sure that the letter had been read.",
        "The family worker, unasked, drove her to the court and waited with her all day.",
        "When the clinic heard that he would not come, it went to him instead, at home and in Welsh.",
    ],
)
def test_acts_told_without_a_word_of_praise(sentence: str) -> None:
    """An act of persistence, promptness or thought for the person speaks for itself."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "All the visits were made on time, and she was seen alone at each of them.",
        "The procedures were followed.",
        "The conference was held within the required timescale.",
        "The plan was reviewed every month, as it should have been.",
    ],
)
def test_compliance_is_a_positive(sentence: str) -> None:
    """That what should be done was done, in time, is identified practice."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The order was effective from 1 April.",
        "The injuries were consistent with a fall.",
        "He had made two attempts on his own life.",
        "She was responsive to pain only.",
        "The best estimate is that she died before midnight.",
        "There were a good number of calls from her brother.",
    ],
)
def test_words_in_another_sense(sentence: str) -> None:
    """A pseudo-trigger hides the words in it."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms T was a devoted and patient mother.",
        "The defendant failed to comply with his bail conditions.",
        "The jury failed to reach a verdict.",
        "The weather was poor that night.",
        "The review was conducted in accordance with the guidance.",
        "His aunt rang the ward every evening.",
        "How effective was the communication between the agencies?",
    ],
)
def test_what_is_no_practice_is_not_judged(sentence: str) -> None:
    """Persons, courts, weather and the review itself are no practice; a question judges nothing."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 June the social worker met Father at the office.",
        "Officers attended, spoke to both parties and submitted a form.",
        "Mr C was arrested and released on bail.",
        "He was not known to services.",
        "The GP prescribed sertraline.",
    ],
)
def test_bare_narrative_is_neutral(sentence: str) -> None:
    """What is merely told is not judged."""
    assert ["neutral"] == _stances(sentence)


def test_every_judgement_gives_the_words_that_decided() -> None:
    """The reason names its rule and quotes the sentence."""
    sentence = "The midwife’s note was exemplary."
    (judged,) = judge(sentence)

    assert [("praise", "exemplary")] == [(reason.rule, reason.words) for reason in judged.because]


@pytest.mark.parametrize(
    "text", ["", " ", "•", "?", "Not.", "((((", "a" * 5000, "but " * 500, "не было", "Nid oedd."]
)
def test_any_text_has_a_judgement(text: str) -> None:
    """The stretches of any text cover it, in order."""
    found = judge(text)

    assert [0, *(each.end for each in found[:-1])] == [each.start for each in found]
    assert len(text) == found[-1].end


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurse did not speak his language, so she drew the dose on a card.",
        "No taxi came, and the teaching assistant walked the boy home and waited with him.",
        "There was nobody to sit with him, so the porter stayed until his sister came.",
    ],
)
def test_a_lack_that_a_practitioner_made_good(sentence: str) -> None:
    """A lack that is told because somebody answered it is no criticism."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The core group noticed the drift and corrected it.",
        "The head of service overcame a muddled handover within the week.",
        "The probation officer challenged the careless wording of the plan.",
    ],
)
def test_a_fault_that_a_practitioner_dealt_with(sentence: str) -> None:
    """Words of blame for what was seen, ended or stood against are praise of who did so."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "With help from the debt adviser the arrears were cleared and the bailiffs did not come back.",
        "Through the work of the link teacher the twins stayed in the same school.",
        "What she had told nobody she told the school nurse.",
    ],
)
def test_what_practice_did_for_a_person(sentence: str) -> None:
    """A gain that is laid to practice is identified practice."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The letter lay in a pigeonhole for six weeks.",
        "The body map on the form is blank.",
        "Each service believed that another was visiting.",
        "His silence was read as consent.",
        "It took a second fall before the two teams met.",
        "The alert was entered on the record of a different child.",
    ],
)
def test_a_fault_told_as_a_fact(sentence: str) -> None:
    """What is plainly a fault is criticism, though no word of blame is used."""
    assert ["criticism"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mother said that she did not need any help from the social worker.",
        "He stayed with friends until the tenancy began.",
        "His daughters described him as a gentle and funny man.",
        "Neither parent had any qualifications.",
    ],
)
def test_what_is_told_of_somebody_who_is_no_practitioner(sentence: str) -> None:
    """What a person says, has or is judges no practice."""
    assert ["neutral"] == _stances(sentence)


def test_the_younger_the_child() -> None:
    """What holds by degrees holds in general."""
    assert ["general"] == _stances("The younger the child, the less a bruise can be explained away.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The licence had an effective date of 9 May.", "neutral"),
        ("The lodger had the only key and might have locked the door.", "suggested"),
        ("Had the ward rung first, the wasted journey would have been spared.", "suggested"),
    ],
)
def test_a_had_that_stands_for_an_if(sentence: str, expected: str) -> None:
    """A counterfactual "had" opens its clause; else it only tells, and May may be a month."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The handover could have been fuller.", "criticism"),
        ("The second response should have been swifter.", "criticism"),
        ("The advice was not as plain as it might have been.", "criticism"),
        ("There were missed opportunities to ask about the bruise.", "criticism"),
        ("A call might have been more useful than a letter.", "suggested"),
        ("It might have been kinder to wait.", "suggested"),
        ("The note could have been shared with the school.", "suggested"),
        ("The tutors could not have been more patient.", "identified"),
    ],
)
def test_what_was_done_could_have_been_better(sentence: str, expected: str) -> None:
    """A comparative of quality speaks ill of what was; an act that was not done is suggested."""
    assert [expected] == _stances(sentence)


def test_praise_and_what_could_have_been_better_are_two_stretches() -> None:
    """A sentence that praises one act and finds another wanting has two judgements."""
    assert ["identified", "criticism"] == _stances(
        "The referral was timely and thorough, but the minutes could have been fuller."
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The hospice considers that its handling of the complaint was exemplary.", "neutral"),
        ("The force's own report calls its response swift and thorough.", "neutral"),
        ("In its own account the council was prompt and sensitive.", "neutral"),
        ("The hospice said that the help of the district nurse was excellent.", "identified"),
        ("The hospice told us that its own records were poor.", "criticism"),
    ],
)
def test_praise_of_oneself(sentence: str, expected: str) -> None:
    """What an agency says in its own favour is not judged; what it says of others or against itself is."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Not one of his letters was left unread by the advocate.", "identified"),
        ("No question went unasked.", "identified"),
        ("The warden did not fail to see the change in him.", "identified"),
        ("His letters were left unread.", "criticism"),
        ("The carers had not been warned of the danger.", "criticism"),
        ("Staff had not been taught to recognise neglect.", "criticism"),
    ],
)
def test_double_negatives(sentence: str, expected: str) -> None:
    """A lack that is denied is praise; what should have been taught or told is denied, and not the ill it was about."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Trust may wish to review how it writes to carers.", "suggested"),
        ("Strong supervision enables staff to say what worries them.", "general"),
        ("The aunt described the receptionist as curt and dismissive.", "criticism"),
        ("The aunt described the receptionist as kind and patient.", "identified"),
        ("The report, due by 3 June, was sent on 9 August.", "criticism"),
    ],
)
def test_other_turns(sentence: str, expected: str) -> None:
    """What a board may wish to do, what good practice does, what somebody was described as, what was due."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Everyone who knew him well spoke of his patience.",
        "His diary is the fullest account of that winter.",
        "She slept alone, in a room that those who entered it found hard to describe.",
    ],
)
def test_what_people_of_no_calling_do(sentence: str) -> None:
    """What people who are no practitioners say, write or find judges no practice."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Late though it came, the advice of the pharmacist was careful and humane.", "identified"),
        ("The summary, though late, was full and exact.", "identified"),
        ("Apart from one missing initial, the chart is exemplary.", "identified"),
        ("One blank box should not obscure the skill of the examination.", "identified"),
        ("Amid the confusion of three moves, one tutor kept a single clear record.", "identified"),
        (
            "Although he swore, tore up the letter and never answered, the warden was patient and kind.",
            "identified",
        ),
    ],
)
def test_forms_of_concession(sentence: str, expected: str) -> None:
    """What is conceded in a word, a list, an aside or a subject does not decide."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The body map was drawn with great care, and never sent.", "criticism"),
        ("A clear pathway had been agreed; it was not followed.", "criticism"),
        ("The council has an excellent protocol, and nobody opened it.", "criticism"),
        (
            "The wardens were fond of him, unfailingly kind, and no one asked why he was losing weight.",
            "criticism",
        ),
        ("The plan was thorough, and it was put into effect that week.", "identified"),
    ],
)
def test_the_last_word_on_an_act(sentence: str, expected: str) -> None:
    """A lack after praise of the same act decides, and what is good on paper is not yet practice."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Review cannot accept the suggestion that the hostel acted hastily.", "identified"),
        ("The delay was not of the pharmacy's making.", "identified"),
        ("The complaint that the constable was curt is unfounded.", "identified"),
        ("We do not accept that the search was thorough.", "criticism"),
        ("A weaker tutor would have closed the file.", "identified"),
        ("The bruise might have gone unseen had the dentist not asked.", "identified"),
        ("It was not without courage that the student nurse spoke.", "identified"),
    ],
)
def test_a_charge_that_is_not_accepted(sentence: str, expected: str) -> None:
    """A charge that is rejected is praise, and so is what would have gone wrong without them."""
    assert [expected] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the pharmacist miss the warning signs?",
        "The provider maintains that its carers were vigilant throughout.",
        "According to the provider, the carers were never late.",
        "The son was rude to the nurse.",
        "By the spring R was a conscientious apprentice.",
    ],
)
def test_what_is_only_asked_or_claimed(sentence: str) -> None:
    """A question to be answered yes or no, a claim, and the manner of a person judge no practice."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("He need not have rung, but he did.", Stance.IDENTIFIED),
        ("She might have taken the answer at the door, but she asked to see the baby.", Stance.IDENTIFIED),
        ("It is hard to see what else the crew could have done.", Stance.IDENTIFIED),
        ("The warden could hardly have acted sooner.", Stance.IDENTIFIED),
        ("At no point did the tutor give him up.", Stance.IDENTIFIED),
        ("The clerk refused to accept that nobody was in, and rang again.", Stance.IDENTIFIED),
        ("The plan was completed after her death.", Stance.CRITICISM),
        ("The conference was well attended by everybody but those who had met the boy.", Stance.CRITICISM),
        (
            "The officer's good relations with the couple kept him from asking about the lock.",
            Stance.CRITICISM,
        ),
    ],
)
def test_an_act_that_another_would_have_left_undone_and_praise_that_is_no_use(
    sentence: str, stance: Stance
) -> None:
    """What might have been left undone and was done is valued; what was good and helped nobody is not."""
    assert stance is judge(sentence)[-1].stance
