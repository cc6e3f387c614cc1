"""The entry point: runs a command and turns what went wrong into a sentence and an exit code."""

import logging
import sys

from wsr.cli import (  # noqa: F401 - importing these modules gives the program its commands
    accounts,
    agreement,
    check,
    coding,
    decisions,
    exporting,
    importing,
    ingest,
    learning,
    method,
    packs,
    reading,
    recommendations,
    reporting,
    serving,
    upkeep,
)
from wsr.cli.app import ExitCode, app
from wsr.errors import WsrError

log = logging.getLogger(__name__)


def main() -> None:
    """Run `wsr`; never returns."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)
    try:
        app()
    except WsrError as error:
        print(f"wsr: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("wsr: stopped; what was acknowledged is kept.", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except Exception:
        log.exception("This should not happen. Please report it, with the lines below.")
    sys.exit(ExitCode.ERROR)
