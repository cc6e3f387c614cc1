"""Sentences end where readers see them end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.language.sentences import sentence_at, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She was seen. He was not.", ["She was seen.", "He was not."]),
        ("Dr. Rees and Mr. N met. They spoke.", ["Dr. Rees and Mr. N met.", "They spoke."]),
        (
            "“Was she seen?” No. (It was late.) Nobody came.",
            ["“Was she seen?”", "No.", "(It was late.)", "Nobody came."],
        ),
        ("It was 2.5 miles away, e.g. by road.", ["It was 2.5 miles away, e.g. by road."]),
        ("He met Child A. She spoke.", ["He met Child A.", "She spoke."]),
        ("See para. 4 and No. 5. Then R. D. Rees left.", ["See para. 4 and No. 5.", "Then R. D. Rees left."]),
        ("Seen.1 Then lost.", ["Seen.1", "Then lost."]),
        ("no mark at the end", ["no mark at the end"]),
        ("  ", []),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    """Titles, initials, abbreviations and decimals end nothing; quotation marks and notes stay with theirs."""
    assert sentences == [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "passage",
    [
        # abbreviations that end nothing, and those that may
        "The Rev. D. Parry and Supt. Ll. Wyn met Messrs. Hall & Co. on the stairs.",
        "He went to St. Teilo's, i.e. the school in High St. | They knew him there.",
        "The firm was Gofal Ltd. | Staff were paid weekly, etc. | No one checked.",
        "The W.A.S.P.I. accord held. | The police kept to the D.P.A. | Nothing was lost.",
        "He was seen by the C.M.H.T. | Medication was changed.",
        # letters that hide a name, and initials
        "Child C. was seen. | No one spoke to Child C. | Neighbours did.",
        "Ms. R. was not at home. | The nurse left a card for Ms. R. | Flat 3 was dark.",
        "The author was T. R. Bowen of N. Wales Police.",
        # references, numbers and dates
        "See App. B and pp. 4–6, Vol. II, of ref. no. SW/114. | No. 7 is missing.",
        "An order under s. 31 was made in Mar. 2014. | S. 47 enquiries ended in Apr. | Then she moved.",
        "At 3 p.m. Mrs. W. rang. | She rang again at 4 p.m. | Nobody came.",
        "Rent was £71.30 p.w. | £40 was owed.",
        # items
        "3.1 The GP wrote. | 3.2 No one answered. | 3.3 He wrote again.",
        "1. A call was made. | 2. A card was left.",
        "(a) The school rang. | (b) The nurse came.",
        "They did three things: 1. The nurse rang; 2. she called; and 3. she wrote.",
        "• A call was made.\n• A card was left.".replace("\n", " | "),
        # quotations and brackets
        'He said "I will. I promise." and left. | He came back.',
        "The letter read: “We are sorry. We were late.” | No other letter came.",
        "“She was kind. | She listened.” | That is how he put it.",
        "“Why now?” Mr. D. asked. | No one knew.",
        "The school (it rang. It wrote.) did its part. | (The panel agrees.) | So do we.",
        # notes, omissions and slips
        "This was good practice.4 | The next week it was not.[5] | Why?",
        "The third … succeeded. | They waited… | It came. | He “[...] never asked”.",
        "The nurse called on Friday. | she was let in.",
        # Welsh
        "Gw. tt. 4-6 a tud. 9, h.y. yr adroddiad. | Aeth Mrs. Ff. Rhys yno ar 3 Maw. 2012. | Pam?",
    ],
)
def test_sentences_of_reviews(passage: str) -> None:
    """Each bar is a place where one sentence ends and the next begins; there are no others."""
    text = passage.replace(" | ", " ")

    assert passage.split(" | ") == [text[start:end] for start, end in sentence_spans(text)]


def test_a_missing_space_is_a_slip() -> None:
    """A sentence that begins close to the stop begins there; an address and a degree are no slips."""
    text = "She was seen.The GP was told.GP notes are brief. Write to duty@Ysgol.Example.The Ph.D. was his."
    found = [text[start:end] for start, end in sentence_spans(text)]

    assert ["She was seen.", "The GP was told.", "GP notes are brief."] == found[:3]
    assert "The Ph.D. was his." not in found


def test_cells_and_lines_divide() -> None:
    """The bar between two cells is in no sentence; a blank line and a new bullet end one without a stop."""
    text = "He was seen. | Police told\n\nA heading\n• Calls made\n• Card left"

    assert ["He was seen.", "Police told", "A heading", "• Calls made", "• Card left"] == [
        text[start:end] for start, end in sentence_spans(text)
    ]


@given(st.text() | st.text('aB1. |"“”(…\n)'))
def test_sentences_lose_nothing_but_space_and_bars(text: str) -> None:
    """Spans are in order, do not overlap, and leave only white space and the bars of cells between them."""
    at = 0
    for start, end in [*sentence_spans(text), (len(text), len(text))]:
        assert at <= start
        assert not text[at:start].replace("|", "").strip()
        at = end


def test_the_sentence_at_an_offset() -> None:
    """Any offset within a sentence leads to the whole of it."""
    assert "He was not." == sentence_at("She was seen. He was not.", 16)
