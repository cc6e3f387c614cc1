"""What a pack quotes by rule: best first, of varied reviews, none more than its share."""

import pytest

from tests.packs.making import a_quotable, a_wish
from wsr.domain.packs import Nearness, PackKind
from wsr.packs.choosing import SHARES, chosen, in_order


def of_one(number: int, many: int, **facts: object) -> list:  # type: ignore[type-arg]
    """So many extracts of one review."""
    return [a_quotable(number, key=f"{number}-{at}", **facts) for at in range(many)]


def test_no_review_gives_more_than_its_share_and_each_gives_its_best_first() -> None:
    """Nine extracts of one review do not keep out one of another that comes after them."""
    found = chosen(PackKind.SESSION, in_order([*of_one(1, 9), *of_one(2, 1), *of_one(3, 3)]))

    most, of_one_review = SHARES[PackKind.SESSION][0].most, SHARES[PackKind.SESSION][0].of_one_review
    assert ["1-0", "1-1", "2-0", "3-0", "3-1"] == [each.key for each in found]
    assert len(found) <= most
    assert max(sum(each.reference == r.reference for each in found) for r in found) == of_one_review


def test_groups_come_in_their_order_and_others_are_left_out() -> None:
    """Valued, suggested, criticised, recommended; words that judge nothing are never quoted."""
    candidates = [
        a_wish(1),
        a_quotable(2, stance="criticism"),
        a_quotable(3, stance="neutral"),
        a_quotable(4, stance="general"),
        a_quotable(5),
    ]

    assert ["identified", "general", "criticism", None] == [
        each.stance for each in chosen(PackKind.SESSION, in_order(candidates))
    ]


def test_an_audit_asks_for_no_criticism() -> None:
    """Its statements are of good practice."""
    assert () == chosen(PackKind.CHECKLIST, [a_quotable(1, stance="criticism")])


def test_the_best_come_first() -> None:
    """By nearness, then what a person kept, then whole sentences of a length to read; ties stay as they came."""
    short, long = a_quotable(1, text="It was kind."), a_quotable(2, text="It was kind. " * 40)
    cells = a_quotable(3, text="May 2014 | The nurse called again, and again, and then wrote a letter.")
    piece = a_quotable(4, text="the tenacity of the general practitioner in obtaining an opinion for her")
    plain, kept = a_quotable(5), a_quotable(6, text="So she did.", kept=True)
    beside = a_quotable(7, nearness=Nearness.PARAGRAPH, kept=True)

    assert (kept, plain, short, long, cells, piece, beside) == in_order(
        [beside, cells, short, piece, long, plain, kept]
    )


def test_what_is_far_or_tells_of_the_review_is_left_to_a_person() -> None:
    """Unless a person has kept it already; a recommendation is one wherever it is printed."""
    far, method = a_quotable(1, nearness=Nearness.PART), a_quotable(2, section_kind="methodology")
    kept = a_quotable(3, nearness=Nearness.PART, kept=True)

    wish = a_wish(4, section_kind="appendix")

    assert (kept, wish) == chosen(PackKind.SESSION, [far, method, kept, wish])


def test_what_speaks_plainly_comes_first_and_a_single_sign_is_left_to_a_person() -> None:
    """What may be a mere fact is only offered; what is half plain is quoted where there is too little else, praise never."""
    sign, half, word, label = (a_quotable(each, plainness=each) for each in (0, 1, 2, 3))
    kept = a_quotable(4, plainness=0, kept=True)

    assert (kept, label, word, half, sign) == in_order([sign, half, word, kept, label])
    assert (kept, label, word) == chosen(PackKind.SESSION, in_order([sign, half, word, kept, label]))
    assert (word,) == chosen(PackKind.SESSION, in_order([sign, half, word]))
    wished = [each.model_copy(update={"stance": "suggested"}) for each in (sign, half, word)]
    assert [2, 1] == [each.plainness for each in chosen(PackKind.SESSION, in_order(wished))]


def test_a_role_guide_takes_what_the_role_did_and_then_a_little_that_names_it() -> None:
    """An audit of a role takes no statement of what others did; a session about it does."""
    done = [a_quotable(each) for each in range(1, 3)]
    named = [a_quotable(each, only_named=True) for each in range(10, 19)]
    found = in_order([*named, *done])

    assert [*done, *named[:4]] == list(chosen(PackKind.ROLE, found))
    assert done == list(chosen(PackKind.CHECKLIST, found))
    assert done == list(chosen(PackKind.SESSION, found))[:2]


def test_a_row_of_a_table_is_left_to_a_person() -> None:
    """It is no sentence that a group could read."""
    row = a_quotable(1, text="July 2018 | The nurse rang again, and then again.")

    assert () == chosen(PackKind.SESSION, [row])
    assert (row.model_copy(update={"kept": True}),) == chosen(
        PackKind.SESSION, [row.model_copy(update={"kept": True})]
    )


@pytest.mark.parametrize(
    "text",
    ["She rang again.", "By contrast the clinic rang.", "In 2015 he rang.", "And on each day they rang."],
)
def test_what_leans_on_the_sentence_before_comes_after_what_does_not(text: str) -> None:
    """A reader asks who “she” is."""
    leaning, standing = a_quotable(1, text=text.ljust(60, "!")), a_quotable(2)

    assert (standing, leaning) == in_order([leaning, standing])
