"""Who plans regions: this process, or several that work beside it."""

import contextlib
import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait

from drawdown.planning.ending import end_with_parent
from drawdown.planning.regional_course import (
    Course,
    Done,
    Finding,
    Outline,
    Piece,
)

Next = Callable[[int], Piece | None]
"""Returns what a worker should do next; None: nothing now."""
WATCH = 0.5
"""Seconds between two looks at the clock."""


class Here:
    """One process, the planner's own, that does one piece of work after another."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def run(
        self,
        choose: Next,
        on_finding: Callable[[int, Finding], None],
        go_on: Callable[[], bool],
    ) -> None:
        """Work while there is something to do and ``go_on`` says so.

        Parameters
        ----------
        choose
            Called with the number of a worker that is free.
        on_finding
            Called with the number of a worker and what it found.

        """
        courses = _Courses(self._outline, lambda found: on_finding(0, found))
        while go_on():
            piece = choose(0)
            if piece is None:
                return
            courses.do(piece, go_on)

    def close(self) -> None:
        """End nothing: there are no other processes."""


class Beside:
    """Processes that work on regions; a region stays with the process that began it."""

    def __init__(self, outline: Outline, workers: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipes: dict[int, Connection] = {}
        self._processes = []
        for worker in range(workers):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._pipes[worker] = ours
            self._processes.append(process)
        for pipe in self._pipes.values():
            pipe.send(outline)

    def run(
        self,
        choose: Next,
        on_finding: Callable[[int, Finding], None],
        go_on: Callable[[], bool],
    ) -> None:
        """Let the processes work while there is something to do and ``go_on`` says so;
        see ``Here``.
        """
        free = set(self._pipes)
        while go_on():
            for worker in sorted(free):
                piece = choose(worker)
                if piece is not None:
                    free.discard(worker)
                    self._send(worker, piece)
            if len(free) == len(self._pipes):
                return
            ready = wait(list(self._pipes.values()), WATCH)
            for worker in [w for w, pipe in self._pipes.items() if pipe in ready]:
                found = self._received(worker)
                if found is None:
                    free.discard(worker)
                    continue
                if isinstance(found, Done):
                    free.add(worker)
                on_finding(worker, found)

    def _send(self, worker: int, piece: Piece) -> None:
        # That a process has died is seen when its pipe is read.
        with contextlib.suppress(OSError):
            self._pipes[worker].send(piece)

    def _received(self, worker: int) -> Finding | None:
        """Return what a process found; None if it has died."""
        try:
            found: Finding = self._pipes[worker].recv()
        except (EOFError, OSError):
            self._pipes.pop(worker).close()
            return None
        return found

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(5)
        for pipe in self._pipes.values():
            pipe.close()


def _work(pipe: Connection) -> None:
    end_with_parent()
    try:
        courses = _Courses(pipe.recv(), pipe.send)
        while True:
            courses.do(pipe.recv(), lambda: True)
    except (EOFError, OSError):
        return


class _Courses:
    """The courses of the regions on which a process works."""

    def __init__(self, outline: Outline, report: Callable[[Finding], None]) -> None:
        self._outline = outline
        self._report = report
        self._courses: dict[int, Course] = {}

    def do(self, piece: Piece, go_on: Callable[[], bool]) -> None:
        """Do a piece of work on its region, which may be new."""
        course = self._courses.get(piece.region)
        if course is None:
            course = Course(self._outline, piece.region, self._report)
            self._courses[piece.region] = course
        _do(course, piece, go_on)


def _do(course: Course, piece: Piece, go_on: Callable[[], bool]) -> None:
    began = time.monotonic()

    def left() -> float | None:
        return None if piece.left is None else piece.left - time.monotonic() + began

    def in_time() -> bool:
        spent = time.monotonic() - began
        if piece.seconds is not None and spent >= piece.seconds:
            return False
        rest = left()
        return (rest is None or rest > WATCH) and go_on()

    course.do(piece, left, in_time)
