"""Whether every guid is given once, and every reference leads to something of the right kind."""

from collections.abc import Mapping
from typing import NamedTuple

from wsr.exchange.check.findings import Findings
from wsr.exchange.check.grammar import FAMILIES, Element
from wsr.exchange.check.values import KINDS
from wsr.exchange.guids import folded


class _Use(NamedTuple):
    """The first place where a guid is referred to by one kind of reference."""

    element: str
    attribute: str
    line: int


class References:
    """A watcher of elements that remembers who names whom."""

    def __init__(self, grammar: Mapping[str, Element], findings: Findings) -> None:
        self._grammar = grammar
        self._findings = findings
        self._given: dict[str, str] = {}
        """From each guid to the element that has it."""
        self._used: dict[tuple[str, str], _Use] = {}
        """From each guid with what it should be."""
        self._names: set[str] = set()

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """Remembers the guids of an element."""
        known = self._grammar.get(element)
        if known is None:
            return
        for name, value in attributes.items():
            attribute = known.attributes.get(name)
            if attribute is None or attribute.kind != "guid" or not KINDS["guid"].fits(value):
                continue
            guid = folded(value)
            if attribute.refers_to is None:
                self._give(guid, element, line)
            else:
                self._used.setdefault((guid, attribute.refers_to), _Use(element, name, line))
        if element in FAMILIES["source"] and (called := attributes.get("name")) is not None:
            self._name(called, element, attributes.get("guid"), line)

    def end(self, element: str, text: str, line: int) -> None:
        """Nothing is to be done."""

    def finish(self) -> None:
        """Add what is found when the whole file has been seen."""
        for (guid, wanted), use in self._used.items():
            found = self._given.get(guid)
            named = f"The {use.attribute} of {use.element} names {guid}"
            if found is None:
                self._add("dangling_reference", f"{named}, and nothing has this guid.", use, guid)
            elif wanted != "anything" and found not in FAMILIES.get(wanted, {wanted}):
                self._add(
                    "wrong_reference", f"{named}, which is a {found} and no {wanted.lower()}.", use, guid
                )

    def _add(self, reason: str, sentence: str, use: _Use, guid: str) -> None:
        self._findings.add(reason, sentence, element=use.element, guid=guid, line=use.line)

    def _give(self, guid: str, element: str, line: int) -> None:
        if guid in self._given:
            self._findings.add(
                "duplicate_guid",
                f"{element} has the guid of a {self._given[guid]}.",
                element=element,
                guid=guid,
                line=line,
            )
        self._given.setdefault(guid, element)

    def _name(self, name: str, element: str, guid: str | None, line: int) -> None:
        if name in self._names:
            self._findings.add(
                "duplicate_name",
                f"Another source is called “{name}” too: some tools keep only one of them.",
                element=element,
                guid=guid,
                line=line,
            )
        self._names.add(name)
