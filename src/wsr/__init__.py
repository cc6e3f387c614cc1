"""wsr: the Wales Safeguarding Repository, safeguarding reviews searched, coded, cited and learned from."""

__version__ = "0.1.0"
