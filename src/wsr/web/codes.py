"""The names of codes, as the codebook in force has them."""

from wsr.domain.codebook import Codebook


def theme_name(codebook: Codebook, theme: str) -> str:
    """The name of a theme; its id made readable when the codebook has no such theme."""
    return next((each.name for each in codebook.themes if each.id == theme), readable(theme))


def subtheme_name(codebook: Codebook, theme: str, subtheme: str) -> str:
    """The name of a sub-theme; its id made readable when the codebook has no such sub-theme."""
    names = {(a.id, b.id): b.name for a, b in codebook.codes() if b is not None}
    return names.get((theme, subtheme), readable(subtheme))


def code_name(codebook: Codebook, code: str) -> str:
    """“Communication: Effective communication”, or the theme alone."""
    theme, _, subtheme = code.partition("/")
    name = theme_name(codebook, theme)
    return f"{name}: {subtheme_name(codebook, theme, subtheme)}" if subtheme else name


def readable(name: str) -> str:
    """An id as words: “modal_suggestion” is “Modal suggestion”."""
    return name.replace("_", " ").replace("-", " ").capitalize()
