"""XML that any parser reads: no text can hold what XML cannot."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_NOT_OF_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: XML 1.0, production 2 (Char)."""


def root(name: str, attributes: Mapping[str, str]) -> Element:
    """The element that holds the others; its `xmlns` is theirs too."""
    return Element(name, {key: permitted(value) for key, value in attributes.items()})


def put(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """A child at the end of an element; attributes without a value are left out."""
    kept = {key: permitted(value) for key, value in (attributes or {}).items() if value}
    child = SubElement(parent, name, kept)
    child.text = permitted(text) or None
    return child


def permitted(text: str) -> str:
    """The text with a replacement character in place of each that XML cannot hold."""
    return _NOT_OF_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def written(whole: Element) -> bytes:
    """The document as UTF-8, with its declaration, one element a line."""
    indent(whole)
    document: bytes = tostring(whole, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
