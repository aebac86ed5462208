"""Authority windows: what a party may do, until when, within what limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drawdown.reading.clause import Clause
from drawdown.reading.span import Span

__all__ = ["AuthorityWindow", "windows_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityWindow(Span):
    """A power that lapses on a date or with an event (law 2: "until D" includes D)."""

    para: str | None
    actor: str
    power: str
    starts: date | None
    ends: date | None
    """The last day; None where the end is an event, quoted in ``until``."""
    until: Span
    limits: tuple[Span, ...]
    """The conditions, "within its immediate vicinity"."""


def windows_of(clauses: Iterable[Clause]) -> tuple[AuthorityWindow, ...]:
    """Return the authority windows of a decision."""
    return tuple(
        AuthorityWindow(
            start=clause.start,
            end=clause.end,
            quote=clause.quote,
            para=clause.para,
            actor=clause.actor,
            power=clause.action,
            starts=next(
                (d.last_day for d in clause.dates if d.type in ("from", "as_of")), None
            ),
            ends=limit.last_day,
            until=Span(start=limit.start, end=limit.end, quote=limit.quote),
            limits=clause.conditions,
        )
        for clause in clauses
        for limit in clause.dates
        if limit.role == "authority_end"
    )
