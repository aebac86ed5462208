"""One task as XML. The order of the elements is that of Microsoft's schema."""

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree

from drawdown.export.mspdi.clock import NOTHING, begin, end, length
from drawdown.export.mspdi.numbering import Numbered
from drawdown.export.mspdi.work import Work
from drawdown.export.mspdi.xml_parts import child, children

FIXED_DURATION = 1
NO_EARLIER_THAN = 4
DAYS = 7
"""The format of a length that is shown in days."""
FINISH_TO_START = 1
PLANNED = 0
"""The number of the baseline."""


def task_xml(above: etree._Element, one: Numbered, uids: Mapping[str, int]) -> None:
    """Write a task below an element.

    Parameters
    ----------
    above
        The element of all tasks.
    one
        The task.
    uids
        The numbers of all tasks, by what they are.

    """
    task = child(above, "Task")
    children(task, _fields(one))
    for thing in one.work.after:
        if thing in uids:
            _link(task, uids[thing])
    _baseline(task, one.work)


def _fields(one: Numbered) -> Iterator[tuple[str, object]]:
    work = one.work
    start, finish, lasts = _shown(work)
    yield "UID", one.uid
    yield "ID", one.uid
    yield "Name", work.name
    yield "Active", 1
    yield "Manual", 0
    yield "Type", FIXED_DURATION
    yield "IsNull", 0
    yield "WBS", one.outline
    yield "OutlineNumber", one.outline
    yield "OutlineLevel", one.level
    yield "Priority", 500
    yield "Start", start
    yield "Finish", finish
    yield "Duration", lasts
    yield "DurationFormat", DAYS
    yield "EffortDriven", 0
    yield "Estimated", 0
    yield "Milestone", int(work.milestone)
    yield "Summary", int(bool(work.below))
    if work.actual is not None:
        yield "PercentComplete", 100
        yield "ActualStart", start
        yield "ActualFinish", finish
        yield "ActualDuration", lasts
        yield "RemainingDuration", NOTHING
    if not work.below and work.actual is None:
        # Programs that schedule anew keep the planned day, or go later with a link.
        yield "ConstraintType", NO_EARLIER_THAN
        yield "ConstraintDate", start
    if work.deadline is not None:
        yield "Deadline", end(work.deadline)
    if work.notes:
        yield "Notes", work.notes


def _shown(work: Work) -> tuple[str, str, str]:
    """Return start, finish and length, as they really were if that is known."""
    return _written(work, *work.shown())


def _written(work: Work, first: date, last: date) -> tuple[str, str, str]:
    if work.milestone:
        return end(last), end(last), NOTHING
    return begin(first), end(last), length(first, last)


def _link(task: etree._Element, uid: int) -> None:
    children(
        child(task, "PredecessorLink"),
        [
            ("PredecessorUID", uid),
            ("Type", FINISH_TO_START),
            ("CrossProject", 0),
            ("LinkLag", 0),
            ("LagFormat", DAYS),
        ],
    )


def _baseline(task: etree._Element, work: Work) -> None:
    """Write what the plan says, which stays when the task is moved."""
    start, finish, lasts = _written(work, *work.dates())
    children(
        child(task, "Baseline"),
        [
            ("Number", PLANNED),
            ("Start", start),
            ("Finish", finish),
            ("Duration", lasts),
            ("DurationFormat", DAYS),
        ],
    )
