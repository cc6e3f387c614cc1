"""The clauses of a sentence that are judged apart, which of them concede, and what in them is subordinate. Pure."""

import re
from typing import NamedTuple

_CONCEDING = (
    r"(?:although|though|even (?:though|if|after|when|where|with|then)|while|whilst|despite|in spite of|notwithstanding|regardless of"
    r"|even allowing for|allowing for|for all|granted|albeit|whatever)"
)
_AT_START = re.compile(
    rf"[\s•·▪\-–\d.()]*(?:and |but |yet )?(?:{_CONCEDING}\b(?! (?:ever|we|to)\b)"
    r"|amid(?:st)?\b|in the midst of\b|against (?:a|the|this) background\b|in (?:a|an otherwise) \w+ (?:\w+ )?(?:marked|characterised|scarred|full|dominated)\b"
    r"|(?:save|except|apart|aside|barring|leaving aside|setting aside)(?: (?:for|from|that))?\b(?! (?:the )?(?:children|her|him|life|lives)\b)"
    r"|\w+ (?:as|though) (?:it|they|he|she|this|these|the \w+(?: \w+)?) (?:was|were|is|are|came|arrived|seemed|looked|began|started|had been|may (?:be|have been))\b)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?P<stop>;\s*|\s+[–—]\s+)"
    r"|(?P<contrast>,?\s+(?:but|yet)\s+(?!for\b|again\b|another\b)"
    r"|[,;]?\s+(?:however|nevertheless|nonetheless|even so|by contrast|in contrast|on the other hand),\s+"
    r"|,?\s+whereas\s+|,\s+(?:while|whilst)\s+)"
    r"|(?P<conceding>,?\s+(?:although|even though|albeit)\s+"
    r"|,\s+(?:though|despite|in spite of|notwithstanding|regardless of)\s+"
    r"|\s+(?:despite|in spite of|notwithstanding)\s+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s+(?:although|even though|albeit|though|despite|in spite of|notwithstanding) [^,;]{2,60}"
    r"(?=,\s+(?:was|were|is|are|had|has|did|will|\w+ed)\b)",
    re.IGNORECASE,
)
"""A concession within its sentence: "the plan, though late, was"."""
_MAY_BE_CUT = re.compile(
    r"[;–—]|\b(?:but|yet|however|nevertheless|nonetheless|even|by contrast|in (?:contrast|spite)|on the other|whereas|while|whilst|although|albeit|though|despite|notwithstanding|regardless)\b"
)
"""Without any of these in lower case there is no cut, which is sooner seen."""
_COMMA = re.compile(r",\s+")
_IS_WHOLE = re.compile(
    r"\b(?:was|were|is|are|been|be|came|arrived|seemed|looked|began|started)$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:(?:which|who|whose|that|or|nor)\b"
    r"|(?:(?:and|then) )?(?:\w+ed|hid|had|was|were|made|took|left|went|kept|lost|told|gave|said|broke|ran|felt|held)\b)",
    re.IGNORECASE,
)
"""After a comma that does not end a concession: it goes on with a verb of its own subject, or a relative."""
_DETRACTS = re.compile(
    r"[^,;]{3,110}?(?=\b(?:does|do|did|should|need|must|can|could|ought|may) not (?:to )?(?:detract|diminish|take (?:anything )?away|lessen|obscure"
    r"|cloud|spoil|mar|dim)\b)"
    r"|(?=[^;]*\b(?:looks?|looked|appears?|appeared|seems?|seemed|may|might|taken|thought)\b)[^;]{3,140}?\b(?:was|were|is|are) in (?:fact|truth|reality)\b"
)
"""What comes before is conceded: "one missed entry does not detract from"."""
_MAY_DETRACT = (" not ", " in fact", " in truth", " in reality")
"""Of which one stands in what detracts, which is sooner seen."""
_NEGATIVE_SUBJECT = re.compile(r"\s(?=(?:no|nobody|neither|none|not one|nothing)\b)", re.IGNORECASE)
_NOTWITHSTANDING = re.compile(r"[^,;]{3,80}\bnotwithstanding,\s*", re.IGNORECASE)

_SUBORDINATE = re.compile(
    r"\b(?:when|whenever|because|if|unless|until|since|as|after|before|where|whether|why|how|what|whose|whom|lest|while|who"
    r"|(?:so|such)\s+that|(?<!,\s)which"
    r"|(?<![\s.][a-z]\s)(?P<that>(?P<word>\w+)\s+that))\b[^,;:.!?–—]*",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:describ|regard|view|see|saw|known|characteri|experienc|portray|recall|remember|treat|perceiv|felt|spoke)\w*\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
"""Before an "as" that opens no clause: "described the nurse as"."""
_OF_WHICH = re.compile(r",\s(?:\w+\s)?(?:of|in|behind|to|from|with|by|for|on|at)\s$", re.IGNORECASE)
"""Before a "which" that says outright: "a plan, of which nobody"."""
_WHICH_IS = re.compile(r"\b(?:which|that|this) (?:is|was|may be|may have been)(?: \w+)? $", re.IGNORECASE)
"""Before a "why" that says outright: "which is perhaps why nobody asked"."""
_SAYS = re.compile(
    r"(?:no|is|was|are|were|be|been|and|or|\w*(?:evidence|record|indicat|sign|doubt|fact|view|opinion|concern|conclu|not|find"
    r"|found|consider|learn|acknowledg|accept|conced|sa[iy]|told|stat|clear|evident|apparent|regret|unfortunat|disappoint"
    r"|surpris|astonish|striking|possible|likely|satisfied|agree|believ|feel|felt|recogni|observ|hear|suggest|show|mean"
    r"|report|comment|identif|confirm|highlight|wor|troubl|right|wrong|good|given|practice|sense|know|knew|trust|way)\w*)$",
    re.IGNORECASE,
)

_MAIN_VERB_AGAIN = re.compile(
    r"(?:(?:\w+\s+)?(?:that|who|which|whom|what)\s+(?:(?!that\b)\w+\s+){2,8}?(?=(?:was|were|is|are|had|has|did)\b)|.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A relative clause ends where the verb comes on which its sentence waits: "the risk that he posed | was"."""


class Clause(NamedTuple):
    """A part of a sentence; offsets are half-open."""

    start: int
    end: int
    concedes: bool = False
    """True when another clause of the sentence decides."""


def clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence, in order; together they are the whole sentence."""
    start, found = 0, []
    if first := _first_concession(sentence):
        found.append(Clause(0, first, concedes=True))
        start = first
    concedes = False
    for cut in _CUT.finditer(sentence, start) if _MAY_BE_CUT.search(sentence.lower()) else ():
        if cut.start() > start:
            found.append(Clause(start, cut.start(), concedes))
            start = cut.start()
        concedes = cut["conceding"] is not None
        if concedes and (aside := _ASIDE.match(sentence, cut.start())):
            found.append(Clause(start, aside.end(), concedes))
            start, concedes = aside.end(), False
    found.append(Clause(start, len(sentence), concedes))
    return found


def begins_with_a_concession(sentence: str) -> bool:
    """Whether a sentence begins in spite of something, set off by a comma or not."""
    return _AT_START.match(sentence) is not None


def subordinates(sentence: str) -> list[tuple[int, int]]:
    """
    The stretches that are said by the way: after when, because, so that, who … to the next comma or stop.

    What follows a verb or noun of saying with "that" is said outright, and so is a clause after ", which".
    """
    return [
        (match.start(), _MAIN_VERB_AGAIN.match(match[0]).end() + match.start())  # type: ignore[union-attr]
        for match in _SUBORDINATE.finditer(sentence)
        if not (match[0][:3].lower() == "why" and _WHICH_IS.search(sentence, 0, match.start()))
        and not (match[0][:5].lower() == "which" and _OF_WHICH.search(sentence, 0, match.start()))
        and (match["that"] is None or _SAYS.match(match["word"]) is None)
        and not (match[0][:3].lower() == "as " and _PREDICATE.search(sentence, 0, match.start()))
    ]


def _first_concession(sentence: str) -> int:
    """Where the concession with which a sentence begins comes to its end; 0 if it begins with none."""
    if "notwithstanding" in sentence and (match := _NOTWITHSTANDING.match(sentence)):
        return match.end()
    if any(each in sentence for each in _MAY_DETRACT) and (match := _DETRACTS.match(sentence)):
        return match.end()
    begins = _AT_START.match(sentence)
    if begins is None:
        return 0
    commas = [comma.end() for comma in _COMMA.finditer(sentence, begins.end())]
    far = [end for end in commas if end - begins.end() > 8 or _IS_WHOLE.search(begins[0])]
    if far:
        return next((end for end in far if not _GOES_ON.match(sentence, end)), far[0])
    negative = _NEGATIVE_SUBJECT.search(sentence, begins.end())
    return negative.end() if negative else 0
