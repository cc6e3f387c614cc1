"""The time that one search may take."""

import time

from wsr.errors import InvalidQuery


class Deadline:
    """Ends a search that takes too long, at the next step where it asks."""

    def __init__(self, text: str, seconds: float) -> None:
        self._text = text
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raises InvalidQuery when the time is over."""
        if time.monotonic() > self._end:
            raise InvalidQuery(
                self._text,
                "This search takes too long. Use fewer words, put words that belong together in quotation marks, "
                "or write more letters before “*”.",
            )
