"""How tests read a page: strictly as HTML, then by its structure."""

import html5lib
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

PAGES = {
    "/en/": 200,
    "/en/search": 200,
    "/en/search?q=record": 200,
    "/en/search?q=record&stemmed=true&review_type=CPR&year=2018&sort=oldest": 200,
    "/en/search?q=supervision&page=2": 200,
    "/en/search?q=nowhere": 200,
    "/en/search?q=%22record": 400,
    "/en/search?q=record&page=9": 404,
    "/en/search?year=x&page=y": 422,
    "/en/search?unit=extract&q=record": 200,
    "/en/search?unit=extract": 200,
    "/en/search?unit=extract&decided=rejected": 200,
    "/en/search?unit=extract&sample=3&seed=7&sort=strength": 200,
    "/en/search?unit=extract&theme=no-theme&agency=police": 200,
    "/en/themes": 200,
    "/en/themes?stance=": 200,
    "/en/themes?stance=praise": 400,
    "/en/themes/care-and-support": 200,
    "/en/themes/communication": 200,
    "/en/themes/communication?stance=": 200,
    "/en/themes/communication?stance=&review_type=CPR&year=2018&agency=education&sample=2": 200,
    "/en/themes/no-theme": 404,
    "/en/learning": 200,
    "/en/learning?recommendation=cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning?recommendation=cpr2017-w91/8d4dde89e3e2d7d5&order=date": 200,
    "/en/learning?recommendation=cpr2017-w91/8d4dde89e3e2d7d5&order=age": 422,
    "/en/learning?recommendation=nowhere": 404,
    "/en/learning/report?recommendation=cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning/report?recommendation=nowhere": 404,
    "/en/learning/groups": 200,
    "/en/learning/groups?state=confirmed": 200,
    "/en/learning/groups?page=9": 404,
    "/en/learning/groups/cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning/groups/cpr2017-w91/none": 404,
    "/en/reviews": 200,
    "/en/reviews?review_type=CPR&sort=oldest": 200,
    "/en/reviews?year=1999": 200,
    "/en/reviews/cpr2017-w91": 200,
    "/en/reviews/cpr2017-w91?q=record&stemmed=true": 200,
    "/en/reviews/cpr2017-w91?q=record&document=d2": 200,
    "/en/reviews/cpr2017-w91?q=%22record": 200,
    "/en/reviews/cpr2017-w91?stance=neutral&stance=criticism&theme=communication": 200,
    "/en/reviews/cpr2017-w91?q=record&mark_stance=neutral&mark_stance=criticism": 200,
    "/en/reviews/cpr2017-w91?marks=none": 200,
    "/en/reviews/cpr2017-w91?marks=some": 422,
    "/en/reviews/susr2025-92-nw": 200,
    "/en/reviews/none2000-w01": 404,
    "/en/reviews/cpr2017-w91/pages/1?passage=p8": 200,
    "/en/reviews/cpr2017-w91/pages/2?passage=p8": 200,
    "/en/reviews/cpr2017-w91/pages/1?document=d2": 200,
    "/en/reviews/cpr2017-w91/pages/4": 404,
    "/en/recommendations": 200,
    "/en/recommendations?q=records&level=unknown&recommendation_theme=no-theme&addressee=police": 200,
    "/en/recommendations?body=gwent": 200,
    "/en/recommendations?body=gwent&body=estyn&addressee=all-agencies": 200,
    "/en/recommendations?q=records&stemmed=true&sample=1&sort=oldest": 200,
    "/en/recommendations?q=%22records": 400,
    "/en/recommendations?level=village": 400,
    "/en/recommendations?page=9": 404,
    "/en/search?unit=recommendation&q=records": 200,
    "/en/reviews/cpr2017-w91/recommendations/8d4dde89e3e2d7d5": 200,
    "/en/reviews/cpr2017-w91/recommendations/none": 404,
    "/en/best-practice": 200,
    "/en/best-practice?term=timely&term=effective&review_type=CPR&year=2018&stance=identified": 200,
    "/en/best-practice?term=splendid": 400,
    "/en/method": 200,
    "/en/method?q=record&stemmed=true&sample=2&seed=4&unit=extract": 200,
    "/en/method?q=%22record": 400,
    "/en/concordance": 200,
    "/en/concordance?q=record&by=left&words=2&width=30&sample=&seed=": 200,
    "/en/concordance?q=record&unit=extract&sample=1": 200,
    "/en/concordance?q=nowhere": 200,
    "/en/concordance?q=": 400,
    "/en/concordance?q=%22record": 400,
    "/en/concordance?q=record&page=9": 404,
    "/en/report/best-practice": 200,
    "/en/packs": 200,
    "/en/packs?topic=voice-of-the-child&without=curious": 200,
    "/en/packs?topic=nothing": 404,
    "/en/packs?q=record&year=2018&theme=communication": 200,
    "/en/packs?q=record": 200,
    "/en/packs?q=curiosity+OR+curious": 200,
    "/en/packs?q=%22record": 400,
    "/en/packs?q=nowhere": 200,
    "/en/packs?kind=role&q=record": 200,
    "/en/packs?kind=checklist&agency=education": 200,
    "/en/search?q=was+not+brought": 200,
    "/en/search?q=curiosity+OR+curious": 200,
    "/en/help": 200,
    "/en/accessibility": 200,
    "/en/api": 200,
    "/en/sign-in": 200,
    "/en/nothing-here": 404,
}
"""Every kind of page in every state that a reader can bring it to, with its status."""

CURATORS_PAGES = {
    "/en/": 200,
    "/en/learning/groups/cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning/groups/cpr2017-w91/8d4dde89e3e2d7d5?said=joined": 200,
    "/en/reviews/cpr2017-w91/recommendations/8d4dde89e3e2d7d5": 200,
    "/en/search?q=record": 200,
    "/en/reviews/cpr2017-w91": 200,
    "/en/reviews/none2000-w01": 404,
    "/en/search?unit=extract&q=record": 200,
    "/en/themes/communication": 200,
    "/en/account": 200,
    "/en/account?changed=true": 200,
    "/en/agreement": 200,
    "/en/agreement?person=Nobody": 404,
    "/en/learning?recommendation=cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning/link?extract=apr2021-w90/9f6315dc5d0de63e&recommendation=cpr2017-w91/8d4dde89e3e2d7d5&recommendation=cpr2017-w91/b84fa429bcddd210": 200,
    "/en/learning/link?extract=cpr2017-w91/078acc85fce430c3&recommendation=cpr2017-w91/8d4dde89e3e2d7d5": 200,
    "/en/learning/link?extract=cpr2017-w91/none": 404,
    "/en/coding": 200,
    "/en/coding?q=record&stance=identified&stance=general&year=2018&reference=CPR2017-W91&sample=3&seed=": 200,
    "/en/coding?q=%22record": 400,
    "/en/coding?alone=true&decided=kept": 200,
    "/en/packs/working-set?q=record": 200,
    "/en/coding/cpr2017-w91/078acc85fce430c3?q=&unit=extract": 200,
    "/en/coding/cpr2017-w91/078acc85fce430c3?q=nowhere&said=saved": 200,
    "/en/coding/cpr2017-w91/078acc85fce430c3?q=&unit=extract&alone=true": 200,
}
"""Pages that only somebody signed in sees, and some that everybody sees, with their status."""


def page_of(client: TestClient, address: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, which must answer with the status and be faultless HTML."""
    response = client.get(address)
    assert status == response.status_code
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.text)
    return BeautifulSoup(response.text, "html.parser")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The one element that a selector finds."""
    found = page.select(selector)
    assert 1 == len(found), f"{len(found)} elements are {selector}"
    return found[0]


def without_extracts(page: BeautifulSoup) -> BeautifulSoup:
    """The page without the labels of its extracts and what is said of them: the text as it was printed."""
    for element in page.select(".wsr-stance, .wsr-why, .wsr-why-row"):
        element.decompose()
    return page


def words(element: BeautifulSoup | Tag) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())
