"""How a name is tied to the words round it: on which preposition it hangs, and whether it is they or something of theirs. Pure."""

import re
from collections.abc import Sequence

from wsr.language.verbs import words
from wsr.vocabulary.doing.named import Named
from wsr.vocabulary.stance import Role

_HANGS_ON = re.compile(
    r"\b(?P<word>to|with|for|about|towards|against|on|into|concerning|by|from|of|at|in|between|within|outside|near)\s+"
    r"(?:(?!(?:to|with|for|about|by|from|of|at|in|between|was|were|had)\b)[\w'’&-]+,?\s+){0,5}$",
    re.IGNORECASE,
)
_ALONG_WITH = re.compile(
    r"\b(?:together|along|jointly) with (?:(?:the|her|his|their|a|an) )?$", re.IGNORECASE
)
_NAMES = (
    r"(?!\w+ing\b)(?:(?!(?:to|with|for|about|by|from|at|in|then|was|were|had|that|which|who|the time)\b)"
    r"[\w'’&.-]+,?\s+){0,6}$"
)
_BY = re.compile(rf"\bby\s+{_NAMES}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s+{_NAMES}", re.IGNORECASE)
_FAR = 60
"""Characters before a name in which a “by” may stand to which it belongs."""

_TOWARDS = words("to with for about towards against on into concerning outside near")
_OF_THEIRS = frozenset(("", "by", "from", "of", "between"))
_WITHIN = words("from at in of within on")

_REST = re.compile(
    r"['’]?s?(?:\s+(?!(?:to|with|for|about|by|from|of|at|in|on|and|who|which|that|was|were)\b)[\w'’-]+)*",
    re.IGNORECASE,
)
"""The words that may belong to a name before them, up to the next small word or stop."""
_NO_NOUN = re.compile(
    r"(?:\s+(?:\w*\d\w*|[A-Z][\w'’-]*|\w+ly|alone|too|also|then|later|there|here|concerned|involved|themselves|himself|herself"
    r"|itself|all|both|each|first|twice|not|never))*$"
)
_OWNED = re.compile(r"['’]s?\s+(?:own\s+)?[\w-]|(?<=s)['’]\s+[\w-]")
_NOT_THEIR_ACT = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:appointments?|registration|list|station|admissions?|beds?|holidays?|bag|uniform|run"
    r"|gates?|days?|meals?|vehicles?|car|number|tenancy|placement|policy|policies|guidance|procedures|orders?|name|views?"
    r"|opinion|role)\b",
    re.IGNORECASE,
)
_SEEN_OF = re.compile(
    r"\b(?:views?|opinions?|details|names?|copy|copies|attention|permission|knowledge|role|number|address|absence|lack"
    r"|decision)\s+of\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:joint\w*|together with|in partnership|between)\b", re.IGNORECASE)


def hangs_on(text: str, one: Named, low: int = 0) -> str:
    """The preposition that a name hangs on, from an offset on; empty for none, also for “together with”."""
    match = _HANGS_ON.search(text, low, one.start)
    return match["word"].lower() if match and not _ALONG_WITH.search(text, low, one.start) else ""


def is_within(text: str, one: Named, low: int = 0) -> bool:
    """Whether a name says where somebody is or belongs: “staff at the school”."""
    return hangs_on(text, one, low) in _WITHIN


def is_agent(text: str, one: Named, low: int, verb_end: int) -> bool:
    """Whether what a clause tells, which begins at *low*, was done by them or between them and others."""
    begins = max(low, one.start - _FAR)
    between = one.start >= verb_end and _BETWEEN.search(text, begins, one.start)
    return not is_owner(text, one) and bool(between or _BY.search(text, begins, one.start))


def is_owner(text: str, one: Named) -> bool:
    """Whether something of theirs is named after them: “the GP’s letter”."""
    return _OWNED.match(text, one.end) is not None


def is_thing(text: str, one: Named, high: int, named: Sequence[Named]) -> bool:
    """Whether it is not they, in words up to *high*, but something of theirs: “the GP’s letter”, “GP records”."""
    if _OWNED.match(text, one.end, high):
        return True
    rest = _REST.match(text, one.end, high)
    end = rest.end() if rest else one.end
    last = [each for each in named if each.role is Role.PRACTITIONER and one.end < each.start < end]
    return not any(_NO_NOUN.match(text, each.end, end) for each in [one, *last])


def is_theirs(text: str, one: Named, low: int) -> bool:
    """Whether what is named from *low* on is their act or their work: “the persistence of the midwives”."""
    hangs = hangs_on(text, one, low)
    towards = hangs in _TOWARDS and not _TOGETHER.search(text, low, one.start)
    seen = hangs == "of" and _SEEN_OF.search(text, low, one.start)
    return not towards and not seen and not _NOT_THEIR_ACT.match(text, one.end)


def is_of_a_fragment(text: str, one: Named, *, is_first: bool) -> bool:
    """Whether words without a verb tell of their act: “Prompt referral by the school”, “School: prompt referral”."""
    hangs = hangs_on(text, one)
    return (is_first or hangs != "") and hangs in _OF_THEIRS and not _NOT_THEIR_ACT.match(text, one.end)
