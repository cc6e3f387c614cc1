"""The limits under which a child process reads a file: memory, time, files, network. POSIX."""

import ctypes
import os
import resource
import signal
from contextlib import suppress
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_OPEN_FILES = 64
_SPARE_THREADS = 64
_NICENESS = 10


def confine(max_memory: int, cpu_seconds: float, most_cpu_seconds: float) -> None:
    """
    Bind the calling process for good: it cannot write files, dump core, open many files or talk to a network.

    What the kernel does not permit (the network, the number of processes) is left out without a word; memory and
    time are bound on every POSIX system.

    Args:
        max_memory: bytes beside those that the process has already.
        cpu_seconds: at first; the process may raise it by `allow_cpu`, up to *most_cpu_seconds*.
    """
    _bind(resource.RLIMIT_AS, _address_space() + max_memory)
    resource.setrlimit(resource.RLIMIT_CPU, (int(cpu_seconds) + 1, int(most_cpu_seconds) + 2))
    _bind(resource.RLIMIT_FSIZE, 0)
    _bind(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _bind(resource.RLIMIT_CORE, 0)
    with suppress(OSError, ValueError, AttributeError):
        _bind(resource.RLIMIT_NPROC, _threads_of_system() + _SPARE_THREADS)
    with suppress(OSError):
        os.nice(_NICENESS)
    _leave_network()


def allow_cpu(seconds: float) -> None:
    """Let the calling process use so many seconds of CPU time in all, if its hard limit allows."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (min(wanted, hard) if hard > 0 else wanted, hard))


def die_with_parent() -> None:
    """Ask the kernel to kill the calling process when its parent dies; nothing where it cannot."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _bind(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, value))


def _address_space() -> int:
    """Bytes of address space that the calling process has; 0 where the system does not say."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return 0


def _threads_of_system() -> int:
    """Threads of all users: an upper bound of this user's, which is what the limit counts."""
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[1])


def _leave_network() -> None:
    """Give up new privileges, and move to a network of its own, which has no way out."""
    with suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if system.unshare(_CLONE_NEWNET) != 0:
            system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
