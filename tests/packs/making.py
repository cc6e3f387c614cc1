"""Small true records for tests of packs."""

import datetime
from typing import Any

from wsr.domain.packs import Material, Quotable


def a_quotable(number: int, /, **facts: Any) -> Quotable:
    """An extract of good practice in a review of its own, so many of them as there are numbers."""
    defaults: dict[str, Any] = {
        "reference": f"CPR2020-W{number}",
        "slug": f"cpr2020-w{number}",
        "review_type": "CPR",
        "year": 2020,
        "title": "Concise Child Practice Review: Child Q",
        "board_name": "Gwent Safeguarding",
        "key": f"key{number}",
        "text": f"The health visitor called again on each of {number} Mondays until the door was opened.",
        "language": "en",
        "page": number,
        "stance": "identified",
        "codes": ("care-and-support/persistent-care",),
        "plainness": 3,
    }
    return Quotable(**{**defaults, **facts})


def a_wish(number: int, /, **facts: Any) -> Quotable:
    """A recommendation."""
    defaults = {
        "stance": None,
        "text": "The Board should ask how missed visits are recorded.",
        "codes": (),
        "label": "Recommendation 1",
        "addressees": ("The Board",),
    }
    return a_quotable(number, **{**defaults, **facts})


def a_material(*quoted: Quotable, **facts: Any) -> Material:
    """What was chosen on persistent care."""
    defaults: dict[str, Any] = {
        "name": "Persistent care",
        "description": "Care that goes on.",
        "found": "9 extracts in 4 reviews and 1 recommendation in 1 review",
        "themes": {
            "care-and-support": "Care and support",
            "care-and-support/persistent-care": "Persistent care",
            "communication": "Communication",
            "communication/effective-communication": "Effective communication",
        },
        "method": ("Searched for care.", "Chosen by rule."),
        "address": "https://wsr.example/en/packs?topic=care",
        "review_address": lambda slug: f"https://wsr.example/en/reviews/{slug}",
        "quote_address": lambda one: f"https://wsr.example/{one.name}",
        "day": datetime.date(2026, 11, 28),
    }
    return Material(**{**defaults, "quoted": quoted, **facts})
