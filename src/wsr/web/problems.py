"""Errors of the API in their one shape, RFC 9457 (problem details)."""

from typing import Any

from pydantic import BaseModel, Field

PROBLEM_JSON = "application/problem+json"


class WrongParameter(BaseModel):
    """One parameter that was not understood."""

    name: str
    detail: str


class Problem(BaseModel):
    """What went wrong, for programs and people."""

    type: str = Field(default="about:blank", description="The status says what kind of problem it is.")
    title: str = Field(examples=["Not found"], description="The name of the status.")
    status: int = Field(examples=[404])
    detail: str = Field(description="A sentence: what happened, to what, and what to do.")
    parameters: list[WrongParameter] = Field(default=[], description="For 422: what is wrong with which.")


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses argument of a route that can answer with these problems."""
    return {
        status: {
            "description": "The problem, in RFC 9457's form.",
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in statuses
    }
