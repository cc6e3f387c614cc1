"""What can be typed, and what is said of what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.errors import InvalidQuery
from wsr.index.syntax import Both, Close, Either, Node, Not, OfReview, Words, parse
from wsr.index.tokens import Item, Limits


def said(node: Node) -> str:
    """A tree as text with all its parentheses."""
    match node:
        case Words(items, field):
            words = " ".join(item.text + "*" * item.is_prefix for item in items)
            return words if field == "text" else f"{field}:{words}"
        case Close(groups, words_between):
            return f"[{', '.join(map(said, groups))}]~{words_between}"
        case OfReview(reference, beginning):
            return f"@{reference}" + "*" * beginning
        case Both(parts):
            return f"({' & '.join(map(said, parts))})"
        case Either(parts):
            return f"({' | '.join(map(said, parts))})"
        case Not(part):
            return f"-{said(part)}"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("one", "one"),
        ("one two AND three", "(one & two & three)"),
        ("one OR two three OR four", "(one | (two & three) | four)"),
        ("one NOT two OR NOT three", "((one & -two) | -three)"),
        ("(one OR two) three", "((one | two) & three)"),
        ("NOT (one two)", "-(one & two)"),
        ("NOT NOT one", "--one"),
        ('"one two" three', "(one two & three)"),
        ("“one two”three", "(one two & three)"),
        ('"one AND two"', "one and two"),
        ('"one two-three"~5', "[one, two three]~5"),
        ("heading:one two", "(heading:one & two)"),
        ('Heading:"one two"', "heading:one two"),
        ("heading:(one OR two)", "(heading:one | heading:two)"),
        ("reference:cpr2024-w11", "@CPR2024-W11"),
        ("reference:SUSR2024-06ICTM", "@SUSR2024-06/CTM"),
        ('reference:"CPR 2024 – W 11"', "@CPR2024-W11"),
        ("reference:cpr2024* one", "(@CPR2024* & one)"),
        ("reference:CPR2024-W11.", "@CPR2024-W11"),
        ("one-two", "one two"),
        ("co two", "co two"),
        ("multi agency working", "(multi agency & working)"),
        ("multi AND agency", "(multi & agency)"),
        ("multi, agency", "multi agency"),
        ("safeguard*", "safeguard*"),
        ("safeguard*,", "safeguard*"),
        ('"child protect*"', "child protect*"),
        ("child's", "child s"),
        ("one & two – three", "(one & two & three)"),
        ("Note: one", "(note & one)"),
        ("at 10:30", "(at & 10 30)"),
        ("what?", "what"),
        ("and or not", "(and & or & not)"),
        ("A&E", "a e"),
        ("he [the father] went", "(he & the & father & went)"),
    ],
)
def test_trees(text: str, tree: str) -> None:
    """AND binds more than OR, NOT more than AND; words side by side are an AND."""
    assert tree == said(parse(text))


def test_hyphens_are_remembered() -> None:
    """What a hyphen joins may also be printed as one word."""
    assert parse("co-operation") == Words((Item("co"), Item("operation", hyphenated=True)))
    assert parse("co operation") == Words((Item("co"), Item("operation", hyphenated=True)))
    assert parse('"co operation"') == Words((Item("co"), Item("operation")))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('"good practice', "quotation mark is not closed"),
        ('good practice"', "quotation mark is not closed"),
        ('""', "no word between the quotation marks"),
        ('"…"', "no word between the quotation marks"),
        ("(one", "no closing one"),
        ("((", "no closing one"),
        ("one)", "no opening one"),
        ("()", "nothing between two parentheses"),
        ("one ()", "nothing between two parentheses"),
        ("AND", "“AND” has no word before it"),
        ("AND one", "“AND” has no word before it"),
        ("one AND", "“AND” has no word after it"),
        ("one AND OR two", "“OR” has no word before it"),
        ("OR one", "“OR” has no word before it"),
        ("(one OR) two", "“OR” has no word after it"),
        ("NOT", "“NOT” has no word after it"),
        ("one NOT", "“NOT” has no word after it"),
        ("(NOT)", "“NOT” has no word after it"),
        ("…!", "no word in the query"),
        ("-", "no word in the query"),
        ("*", "letters before it"),
        ("*ing", "only at the end"),
        ("saf*ing", "only at the end"),
        ("saf**", "only at the end"),
        ("saf*", "at least 4 letters"),
        ("abcd* efgh* ijkl*", "2 times"),
        ("wom?n", "does not stand for a letter"),
        ("safeguard~", "after the closing quotation mark"),
        ("safeguard~2", "after the closing quotation mark"),
        ('"one two"~', "a number up to 50"),
        ('"one two"~x', "a number up to 50"),
        ('"one two"~51', "a number up to 50"),
        ('"one"~5', "two words or more"),
        ("-one", "write NOT"),
        ("one || two", "Write AND or OR"),
        ("one^2", "cannot be given a weight"),
        ("[2010 TO 2015]", "Ranges"),
        ("school {a TO b]", "Ranges"),
        ("year:2015", "“year:” cannot be searched by name"),
        ('title:"one two"', "“title:” cannot be searched by name"),
        ("heading:", "Nothing stands after “heading:”"),
        ("heading: one", "Nothing stands after “heading:”"),
        ("reference:hello", "is not a reference"),
        ("reference:(one)", "is not a reference"),
        ("x" * 201, "201 characters, of 200 allowed"),
        ("x" * 65, "A word may have 64 letters"),
        (" ".join("abcdefghijklm"), "13 words and phrases, of 12 allowed"),
        (f'"{" ".join("abcdefghijk")}"', "A phrase may have 10 words"),
        ("-".join("abcdefghijk"), "A phrase may have 10 words"),
        ("(" * 12 + "one" + ")" * 12, "stand within each other"),
        ("NOT " * 12 + "one", "stand within each other"),
    ],
)
def test_malformed_queries_are_refused_with_advice(text: str, advice: str) -> None:
    """Each mistake has its sentence, which says what to change."""
    with pytest.raises(InvalidQuery, match=advice.replace("(", r"\(").replace(")", r"\)")) as raised:
        parse(text)

    assert text == raised.value.text
    assert str(raised.value).endswith(".")


_PIECES = st.sampled_from([
    "AND", "OR", "NOT", "(", ")", '"', "“", "*", "~", "~5", ":", "heading:", "reference:", "-", "’",
    "good", "co", "operation", "CPR2024-W11", "safeguard*", "é", "。", "𝔸",
    " ", "\n", "\0", "\ud800",
])  # fmt: skip


@given(st.one_of(st.text(max_size=220), st.lists(_PIECES, max_size=40).map("".join)))
def test_every_text_is_understood_or_refused(text: str) -> None:
    """Whatever is typed gives a tree with words in it, or a sentence; nothing else."""
    try:
        tree = parse(text)
    except InvalidQuery as error:
        assert str(error).endswith(".")
    else:
        assert said(tree)


def test_limits_can_be_other_for_lists_of_our_own() -> None:
    """A list of terms may be longer than what a person types."""
    text = " OR ".join(f'"term {number}"' for number in range(40))

    tree = parse(text, Limits(characters=4000, terms=100))

    assert isinstance(tree, Either)
    assert len(tree.parts) == 40
