"""A process and those that it started: their memory, and their end."""

import os
import signal
from pathlib import Path


def gib(pid: int) -> float | None:
    """Return the GiB that a process and those that it started hold in memory now; None
    where the system does not say it.
    """
    held = [_kib(member, "VmRSS:") for member in family(pid)]
    known = [amount for amount in held if amount is not None]
    return sum(known) / 2**20 if known else None


def family(pid: int) -> list[int]:
    """Return a process and all that it started, as far as the system tells."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    except OSError:
        return [pid]
    return [pid, *(one for child in text.split() for one in family(int(child)))]


def end(pid: int) -> None:
    """End a process and all that it started, at once."""
    for member in family(pid):
        try:
            os.kill(member, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _kib(pid: int, what: str) -> int | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return None
    return next(
        (int(line.split()[1]) for line in status.splitlines() if line.startswith(what)),
        None,
    )
