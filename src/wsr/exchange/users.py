"""Who coded: a version of our rules, or a person."""

from wsr.domain.qda import User
from wsr.exchange.guids import guid_of
from wsr.exchange.texts import one_line

RESEARCHER = User(guid=guid_of("user", "researcher"), name="researcher")
"""
Stands first in a project and has coded nothing yet: one program takes the first user for the one who codes in it, and
that must not be the rules.
"""


def machine_of(rules: str) -> User:
    """Who gave the codings of a version of our rules."""
    return User(guid=guid_of("user", "rules", rules), name=f"wsr rules {rules}")


def person_of(name: str) -> User:
    """Who gave the codings of a person, by the name that decisions carry."""
    return User(guid=guid_of("user", "person", name), name=one_line(name))
