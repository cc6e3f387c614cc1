"""What is held of the themes: extracts and reviews of each code, counted by the same search that shows them."""

from wsr.domain.codebook import Subtheme, Theme
from wsr.domain.search import SearchQuery
from wsr.domain.themes import CodeCount, ThemeCount
from wsr.repository.repository import Repository


def count_themes(repository: Repository, query: SearchQuery) -> tuple[ThemeCount, ...]:
    """The themes of the codebook in force, in its order, each counted as in `count_theme`."""
    return tuple(count_theme(repository, query, theme) for theme in repository.coder().codebook.themes)


def count_theme(repository: Repository, query: SearchQuery, theme: Theme) -> ThemeCount:
    """
    How many of the extracts that a query finds are of a theme, and of each of its sub-themes.

    The query's own themes, sub-themes and sample make no difference. Raises as a search does.
    """
    extracts, reviews = _count(repository, query, theme=(theme.id,))
    return ThemeCount(
        code=theme.id,
        name=theme.name,
        definition=theme.definition,
        extracts=extracts,
        reviews=reviews,
        subthemes=tuple(_subtheme(repository, query, theme, each) for each in theme.subthemes),
    )


def _subtheme(repository: Repository, query: SearchQuery, theme: Theme, subtheme: Subtheme) -> CodeCount:
    code = f"{theme.id}/{subtheme.id}"
    extracts, reviews = _count(repository, query, subtheme=(code,))
    return CodeCount(
        code=code,
        **subtheme.model_dump(include={"name", "definition", "includes", "excludes"}),
        extracts=extracts,
        reviews=reviews,
    )


def _count(
    repository: Repository, query: SearchQuery, theme: tuple[str, ...] = (), subtheme: tuple[str, ...] = ()
) -> tuple[int, int]:
    asked = {"theme": theme, "subtheme": subtheme, "sample": None, "page": 1, "per_page": 1}
    results = repository.search(query.model_copy(update=asked))
    return results.total, results.total_reviews
