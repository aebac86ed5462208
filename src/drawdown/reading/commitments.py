"""Commitments: what each party must do, or says that it will do, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.reading.clause import Clause
from drawdown.reading.limit import Limit
from drawdown.reading.news.promises import Promise
from drawdown.reading.party import party_kind
from drawdown.reading.span import Span

__all__ = ["Commitment", "commitments_of"]

_BINDING = frozenset(
    {"decides", "requests", "authorizes", "calls_upon", "urges", "demands"}
    | {"extends", "encourages", "expresses_intention", "affirms_expectation"}
)
_DUE = frozenset({"deadline", "report_due", "review", "recurrence", "start", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Span):
    """An act that a party owes or has announced (law 21)."""

    party: str
    kind: str
    """council, mission, secretary_general, host_state or other."""
    act: str
    force: str
    """The force of the clause; ``commits`` where the party said so itself."""
    para: str | None
    due: Limit | None
    positive: bool = True


def commitments_of(
    clauses: Iterable[Clause],
    promises: Iterable[Promise] = (),
    *,
    host: str | None,
    mission: str | None,
) -> tuple[Commitment, ...]:
    """Return the commitments of clauses, one for each due date, and of promises.

    A clause of an authority (a power, not a duty) makes none.
    """
    out = []
    for clause in clauses:
        if clause.force not in _BINDING or clause.force == "authorizes":
            continue
        dues: list[Limit | None] = [d for d in clause.dates if d.role in _DUE]
        out += [_commitment(clause, due, host, mission) for due in dues or [None]]
    out += [_promised(promise, host, mission) for promise in promises]
    return tuple(out)


def _promised(promise: Promise, host: str | None, mission: str | None) -> Commitment:
    return Commitment(
        start=promise.start,
        end=promise.end,
        quote=promise.quote,
        party=promise.party,
        kind=party_kind(promise.party, host=host, mission=mission),
        act=promise.act,
        force="commits",
        para=None,
        due=promise.due,
    )


def _commitment(
    clause: Clause, due: Limit | None, host: str | None, mission: str | None
) -> Commitment:
    return Commitment(
        start=clause.start,
        end=clause.end,
        quote=clause.quote,
        party=clause.actor,
        kind=party_kind(clause.actor, host=host, mission=mission),
        act=clause.action,
        force=clause.force,
        para=clause.para,
        due=due,
        positive=clause.positive,
    )
