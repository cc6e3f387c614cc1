"""One source of a project: its text, found in the archive, and the selections that lie in it."""

from wsr.domain.qda import Finding, Selection, Source
from wsr.errors import ProjectUnreadable
from wsr.exchange.archive import Archive, escapes, is_internal
from wsr.exchange.guids import guid_of
from wsr.exchange.read.nodes import Node
from wsr.exchange.read.records import codings_of, values_of
from wsr.exchange.read.text import PlainText, decoded, plain


class Reading:
    """Reads one source; what cannot be read of it is in `unread` afterwards."""

    def __init__(self, archive: Archive, node: Node, *, counts_returns: bool = True) -> None:
        """`counts_returns` says that offsets count a CRLF as two characters, as the file has it."""
        self._archive = archive
        self._node = node
        self._holder = node.first("Representation") or node
        """Where text and selections stand: a PDF has them in its representation."""
        self._counts_returns = counts_returns
        self.unread: list[Finding] = []

    def source(self) -> Source:
        """The source, as far as it can be read; one without a text has an empty one and no selections."""
        node = self._node
        text = self._text()
        return Source(
            guid=node.guid,
            name=node.attributes.get("name", ""),
            text=text.text,
            description=node.string("Description"),
            selections=tuple(
                selection
                for each in self._holder.all("PlainTextSelection")
                if (selection := self._selection(each, text)) is not None
            ),
            codings=codings_of(node),
            notes=node.targets("NoteRef"),
            values=values_of(node),
        )

    def text(self) -> str:
        """Its text alone."""
        return self._text().text

    def _text(self) -> PlainText:
        content = self._holder.first("PlainTextContent")
        if content is not None:
            return plain(content.text)
        path = self._holder.attributes.get("plainTextPath", "")
        if not path or (is_internal(path) and escapes(path)):
            self._lose("no_text", "has no text in the archive", self._node)
            return PlainText("", ())
        name = self._archive.member(path)
        if name is None:
            self._lose("no_text", f"names {path}, which is not in the archive", self._node)
            return PlainText("", ())
        try:
            return plain(decoded(self._archive.text(name), name))
        except ProjectUnreadable as error:
            self._lose(error.reason, f"has a text that cannot be read: {error.sentence}", self._node)
            return PlainText("", ())

    def _selection(self, node: Node, text: PlainText) -> Selection | None:
        try:
            start, end = int(node.attributes["startPosition"]), int(node.attributes["endPosition"])
            if self._counts_returns:
                start, end = text.moved(start), text.moved(end)
        except (KeyError, ValueError):
            start = end = -1
        if not 0 <= start < end <= len(text.text):
            self._lose("beyond_text", "has a selection that does not lie in its text", node)
            return None
        return Selection(
            guid=node.guid or guid_of("selection", self._node.guid, str(start), str(end)),
            name=node.attributes.get("name", ""),
            start=start,
            end=end,
            description=node.string("Description"),
            user=node.user(),
            created=node.created(),
            codings=codings_of(node),
            notes=node.targets("NoteRef"),
        )

    def _lose(self, reason: str, said: str, node: Node) -> None:
        name = self._node.attributes.get("name", "")
        self.unread.append(
            Finding(
                reason=reason, sentence=f"“{name}” {said}.", element=node.name, guid=node.guid, line=node.line
            )
        )
