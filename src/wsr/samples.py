"""Where the fictional sample reviews lie: inside the installed package, else in the checkout."""

from pathlib import Path

from wsr.errors import SettingsError

_PLACES = (
    Path(__file__).parent / "sample_reviews",
    Path(__file__).parents[2] / "data" / "sample_reviews",
)


def sample_reviews() -> Path:
    """The folder of sample reviews. Raises SettingsError when neither package nor checkout has it."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise SettingsError("The sample reviews are missing from this installation; install wsr again.")
