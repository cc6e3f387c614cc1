"""XML of other programs, element by element, with what could do harm refused."""

from collections.abc import Mapping, Sequence
from typing import IO, Protocol
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from wsr.errors import ProjectUnreadable

DEEPEST = 100
"""Elements within each other; codes nest, but not so far."""


class Watcher(Protocol):
    """Is told of every element of a file, in order."""

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins, with its attributes by name."""

    def end(self, element: str, text: str, line: int) -> None:
        """An element ends; `text` is what it holds itself, outside the elements within it."""


def watch(file: IO[bytes], watchers: Sequence[Watcher]) -> str:
    """
    Tell watchers of every element; gives the namespace of the root.

    Names come without their namespace. Raises ProjectUnreadable: malformed_xml, or dtd, which is where entities
    are declared and files outside are named, or too_deep.
    """
    handler = _Handler(watchers)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    try:
        parser.parse(file)
    except DefusedXmlException as error:
        raise ProjectUnreadable(
            "dtd",
            "The XML declares a document type or entities, which no project needs and which can do harm.",
            handler.line,
        ) from error
    except SAXParseException as error:
        raise ProjectUnreadable(
            "malformed_xml", f"The XML is broken: {error.getMessage()}.", error.getLineNumber()
        ) from error
    except (SAXException, UnicodeError, LookupError, ValueError) as error:
        raise ProjectUnreadable("malformed_xml", f"The XML cannot be read: {error}.", handler.line) from error
    return handler.namespace


class _Handler(ContentHandler):
    """Tells watchers of elements with plain names and whole texts."""

    def __init__(self, watchers: Sequence[Watcher]) -> None:
        super().__init__()
        self.namespace = ""
        self._watchers = watchers
        self._texts: list[list[str]] = []
        self._locator: Locator | None = None

    @property
    def line(self) -> int:
        return (self._locator.getLineNumber() or 0) if self._locator else 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802
        self._locator = locator

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        if not self._texts:
            self.namespace = name[0] or ""
        if len(self._texts) >= DEEPEST:
            raise ProjectUnreadable(
                "too_deep", f"Elements stand more than {DEEPEST} deep within each other.", self.line
            )
        self._texts.append([])
        attributes = {local: value for (space, local), value in attrs.items() if not space}
        for watcher in self._watchers:
            watcher.start(name[1], attributes, self.line)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        text = "".join(self._texts.pop())
        for watcher in self._watchers:
            watcher.end(name[1], text, self.line)

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)
