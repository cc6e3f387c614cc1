"""Why an extract is marked: its stance, codes and terms with their reasons, and who decided."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Coding, Decision, Extract, Reason, Verdict
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.recommendations import RecommendationLink
from wsr.domain.search import SearchQuery, Unit
from wsr.web import labels
from wsr.web.addresses import deciding_address, extract_address, search_address, theme_address
from wsr.web.codes import code_name, readable, subtheme_name, theme_name
from wsr.web.dates import written_date
from wsr.web.reasons import RULES
from wsr.web.recorded import Linked, linked
from wsr.web.wording import Wording, say, wording
from wsr.web.work import Work

_LONGEST_QUOTE = 70
_CUE = "cue"
"""The rule that goes by a code's own words: they speak for themselves."""
_OUR_WORDS = {"place": labels.SECTION_KINDS, "stance": labels.STANCES}
"""Rules whose words do not stand in the text: they are values of a closed list."""


@dataclass(frozen=True)
class Said:
    """One reason: what a rule goes by, and the words that it went by."""

    label: str
    """Empty when the words speak for themselves."""
    words: str
    """Empty when the rule goes by the place."""
    printed: bool
    """Whether the words stand in the document, in its own language."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True)
class CodeWords:
    """One code of an extract."""

    theme: Link
    subtheme: str
    """Its name; empty for the theme alone."""
    score: str
    """“2.5”; empty for a code that a person gave."""
    because: tuple[Said, ...]


@dataclass(frozen=True)
class Why:
    """All that there is to say of one marked extract."""

    id: str
    stance: str
    label: str
    quote: str
    """The beginning of its words."""
    reasons: tuple[Said, ...]
    """Of the machine's stance; empty when a person changed it or no rule spoke."""
    codes: tuple[CodeWords, ...]
    terms: tuple[Link, ...]
    decided: str
    """Who says so: rules, or a person on a date."""
    note: str
    rules_say: str
    """What the machine says where a person says otherwise; else empty."""
    similar: tuple[Link, ...]
    """The same kind of extracts in all reviews."""
    permalink: str
    quotation: str
    """Its words with their citation, ready to paste; empty where nothing is quoted."""
    deciding_url: str
    """Where those who sign in decide about it, and see every decision."""
    linked: tuple[Linked, ...]
    """The recommendations of earlier reviews that people linked it to."""


class Teller:
    """Says why an extract is marked, in the language of the pages and with the names of a codebook."""

    def __init__(
        self,
        language: Language,
        slug: str,
        codebook: Codebook,
        quote: Callable[[Extract], str] = lambda extract: "",
        links: Mapping[str, Sequence[RecommendationLink]] = MappingProxyType({}),
    ) -> None:
        """`links` are those of people from recommendations to these extracts, by the key of the extract."""
        self.language = language
        self.say_in = wording(language)
        self._slug = slug
        self._codebook = codebook
        self._links = links
        self._quote = quote

    def why(self, extract: Extract) -> Why:
        """Stance, codes and terms of an extract with their reasons, who decided, and where to go from there."""
        stance, decision = extract.stance_in_force, extract.decision
        return Why(
            id=extract.id,
            stance=stance.value,
            label=say(self.say_in, labels.STANCES, stance),
            quote=shortened(extract.text, _LONGEST_QUOTE),
            reasons=self._said(extract.stance_because) if stance is extract.stance else (),
            codes=tuple(self._code(coding) for coding in extract.codings_in_force),
            terms=tuple(
                Link(term, search_address(self.language, SearchQuery(unit=Unit.EXTRACT, term=(term,))))
                for term in extract.terms
            ),
            decided=decided_words(self.say_in, decision),
            note=decision.note if decision else "",
            rules_say=self._rules_say(extract),
            similar=self._similar(extract),
            permalink=extract_address(self.language, self._slug, extract.key),
            quotation=self._quote(extract),
            deciding_url=deciding_address(self.language, (self._slug, extract.key), Work.of(SearchQuery())),
            linked=tuple(
                linked(self.say_in, self.language, each) for each in self._links.get(extract.key, ())
            ),
        )

    def _code(self, coding: Coding) -> CodeWords:
        return CodeWords(
            theme=Link(theme_name(self._codebook, coding.theme), theme_address(self.language, coding.theme)),
            subtheme=subtheme_name(self._codebook, coding.theme, coding.subtheme) if coding.subtheme else "",
            score=f"{coding.score:.2g}" if coding.by == "machine" else "",
            because=self._said(coding.because),
        )

    def _said(self, reasons: Iterable[Reason]) -> tuple[Said, ...]:
        return tuple(said(self.say_in, reason) for reason in reasons)

    def _rules_say(self, extract: Extract) -> str:
        parts = []
        if extract.stance_in_force is not extract.stance:
            parts.append(say(self.say_in, labels.STANCES, extract.stance))
        if set(extract.codes_in_force) != set(extract.machine_codes):
            names = [code_name(self._codebook, code) for code in extract.machine_codes]
            parts.append("; ".join(names) or self.say_in.gettext("no theme"))
        return "; ".join(parts)

    def _similar(self, extract: Extract) -> tuple[Link, ...]:
        """One link for each theme, without a theme one for the stance alone."""
        stance = extract.stance_in_force
        label = say(self.say_in, labels.STANCES, stance)
        asked = SearchQuery(unit=Unit.EXTRACT, stance=(stance.value,))
        themes = dict.fromkeys(code.partition("/")[0] for code in extract.codes_in_force)
        if not themes:
            return (Link(label, search_address(self.language, asked)),)
        with_theme = self.say_in.gettext("%(stance)s: %(theme)s")
        return tuple(
            Link(
                with_theme % {"stance": label, "theme": theme_name(self._codebook, theme)},
                search_address(self.language, asked.model_copy(update={"theme": (theme,)})),
            )
            for theme in themes
        )


def said(say_in: Wording, reason: Reason) -> Said:
    """A reason in words; a rule that has no label yet is shown by its id, made readable."""
    if reason.rule == _CUE:
        return Said("", reason.words, True)
    known = RULES.get(reason.rule)
    label = readable(reason.rule) if known is None else say_in.gettext(known)
    ours = _OUR_WORDS.get(reason.rule)
    if ours is not None:
        return Said(label, say(say_in, ours, reason.words), False)
    return Said(label, reason.words, True)


def decided_words(say_in: Wording, decision: Decision | None) -> str:
    """Who says so: “Found by rules; no person has decided yet.”, “Kept by R. Reader on 4 May 2026.”"""
    if decision is None:
        return say_in.gettext("Found by rules; no person has decided yet.")
    messages = {
        Verdict.KEEP: say_in.gettext("Kept by %(person)s on %(date)s."),
        Verdict.UNSURE: say_in.gettext("%(person)s was unsure on %(date)s."),
        Verdict.REJECT: say_in.gettext("Rejected by %(person)s on %(date)s."),
    }
    date = written_date(say_in, PartialDate.parse(decision.decided_at.date().isoformat()))
    return messages[decision.verdict] % {"person": decision.person, "date": date}


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, ended at a word with “…” when more follows."""
    if len(text) <= longest:
        return text
    return text[: text.rfind(" ", 0, longest) + 1 or longest].rstrip() + " …"
