"""The base of every record: frozen, and refusing fields that it does not know."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A value that never changes; making one with an unknown or wrong field raises ValidationError."""

    model_config = ConfigDict(frozen=True, extra="forbid")
