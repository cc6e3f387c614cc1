"""The records of a project that stand by themselves: codes, variables, cases, codings."""

import re
from collections.abc import Iterable

from wsr.domain.qda import Case, Code, CodeApplied, CodeSet, Variable, VariableType, VariableValue
from wsr.exchange.read.nodes import Node

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_TRUE = ("true", "1")


def code_of(node: Node) -> Code:
    """A code with all below it."""
    colour = node.attributes.get("color", "")
    return Code(
        guid=node.guid,
        name=node.attributes.get("name", ""),
        is_codable=node.attributes.get("isCodable", "true").strip() in _TRUE,
        colour=colour if _COLOUR.fullmatch(colour) else None,
        description=node.string("Description"),
        codes=tuple(map(code_of, node.all("Code"))),
    )


def set_of(node: Node) -> CodeSet:
    """A set of codes of a codebook file, whose members name their codes by guid."""
    return CodeSet(
        guid=node.guid,
        name=node.attributes.get("name", ""),
        codes=tuple(each.guid for each in node.all("MemberCode")),
        description=node.string("Description"),
    )


def variable_of(node: Node) -> Variable:
    """A variable; one of a type that the standard does not know holds texts."""
    named = node.attributes.get("typeOfVariable", "")
    return Variable(
        guid=node.guid,
        name=node.attributes.get("name", ""),
        type=VariableType(named) if named in set(VariableType) else VariableType.TEXT,
        description=node.string("Description"),
    )


def case_of(node: Node) -> Case:
    """A case with its values and sources."""
    return Case(
        guid=node.guid,
        name=node.attributes.get("name", ""),
        description=node.string("Description"),
        values=values_of(node),
        sources=node.targets("SourceRef"),
    )


def values_of(node: Node) -> tuple[VariableValue, ...]:
    """The values that a case or source has; empty ones are none."""
    return tuple(_values(node.all("VariableValue")))


def codings_of(node: Node) -> tuple[CodeApplied, ...]:
    """The codes given to a selection or source; who made the selection gave those that name nobody."""
    return tuple(
        CodeApplied(
            guid=coding.guid,
            code=code,
            user=coding.user() or node.user(),
            created=coding.created(),
            notes=coding.targets("NoteRef"),
        )
        for coding in node.all("Coding")
        for code in coding.targets("CodeRef")[:1]
    )


def _values(nodes: Iterable[Node]) -> Iterable[VariableValue]:
    for node in nodes:
        value = next((each.text for each in node.within if each.name.endswith("Value")), "")
        for variable in node.targets("VariableRef"):
            if value:
                yield VariableValue(variable=variable, value=value)
