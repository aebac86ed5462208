"""The crews as resources, and the steps that they are assigned to."""

from collections.abc import Mapping, Sequence

from lxml import etree

from drawdown.export.mspdi.clock import HOURS, begin, end, hours
from drawdown.export.mspdi.numbering import Numbered
from drawdown.export.mspdi.xml_parts import child, children
from drawdown.mission import Crew

PEOPLE = 1
"""The type of a resource that works."""


def crews_xml(above: etree._Element, crews: Sequence[Crew]) -> dict[str, int]:
    """Write the crews of a mission below an element; return their numbers."""
    uids = {}
    for uid, crew in enumerate(crews, 1):
        uids[crew.crew_id] = uid
        children(
            child(above, "Resource"),
            [
                ("UID", uid),
                ("ID", uid),
                ("Name", crew.name or crew.crew_id),
                ("Type", PEOPLE),
                ("IsNull", 0),
                ("MaxUnits", crew.teams),
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
