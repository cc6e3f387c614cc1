"""Decisions that were made, in words."""

import datetime
from dataclasses import dataclass

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decision
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


def made_of(say_in: Wording, decision: Decision, codebook: Codebook | None = None) -> Made:
    """A decision in words; its codes by the names of a codebook, else by their ids."""
    at = decision.decided_at.astimezone(datetime.UTC)
    date = written_date(say_in, PartialDate.parse(at.date().isoformat()))
    return Made(
        person=decision.person,
        time=say_in.gettext("%(date)s, %(time)s UTC") % {"date": date, "time": f"{at:%H:%M}"},
        moment=at.isoformat(timespec="seconds"),
        says="; ".join(_says(say_in, decision, codebook)),
        note=decision.note,
    )


def _says(say_in: Wording, decision: Decision, codebook: Codebook | None) -> list[str]:
    parts = [say(say_in, labels.VERDICTS, decision.verdict)]
    if decision.stance is not None:
        parts.append(say(say_in, labels.STANCES, decision.stance))
    if decision.codes is not None:
        names = [code_name(codebook, code) if codebook else readable(code) for code in decision.codes]
        parts.append(", ".join(names) or say_in.gettext("no theme"))
    if decision.start is not None:
        parts.append(say_in.gettext("other limits"))
    return parts
