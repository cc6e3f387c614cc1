"""
Who does what an extract tells: the agencies and practitioners that act in it, and not those that are only named. Pure.

    its sentences -> their finite verbs with their subjects -> who stands there, by whom it was done, whom it commends

Whose act it is: the subject of a verb, or who is named after “by”; where something of theirs is the subject (“the GP’s
letter was”), those whose it is; whom a reviewer or a family commends. To whom something was told or sent, with whom
somebody spoke, at whose door it happened, is only named.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wsr.language.predicates import Hang, Predicate, predicates
from wsr.language.sentences import sentence_spans
from wsr.language.verbs import BE, words
from wsr.vocabulary.doing.named import Named, named_in
from wsr.vocabulary.doing.pronouns import (
    REMEMBERED,
    Memory,
    Spoken,
    called,
    is_called,
    leans,
    pronoun_at_end,
)
from wsr.vocabulary.doing.ties import hangs_on, is_agent, is_of_a_fragment, is_theirs, is_thing, is_within
from wsr.vocabulary.stance import Role

_STAFF = re.compile(r"\b(?:staff|workers?|colleagues?|somebody|someone)\b", re.IGNORECASE)
"""Those who are of the agency that is named with them: “staff at the school”."""
_OF_A_BODY = re.compile(r"officers?|staff|team|crews?", re.IGNORECASE)
"""Those whose agency the sentence before may have named."""
_RELATIVE = re.compile(r"\W*(who|which|that)\b", re.IGNORECASE)
_JUDGES = re.compile(r"\b(?:panel|reviewers?|review team|authors?|chair|i|we|there)$", re.IGNORECASE)
_NO = re.compile(
    r"\w+ (?:no|nothing|little|few)\b(?! (?:delay|doubt|fault|criticism|question))", re.IGNORECASE
)
_LEADS = re.compile(r"(?:on|in|at|by|with|from|during|after|before|for|of)\b", re.IGNORECASE)
"""With which no subject begins, but what leads to one."""
_CLEFT = re.compile(r"\W*it ", re.IGNORECASE)

_RECEIVED = words("""
told informed notified contacted asked invited sent given copied consulted called rung phoned telephoned alerted updated
advised briefed supported trained supervised reminded involved included shown offered approached engaged denied excluded
allowed prompted encouraged required made kept met seen known helped commissioned thought believed paid
""")
"""Done to whoever is the subject of it, by somebody else."""
_ANSWERED = words("""
received acted accepted considered allocated screened triaged refused declined returned rejected passed processed
followed answered lost filed reviewed sought obtained shared read checked requested chased challenged escalated
reported referred raised discussed taken put heard quoted arranged attended cancelled missed offered
""")
"""Done by others with something of theirs."""
_STATES = words("received knew known had aware unaware has have lived died")
"""What is no act."""
_SUPPOSED = words("would could should might must may ought can will shall cannot")
_SPEAKS = words("said felt thought told recalled remembered reported described says feels spoke found")
_COMMENDS = re.compile(
    r"\b(?:commend\w*|prais\w*|thank\w*|credit\w*|valued?|values|describ\w*|remember\w*|admir\w*|applaud\w*|appreciat\w*"
    r"|singled out|tribute|sp[eo]aks? (?:well|warmly|highly)|spoke (?:well|warmly|highly)|trusted|recognis\w*"
    r"|impressed by|struck by|grateful to)\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"^\W*(?:much |great |special )?(?:thanks|credit|praise|tribute)(?: (?:is|are) due)? (?:to|for)\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\bto (?:the )?(?:great )?(?:credit of )?(?:the )?(?:[\w-]+ ){0,3}?$", re.IGNORECASE)
_CREDIT = re.compile(r"(?:['’]s?)? (?:\w+ )?credit\b", re.IGNORECASE)


class Doing(NamedTuple):
    """Who acts in an extract."""

    agencies: frozenset[str]
    """The kinds of agency that do, by their ids."""
    practised: bool
    """Whether it tells of what anybody did who works with people, or of something that they do or make."""
    unknown: bool
    """Whether somebody acts of whom only a pronoun speaks, and nothing before says who it is."""
    told: bool
    """Whether a verb tells it, and it is more than a note: “Seen by the GP; blood tests”."""
    named: bool
    """Whether anybody who works with people, or anything that they do or make, is named at all."""


class _Acted(NamedTuple):
    """Somebody who acts, with the verb that tells it; None where there is none, or somebody is commended."""

    named: Named
    verb: Predicate | None

    @property
    def hang(self) -> Hang:
        return self.verb.hang if self.verb else Hang.MAIN


def doing_of(text: str, before: str = "") -> Doing:
    """Who acts in an extract, given the words of its passage *before* it, which say of whom its pronouns speak."""
    memory = Memory()
    for start, end in sentence_spans(before)[-REMEMBERED:] if leans(text) else ():
        _Sentence(before[start:end], memory).remember()
    agencies: frozenset[str] = frozenset()
    practised = unknown = told = named = False
    for start, end in sentence_spans(text):
        sentence = _Sentence(text[start:end], memory)
        acted = sentence.acted()
        agencies = agencies.union(*(each.named.agencies for each in acted))
        practised = practised or sentence.is_of_practice() or any(map(sentence.is_practised, acted))
        unknown = unknown or sentence.unknown
        told = told or sentence.tells
        named = named or sentence.names_practice()
        sentence.remember()
    return Doing(agencies, practised, unknown and not practised, told, named)


class _Sentence:
    """One sentence, read for those who act in it; `memory` is of whom its text has spoken."""

    def __init__(self, text: str, memory: Memory) -> None:
        self._text = text
        self._named = named_in(text)
        self._verbs = predicates(text)
        self._memory = memory
        self.unknown = False
        self.tells = any(verb.subject[0] < verb.subject[1] for verb in self._verbs)

    def acted(self) -> list[_Acted]:
        """Those who act."""
        if not self._verbs:
            workers = [one for one in self._named if one.role is Role.PRACTITIONER]
            firsts = (one for one in workers if is_of_a_fragment(self._text, one, is_first=one is workers[0]))
            return [_Acted(one, None) for one in firsts]
        found = [_Acted(one, verb) for verb in self._verbs for one in self._acting(verb)]
        found += [_Acted(one, None) for one in self._commended()]
        outright = [each.named for each in found if each.hang is Hang.MAIN]
        mains = {one for one in outright if one.role is Role.PRACTITIONER}
        return [each for each in found if self._counts(each, mains)]

    def is_of_practice(self) -> bool:
        """Whether it tells of something that practitioners do or make."""
        for verb in self._verbs:
            first = next(iter(self._inside(verb)), None)
            if first is not None and _LEADS.match(self._text, verb.subject[0]):
                continue
            if self._pronoun(verb) == "it":
                first = self._resolved(verb, "it")
            if verb.hang is Hang.MAIN and first is not None and first.role is Role.PRACTICE:
                return True
            if self._is_found(verb):
                return True
        return False

    def _is_found(self, verb: Predicate) -> bool:
        """Whether reviewers found it, or it was there: “There was prompt liaison”."""
        judged = _JUDGES.search(self._text, *verb.subject)
        if judged is None or (verb.words[0] in BE and judged[0].lower() != "there"):
            return False
        absent = _NO.match(self._text, verb.start) is not None
        return not absent and any(one.start >= verb.end for one in self._named if one.role is not Role.PERSON)

    def names_practice(self) -> bool:
        """Whether a practitioner, or something that practitioners do or make, is named."""
        return any(one.role is not Role.PERSON for one in self._named)

    def is_practised(self, acted: _Acted) -> bool:
        """Whether it tells outright that a practitioner did it, and not what one would have done."""
        if acted.named.role is not Role.PRACTITIONER:
            return False
        if acted.verb is None:
            return True
        by_the_way = acted.hang is Hang.CONTENT and self._pronoun(acted.verb)
        refused = acted.verb.words[:2] == ("would", "not")
        return not by_the_way and (refused or _SUPPOSED.isdisjoint(acted.verb.words))

    def remember(self) -> None:
        """Keeps of whom it speaks, for the pronouns of the next sentence."""
        for verb in self._verbs:
            if (verb.hang is Hang.MAIN or verb is self._verbs[0]) and not self._pronoun(verb):
                for one in self._inside(verb)[:1]:
                    self._memory.keep(Spoken(one, called(self._text, one)))

    def _inside(self, verb: Predicate) -> list[Named]:
        """Those who are named in the subject of a verb."""
        low, high = verb.subject
        return [one for one in self._named if low <= one.start < high]

    def _counts(self, each: _Acted, mains: set[Named]) -> bool:
        """Whether what a clause says by the way is what the sentence tells: nobody else acts outright."""
        if each.hang in (Hang.MAIN, Hang.RELATIVE):
            return True
        if mains - {each.named}:
            return False
        main = next((verb for verb in self._verbs if verb.hang is Hang.MAIN), None)
        if main is None or each.hang is Hang.SUBORDINATE or not _SPEAKS.isdisjoint(main.words):
            return True
        return self._pronoun(main) in ("", "it")

    def _acting(self, verb: Predicate) -> Iterator[Named]:
        """Those who do what a verb tells, and those by whom it was done."""
        heads = self._heads(verb)
        if verb.words[-1] not in _STATES and verb.participle not in _RECEIVED:
            yield from heads
        if not heads and verb.participle not in _ANSWERED | _RECEIVED and not self._relative(verb):
            low = verb.subject[0]
            workers = (one for one in self._inside(verb) if one.role is Role.PRACTITIONER)
            yield from (one for one in workers if is_theirs(self._text, one, low))
        if verb.participle or not any(head.role is Role.PRACTITIONER for head in heads):
            yield from self._agents(verb)

    def _agents(self, verb: Predicate) -> Iterator[Named]:
        """Those by or between whom it was done."""
        low = verb.subject[0]
        high = next((each.start for each in self._verbs if each.start >= verb.end), len(self._text))
        for one in self._named:
            is_after = low <= one.start < high and one.role is not Role.PRACTICE
            if is_after and is_agent(self._text, one, low, verb.end):
                yield one

    def _heads(self, verb: Predicate) -> list[Named]:
        """Who stands as the subject of a verb, several of them where they are joined."""
        low, high = verb.subject
        if pronoun := self._pronoun(verb):
            resolved = self._resolved(verb, pronoun)
            self.unknown |= resolved is None and verb.hang is Hang.MAIN and pronoun != "it"
            return [resolved] if resolved and resolved.role is not Role.PRACTICE else []
        people = [one for one in self._inside(verb) if one.role is not Role.PRACTICE]
        people = [one for one in people if not is_thing(self._text, one, high, self._named)]
        if relative := self._relative(verb):
            return people[-1:] if relative == "who" or _CLEFT.match(self._text) else []
        heads = [self._of_a_body(one) for one in people if not hangs_on(self._text, one, low)]
        if heads[0].role is Role.PRACTITIONER if heads else _STAFF.search(self._text, low, high):
            heads += [one for one in people if is_within(self._text, one, low)]
            heads += [] if any(one.agencies for one in heads) else self._in_the_lead(verb)
        return heads

    def _of_a_body(self, one: Named) -> Named:
        """With its agency where only the sentence before names it: “The police came. The officers …”."""
        is_bare = not one.agencies and _OF_A_BODY.fullmatch(self._text, one.start, one.end)
        return one._replace(agencies=self._memory.body()) if is_bare else one

    def _in_the_lead(self, verb: Predicate) -> list[Named]:
        """Where those act of whom no more is said: “At the school, staff …”."""
        if verb is not self._verbs[0]:
            return []
        leading = (one for one in self._named if one.end <= verb.subject[0] and one.agencies)
        return [one for one in leading if hangs_on(self._text, one) in ("at", "in", "within")]

    def _commended(self) -> Iterator[Named]:
        """Those whom somebody who judges, or somebody whom they helped, commends."""
        workers = [one for one in self._named if one.role is Role.PRACTITIONER]
        owed = _OWED.match(self._text)
        for one in workers:
            to_them = _TO_THEM.search(self._text, 0, one.start)
            credit = to_them and ("credit of" in to_them[0] or _CREDIT.match(self._text, one.end))
            if credit or (owed and one.start >= owed.end()):
                yield one
        for at, verb in enumerate(self._verbs):
            high = self._verbs[at + 1].start if at + 1 < len(self._verbs) else len(self._text)
            said = _COMMENDS.search(self._text, verb.start, high)
            if said is None or verb.participle or self._pronoun(verb) not in ("", "it"):
                continue
            if not any(head.role is Role.PRACTITIONER for head in self._heads(verb)):
                yield from [one for one in workers if said.end() <= one.start < high][:1]

    def _pronoun(self, verb: Predicate) -> str:
        return pronoun_at_end(self._text, *verb.subject)

    def _resolved(self, verb: Predicate, pronoun: str) -> Named | None:
        """Of whom a pronoun speaks: a subject before it in the sentence, else one of the sentences before."""
        for each in reversed([each for each in self._verbs if each.start < verb.start]):
            if pronoun != "it" and not self._pronoun(each):
                for head in self._heads(each):
                    if is_called(called(self._text, head), pronoun):
                        return head
        return self._memory.of(pronoun)

    def _relative(self, verb: Predicate) -> str:
        """The word after its antecedent, of a verb whose subject is one; else empty."""
        match = _RELATIVE.match(self._text, verb.subject[1], verb.start)
        return match[1].lower() if match and verb.hang is Hang.RELATIVE else ""
