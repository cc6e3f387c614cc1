"""
A project of another tool (REFI-QDA, .qdpx) as records.

What tools do otherwise than the standard says is taken as it is meant: another name of the project file, Sources/ for
sources/, paths outside the archive whose file is in it, CRLF, byte order marks. What could do harm is refused, and
no file outside the archive is ever opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from wsr.domain.qda import Finding, Note, Project, ProjectHead, Source, User
from wsr.errors import ProjectUnreadable
from wsr.exchange.archive import Archive
from wsr.exchange.read.events import watch
from wsr.exchange.read.nodes import Node, Nodes
from wsr.exchange.read.records import case_of, code_of, variable_of
from wsr.exchange.read.sources import Reading

_TEXTS = ("TextSource", "PDFSource")
_OTHERS = ("PictureSource", "AudioSource", "VideoSource")
_NAMESPACE = "urn:QDA-XML:project:"
"""Without its version, of which tools write several."""

_ONE_FOR_CRLF = "ATLAS"
"""The program that counts a CRLF as one character, though its files have two."""


def read_qdpx(file: Path | IO[bytes]) -> Project:
    """
    The project in a file.

    Pictures, sound and film are left out; they and whatever else has no record are named in `unread`. Raises
    ProjectUnreadable: the dangers of `wsr.exchange.archive`, the reasons of `wsr.exchange.read.events`, no_project
    and namespace.
    """
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return read_qdpx(opened)
    with Archive(file) as archive:
        for danger in archive.dangers():
            raise ProjectUnreadable(danger.reason, danger.sentence)
        parts = _Parts(archive)
        with archive.open(_project_name(archive)) as project:
            namespace = watch(project, (parts, parts.nodes()))
    if not namespace.startswith(_NAMESPACE):
        raise ProjectUnreadable("namespace", "The file in the archive is not a project of REFI-QDA.")
    return parts.project()


def _project_name(archive: Archive) -> str:
    found = archive.projects() or [name for name in archive.names() if name.lower().endswith(".qde")]
    if not found:
        raise ProjectUnreadable("no_project", "There is no project (*.qde) in the archive.")
    return "project.qde" if "project.qde" in found else found[0]


@dataclass
class _Parts:
    """The parts of a project as they come; a watcher of its root."""

    archive: Archive
    root: Node | None = None
    kept: dict[str, list[Node]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)

    def start(self, element: str, attributes: Mapping[str, str], line: int) -> None:
        """Keeps what the project says of itself."""
        self.root = self.root or Node(element, attributes, line)

    def end(self, element: str, text: str, line: int) -> None:
        """Nothing is to be done."""

    def nodes(self) -> Nodes:
        """A watcher that hands over the parts."""
        return Nodes(
            {
                ("Users", "User"): self._keep,
                ("Codes", "Code"): self._keep,
                ("Variables", "Variable"): self._keep,
                ("Cases", "Case"): self._keep,
                ("Project", "Description"): self._keep,
                ("Project", "NoteRef"): self._keep,
                ("Notes", "Note"): self._take_note,
                **{("Sources", name): self._take_source for name in _TEXTS},
                **{("Sources", name): self._leave_out for name in _OTHERS},
            }
        )

    def project(self) -> Project:
        """The whole, when everything has come."""
        root = self.root or Node("", {}, 0)
        order = {note.guid: (number, note) for number, note in enumerate(self.notes)}
        sources = tuple(_with_notes(source, order) for source in self.sources)
        taken = {note.guid for source in sources for note in source.own_notes}
        head = ProjectHead(
            name=root.attributes.get("name", ""),
            origin=root.attributes.get("origin", ""),
            user=root.user("creatingUserGUID"),
            created=root.created(),
            users=tuple(User(guid=node.guid, name=_called(node)) for node in self._all("User")),
            codes=tuple(map(code_of, self._all("Code"))),
            variables=tuple(map(variable_of, self._all("Variable"))),
            cases=tuple(map(case_of, self._all("Case"))),
            notes=tuple(note for note in self.notes if note.guid not in taken),
            description="".join(node.text for node in self._all("Description")),
        )
        return Project(head=head, sources=sources, unread=tuple(self.unread))

    def _all(self, name: str) -> list[Node]:
        return self.kept.get(name, [])

    def _keep(self, node: Node) -> None:
        self.kept.setdefault(node.name, []).append(node)

    def _take_source(self, node: Node) -> None:
        origin = self.root.attributes.get("origin", "") if self.root else ""
        reading = Reading(self.archive, node, counts_returns=_ONE_FOR_CRLF not in origin.upper())
        self.sources.append(reading.source())
        self.unread += reading.unread

    def _take_note(self, node: Node) -> None:
        self.notes.append(
            Note(
                guid=node.guid,
                name=node.attributes.get("name", ""),
                text=Reading(self.archive, node).text(),
                user=node.user(),
                created=node.created(),
            )
        )

    def _leave_out(self, node: Node) -> None:
        self.unread.append(
            Finding(
                reason="not_text",
                sentence=f"“{node.attributes.get('name', '')}” is no text.",
                element=node.name,
                guid=node.guid,
                line=node.line,
            )
        )


def _with_notes(source: Source, order: Mapping[str, tuple[int, Note]]) -> Source:
    """The source with the notes that it names, which come after all sources, in their order."""
    codings = (*source.codings, *(coding for one in source.selections for coding in one.codings))
    named = {
        *source.notes,
        *(guid for one in source.selections for guid in one.notes),
        *(guid for one in codings for guid in one.notes),
    }
    found = sorted((order[guid] for guid in named if guid in order), key=lambda each: each[0])
    return source.model_copy(update={"own_notes": tuple(note for _, note in found)})


def _called(node: Node) -> str:
    return node.attributes.get("name") or node.attributes.get("id") or ""
