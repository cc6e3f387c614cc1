"""The wording of the pages in a language: gettext catalogues, and which language a reader asks for."""

import gettext
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from wsr.domain.kinds import Language

OFFERED: tuple[Language, ...] = (Language.EN,)
"""The languages in which every page can be read; the first one is for readers who ask for none of them."""

Wording = gettext.NullTranslations
"""What says a message in the reader's language: `gettext`, and `ngettext` for counts."""

Key = TypeVar("Key")


def later(message: str) -> str:
    """The message unchanged: marks it for the translators where it is written, not where it is said."""
    return message


@cache
def wording(language: Language) -> Wording:
    """The catalogue of a language; English is the language of the messages themselves."""
    if language is Language.EN:
        return gettext.NullTranslations()
    return gettext.translation("wsr", str(files("wsr") / "locale"), [language.value])


def say(wording: Wording, labels: Mapping[Key, str], key: Key) -> str:
    """The label of one value of a closed list in the reader's language; the value itself if it has none."""
    label = labels.get(key)
    return str(key) if label is None else wording.gettext(label)


def counted(wording: Wording, one: str, many: str, number: int) -> str:
    """“1 passage”, “1,204 passages”: the message for a number, which it holds as %(number)s."""
    return wording.ngettext(one, many, number) % {"number": f"{number:,}"}


def titled(wording: Wording, title: str, wrong: object = None) -> str:
    """The title of a page, which says first that something is wrong on it, where anything is."""
    return wording.gettext("Error: %(title)s") % {"title": title} if wrong else title


def preferred_language(accept_language: str) -> Language:
    """The offered language that an Accept-Language header likes best; the first offered if it names none."""
    weighted = [_weighted(item) for item in accept_language.split(",")]
    liked = {name.split("-")[0]: weight for weight, name in sorted(weighted) if weight > 0}
    return max(OFFERED, key=lambda language: liked.get(language.value, 0.0))


def _weighted(item: str) -> tuple[float, str]:
    name, _, parameter = item.strip().lower().partition(";")
    try:
        weight = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
    except ValueError:
        weight = 0.0
    return weight, name.strip()
