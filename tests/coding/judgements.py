"""Small judgements for tests, made in a line."""

from typing import Any

from tests.making import NOON
from wsr.domain.agreement import Judgement, SharedExtract
from wsr.domain.coding import Stance, Verdict
from wsr.domain.kinds import Language


def a_judgement(person: str, stance: Stance | None = Stance.IDENTIFIED, **facts: Any) -> Judgement:
    """Somebody keeps an extract, with words of their own."""
    defaults: dict[str, Any] = {
        "decided_at": NOON,
        "verdict": Verdict.KEEP,
        "codes": (),
        "own_stance": True,
        "own_codes": True,
    }
    return Judgement(**{**defaults, "person": person, "stance": stance, **facts})


def shared(number: int, /, *judgements: Judgement) -> SharedExtract:
    """An extract on page 1, told from others by its number."""
    return SharedExtract(
        reference="CPR2019-W91",
        slug="cpr2019-w91",
        key=f"key{number:05d}",
        text=f"They came back {number} times.",
        language=Language.EN,
        document="d1",
        passage=f"p{number}",
        start=0,
        page=1,
        judgements=judgements,
    )
