"""Pages that only say something: help, accessibility, the API's page, and errors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from fastapi import APIRouter, Request, Response

from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, later, wording

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class HelpPage(Page):
    """How to search: the query language by example."""

    template: ClassVar[str] = "help.html"


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage(Page):
    """The accessibility statement."""

    template: ClassVar[str] = "accessibility.html"


@dataclass(frozen=True, kw_only=True)
class ApiPage(Page):
    """How programs read the repository."""

    template: ClassVar[str] = "api.html"


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """Why there is no such page, and what to do."""

    template: ClassVar[str] = "error.html"

    status: int = told("The status of the answer.")
    detail: str = told("What happened and what to do, in a sentence or two.")

    @classmethod
    def of(cls, say_in: Wording, status: int, detail: str, wrong: Sequence[str]) -> Self:
        """The page of a status; `detail` outranks the words kept for it, `wrong` names parameters."""
        title, words = _ERRORS.get(status, _ERRORS[500 if status >= 500 else 400])
        said = detail or say_in.gettext(words)
        if wrong:
            said = say_in.gettext("This part of the address is not understood: %(names)s.") % {
                "names": ", ".join(wrong)
            }
        return cls(title=say_in.gettext(title), status=status, detail=said)


_ERRORS: dict[int, tuple[str, str]] = {
    400: (later("This cannot be answered"), later("The address asks for something that is not understood.")),
    403: (
        later("You cannot do this"),
        later("This is not for everybody. Sign in, or ask whoever runs this."),
    ),
    404: (later("Page not found"), later("There is no page at this address. Check it for a missing letter.")),
    405: (later("This cannot be done here"), later("This address can only be read.")),
    409: (later("This is taken"), later("Something of this name is here already. Choose another name.")),
    410: (
        later("No longer available"),
        later("What was here has been withdrawn by those who published it, and is not kept."),
    ),
    413: (later("This is too large"), later("What was sent is too large. Send less.")),
    415: (later("This cannot be read"), later("What was sent is neither a form nor JSON.")),
    422: (later("This cannot be answered"), later("The address asks for something that is not understood.")),
    429: (
        later("Too many at once"),
        later("This has been asked too often. Wait a few minutes, then try again."),
    ),
    500: (
        later("Something went wrong"),
        later("The fault is ours, not yours. Try again in a few minutes; nothing has been lost."),
    ),
    503: (
        later("Not available at the moment"),
        later("This part is not available just now. Try again in a few minutes."),
    ),
}
"""Title and words of each status; a refined message of an error takes the place of the words."""


@router.get("/help")
@anyone
def help_page(request: Request) -> Response:
    """How to search."""
    title = wording(language_of(request)).gettext("How to search")
    return render(request, HelpPage(title=title))


@router.get("/accessibility")
@anyone
def accessibility_page(request: Request) -> Response:
    """The accessibility statement."""
    title = wording(language_of(request)).gettext("Accessibility statement")
    return render(request, AccessibilityPage(title=title))


@router.get("/api")
@anyone
def api_page(request: Request) -> Response:
    """How programs read the repository."""
    title = wording(language_of(request)).gettext("Data for programs")
    return render(request, ApiPage(title=title))
