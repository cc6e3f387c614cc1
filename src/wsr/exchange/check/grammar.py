"""
What may stand where in a project and in a codebook (REFI-QDA 1.5, schemas of 18 March 2019), as one table each.

A line names an element and its attributes, then after > the elements within it in their order:

    name!          must be there                 Code?  Code*  Code+    at most one, any number, at least one
    color=rgb      a value of this kind          A | B                  in any order, at least one
    made           who made it and when          A / B                  at most one of them
    to->Code       the guid of a Code            =number                it holds a number, not elements
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_PROJECT = """
Project        name! origin creatingUserGUID->User creationDateTime=moment
               modifyingUserGUID->User modifiedDateTime=moment basePath
               > Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*
Description    =text
Users          > User+
User           guid=guid! name id
CodeBook       > Codes
Codes          > Code+
Code           guid=guid! name! isCodable=boolean! color=rgb > Description? NoteRef* Code*
Variables      > Variable+
Variable       guid=guid! name! typeOfVariable=variable! > Description?
VariableValue  > VariableRef TextValue / BooleanValue / IntegerValue / FloatValue / DateValue / DateTimeValue
TextValue      =text
BooleanValue   =boolean
IntegerValue   =number
FloatValue     =decimal
DateValue      =date
DateTimeValue  =moment
Cases          > Case+
Case           guid=guid! name > Description? CodeRef* VariableValue* SourceRef* SelectionRef*
Sources        > TextSource | PictureSource | PDFSource | AudioSource | VideoSource
TextSource     guid=guid! name richTextPath plainTextPath made
               > Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*
PlainTextContent    =text
PlainTextSelection  guid=guid! name startPosition=number! endPosition=number! made
               > Description? Coding* NoteRef*
PictureSource  guid=guid! name path currentPath made
               > Description? TextDescription? PictureSelection* Coding* NoteRef* VariableValue*
PictureSelection    guid=guid! name firstX=number! firstY=number! secondX=number! secondY=number! made
               > Description? Coding* NoteRef*
PDFSource      guid=guid! name path currentPath made
               > Description? PDFSelection* Representation? Coding* NoteRef* VariableValue*
PDFSelection   guid=guid! name page=number! firstX=number! firstY=number! secondX=number! secondY=number! made
               > Description? Representation? Coding* NoteRef*
AudioSource    guid=guid! name path currentPath made
               > Description? Transcript* AudioSelection* Coding* NoteRef* VariableValue*
AudioSelection guid=guid! name begin=number! end=number! made > Description? Coding* NoteRef*
VideoSource    guid=guid! name path currentPath made
               > Description? Transcript* VideoSelection* Coding* NoteRef* VariableValue*
VideoSelection guid=guid! name begin=number! end=number! made > Description? Coding* NoteRef*
Transcript     guid=guid! name richTextPath plainTextPath made
               > Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*
TranscriptSelection guid=guid! name fromSyncPoint->SyncPoint toSyncPoint->SyncPoint made
               > Description? Coding* NoteRef*
SyncPoint      guid=guid! timeStamp=number position=number
Coding         guid=guid! creatingUser->User creationDateTime=moment > CodeRef NoteRef*
Notes          > Note+
Links          > Link+
Link           guid=guid! name direction=direction color=rgb originGUID->anything targetGUID->anything > NoteRef*
Sets           > Set+
Set            guid=guid! name! > Description? MemberCode* MemberSource* MemberNote*
Graphs         > Graph+
Graph          guid=guid! name > Vertex* Edge*
Vertex         guid=guid! representedGUID->anything name firstX=number! firstY=number! secondX=number
               secondY=number shape=shape color=rgb
Edge           guid=guid! representedGUID->anything name sourceVertex->Vertex! targetVertex->Vertex! color=rgb
               direction=direction lineStyle=line
CodeRef        targetGUID->Code!
MemberCode     targetGUID->Code!
NoteRef        targetGUID->Note!
MemberNote     targetGUID->Note!
SourceRef      targetGUID->source!
MemberSource   targetGUID->source!
SelectionRef   targetGUID->selection!
VariableRef    targetGUID->Variable!
"""

_ALIKE = {"Note": "TextSource", "Representation": "TextSource", "TextDescription": "TextSource"}
"""Elements that hold what another does."""

_CODEBOOK = """
CodeBook       origin > Codes Sets?
Codes          > Code+
Code           guid=guid! name! isCodable=boolean! color=rgb > Description? Code*
Description    =text
Sets           > Set+
Set            guid=guid! name! > Description? MemberCode*
MemberCode     guid->Code!
"""

_MADE = "creatingUser->User creationDateTime=moment modifyingUser->User modifiedDateTime=moment"

FAMILIES = {
    "source": frozenset({"TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"}),
    "selection": frozenset(
        {
            "PlainTextSelection",
            "PictureSelection",
            "PDFSelection",
            "AudioSelection",
            "VideoSelection",
            "TranscriptSelection",
        }
    ),
}
"""What references of more than one kind may lead to."""

_ATTRIBUTE = re.compile(r"(\w+)(?:=(\w+)|->(\w+))?(!)?")


class Attribute(NamedTuple):
    """One attribute of an element."""

    kind: str
    """What its value is: see `wsr.exchange.check.values`; guid for a reference."""
    refers_to: str | None
    """The element or family that it names."""
    is_required: bool


class Child(NamedTuple):
    """What may stand at one place within an element."""

    elements: tuple[str, ...]
    """One, or several that exclude each other or may alternate."""
    is_required: bool
    may_repeat: bool


class Element(NamedTuple):
    """What an element is like."""

    attributes: dict[str, Attribute]
    children: tuple[Child, ...]
    """In order."""
    holds: str | None
    """The kind of value that is its text; None for one that holds elements or nothing."""


@cache
def project_grammar() -> dict[str, Element]:
    """The elements of project.qde by name; the root is Project."""
    grammar = _grammar(_PROJECT)
    return grammar | {name: grammar[like] for name, like in _ALIKE.items()}


@cache
def codebook_grammar() -> dict[str, Element]:
    """The elements of a codebook by name; the root is CodeBook."""
    return _grammar(_CODEBOOK)


def _grammar(table: str) -> dict[str, Element]:
    entries = re.split(r"\n(?=\w)", table.strip())
    return dict(_element(entry) for entry in entries)


def _element(entry: str) -> tuple[str, Element]:
    declared, _, within = entry.partition(" > ")
    name, *attributes = declared.replace(" made", f" {_MADE}").split()
    holds = next((each[1:] for each in attributes if each.startswith("=")), None)
    return name, Element(
        attributes=dict(_attribute(each) for each in attributes if not each.startswith("=")),
        children=tuple(_children(within)),
        holds=holds,
    )


def _attribute(text: str) -> tuple[str, Attribute]:
    found = _ATTRIBUTE.fullmatch(text)
    assert found, text
    name, kind, target, required = found.groups()
    return name, Attribute("guid" if target else kind or "text", target, bool(required))


def _children(text: str) -> Iterable[Child]:
    if " | " in text:
        yield Child(tuple(text.split(" | ")), is_required=True, may_repeat=True)
        return
    for each in re.sub(r"\s+/\s+", "/", text).split():
        elements, times = each.rstrip("?*+").split("/"), each[-1]
        required = times == "+" or (times not in "?*" and len(elements) == 1)
        yield Child(tuple(elements), required, times in "*+")
