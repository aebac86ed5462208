"""The dates of documents as an iCalendar file: one all-day entry for each limit."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from drawdown.reading.clause import Clause
from drawdown.reading.limit import Limit
from drawdown.reading.reading import Reading

__all__ = ["icalendar"]

_LINE = 73
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": ""})


def icalendar(readings: Iterable[Reading]) -> bytes:
    """Return the limits with a day as a calendar, the same bytes at every call."""
    entries = [
        (limit.last_day or date.fromisoformat(limit.iso or ""), clause, limit, reading)
        for reading in readings
        for clause in reading.clauses
        for limit in clause.dates
        if limit.last_day or re.fullmatch(r"\d{4}-\d\d-\d\d", limit.iso or "")
    ]
    entries.sort(key=lambda entry: (entry[0], entry[1].start, entry[2].start))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//drawdown//reading//EN"]
    for day, clause, limit, reading in entries:
        lines += _event(day, clause, limit, reading)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: date, clause: Clause, limit: Limit, reading: Reading) -> list[str]:
    name = reading.document.name.replace("\\", "/").rsplit("/", 1)[-1]
    mark = f"{name}\x1f{clause.start}\x1f{limit.start}\x1f{limit.iso}"
    role = limit.role.replace("_", " ")
    summary = f"{clause.actor}: {role} ({clause.force.replace('_', ' ')})"
    place = f", paragraph {clause.para}" if clause.para else ""
    words = " ".join(clause.quote.split())
    stamp = reading.document.dct or date(1970, 1, 1)
    return [
        "BEGIN:VEVENT",
        f"UID:{sha256(mark.encode()).hexdigest()[:32]}@drawdown",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary.translate(_ESCAPED)}",
        f"DESCRIPTION:{f'“{words}” ({name}{place})'.translate(_ESCAPED)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _folded(line: str) -> Iterator[str]:
    """Return a line cut as the format demands: by octets, no character broken."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
