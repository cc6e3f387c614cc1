"""Elements with all that they hold, for the parts of a file that are read whole."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from wsr.exchange.guids import folded


@dataclass(slots=True)
class Node:
    """One element with those within it."""

    name: str
    attributes: Mapping[str, str]
    line: int
    text: str = ""
    within: "list[Node]" = field(default_factory=list)

    @property
    def guid(self) -> str:
        """Its guid as records hold it; empty when it has none."""
        return folded(self.attributes.get("guid", ""))

    def all(self, *names: str) -> "Iterator[Node]":
        """Those of these names directly within it, in order."""
        return (each for each in self.within if each.name in names)

    def first(self, name: str) -> "Node | None":
        """The first of this name directly within it."""
        return next(self.all(name), None)

    def string(self, name: str) -> str:
        """The text of the first of this name within it; empty when there is none."""
        found = self.first(name)
        return found.text if found else ""

    def targets(self, *names: str) -> tuple[str, ...]:
        """The guids that references of these names within it lead to."""
        return tuple(folded(each.attributes.get("targetGUID", "")) for each in self.all(*names))

    def user(self, name: str = "creatingUser") -> str | None:
        """The guid of who made it."""
        return folded(self.attributes[name]) if self.attributes.get(name) else None

    def created(self) -> datetime.datetime | None:
        """When it was made, in UTC; None when that is not said, or not as a time."""
        try:
            moment = datetime.datetime.fromisoformat(self.attributes.get("creationDateTime", "").strip())
            return moment.replace(tzinfo=moment.tzinfo or datetime.UTC).astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            return None


class Nodes:
    """A watcher of elements that hands over those asked for, each whole, and forgets them."""

    def __init__(self, wanted: Mapping[tuple[str, str], Callable[[Node], None]]) -> None:
        """`wanted` says who takes an element, by the name of the one around it and its own."""
        self._wanted = wanted
        self._path: list[str] = [""]
        self._open: list[Node] = []

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """Begins a node that is asked for, or one within it."""
        if self._open or (self._path[-1], element) in self._wanted:
            node = Node(element, attributes, line)
            if self._open:
                self._open[-1].within.append(node)
            self._open.append(node)
        self._path.append(element)

    def end(self, element: str, text: str, line: int) -> None:
        """Ends a node; the outermost is handed over."""
        self._path.pop()
        if not self._open:
            return
        node = self._open.pop()
        node.text = text
        if not self._open:
            self._wanted[self._path[-1], element](node)
