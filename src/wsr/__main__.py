"""`python -m wsr` is `wsr`."""

from wsr.cli import main

main()
