"""The limits within which a document is read."""

import contextlib

__all__ = [
    "LARGEST_FILE",
    "LONGEST_TEXT",
    "MEMORY",
    "PAGES",
    "SECONDS",
    "UNPACKED",
    "confine",
]

LARGEST_FILE = 25_000_000
"""Bytes of a file."""
LONGEST_TEXT = 2_000_000
"""Characters of a text; the longest resolution has 0.1 million."""
UNPACKED = 60_000_000
"""Bytes that a compressed part may unpack to."""
PAGES = 1_000
"""Pages of a PDF."""
SECONDS = 20
"""Processor seconds of the child that reads a file."""
MEMORY = 1_500_000_000
"""Bytes of address space of the child that reads a file."""


def confine() -> None:
    """Limit this process's time, memory and writing, where the system can."""
    with contextlib.suppress(ImportError):
        import resource

        for what, cap in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(what, (cap, cap))
