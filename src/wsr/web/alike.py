"""In words: what is like a draft recommendation, and what it is no evidence of."""

from collections.abc import Iterable, Iterator

from wsr.domain.coding import Stance
from wsr.domain.learning import Answer, AnswerOrder, EarlierRecommendation, Found, LaterExtract, Likeness
from wsr.web.dates import written_date
from wsr.web.wording import Wording, counted, later, say

STANCE_HEADINGS: dict[str, str] = {
    Stance.IDENTIFIED: later("Good practice that later reviews identified"),
    Stance.SUGGESTED: later("Practice that later reviews suggested"),
    Stance.CRITICISM: later("What later reviews still criticised"),
}

ORDERS: dict[str, str] = {
    AnswerOrder.SCORE: later("Most alike first"),
    AnswerOrder.DATE: later("By date, oldest first"),
}

JUDGE = later(
    "This is a list for a person to judge. Likeness is told by words, and by families of words that say much alike: "
    "what is listed may ask for something else, and what says it in yet other words is not found."
)
JUDGE_MEANING = later(
    "This is a list for a person to judge. Likeness is told by words, by families of words that say much alike, and by "
    "a model of the meaning of sentences on this machine: what is listed may ask for something else, and a model cannot "
    "say why it puts two texts near each other. Texts in Welsh are compared by their words."
)
WAITING = later(
    "The model is still reading what is new here: until it has, earlier recommendations or later practice may be listed "
    "by words alone."
)
HOW_RANKED = later(
    "Compared with %(recommendations)s and %(extracts)s, one by one, by the ranker “%(ranker)s”: words and families of "
    "words that both texts have, each weighing the more the seldomer it is in recommendations. Of earlier "
    "recommendations, those that only print the same words stand lower, since what asks for something else on the same "
    "subject prints them too. It can err."
)
NO_EVIDENCE = later(
    "Later practice is listed because its words are about the subject. It is no evidence that a recommendation was "
    "carried out, or was not."
)


def counts_of(wording: Wording, found: Answer) -> str:
    """“3 recommendations in 2 reviews are alike.”, or that none is."""
    if not found.earlier:
        return wording.gettext("No earlier recommendation is alike.")
    total = len(found.earlier) + found.earlier_left_off
    reviews = len({each.reference for each in found.earlier})
    if found.earlier_left_off:
        return wording.gettext("%(total)s are alike; the first %(shown)s are listed, in %(reviews)s.") % {
            "total": _recommendations(wording, total),
            "shown": len(found.earlier),
            "reviews": _reviews(wording, reviews),
        }
    return wording.gettext("Alike: %(recommendations)s in %(reviews)s.") % {
        "recommendations": _recommendations(wording, total),
        "reviews": _reviews(wording, reviews),
    }


def later_counts_of(wording: Wording, found: Answer) -> str:
    """“4 extracts in 3 reviews are listed.”, or that there is none."""
    if not found.later:
        return wording.gettext("No extract of a later review is on this subject.")
    said = wording.gettext("Listed: %(extracts)s in %(reviews)s.") % {
        "extracts": counted(wording, "%(number)s extract", "%(number)s extracts", len(found.later)),
        "reviews": _reviews(wording, len({each.reference for each in found.later})),
    }
    if not found.later_left_off:
        return said
    return f"{said} " + wording.gettext("Less alike, and not listed: %(extracts)s.") % {
        "extracts": counted(wording, "%(number)s extract", "%(number)s extracts", found.later_left_off)
    }


def judge_of(wording: Wording, found: Answer) -> str:
    """What the list goes by, with the model that it was made with, and that a person is to judge it."""
    _ = wording.gettext
    if found.by.model is None:
        return _(JUDGE)
    named = _("The model: %(name)s, SHA-256 %(sha256)s.") % {
        "name": found.by.model,
        "sha256": found.by.sha256[:16],
    }
    waiting = f" {_(WAITING)}" if found.by.waiting else ""
    return f"{_(JUDGE_MEANING)} {named}{waiting}"


def meaning_of(wording: Wording, found: Found) -> str:
    """That a model says so, and whether little else does; empty where it does not."""
    if found.meaning is None:
        return ""
    _ = wording.gettext
    said = (
        _("Alike in meaning (%(nearness)s), though few words are shared")
        if found.meaning.alone
        else _("Alike in meaning (%(nearness)s)")
    )
    return said % {"nearness": f"{found.meaning.nearness:.2f}"}


def limit_sentences(wording: Wording, found: Answer) -> Iterator[str]:
    """The dates that hold."""
    if found.before:
        yield wording.gettext("Earlier: in reviews dated before %(date)s.") % {
            "date": written_date(wording, found.before)
        }
    if found.after:
        yield wording.gettext("Later: in reviews dated after %(date)s.") % {
            "date": written_date(wording, found.after)
        }


def undated_sentences(wording: Wording, found: Answer) -> Iterator[str]:
    """What is not offered because nobody knows when it was written."""
    if found.earlier_undated:
        yield wording.gettext("Not listed, because their reviews are not dated: %(recommendations)s.") % {
            "recommendations": _recommendations(wording, found.earlier_undated)
        }
    if found.later_undated:
        yield wording.gettext("Not listed, because their reviews are not dated: %(recommendations)s.") % {
            "recommendations": counted(
                wording, "%(number)s extract", "%(number)s extracts", found.later_undated
            )
        }


def order_sentences(wording: Wording, found: Answer) -> Iterator[str]:
    """The order of what is listed, and what stands last because nobody knows when it was written."""
    if found.order is AnswerOrder.SCORE:
        yield wording.gettext("The most alike first.")
        return
    yield wording.gettext(
        "By the date of the review, the oldest first; one of which the year or the month alone is known stands at its "
        "end, and of one date the most alike first."
    )
    if found.undated_listed:
        yield wording.gettext("Without any date, and therefore last: %(number)s.") % {
            "number": found.undated_listed
        }


def ranked_sentence(wording: Wording, found: Answer) -> str:
    """What was compared, by what."""
    return wording.gettext(HOW_RANKED) % {
        "recommendations": _recommendations(wording, found.recommendations_compared),
        "extracts": counted(wording, "%(number)s extract", "%(number)s extracts", found.extracts_compared),
        "ranker": found.ranker,
    }


def when(wording: Wording, each: EarlierRecommendation | LaterExtract) -> str:
    """The date of its review, as exact as it is known; or that it has none."""
    return written_date(wording, each.date) if each.date else wording.gettext("undated")


def stance_heading(wording: Wording, stance: Stance) -> str:
    """The heading over the extracts of a stance."""
    return say(wording, STANCE_HEADINGS, stance)


def families_of(because: Iterable[Likeness]) -> tuple[str, ...]:
    """The families that a text and a draft share, each with how the draft says it where that is otherwise."""
    return tuple(
        each.family if each.words.casefold() == each.asked.casefold() else f"{each.family} (“{each.asked}”)"
        for each in because
        if each.family
    )


def _recommendations(wording: Wording, number: int) -> str:
    return counted(wording, "%(number)s recommendation", "%(number)s recommendations", number)


def _reviews(wording: Wording, number: int) -> str:
    return counted(wording, "%(number)s review", "%(number)s reviews", number)
