"""The vocabulary of stance can be used as it stands in its file."""

import pytest

from wsr.language.patterns import Patterns
from wsr.vocabulary.stance import Role, Trigger, stance_triggers

_TRIGGERS = stance_triggers()


@pytest.mark.parametrize("trigger", _TRIGGERS, ids=lambda trigger: trigger.id)
def test_every_trigger_is_documented_and_compiles(trigger: Trigger) -> None:
    """A trigger says what it means, in a sentence, and each of its patterns is one."""
    Patterns({str(number): pattern for number, pattern in enumerate(trigger.patterns)})

    assert trigger.meaning.endswith(".")


def test_ids_are_names_of_one_trigger() -> None:
    """Readers see the id as the rule: it is there once, and may be part of a name of a pattern."""
    ids = [trigger.id for trigger in _TRIGGERS]

    assert sorted(set(ids)) == sorted(ids)
    assert not [name for name in ids if not name.replace("_", "").isalpha()]


def test_every_role_is_played() -> None:
    """There is no role that no trigger has."""
    assert set(Role) == {trigger.role for trigger in _TRIGGERS}


def test_sets_of_words_are_filled_in() -> None:
    """No name in braces is left in a pattern."""
    assert not [pattern for trigger in _TRIGGERS for pattern in trigger.patterns if "{" in pattern]
