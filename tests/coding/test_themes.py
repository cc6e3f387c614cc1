"""Which codes a sentence is given: by acts, by who does them with whom, and how; or none."""

import pytest

from wsr.coding.themes import ThemeCoder
from wsr.domain.codebook import Codebook, Cue, Subtheme, Theme
from wsr.domain.coding import Stance
from wsr.vocabulary.codebooks import standard_codebook

CODER = ThemeCoder(standard_codebook())


def _codes(text: str, stance: Stance = Stance.IDENTIFIED) -> list[str]:
    return [(coding.subtheme or coding.theme) for coding in CODER.codes(text, stance)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("One midwife saw her through all four pregnancies.", "consistent-care"),
        ("The same two carers came each morning.", "consistent-care"),
        ("In a single year the girl had seven different social workers.", "consistent-care"),
        ("Told to go away, the nurse was back with a clean dressing the next morning.", "persistent-care"),
        ("After the fourth missed appointment they offered a fifth, in the library.", "persistent-care"),
        ("She was discharged for non-attendance.", "persistent-care"),
        ("He talked about fishing with the boy until he was at ease.", "working-relationships"),
        ("It had taken a year to win her trust.", "working-relationships"),
        ("The crew were stood down and met by a counsellor.", "practitioner-support"),
        ("Nobody had trained the bank staff in it.", "practitioner-support"),
        ("She told the parents plainly what would happen next.", "effective-communication"),
        ("The consultation took place through an interpreter.", "effective-communication"),
        ("She rang nine times and pushed a card through the door.", "persistent-communication"),
        ("They went on writing every month although he never replied.", "persistent-communication"),
        ("Police and the health visitor called on the family together.", "multi-agency-working"),
        ("What the school knew was passed to probation.", "multi-agency-working"),
        ("The optician noticed a bruise behind the ear.", "risk-assessment"),
        ("The tablets were taken out of the flat.", "risk-assessment"),
        ("She disagreed with the closure and wrote to the head of service.", "escalating-concerns"),
        ("The porter took what he had heard straight to the matron.", "escalating-concerns"),
        ("The notification was sent within 24 hours as the policy requires.", "adhering-to-procedure"),
        ("The notes are dated, legible and signed.", "record-keeping"),
        ("He wrote down the child's exact words.", "record-keeping"),
        ("The form was changed after the last review.", "learning-from-reviews"),
        ("Because of what happened to Mr Z the question is now always asked.", "learning-from-reviews"),
        ("The crew were driven home and excused their next two shifts.", "practitioner-support"),
        ("He sent the shower back twice; at the third offer it was had.", "persistent-care"),
        ("The escort who met her on the first day was the one who met her on the last.", "consistent-care"),
        ("He asked to be called Captain, and the night staff called him Captain.", "working-relationships"),
        ("It was from a neighbour that the sister found out where he was.", "effective-communication"),
        ("The health visitor kept her doubts to herself.", "escalating-concerns"),
        ("Locks were tested each quarter, as the handbook requires.", "adhering-to-procedure"),
        ("The rota now has two names on it, because a man died when it had one.", "learning-from-reviews"),
    ],
)
def test_an_act_is_coded_though_no_heading_is_named(sentence: str, expected: str) -> None:
    """What is told decides, not the words of the codebook's headings."""
    assert expected == _codes(sentence)[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He was rung four times before he answered.", "persistent-communication"),
        ("He was offered the clinic four times before he accepted.", "persistent-care"),
        ("The information was shared with the grandparents, who were told why.", "effective-communication"),
        ("The information was shared with the police.", "multi-agency-working"),
        ("Hearing nothing from the duty desk she asked for the team manager.", "escalating-concerns"),
        ("The referral was sent on the same day.", "adhering-to-procedure"),
        ("Supervision was monthly.", "practitioner-support"),
    ],
)
def test_addressee_and_manner_decide_between_neighbours(sentence: str, expected: str) -> None:
    """The same act speaks for another code when it is done with somebody else, or again."""
    assert expected == _codes(sentence)[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The town lies in the north of the county.",
        "This was good practice.",
        "The Panel met on nine Wednesdays.",
        "The two accounts are consistent with each other.",
    ],
)
def test_where_nothing_speaks_no_code_is_given(sentence: str) -> None:
    """The coder abstains; it has no code to fall back on."""
    assert [] == _codes(sentence)


def test_what_reviewers_say_of_their_own_work_is_no_record_keeping() -> None:
    """The Panel noted is not a note, and told the reviewers is not communication with a family."""
    assert [] == _codes("The Panel noted this.")
    assert "record-keeping" not in _codes("The Panel recorded that the nurse had rung again.")


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("Contact with her father was to be supervised at all times.", "practitioner-support"),
        ("He has a learning disability.", "learning-from-reviews"),
        ("The call lasted four minutes.", "record-keeping"),
        ("His challenging behaviour was well known.", "escalating-concerns"),
    ],
)
def test_words_of_another_sense_do_not_speak(sentence: str, unwanted: str) -> None:
    """A cue is weighed with what stands about it."""
    assert unwanted not in _codes(sentence)


def test_codes_come_best_first_and_say_why() -> None:
    """Each has a score between 0 and 1 and the words that it goes by, as they are printed."""
    text = "The social worker and the police visited jointly, and the visit was written up in full."
    codings = CODER.codes(text, Stance.IDENTIFIED)

    assert ["multi-agency-working", "record-keeping"] == [coding.subtheme for coding in codings]
    assert sorted((coding.score for coding in codings), reverse=True) == [coding.score for coding in codings]
    for coding in codings:
        assert 0 < coding.score < 1
        assert coding.because
        for reason in coding.because:
            assert all(part in text for part in reason.words.split(" … "))


def test_what_is_told_first_goes_before() -> None:
    """Of two themes that speak alike the earlier is the subject, whichever it is."""
    record, share = "The notes are dated and legible", "what the school knew was passed to probation"
    assert "record-keeping" == _codes(f"{record}, and {share}.")[0]
    assert "multi-agency-working" == _codes(f"{share[0].upper()}{share[1:]}, and {record.lower()}.")[0]


def test_less_than_a_clear_sign_is_not_given() -> None:
    """The codebook says what a code must weigh; a single everyday word is less."""
    assert [] == _codes("They talked.")


def test_at_most_three_codes_are_given() -> None:
    """However much is told in one sentence, beside what the stance gives."""
    text = (
        "The same nurse, whom she trusted, rang again and again, told the family, shared it with the police, "
        "assessed the risk, challenged the decision, followed the procedure and wrote clear notes."
    )
    assert 3 >= len(_codes(text))


def test_a_faint_second_code_is_left_out() -> None:
    """Only what comes close to the best stands beside it."""
    text = "Record-keeping was clear, detailed and contemporaneous, and he was told."
    assert ["record-keeping"] == _codes(text)


@pytest.mark.parametrize(
    ("text", "escalates"),
    [
        (
            "The clerk passed the letter on within the hour: it was not something to sit on, and nobody sat on it.",
            True,
        ),
        ("No one sat on her disclosure.", True),
        ("The paramedic sat on the stairs with him until the crew had left.", False),
        ("She sat on that bench with the girl every Friday.", False),
    ],
)
def test_who_sits_on_a_stair_takes_no_concern_further(text: str, *, escalates: bool) -> None:
    """A concern is sat on, or not; a chair is only sat on."""
    assert escalates == ("escalating-concerns" in _codes(text))


def test_what_the_stance_gives_comes_last() -> None:
    """Suggested practice stands beside the theme of its subject, and alone where no subject speaks."""
    assert ["record-keeping", "suggested-practice"] == _codes(
        "The reasons should have been written down.", Stance.SUGGESTED
    )
    assert ["suggested-practice"] == _codes("That would have been better.", Stance.SUGGESTED)


def test_what_the_stance_gives_is_as_strong_as_its_subject() -> None:
    """Otherwise every suggestion were the strongest example of suggested practice."""
    subject, given = CODER.codes("The reasons should have been written down.", Stance.SUGGESTED)
    (alone,) = CODER.codes("That would have been better.", Stance.SUGGESTED)

    assert subject.score == given.score
    assert alone.score < given.score


def test_the_same_text_is_always_coded_alike() -> None:
    """Another coder of the same codebook says the same."""
    text = "The nurse rang again, told the manager and wrote it down."
    assert CODER.codes(text, Stance.IDENTIFIED) == ThemeCoder(standard_codebook()).codes(
        text, Stance.IDENTIFIED
    )


class TestSmallCodebook:
    """A codebook of a board's own, with a few plain words, works with the same coder."""

    CODER = ThemeCoder(
        Codebook(
            id="small-board",
            version=1,
            title="What our board looks for",
            themes=(
                Theme(
                    id="welcome", name="Welcome", definition="Received well.", cues=(Cue(pattern="welcom*"),)
                ),
                Theme(
                    id="food",
                    name="Food",
                    definition="Fed.",
                    subthemes=(
                        Subtheme(
                            id="meals",
                            name="Meals",
                            definition="Warm meals.",
                            cues=(
                                Cue(pattern="(meal*|soup)", weight=2),
                                Cue(pattern="meal* ticket*", weight=-2),
                            ),
                        ),
                    ),
                ),
            ),
        )
    )

    def _codes(self, text: str) -> list[str]:
        return [coding.code for coding in self.CODER.codes(text, Stance.IDENTIFIED)]

    def test_a_theme_may_have_cues_of_its_own(self) -> None:
        """Its code is then the theme alone."""
        assert ["welcome"] == self._codes("She was made welcome.")

    def test_a_heavier_cue_goes_before(self) -> None:
        """The weight is the codebook's."""
        assert ["food/meals"] == self._codes("He welcomed the soup.")

    def test_it_may_ask_for_more_than_a_hint(self) -> None:
        """What a code must weigh to be given is the codebook's to say."""
        strict = ThemeCoder(self.CODER.codebook.model_copy(update={"speaks_from": 2}))
        codings = strict.codes("He welcomed the soup and was welcome.", Stance.IDENTIFIED)
        assert ["food/meals"] == [coding.code for coding in codings]

    def test_a_negative_cue_speaks_against(self) -> None:
        """Its weight is taken away."""
        assert [] == self._codes("He was the family's meal ticket.")
