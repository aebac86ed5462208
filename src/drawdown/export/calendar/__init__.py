"""iCalendar (RFC 5545): the days of a mission and a plan, for people's diaries."""

from drawdown.export.calendar.file import calendar

__all__ = ["calendar"]
