"""The boards and other bodies that reviews are known to name."""

from functools import cache

from wsr.vocabulary.bodies import body_names


@cache
def names_of_bodies() -> dict[str, str]:
    """The present name of every known body, as it calls itself, by id; the same whatever is held."""
    return body_names()
