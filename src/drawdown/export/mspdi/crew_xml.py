"""The crews as resources, and the steps that they are assigned to."""

from collections.abc import Mapping, Sequence

from lxml import etree

from drawdown.export.mspdi.clock import HOURS, begin, end, hours
from drawdown.export.mspdi.numbering import Numbered
from drawdown.export.mspdi.xml_parts import child, children

PEOPLE = 1
"""The type of a resource that works."""


def crews_xml(
    above: etree._Element, crews: Sequence[tuple[str, int]]
) -> dict[str, int]:
    """Write the crews of a mission below an element; return their numbers by name.

    Parameters
    ----------
    above
        The element of all resources.
    crews
        The name and the number of teams of each.

    """
    uids = {}
    for uid, (name, teams) in enumerate(crews, 1):
        uids[name] = uid
        children(
            child(above, "Resource"),
            [
                ("UID", uid),
                ("ID", uid),
                ("Name", name),
                ("Type", PEOPLE),
                ("IsNull", 0),
                ("MaxUnits", teams),
                ("CalendarUID", 1),
            ],
        )
    return uids


def assignments_xml(
    above: etree._Element, tasks: Sequence[Numbered], crews: Mapping[str, int]
) -> None:
    """Write who works on which task, with how many teams."""
    uid = 0
    for one in tasks:
        work = one.work
        if work.crew in crews and work.teams:
            uid += 1
            first, last = work.dates()
            days = (last - first).days + 1
            children(
                child(above, "Assignment"),
                [
                    ("UID", uid),
                    ("TaskUID", one.uid),
                    ("ResourceUID", crews[work.crew]),
                    ("Finish", end(last)),
                    ("Start", begin(first)),
                    ("Units", work.teams),
                    ("Work", hours(days * HOURS * work.teams)),
                ],
            )
