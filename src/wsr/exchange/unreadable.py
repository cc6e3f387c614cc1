"""What is raised when a file of another program cannot be read."""

from wsr.errors import InvalidInput


class ProjectUnreadable(InvalidInput):
    """A project or codebook cannot be read, for a reason that is a short fixed word."""

    def __init__(self, reason: str, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
        self.line = line
