"""What a concordance says of itself, for the page and the command line."""

from wsr.domain.concordance import Concordance
from wsr.domain.search import Unit
from wsr.web.facets import COUNTED
from wsr.web.wording import Wording, counted


def counts(wording: Wording, found: Concordance) -> str:
    """“169 lines, 155 passages in 19 reviews”."""
    unit = Unit.PASSAGE if found.query.unit is Unit.REVIEW else found.query.unit
    within = counted(wording, *COUNTED[unit], found.passages)
    return wording.gettext("%(lines)s, %(passages)s in %(reviews)s") % {
        "lines": counted(wording, "%(number)s line", "%(number)s lines", len(found.lines)),
        "passages": within,
        "reviews": counted(wording, "%(number)s review", "%(number)s reviews", found.reviews),
    }


def bound(wording: Wording, found: Concordance) -> str:
    """That there are more lines than are made, and what to do; empty when all are here."""
    if found.most is None:
        return ""
    return wording.gettext(
        "There are more lines than the %(most)s that are made at once: these are the first, in the order found. Draw a sample, or add a filter."
    ) % {"most": f"{found.most:,}"}
