"""The forms on the page of a recommendation: what is sent, and what must be changed before it can be kept."""

from pydantic import BaseModel

from wsr.domain.dates import PartialDate
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.domain.references import ReviewKey
from wsr.repository.register import StatusChoice, refusals
from wsr.web.pasted import place_in
from wsr.web.wording import Wording


class StatusForm(BaseModel):
    """A status as it is sent."""

    status: RecommendationStatus | None = None
    since: str = ""
    note: str = ""
    evidence: str = ""

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed: the id of a field and a sentence each."""
        wrong = {}
        if self.status is None:
            wrong["status-accepted"] = say_in.gettext("Choose a status.")
        if self.since.strip() and self._since() is None:
            wrong["since"] = say_in.gettext(
                "Write the date as a year, a month or a day: 2024, 2024-05 or 2024-05-17."
            )
        refused = refusals(self._since(), self.evidence.strip(), self.note)
        return wrong | {field: message.said(say_in.gettext) for field, message in refused.items()}

    def choice(self) -> StatusChoice:
        """What the form says, once it has no errors."""
        assert self.status is not None, "It was asked for."
        return StatusChoice(
            status=self.status,
            since=self._since(),
            note=self.note,
            evidence=self.evidence.strip(),
        )

    def _since(self) -> PartialDate | None:
        try:
            return PartialDate.parse(self.since.strip())
        except ValueError:
            return None


class LinkForm(BaseModel):
    """A link to an extract as it is sent."""

    extract: str = ""
    """The permanent address of an extract, or the end of it: slug/key."""
    bearing: Bearing | None = None
    why: str = ""

    def place(self) -> ReviewKey | None:
        """The slug and key of the extract; None when the address is not one of an extract."""
        return place_in(self.extract, "extracts")

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed: the id of a field and a sentence each."""
        wrong = {}
        if self.place() is None:
            wrong["extract"] = say_in.gettext(
                "Paste the permanent link of an extract: it stands below the reasons for the extract in its review."
            )
        if self.bearing is None:
            wrong["bearing-shows"] = say_in.gettext(
                "Choose what the extract has to do with the recommendation."
            )
        return wrong
