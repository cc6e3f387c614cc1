"""The notes that people write beside what they say."""

from wsr.errors import Message, NoteTooLong

LONGEST_NOTE = 2000
"""Characters of a note."""


def kept_note(note: str) -> str:
    """The note as it is kept, without blanks at its ends. Raises NoteTooLong."""
    text = note.strip()
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong(
            Message("The note is longer than %(most)s characters. Shorten it.", most=f"{LONGEST_NOTE:,}")
        )
    return text
