"""A limit on the time that reading one document may take."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from drawdown.errors import DocumentError

__all__ = ["time_limit"]


@contextmanager
def time_limit(seconds: float, *, where: str = "") -> Iterator[None]:
    """Stop the body after some seconds.

    Where the system has no alarm, or outside the main thread, the body runs on.

    Raises
    ------
    DocumentError
        If the body takes longer.

    """

    def stop(signum: int, frame: FrameType | None) -> None:
        del signum, frame
        raise DocumentError(
            f"reading takes longer than {seconds:g} seconds",
            where=where,
            hint="split the document, or give the part that matters",
        )

    if not _has_alarm():
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "SIGALRM")
