"""Decisions that were made, in words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decision, Seen
from wsr.domain.dates import PartialDate
from wsr.web import labels
from wsr.web.codes import code_name, readable
from wsr.web.dates import written_date
from wsr.web.wording import Wording, say


@dataclass(frozen=True)
class Made:
    """One decision: who made it and when, and what it says."""

    person: str
    time: str
    """“4 May 2026, 12:00 UTC”"""
    moment: str
    """The same for programs."""
    says: str
    """Verdict, and where given stance, codes and that the limits were moved."""
    note: str
    seen: str
    """What the rules said then; empty when that is not known, or not shown."""


def made_of(
    say_in: Wording, decision: Decision, codebook: Codebook | None = None, *, with_seen: bool = True
) -> Made:
    """A decision in words; its codes by the names of a codebook, else by their ids."""
    at = decision.decided_at.astimezone(datetime.UTC)
    date = written_date(say_in, PartialDate.parse(at.date().isoformat()))
    return Made(
        person=decision.person,
        time=say_in.gettext("%(date)s, %(time)s UTC") % {"date": date, "time": f"{at:%H:%M}"},
        moment=at.isoformat(timespec="seconds"),
        says="; ".join(_says(say_in, decision, codebook)),
        note=decision.note,
        seen=_seen(say_in, decision.seen, codebook) if decision.seen and with_seen else "",
    )


def _seen(say_in: Wording, seen: Seen, codebook: Codebook | None) -> str:
    return say_in.gettext("The rules said then: %(what)s.") % {"what": seen_words(say_in, seen, codebook)}


def seen_words(say_in: Wording, seen: Seen, codebook: Codebook | None) -> str:
    """What the rules say of an extract: stance and codes, or that they do not find it."""
    if seen.stance is None:
        return say_in.gettext("not found")
    return "; ".join((say(say_in, labels.STANCES, seen.stance), _codes(say_in, seen.codes, codebook)))


def _says(say_in: Wording, decision: Decision, codebook: Codebook | None) -> list[str]:
    parts = [say(say_in, labels.VERDICTS, decision.verdict)]
    if decision.stance is not None:
        parts.append(say(say_in, labels.STANCES, decision.stance))
    if decision.codes is not None:
        parts.append(_codes(say_in, decision.codes, codebook))
    if decision.start is not None:
        parts.append(say_in.gettext("other limits"))
    if decision.alone:
        parts.append(say_in.gettext("decided alone"))
    return parts


def _codes(say_in: Wording, codes: Sequence[str], codebook: Codebook | None) -> str:
    names = [code_name(codebook, code) if codebook else readable(code) for code in codes]
    return ", ".join(names) or say_in.gettext("no theme")
