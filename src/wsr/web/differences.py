"""Extracts of which people say different things, side by side."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from wsr.domain.agreement import Aspect, Disagreement, Judgement
from wsr.domain.codebook import Codebook
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.web import labels
from wsr.web.addresses import review_address
from wsr.web.coefficients import code_names
from wsr.web.dates import written_date
from wsr.web.wording import Wording, say


@dataclass(frozen=True)
class Line:
    """What each person says in one respect, in the order of the people."""

    label: str
    differs: bool
    said: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Difference:
    """One extract with what each person says of it."""

    id: str
    reference: str
    place: str
    """“page 12”, or that its words are gone."""
    url: str
    """The passage; empty when its words are gone."""
    text: str
    language: str
    people: tuple[str, ...]
    lines: tuple[Line, ...]


def difference(say_in: Wording, language: Language, one: Disagreement, codebook: Codebook) -> Difference:
    """A disagreement as it is shown."""
    extract = one.extract
    place = say_in.gettext("its words are in the review no more")
    url = ""
    if extract.passage:
        place = say_in.gettext("page %(number)s") % {"number": extract.page}
        url = review_address(language, extract.slug, document=extract.document, at=extract.passage)
    return Difference(
        id=f"{extract.slug}-{extract.key}",
        reference=extract.reference,
        place=place,
        url=url,
        text=extract.text,
        language=extract.language.value,
        people=tuple(judgement.person for judgement in extract.judgements),
        lines=_lines(say_in, one, codebook),
    )


def _lines(say_in: Wording, one: Disagreement, codebook: Codebook) -> tuple[Line, ...]:
    names = code_names(codebook)

    def line(label: str, differs: bool, said: Callable[[Judgement], tuple[str, ...]]) -> Line:
        return Line(label, differs, tuple(said(judgement) for judgement in one.extract.judgements))

    lines = (
        line(
            say(say_in, labels.ASPECTS, Aspect.VERDICT),
            Aspect.VERDICT in one.about,
            lambda judgement: (say(say_in, labels.VERDICTS, judgement.verdict),),
        ),
        line(
            say(say_in, labels.ASPECTS, Aspect.STANCE),
            Aspect.STANCE in one.about,
            lambda judgement: _stance(say_in, judgement),
        ),
        line(
            say_in.gettext("Codes"),
            bool({Aspect.THEME, Aspect.SUBTHEME} & set(one.about)),
            lambda judgement: _codes(say_in, judgement, names),
        ),
        line(say_in.gettext("Note"), False, lambda judgement: (judgement.note,) if judgement.note else ()),
        line(say_in.gettext("Decided"), False, lambda judgement: (_time(say_in, judgement.decided_at),)),
    )
    return tuple(line for line in lines if any(line.said))


def _stance(say_in: Wording, judgement: Judgement) -> tuple[str, ...]:
    if judgement.stance is None:
        return ()
    kept = () if judgement.own_stance else (_kept(say_in),)
    return (say(say_in, labels.STANCES, judgement.stance), *kept)


def _codes(say_in: Wording, judgement: Judgement, names: dict[str, str]) -> tuple[str, ...]:
    if judgement.codes is None:
        return ()
    said = tuple(_named(code, names) for code in judgement.codes) or (say_in.gettext("No code"),)
    return said if judgement.own_codes else (*said, _kept(say_in))


def _named(code: str, names: dict[str, str]) -> str:
    """“Communication: Effective communication”; the code itself where the codebook does not know it."""
    theme = code.partition("/")[0]
    if code not in names or code == theme:
        return names.get(code, code)
    return f"{names[theme]}: {names[code]}"


def _kept(say_in: Wording) -> str:
    return say_in.gettext("(the machine’s, kept)")


def _time(say_in: Wording, time: datetime.datetime) -> str:
    at = time.astimezone(datetime.UTC)
    return f"{written_date(say_in, PartialDate.parse(f'{at:%Y-%m-%d}'))}, {at:%H:%M} UTC"
