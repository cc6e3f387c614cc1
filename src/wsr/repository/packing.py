"""Packs for practice of four kinds, and the topics that they can be made on."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from wsr.domain.packs import Material, Pack, PackKind
from wsr.domain.topics import Topic
from wsr.errors import Message, PageNotFound
from wsr.packs.briefing import briefing
from wsr.packs.checklist import audit_checklist
from wsr.packs.role import role_guide
from wsr.packs.session import session_pack
from wsr.repository.repository import Repository
from wsr.vocabulary.topics import topics

_KINDS: Mapping[PackKind, Callable[[NullTranslations, Material], Pack]] = {
    PackKind.SESSION: session_pack,
    PackKind.BRIEFING: briefing,
    PackKind.CHECKLIST: audit_checklist,
    PackKind.ROLE: role_guide,
}


def topic_of(repository: Repository, id: str) -> Topic:
    """The topic of this id. Raises PageNotFound, naming those there are."""
    known = topics_of(repository)
    if id not in known:
        raise PageNotFound(
            Message(
                "“%(topic)s” is no topic. Choose among: %(known)s.", topic=id[:60], known=", ".join(known)
            )
        )
    return known[id]


def topics_of(repository: Repository) -> dict[str, Topic]:
    """The topics by id, in the order of their names; the data folder may change them. Raises VocabularyError."""
    return topics(repository.settings.home / "topics.toml")


def pack_of(kind: PackKind, wording: NullTranslations, material: Material) -> Pack:
    """The pack of what was chosen."""
    return _KINDS[kind](wording, material)
