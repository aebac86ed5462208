"""Read a project file with mpxj and print what it says, as JSON.

A process of its own: a Java machine cannot be ended within one.
"""

import json
import sys

import jpype
import mpxj  # noqa: F401  (puts its classes on Java's path)

jpype.startJVM()
from org.mpxj.reader import UniversalProjectReader  # noqa: E402


def text(value: object) -> str | None:
    return None if value is None else str(value)


def main() -> None:
    project = UniversalProjectReader().read(sys.argv[1])
    calendar = project.getDefaultCalendar()
    print(
        json.dumps(
            {
                "title": text(project.getProjectProperties().getProjectTitle()),
                "tasks": [task(one) for one in project.getTasks()],
                "resources": {
                    str(one.getName()): float(one.getMaxUnits())
                    for one in project.getResources()
                    if one.getName()
                },
                "assignments": len(list(project.getResourceAssignments())),
                "weekend_works": bool(calendar.isWorkingDate(saturday())),
            }
        )
    )


def saturday() -> object:
    return jpype.JClass("java.time.LocalDate").of(2030, 1, 5)


def task(one: object) -> dict[str, object]:
    return {
        "id": int(one.getUniqueID()),
        "outline": str(one.getOutlineNumber()),
        "name": str(one.getName()),
        "start": text(one.getStart()),
        "finish": text(one.getFinish()),
        "duration": text(one.getDuration()),
        "milestone": bool(one.getMilestone()),
        "summary": bool(one.getSummary()),
        "constraint": text(one.getConstraintType()),
        "baseline_start": text(one.getBaselineStart()),
        "baseline_finish": text(one.getBaselineFinish()),
        "actual_finish": text(one.getActualFinish()),
        "deadline": text(one.getDeadline()),
        "after": [
            int(link.getPredecessorTask().getUniqueID())
            for link in one.getPredecessors()
        ],
    }


main()
