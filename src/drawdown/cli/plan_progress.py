"""How planning goes: one line on standard error, or many if nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drawdown.planning.plan_mission import Progress

SHORTEST = 1.0
"""Seconds between lines of a log in which only the figures changed."""

Watch = Callable[[Progress], None]


@contextmanager
def watching() -> Iterator[Watch]:
    """Give what shows progress: a line that changes, or plain lines for a file."""
    if not sys.stderr.isatty():
        yield _Log()
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    with console.status("reading the mission") as status:
        yield lambda progress: status.update(Text(line(progress)))


class _Log:
    """Plain lines: each stage, and the figures when they change."""

    def __init__(self) -> None:
        self._last: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        last = self._last
        if last is not None and last.stage == progress.stage:
            same = (last.value, last.bound) == (progress.value, progress.bound)
            if same or progress.elapsed - last.elapsed < SHORTEST:
                return
        self._last = progress
        print(line(progress), file=sys.stderr, flush=True)


def line(progress: Progress) -> str:
    """Return how far planning has come, in one line."""
    figures = [f"{progress.elapsed:6.1f} s", progress.stage]
    value, bound = progress.value, progress.bound
    if value is not None:
        figures.append(f"plan {value:,.0f} USD")
    if bound is not None:
        figures.append(f"bound {bound:,.0f} USD")
    if value is not None and bound is not None and value > 0:
        figures.append(f"gap {(value - bound) / value:.2%}")
    return "  ".join(figures)
