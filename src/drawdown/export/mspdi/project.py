"""The project file: settings, the calendar of seven days, tasks, crews."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.clock import BEGINS, ENDS, HOURS, begin, end
from drawdown.export.mspdi.crew_xml import assignments_xml, crews_xml
from drawdown.export.mspdi.decision_work import decision_work
from drawdown.export.mspdi.numbering import numbered
from drawdown.export.mspdi.site_work import site_work
from drawdown.export.mspdi.task_work import task_work
from drawdown.export.mspdi.task_xml import task_xml
from drawdown.export.mspdi.work import Work
from drawdown.export.mspdi.xml_parts import NAMESPACE, child, children

VERSION = 14
"""Of the format: MS Project 2010 and later."""
WEEK = range(1, 8)
MINUTES = HOURS * 60


def mspdi(dossier: Dossier) -> bytes:
    """Return the project as XML in UTF-8."""
    roots = list(_roots(dossier))
    tasks = numbered(roots)
    uids = {one.work.thing: one.uid for one in tasks}
    project = etree.Element(f"{{{NAMESPACE}}}Project", nsmap={None: NAMESPACE})
    children(project, _settings(dossier, roots))
    _calendar(child(project, "Calendars"))
    written = child(project, "Tasks")
    for one in tasks:
        task_xml(written, one, uids)
    crews = crews_xml(child(project, "Resources"), dossier.crews)
    assignments_xml(child(project, "Assignments"), tasks, crews)
    content: bytes = etree.tostring(
        project, xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    return content


def _roots(dossier: Dossier) -> Iterator[Work]:
    yield from decision_work(dossier)
    yield from site_work(dossier)
    yield from task_work(dossier)


def _settings(dossier: Dossier, roots: list[Work]) -> Iterator[tuple[str, object]]:
    first, last = _span(dossier, roots)
    yield "SaveVersion", VERSION
    yield "Name", f"{dossier.facts.heading.mission_id}.xml"
    yield "Title", dossier.facts.heading.name
    yield "Subject", dossier.classification
    yield "Category", dossier.redaction_note
    yield "ScheduleFromStart", 1
    yield "StartDate", begin(first)
    yield "FinishDate", end(last)
    yield "CurrencyCode", "USD"
    yield "CalendarUID", 1
    yield "DefaultStartTime", BEGINS.isoformat()
    yield "DefaultFinishTime", ENDS.isoformat()
    yield "MinutesPerDay", MINUTES
    yield "MinutesPerWeek", MINUTES * len(WEEK)
    yield "DaysPerMonth", 30
    yield "StatusDate", end(first)


def _span(dossier: Dossier, roots: list[Work]) -> tuple[date, date]:
    """Return the first and the last day of the project."""
    days = [root.dates() for root in roots]
    start = dossier.facts.heading.start
    last = max((last for _, last in days), default=start)
    return min((first for first, _ in days), default=start), last


def _calendar(calendars: etree._Element) -> None:
    """Write the calendar: every day is worked."""
    calendar = child(calendars, "Calendar")
    names = [("UID", 1), ("Name", "Standard"), ("IsBaseCalendar", 1)]
    children(calendar, names)
    week = child(calendar, "WeekDays")
    for number in WEEK:
        day = child(week, "WeekDay")
        children(day, [("DayType", number), ("DayWorking", 1)])
        times = child(child(day, "WorkingTimes"), "WorkingTime")
        hours = [("FromTime", BEGINS.isoformat()), ("ToTime", ENDS.isoformat())]
        children(times, hours)
