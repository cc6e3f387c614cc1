"""How browsers and other programs search this site."""

from fastapi import APIRouter, Request, Response

from wsr.exchange.write.opensearch import MEDIA_TYPE, SearchDescription, opensearch
from wsr.web.conditional import answer
from wsr.web.quoting import Quoter, quoter_of
from wsr.web.roles import anyone
from wsr.web.wording import later

router = APIRouter()

SHORT_NAME = later("WSR safeguarding")
"""What browsers list the search by: 16 characters at most, in every language."""


@router.get("/opensearch.xml")
@anyone
def search_description(request: Request) -> Response:
    """The description that browsers read when somebody wants this search among theirs."""
    return answer(request, opensearch(description_of(quoter_of(request))), MEDIA_TYPE)


def description_of(quoter: Quoter) -> SearchDescription:
    """The description of a site in a language of its pages."""
    here, say_in = f"{quoter.site}/{quoter.language}", quoter.say_in
    return SearchDescription(
        name=say_in.gettext(SHORT_NAME),
        description=say_in.gettext("Search the full text of safeguarding reviews in Wales."),
        language=quoter.language.value,
        page=f"{here}/search?q={{searchTerms}}",
        feed=f"{here}/search.atom?q={{searchTerms}}",
        image=f"{quoter.site}/static/mark.svg",
        address=f"{here}/opensearch.xml",
    )
