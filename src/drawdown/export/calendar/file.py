"""The calendar file: entries with ids that stay, so that a new plan updates them."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from drawdown.export.calendar.decision_entries import decision_entries
from drawdown.export.calendar.entry import Entry
from drawdown.export.calendar.site_entries import site_entries
from drawdown.export.calendar.task_entries import task_entries
from drawdown.export.dossier import Dossier
from drawdown.export.sheet_text import clean

MAKER = "-//drawdown//export//EN"


def calendar(dossier: Dossier) -> bytes:
    """Return the calendar; its entries are in the order of their days."""
    found = Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", vText(_one_line(_title(dossier))))
    for entry in sorted(_entries(dossier), key=lambda one: (one.first, one.thing)):
        found.add_component(_event(dossier, entry))
    content: bytes = found.to_ical()
    return content


def _title(dossier: Dossier) -> str:
    name = dossier.facts.heading.name
    level = dossier.classification
    return f"{name} ({level})" if level else name


def _entries(dossier: Dossier) -> Iterator[Entry]:
    yield from decision_entries(dossier)
    yield from site_entries(dossier)
    yield from task_entries(dossier)


def _event(dossier: Dossier, entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{dossier.facts.heading.mission_id}/{entry.thing}@drawdown")
    event.add("dtstamp", _stamp(dossier))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", _one_line(entry.summary))
    event.add("categories", [entry.category])
    event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", _one_line(entry.place))
    said = (entry.description, dossier.classification, dossier.redaction_note)
    description = "\n".join(filter(None, said))
    if description:
        event.add("description", clean(description))
    return event


def _one_line(text: str) -> str:
    return " ".join(clean(text).splitlines())


def _stamp(dossier: Dossier) -> datetime:
    """Return a time of making that depends on the mission alone, never on the clock."""
    return datetime.combine(dossier.facts.heading.as_of, time(tzinfo=UTC))
