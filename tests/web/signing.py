"""How tests sign in: as a browser does, over https, with the headers of a page of ours."""

from fastapi.testclient import TestClient
from httpx2 import Response

from wsr.domain.accounts import AccountRole
from wsr.repository.repository import Repository
from wsr.web.app import create_app

PASSWORD = "kettle ladder fern"
OWN = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a form on a page of ours."""

CURATOR, ADMIN, FORMER = "megan", "ann.rees", "former"


def add_accounts(repository: Repository) -> None:
    """A curator, an administrator, and somebody whose account is disabled."""
    repository.accounts.add(CURATOR, PASSWORD, display_name="Megan Prosser")
    repository.accounts.add(ADMIN, PASSWORD, display_name="Ann Rees", role=AccountRole.ADMIN)
    repository.accounts.add(FORMER, PASSWORD)


def browser_of(repository: Repository, address: str = "https://testserver") -> TestClient:
    """A browser that follows no redirect by itself; a fault inside the website is an answer with status 500."""
    app = create_app(repository.settings, repository)
    return TestClient(app, base_url=address, follow_redirects=False, raise_server_exceptions=False)


def sign_in(browser: TestClient, name: str, password: str = PASSWORD, **fields: str) -> Response:
    """What the form for signing in is answered with."""
    return browser.post("/en/sign-in", data={"name": name, "password": password, **fields}, headers=OWN)


def signed_in(repository: Repository, name: str = CURATOR) -> TestClient:
    """The browser of somebody signed in."""
    browser = browser_of(repository)
    assert 303 == sign_in(browser, name).status_code
    return browser
