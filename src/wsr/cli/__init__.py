"""The command line: results to stdout, progress and messages to stderr, exit codes that programs can rely on."""

from wsr.cli.main import main

__all__ = ["main"]
