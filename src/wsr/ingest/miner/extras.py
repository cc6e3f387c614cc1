"""What a PDF carries beside its pages: information, attachments, scripts, layers. Listed, never opened or run."""

from collections.abc import Iterator
from contextlib import suppress

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.notes import notes_of, text_of
from wsr.ingest.miner.tree import ViewedPage

_MAX_LISTED = 1_000
_MAX_LENGTH = 2_000


def info_of(document: PDFDocument) -> dict[str, str]:
    """Title, Author, Producer … of the document information, the newest first to speak; {} when there is none."""
    found: dict[str, str] = {}
    for info in document.info:
        for key, value in list(dict_value(info).items())[:_MAX_LISTED]:
            with suppress(*DAMAGE):
                value = resolve1(value)
                text = literal_name(value) if isinstance(value, PSLiteral) else text_of(value)
                if text:
                    found.setdefault(str(key), text)
    return found


def attachments_of(document: PDFDocument, pages: list[ViewedPage]) -> tuple[str, ...]:
    """Names of the files inside the file, in order, each once."""
    names: dict[str, None] = {}
    tree = dict_value(dict_value(document.catalog.get("Names")).get("EmbeddedFiles"))
    for name, value in _named(tree):
        names[_file_name(value) or name] = None
    for page in pages:
        for note in notes_of(page):
            if literal_name(note.get("Subtype")) == "FileAttachment":
                names[_file_name(note.get("FS")) or "without a name"] = None
    return tuple(names)[:_MAX_LISTED]


def _named(tree: dict[str, object]) -> Iterator[tuple[str, object]]:
    """The leaves of a name tree: (name, value); each node once."""
    waiting, seen = [tree], 0
    while waiting and seen < _MAX_LISTED:
        node = waiting.pop()
        seen += 1
        items = list_value(node.get("Names"))
        yield from ((text_of(name), value) for name, value in zip(items[::2], items[1::2], strict=False))
        waiting.extend(dict_value(kid) for kid in list_value(node.get("Kids"))[:_MAX_LISTED])


def _file_name(value: object) -> str:
    resolved = resolve1(value)
    if isinstance(resolved, bytes):
        return text_of(resolved)
    named = dict_value(resolved)
    return text_of(named.get("UF")) or text_of(named.get("F"))


def has_script(document: PDFDocument) -> bool:
    """Whether the file brings JavaScript or an action that starts a program when it is opened."""
    catalog = document.catalog
    if "JavaScript" in dict_value(catalog.get("Names")) or "AA" in catalog:
        return True
    action = resolve1(catalog.get("OpenAction"))
    return isinstance(action, dict) and literal_name(resolve1(action.get("S"))) in ("JavaScript", "Launch")


def layers_off(document: PDFDocument) -> frozenset[int]:
    """Numbers of the optional content groups that are switched off when the file is opened."""
    properties = dict_value(document.catalog.get("OCProperties"))
    default = dict_value(properties.get("D"))
    off = _numbers(default.get("OFF"))
    if literal_name(resolve1(default.get("BaseState", b""))) == "OFF":
        off |= _numbers(properties.get("OCGs")) - _numbers(default.get("ON"))
    return frozenset(off)


def _numbers(value: object) -> set[int]:
    return {item.objid for item in list_value(value) if isinstance(item, PDFObjRef)}
