"""Processes that end with the one that started them."""

import os
import signal
import threading
import time


def end_with_parent() -> None:
    """Let this process end when the one that started it is gone, however it went, and
    not by Ctrl-C: its parent decides what that means.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
