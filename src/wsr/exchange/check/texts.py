"""Whether every tool reads a text alike, and whether the selections of a source lie in it and are what they say."""

import codecs
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wsr.errors import ProjectUnreadable
from wsr.exchange.archive import Archive, escapes, is_internal
from wsr.exchange.check.findings import Findings
from wsr.exchange.guids import folded
from wsr.exchange.read.text import decoded

_TEXTS = frozenset({"TextSource", "Representation", "TextDescription", "Note"})
"""Elements that hold a text, or name the file that does."""

_PATHS = ("path", "plainTextPath", "richTextPath")

_TIMES = ("creationDateTime", "modifiedDateTime")

_FEWEST_WORDS = 3
"""Words of a name that are looked for in a text: fewer may be there by chance."""


def flaws(text: str) -> Iterator[tuple[str, str]]:
    """What some tools read differently in a text: a reason, and the end of a sentence that begins with its name."""
    if "\r" in text:
        yield "crlf", "has carriage returns, which some tools count and some do not"
    if any(ord(each) > 0xFFFF for each in set(text)):
        yield "above_bmp", "has characters above U+FFFF, which some tools count as two"
    if any(unicodedata.category(each) == "Cc" and each not in "\n\r\t" for each in set(text)):
        yield "control_character", "has control characters, which some tools leave out"
    if not unicodedata.is_normalized("NFC", text):
        yield "not_nfc", "has letters with loose accents, which some tools join"


@dataclass(slots=True)
class _Text:
    """A text whose element has not ended."""

    element: str
    guid: str
    line: int
    path: str | None
    text: str | None = None
    has_content: bool = False
    is_missing: bool = False


class Texts:
    """A watcher of elements that knows the text that each selection is of."""

    def __init__(self, archive: Archive, findings: Findings) -> None:
        self._archive = archive
        self._findings = findings
        self._open: list[_Text] = []
        self._is_ours = False
        self.named: set[str] = set()
        """The files of the archive that sources name."""

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """Finds the file of a source, or compares a selection with its text."""
        if element == "Project":
            self._is_ours = attributes.get("origin", "").startswith("wsr")
        for name in _PATHS:
            if path := attributes.get(name):
                self._look_up(element, attributes, name, path, line)
        if element in _TEXTS:
            self._begin(element, attributes, line)
        elif element == "PlainTextSelection" and self._open:
            self._compare(self._open[-1], attributes, line)

    def end(self, element: str, text: str, line: int) -> None:
        """Takes the text that stands in the project itself; says when a source has none."""
        if not self._open:
            return
        if element == "PlainTextContent":
            self._hold(self._open[-1], text)
        elif element == self._open[-1].element:
            ended = self._open.pop()
            if ended.path is None and not ended.has_content:
                self._add("no_text", f"{element} has neither a text nor the path of one.", ended)

    def _begin(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        path = attributes.get("plainTextPath") or None
        opened = _Text(element, folded(attributes.get("guid", "")), line, path)
        self._open.append(opened)
        if path is not None and (name := self._archive.member(path)) is not None:
            self._read(opened, name)
        if element == "Note" and not any(attributes.get(name) for name in _TIMES):
            self._add("undated_note", "The note has no time, and one program stops there.", opened)
        if (rich := attributes.get("richTextPath", "")).endswith(".txt"):
            self._add("rich_text_path", f"{rich} is said to be rich text, and is plain.", opened)

    def _read(self, opened: _Text, name: str) -> None:
        try:
            content = self._archive.text(name)
            text = decoded(content, name)
        except ProjectUnreadable as error:
            self._findings.add(error.reason, error.sentence, guid=opened.guid, line=opened.line, member=name)
            return
        if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            self._findings.add(
                "bom",
                f"{name} begins with a byte order mark, which some tools count.",
                guid=opened.guid,
                member=name,
            )
        for reason, said in flaws(text):
            self._findings.add(reason, f"{name} {said}.", guid=opened.guid, member=name)
        opened.text = text

    def _hold(self, opened: _Text, text: str) -> None:
        opened.has_content = True
        if opened.path is not None:
            self._add("two_texts", f"{opened.element} has both a text and the path of one.", opened)
            return
        for reason, said in flaws(text):
            self._add(reason, f"The text of {opened.element} {said}.", opened)
        opened.text = text

    def _look_up(self, element: str, attributes: Mapping[str, str], name: str, path: str, line: int) -> None:
        guid = folded(attributes.get("guid", ""))
        if not is_internal(path):
            self._findings.add(
                "outside_source",
                f"{element} names the file {path}, which is not in the archive.",
                element=element,
                guid=guid,
                line=line,
            )
            return
        if escapes(path):
            reason, sentence = (
                "path_escapes",
                f"The {name} of {element} is {path}: it leads out of the archive.",
            )
        elif not _in_its_place(member := self._archive.member(path), path):
            reason, sentence = "missing_source", f"{element} names {path}, and the archive has no such file."
        else:
            self.named.add(member or "")
            return
        self._findings.add(reason, sentence, element=element, guid=guid, line=line)

    def _compare(self, source: _Text, attributes: Mapping[str, str], line: int) -> None:
        try:
            start, end = int(attributes["startPosition"]), int(attributes["endPosition"])
        except (KeyError, ValueError):
            return
        wrong: tuple[str, str] | None = None
        if not 0 <= start < end:
            wrong = ("end_before_start", f"The selection goes from {start} to {end}.")
        elif source.text is not None and end > len(source.text):
            wrong = (
                "beyond_text",
                f"The selection ends at {end}, and its text has {len(source.text)} characters.",
            )
        elif source.text is not None:
            wrong = self._other_words(source.text, start, end, attributes.get("name", ""))
        if wrong is not None:
            guid = folded(attributes.get("guid", ""))
            self._findings.add(*wrong, element="PlainTextSelection", guid=guid, line=line)

    def _other_words(self, text: str, start: int, end: int, name: str) -> tuple[str, str] | None:
        """
        Says that a selection is called by words which are not its own.

        In a project of ours every name is the beginning of the words; in others it may be anything, and counts only
        where it is words of the same text.
        """
        said = " ".join(name.removesuffix("…").split())
        words = " ".join(text[start:end].split())
        if not said or words.startswith(said) or said.startswith(words):
            return None
        if not self._is_ours and (len(said.split()) < _FEWEST_WORDS or said not in " ".join(text.split())):
            return None
        return (
            "not_its_extract",
            f"The selection is called “{said[:60]}”, and its place has “{words[:60]}”.",
        )

    def _add(self, reason: str, sentence: str, about: _Text) -> None:
        self._findings.add(reason, sentence, element=about.element, guid=about.guid, line=about.line)


def _in_its_place(member: str | None, path: str) -> bool:
    """Whether a file is in the folder of sources under the very name that the path gives it."""
    folder, _, name = (member or "").partition("/")
    return folder.lower() == "sources" and path.endswith(f"//{name}")
