"""The forms on the page of a group: what is sent, and what must be changed before it can be kept."""

from enum import StrEnum

from pydantic import BaseModel

from wsr.domain.references import ReviewKey
from wsr.web.pasted import place_in
from wsr.web.wording import Wording, later


class Says(StrEnum):
    """What a curator can say of a group."""

    ALL = "all"
    TICKED = "ticked"
    OWN = "own"
    ALONE = "alone"


CHOICES: dict[str, str] = {
    Says.ALL: later("All of them repeat each other"),
    Says.TICKED: later("Those that I ticked repeat each other"),
    Says.OWN: later("Those that I ticked do not belong here: they are a group of their own"),
    Says.ALONE: later("Those that I ticked do not belong here, nor with each other"),
}


class RecordForm(BaseModel):
    """What is said of the members of a group, as it is sent."""

    says: Says | None = None
    shown: list[str] = []
    """Every recommendation that the page showed: slug/key."""
    tick: list[str] = []
    note: str = ""

    @property
    def members(self) -> list[ReviewKey]:
        """The recommendations that the page showed."""
        return [place for each in self.shown if (place := _recommendation(each))]

    @property
    def ticked(self) -> list[ReviewKey]:
        """Those of them that are ticked."""
        return [place for place in self.members if "/".join(place) in self.tick]

    @property
    def left(self) -> list[ReviewKey]:
        """Those that are not."""
        return [place for place in self.members if "/".join(place) not in self.tick]

    @property
    def splits(self) -> bool:
        """Whether it takes some of them away from the others."""
        return self.says in (Says.OWN, Says.ALONE)

    @property
    def stay(self) -> list[ReviewKey]:
        """Those that stay together; all of them when each is to be alone."""
        if self.splits:
            return self.left or self.members
        return self.ticked if self.says is Says.TICKED else self.members

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed: the id of a field and a sentence each."""
        if self.says is None:
            return {"says-all": say_in.gettext("Choose what you say of them.")}
        if self.says is not Says.ALL and not self.ticked:
            return {"tick-1": say_in.gettext("Tick the recommendations that you mean.")}
        if self.says is Says.OWN and not self.left:
            return {"tick-1": say_in.gettext("Leave those unticked that stay in the group.")}
        return {}


class JoinForm(BaseModel):
    """With what a group is joined, as it is sent."""

    near: str = ""
    """One of those offered: slug/key."""
    address: str = ""
    """The address of a group or a recommendation, or the end of it."""
    shown: list[str] = []
    why: str = ""

    @property
    def members(self) -> list[ReviewKey]:
        """The recommendations that the page showed."""
        return [place for each in self.shown if (place := _recommendation(each))]

    @property
    def other(self) -> ReviewKey | None:
        """A recommendation of the other group; None when none is named."""
        return _recommendation(self.address if self.address.strip() else self.near)

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed: the id of a field and a sentence each."""
        if self.other is None:
            return {
                "address": say_in.gettext(
                    "Choose one of those offered, or paste the address of a group or of a recommendation."
                )
            }
        if self.other in self.members:
            return {"address": say_in.gettext("This is in the group already.")}
        return {}


def _recommendation(address: str) -> ReviewKey | None:
    return place_in(address, "recommendations")
