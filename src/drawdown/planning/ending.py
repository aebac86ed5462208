"""Processes that end with the one that started them."""

import os
import time


def end_with(parent: int) -> None:
    """End this process when its parent is gone, however it went.

    Parameters
    ----------
    parent
        The number of the process that started this one.

    """
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
