"""The words of the decision behind a date: what a document of the mission says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DUE = "deliverable.due"
"""The field of a date by which something is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage of a document that gives a date of the mission."""

    field: str
    """The date of the mission: ``deliverable.due``, ``decision.deadline`` …"""
    on: date
    words: str
    """The clause."""
    document: str
    paragraph: str = ""
    """Its number in the document; empty where there is none."""
    reviewed: bool = False
    """A person has checked the passage."""


def quotes_about(quotes: Iterable[Quote], field: str, on: date) -> tuple[Quote, ...]:
    """Return the passages that give a date, each of them once."""
    found = [q for q in quotes if q.field == field and q.on == on]
    return tuple(dict.fromkeys(found))
