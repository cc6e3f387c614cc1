"""Forms as they are sent, read into typed records."""

from collections.abc import Awaitable, Callable
from typing import TypeVar, get_origin
from urllib.parse import parse_qs

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ValidationError

from wsr.errors import UnknownBody
from wsr.web.guard import FORM, media_type

Form = TypeVar("Form", bound=BaseModel)

_MOST_FIELDS = 1_000


def sent_on(address: str) -> Response:
    """The way on after a form was sent: the page at an address, asked for anew."""
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def posted(kind: type[Form]) -> Callable[[Request], Awaitable[Form]]:
    """
    What reads a form into a record: `form: Annotated[SignIn, Depends(posted(SignIn))]`.

    Of a field sent several times a list takes all values, anything else the last. Fields that the record does
    not know are left out, and lines end with LF: browsers send CR LF, and count one. A value that does not fit is
    answered with 422, naming the field and not its value.
    """
    lists = {
        name for name, field in kind.model_fields.items() if get_origin(field.annotation) in (list, tuple)
    }

    async def read(request: Request) -> Form:
        if media_type(request) != FORM:
            raise UnknownBody
        try:
            sent = parse_qs(
                (await request.body()).decode("ascii", "replace"),
                keep_blank_values=True,
                max_num_fields=_MOST_FIELDS,
            )
        except ValueError as error:
            raise RequestValidationError([{"loc": ("body", "form"), "msg": str(error)}]) from error
        known = {
            name: [value.replace("\r\n", "\n") for value in values]
            for name, values in sent.items()
            if name in kind.model_fields
        }
        try:
            return kind.model_validate({n: v if n in lists else v[-1] for n, v in known.items()})
        except ValidationError as error:
            wrong = [item | {"loc": ("body", *item["loc"])} for item in error.errors(include_input=False)]
            raise RequestValidationError(wrong) from error

    return read
