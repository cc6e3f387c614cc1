"""The time that one search may take."""

import time

from wsr.errors import InvalidQuery, Message


class Deadline:
    """
    Ends a search that takes too long, at the next step where it asks.

    Counts the processor time of the thread that made it: a machine that is busy with other work makes no query a
    costly one.
    """

    def __init__(self, text: str, seconds: float) -> None:
        self._text = text
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        """Raises InvalidQuery when the time is over."""
        if time.thread_time() > self._end:
            raise InvalidQuery(
                self._text,
                Message(
                    "This search takes too long. Use fewer words, put words that belong together in quotation "
                    "marks, or write more letters before “*”."
                ),
            )
