"""The server: takes its port before anything else, then serves the website."""

import logging
import socket
import traceback
from typing import Any

import uvicorn

from wsr.errors import SettingsError
from wsr.settings import Settings
from wsr.web.app import create_app

_ENDING_SECONDS = 10
"""How long requests may take to end after the server was told to stop."""


class Server:
    """The website of a repository on its port, which is taken when this is made and let go by `run`."""

    def __init__(self, settings: Settings) -> None:
        """Take the port. Raises SettingsError when it is taken or not ours to take."""
        self._settings = settings
        self._socket = _listening_socket(settings)

    @property
    def url(self) -> str:
        """Where readers find the website."""
        host, port = self._socket.getsockname()[:2]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    def run(self) -> None:
        """Serve until the process is told to stop; opens and closes the repository of the settings."""
        config = uvicorn.Config(
            create_app(self._settings),
            access_log=False,  # it would keep what readers search for
            server_header=False,
            log_config=LOGGING,
            timeout_graceful_shutdown=_ENDING_SECONDS,
        )
        with self._socket:
            uvicorn.Server(config).run(sockets=[self._socket])


class WithoutWords(logging.Formatter):
    """Formats an error as its kind and place; its message may hold what a reader searched for."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name that logging calls
        """The traceback of an error and of what led to it, without any message."""
        told = []
        error: BaseException | None = ei[1]
        while error is not None:
            told.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
            error = error.__cause__ or error.__context__
        return "\nled to\n".join(reversed(told))


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": WithoutWords, "format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stderr"}
    },
    "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}


def _listening_socket(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen()  # who comes before the server is ready waits instead of being refused
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"Port {settings.port} of {settings.host} cannot be used: {error.strerror}. "
            "Stop what uses it, or choose another with --port."
        ) from error
    listener.set_inheritable(True)
    return listener
