"""Questions for a group to discuss, by the themes of what it reads."""

from collections import Counter
from collections.abc import Iterable
from gettext import NullTranslations

from wsr.domain.packs import Quotable


def questions(wording: NullTranslations, quoted: Iterable[Quotable], most: int = 4) -> tuple[str, ...]:
    """One question for each of the sub-themes that are most often present, the commonest first."""
    asked = _by_code(wording)
    present = Counter(code for each in quoted for code in each.codes if code in asked)
    return tuple(dict.fromkeys(asked[code] for code, _ in present.most_common(most)))


def _by_code(wording: NullTranslations) -> dict[str, str]:
    _ = wording.gettext
    return {
        "care-and-support/consistent-care": _("Who stays with a person or a family here, when workers and services change?"),
        "care-and-support/persistent-care": _("When somebody refuses help or is not seen, what do we do next, and after that? Who allows us the time?"),
        "care-and-support/working-relationships": _("What helps a person to trust one of us? How would we know that they do?"),
        "care-and-support/practitioner-support": _("Where do we take what weighs on us, and when did we last do it?"),
        "communication/effective-communication": _("How do we make sure that what we said was understood, by families and by colleagues?"),
        "communication/persistent-communication": _("How often do we try again, in which other ways, and where is that written down?"),
        "communication/multi-agency-working": _("Who else holds a part of the picture? When do we ask them, rather than send them a letter?"),
        "risk-and-escalation/risk-assessment": _("How do we see a risk that grows slowly? When do we look at it afresh?"),
        "risk-and-escalation/escalating-concerns": _("If another agency does not answer as we think it should, what exactly do we do, and who stands behind us?"),
        "policy-procedures-recording/adhering-to-procedure": _("Which procedure applies here? Can everybody find it, and what makes it hard to keep to?"),
        "policy-procedures-recording/record-keeping": _("Would somebody who reads our records next year see what we saw, and why we decided so?"),
        "learning-and-reflections/learning-from-reviews": _("What has changed here because of an earlier review? How do we know?"),
        "learning-and-reflections/suggested-practice": _("Which of the practice suggested could we begin next week?"),
    }  # fmt: skip
