"""The findings of a reading as rows of the tables of a mission folder."""

from collections.abc import Iterator
from pathlib import Path

from drawdown.reading.clause import Clause
from drawdown.reading.into.fields import day_of, mission_field
from drawdown.reading.into.finding import with_ids
from drawdown.reading.limit import Limit
from drawdown.reading.reading import Reading

__all__ = ["COLUMNS", "claim_rows", "commitment_rows", "date_rows", "event_rows"]

_PLACE = ("document", "start", "end", "quote")
COLUMNS = {
    "commitments": (
        "id", "status", "due", "due_quote", "party", "kind", "act", "force", "para",
        *_PLACE, "note",
    ),
    "claims": (
        "id", "status", "source", "stance", "hedge", "negated", "about", "via",
        "responds_to", *_PLACE, "note",
    ),
    "timeline": ("id", "status", "when", "what", "type", "claimed_in", *_PLACE, "note"),
}  # fmt: skip
"""The columns of each table; ``note`` is the reviewer's."""


def _name(reading: Reading) -> str:
    return Path(reading.document.name).name


def _place(reading: Reading, found: object) -> dict[str, str]:
    span = {name: str(getattr(found, name)) for name in ("start", "end", "quote")}
    return {"document": _name(reading), **span}


def commitment_rows(reading: Reading) -> list[dict[str, str]]:
    """Return one row for each commitment."""
    return with_ids(
        {
            "due": (item.due.iso or "") if item.due else "",
            "due_quote": item.due.quote if item.due else "",
            "party": item.party,
            "kind": item.kind,
            "act": item.act,
            "force": item.force,
            "para": item.para or "",
            **_place(reading, item),
        }
        for item in reading.commitments
    )


def claim_rows(reading: Reading) -> list[dict[str, str]]:
    """Return one row for each claim."""
    claims = reading.news.claims if reading.news else ()
    return with_ids(
        {
            "source": claim.source or "",
            "stance": claim.stance,
            "hedge": claim.hedge.quote if claim.hedge else "",
            "negated": "true" if claim.negated else "",
            "about": "; ".join(claim.about),
            "via": claim.via or "",
            "responds_to": claim.responds_to or "",
            **_place(reading, claim),
        }
        for claim in claims
    )


def event_rows(reading: Reading) -> list[dict[str, str]]:
    """Return one row for each dated event, and for each limit of a clause."""
    return with_ids([*_events(reading), *_limits(reading)])


def _events(reading: Reading) -> Iterator[dict[str, str]]:
    for event in reading.news.events if reading.news else ():
        yield {
            "when": event.edtf or "",
            "what": event.label,
            "type": "event",
            "claimed_in": event.claimed_in or "",
            **_place(reading, event),
        }


def _limits(reading: Reading) -> Iterator[dict[str, str]]:
    for clause in reading.clauses:
        for limit in clause.dates:
            yield {
                "when": limit.iso or "",
                "what": f"{clause.actor}: {clause.action}",
                "type": limit.role,
                "claimed_in": "",
                **_place(reading, limit),
            }


def _context(reading: Reading, clause: Clause) -> str:
    """Return a clause, led by what its sentence says before it if it needs that."""
    text = reading.document.text
    if clause.quote[:1].isupper():
        return " ".join(clause.quote.split())
    before = text[max(0, clause.start - 400) : clause.start]
    begin = max(before.rfind(". ") + 2, before.rfind("\n") + 1, 1) - 1
    return " ".join((before[begin:] + clause.quote).split())


def _day(limit: Limit) -> str:
    day = day_of(limit)
    return day.isoformat() if day else ""


def date_rows(reading: Reading) -> list[dict[str, str]]:
    """Return one row for each date of the decision and the field that it feeds."""
    return with_ids(
        {
            "field": mission_field(_context(reading, clause), limit) or "",
            "value": _day(limit),
            "iso": limit.iso or "",
            "type": limit.type,
            "role": limit.role,
            "actor": clause.actor,
            "force": clause.force,
            "para": clause.para or "",
            "clause": _context(reading, clause),
            **_place(reading, limit),
        }
        for clause in reading.clauses
        for limit in clause.dates
    )
