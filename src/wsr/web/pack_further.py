"""Where to look when a pack has little to quote: more words, wider topics, fewer limits."""

from collections.abc import Iterator
from dataclasses import replace

from wsr.domain.packs import PackKind, PackLink
from wsr.domain.search import FACETS, SearchQuery, Unit
from wsr.repository.candidates import PackQuery
from wsr.repository.other_words import shown_word, typed_search, widened
from wsr.web.addresses import search_address
from wsr.web.pack_form import pack_address
from wsr.web.pack_words import Teller, name_of

_OF_ROLE = "agency"


def further(teller: Teller, kind: PackKind, asked: PackQuery) -> tuple[PackLink, ...]:
    """Links within the site, each to what has more than what was asked; the nearest to it first."""
    found = (
        *_more_words(teller, kind, asked),
        *_fewer_limits(teller, kind, asked),
        *_wider(teller, kind, asked),
    )
    return tuple(PackLink(text=text, address=address) for text, address in found)


def _more_words(teller: Teller, kind: PackKind, asked: PackQuery) -> Iterator[tuple[str, str]]:
    """All passages with the words of the topic, in other forms too; or what was typed with other words for it."""
    say_in = teller.say_in
    if asked.topic:
        kept = [word for word in asked.topic.words if word not in asked.without]
        words = typed_search(kept)
        query = SearchQuery(text=words, unit=Unit.PASSAGE, stemmed=True)
        shown = ", ".join(shown_word(word) for word in kept[: len(words.split(" OR "))])
        if words:
            yield (
                say_in.gettext("Search all passages, other forms of the words too: %(words)s")
                % {"words": shown},
                search_address(teller.language, query),
            )
    elif asked.query.text:
        words = widened(asked.query.text)
        if words != asked.query.text:
            wide = replace(asked, query=asked.query.model_copy(update={"text": words}))
            yield (
                say_in.gettext("The same with other words for it: %(words)s") % {"words": words},
                pack_address(teller.language, kind, wide),
            )
        query = asked.query.model_copy(update={"unit": Unit.PASSAGE, "stemmed": True, "stance": ()})
        yield (
            say_in.gettext("Search all passages, other forms of the words too: %(words)s")
            % {"words": asked.query.text},
            search_address(teller.language, query),
        )


def _fewer_limits(teller: Teller, kind: PackKind, asked: PackQuery) -> Iterator[tuple[str, str]]:
    """The same without other filters than what it is about; of a role guide the role alone."""
    about = {_OF_ROLE, "theme", "subtheme"}
    limits = [name for name in FACETS if name not in about and getattr(asked.query, name)]
    if limits:
        query = asked.query.model_copy(update=dict.fromkeys(limits, ()))
        yield teller.say_in.gettext("The same without the other limits"), _address(teller, kind, asked, query)
    narrowed = asked.topic or asked.query.text or asked.query.theme or asked.query.subtheme
    if asked.query.agency and narrowed:
        role = PackQuery(SearchQuery(unit=Unit.EXTRACT, agency=asked.query.agency))
        yield (
            teller.say_in.gettext("Everything for this role: %(role)s")
            % {"role": name_of(teller.say_in, PackKind.ROLE, role, teller.codebook)},
            pack_address(teller.language, PackKind.ROLE, role),
        )


def _address(teller: Teller, kind: PackKind, asked: PackQuery, query: SearchQuery) -> str:
    return pack_address(teller.language, kind, replace(asked, query=query))


def _wider(teller: Teller, kind: PackKind, asked: PackQuery) -> Iterator[tuple[str, str]]:
    """The topics that are wider or stand next to it."""
    for id in asked.topic.wider if asked.topic else ():
        if id in teller.topics:
            topic = teller.topics[id]
            yield (
                teller.say_in.gettext("A topic next to it: %(topic)s")
                % {"topic": teller.say_in.gettext(topic.name)},
                pack_address(teller.language, kind, PackQuery(asked.query, topic)),
            )
