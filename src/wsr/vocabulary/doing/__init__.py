"""Who does what an extract tells."""

from wsr.vocabulary.doing.doers import Doing, doing_of

__all__ = ["Doing", "doing_of"]
