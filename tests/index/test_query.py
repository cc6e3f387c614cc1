"""Which words of the index a typed word stands for."""

import pytest

from wsr.errors import InvalidQuery
from wsr.index.expressions import AnyOf, Expression, Near, Phrase
from wsr.index.lexicon import Form, Lexicon
from wsr.index.query import MOST_ENDINGS, MOST_READINGS, make_expression
from wsr.index.syntax import parse

_HELD = [
    "co", "operation", "cooperation", "cooperative", "multi", "agency", "multiagency", "agencies", "self",
    "harm", "selfharm", "well", "being", "wellbeing", "therapist", "the", "rapist", "tŷ", "ty", "plant",
    "blant", "phlant", "shared", "sharing", "share", "sharp", "try", "trying", "die", "dying", "died",
    "ôl",
]  # fmt: skip

WORDS = Lexicon(dict.fromkeys(_HELD, 1), ["self-harm", "well-being", "the-rapist"])


def expression(text: str, stemmed: bool = False) -> Expression:
    """What a query asks of these words."""
    return make_expression(parse(text), text, {"text": WORDS, "heading": WORDS}, stemmed)


def readings(text: str) -> set[str]:
    """The phrases that a query of one phrase stands for."""
    made = expression(text)
    parts = made.parts if isinstance(made, AnyOf) else (made,)
    phrases = [part for part in parts if isinstance(part, Phrase)]
    assert len(phrases) == len(parts)
    return {" ".join(slot[0].text for slot in each.slots) for each in phrases}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("cooperation", {"cooperation", "co operation"}),
        ("co-operation", {"cooperation", "co operation"}),
        ("co operation", {"cooperation", "co operation"}),
        ('"multi agency harm"', {"multi agency harm", "multiagency harm"}),
        ('"self harm of multiagency"', {
            "self harm of multiagency", "self harm of multi agency", "selfharm of multiagency",
            "selfharm of multi agency",
        }),
        ("therapist", {"therapist"}),
        ('"the rapist"', {"the rapist"}),
        ("unknown-word", {"unknown word"}),
        ("share-d", {"share d", "shared"}),
        ("sharing", {"sharing"}),
    ],
)  # fmt: skip
def test_compounds_are_read_in_all_their_ways(text: str, read: set[str]) -> None:
    """As the index or the language has them; a hyphen that is typed may always be left out."""
    assert read == readings(text)


def test_the_ways_of_one_phrase_are_limited() -> None:
    """Ten compounds side by side do not make a thousand phrases; as typed comes first."""
    made = expression('"' + "cooperation " * 10 + '"')

    assert isinstance(made, AnyOf)
    assert len(made.parts) == MOST_READINGS
    assert isinstance(made.parts[0], Phrase)
    assert [slot[0].text for slot in made.parts[0].slots] == ["cooperation"] * 10


def test_forms_of_a_word() -> None:
    """Itself first and weightiest; English forms in English, Welsh ones in Welsh passages."""
    assert WORDS.forms("plant", stemmed=False) == (Form("plant"),)
    assert WORDS.forms("plant", stemmed=True) == (
        Form("plant", 2.0), Form("blant", 1.0, "cy"), Form("phlant", 1.0, "cy"),
    )  # fmt: skip
    assert {form.text for form in WORDS.forms("sharing", stemmed=True)} == {"shared", "sharing", "share"}
    assert {form.text for form in WORDS.forms("tries", stemmed=True)} == {"try", "tries", "trying"}
    assert {form.text for form in WORDS.forms("die", stemmed=True)} == {"die", "dying", "died"}
    assert WORDS.forms("ty", stemmed=False) == (Form("ty"), Form("tŷ"))
    assert WORDS.forms("tŷ", stemmed=False) == (Form("tŷ"),)
    assert WORDS.forms("ol", stemmed=False) == (Form("ol"), Form("ôl"))


def test_endings_are_looked_up() -> None:
    """A prefix stands for the words that begin with it, in a phrase too; none is no error."""
    made = expression('"multi agenc*"')

    assert made == Phrase("text", ((Form("multi"),), (Form("agencies"), Form("agency"))))
    assert expression("nothing*") == Phrase("text", ((),))
    assert expression("co-oper*") == AnyOf((
        Phrase("text", ((Form("co"),), (Form("operation"),))),
        Phrase("text", ((Form("cooperation"), Form("cooperative")),)),
    ))  # fmt: skip


def test_too_many_endings_are_refused() -> None:
    """With a sentence that asks for more letters."""
    many = Lexicon({f"word{number}": 1 for number in range(MOST_ENDINGS + 1)}, [])

    with pytest.raises(InvalidQuery, match="Write more letters"):
        make_expression(parse("word*"), "word*", {"text": many}, stemmed=False)


def test_near_compounds_are_read_in_their_ways_too() -> None:
    """Each way is one nearness."""
    made = expression('"cooperation agency"~5')

    assert isinstance(made, AnyOf)
    assert all(isinstance(part, Near) and part.words_between == 5 for part in made.parts)
    assert len(made.parts) == 2
