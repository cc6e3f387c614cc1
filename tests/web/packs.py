"""A pack as a form asks for it."""

TRIED = "extract/cpr2017-w91/078acc85fce430c3"

PACK = {
    "kind": "checklist",
    "q": "record OR trying",
    "make": "print",
    "item": TRIED,
    "order": "1",
    "keep": TRIED,
}
"""A checklist of one statement, to be printed."""
