"""Whether the elements of a file stand as its grammar says: their order, number, attributes and values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wsr.exchange.check.findings import Findings
from wsr.exchange.check.grammar import Child, Element
from wsr.exchange.check.values import KINDS


@dataclass(slots=True)
class _Opened:
    """An element whose end has not come yet."""

    name: str
    guid: str | None
    line: int
    grammar: Element | None
    """None for one that has no place here: nothing within it is looked at."""
    place: int = 0
    """Of the last element within it, among those that may stand there."""
    seen: set[int] = field(default_factory=set)
    """The places at which elements stood."""
    is_empty: bool = True


class Shape:
    """A watcher of elements that compares them with a grammar."""

    def __init__(self, grammar: Mapping[str, Element], root: str, findings: Findings) -> None:
        self._grammar = grammar
        self._root = root
        self._findings = findings
        self._open: list[_Opened] = []

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """Looks at the place of an element and at its attributes."""
        opened = _Opened(element, attributes.get("guid"), line, None)
        if self._has_place(opened):
            opened.grammar = self._grammar[element]
            self._check_attributes(opened, attributes)
        self._open.append(opened)

    def end(self, element: str, text: str, line: int) -> None:
        """Looks at what is missing within an element, and at its text."""
        opened = self._open.pop()
        if opened.grammar is None:
            return
        for place, child in enumerate(opened.grammar.children):
            if child.is_required and place not in opened.seen:
                self._add_missing(opened, child)
        if opened.grammar.holds is None:
            if text.strip():
                self._add("stray_text", f"{element} holds text where only elements may stand.", opened)
        elif not (kind := KINDS[opened.grammar.holds]).fits(text):
            said = f"“{text.strip()[:40]}”" if text.strip() else "nothing"
            self._add(kind.reason, f"{element} holds {said}; it is written {kind.like}.", opened)

    def _has_place(self, opened: _Opened) -> bool:
        if not self._open:
            if opened.name != self._root:
                self._add(
                    "wrong_root", f"The outermost element is {opened.name}; it must be {self._root}.", opened
                )
            return opened.name == self._root
        parent = self._open[-1]
        parent.is_empty = False
        if parent.grammar is None:
            return False
        places = [n for n, child in enumerate(parent.grammar.children) if opened.name in child.elements]
        if not places:
            self._add("unknown_element", f"{opened.name} has no place in {parent.name}.", opened)
            return False
        self._check_order(opened, parent, parent.grammar, places[0])
        return True

    def _check_order(self, opened: _Opened, parent: _Opened, grammar: Element, place: int) -> None:
        if place < parent.place:
            later = " or ".join(grammar.children[parent.place].elements)
            self._add(
                "wrong_order",
                f"In {parent.name}, {opened.name} must stand before {later}, not after.",
                opened,
            )
        elif place in parent.seen and not grammar.children[place].may_repeat:
            self._add("repeated_element", f"{parent.name} has more than one {opened.name}.", opened)
        parent.seen.add(place)
        parent.place = max(place, parent.place)

    def _check_attributes(self, opened: _Opened, attributes: Mapping[str, str]) -> None:
        assert opened.grammar is not None
        for name, attribute in opened.grammar.attributes.items():
            value = attributes.get(name)
            if value is None:
                if attribute.is_required:
                    self._add("missing_attribute", f"{opened.name} has no {name}.", opened)
            elif not (kind := KINDS[attribute.kind]).fits(value):
                self._add(
                    kind.reason,
                    f"The {name} of {opened.name} is “{value[:40]}”; it is written {kind.like}.",
                    opened,
                )
        for name in attributes.keys() - opened.grammar.attributes.keys():
            self._add(
                "unknown_attribute", f"{opened.name} has an attribute {name}, which means nothing.", opened
            )

    def _add_missing(self, opened: _Opened, child: Child) -> None:
        wanted = " or ".join(child.elements)
        if opened.is_empty:
            self._add(
                "empty_element", f"{opened.name} is empty; without {wanted} it must be left out.", opened
            )
        else:
            self._add("missing_element", f"{opened.name} has no {wanted}.", opened)

    def _add(self, reason: str, sentence: str, opened: _Opened) -> None:
        self._findings.add(reason, sentence, element=opened.name, guid=opened.guid, line=opened.line)
