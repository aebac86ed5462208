"""Readings written into a mission folder."""

from collections.abc import Sequence
from pathlib import Path

from drawdown.errors import UsageError
from drawdown.reading.into.finding import Row, merged
from drawdown.reading.into.mission_dates import Change, feed
from drawdown.reading.into.rows import (
    COLUMNS,
    claim_rows,
    commitment_rows,
    date_rows,
    event_rows,
)
from drawdown.reading.into.tables import (
    read_csv,
    read_decision,
    write_csv,
    write_decision,
)
from drawdown.reading.reading import Reading

__all__ = ["write_into"]

_ROWS = {
    "commitments": commitment_rows,
    "claims": claim_rows,
    "timeline": event_rows,
}


def write_into(folder: Path, readings: Sequence[Reading]) -> list[Change]:
    """Write the findings into a mission folder; return what changed in mission.toml.

    decision.toml, commitments.csv, claims.csv and timeline.csv hold every finding
    with its quote, marked ``unreviewed``; rows that a reviewer marked otherwise stay.
    The decision's dates go into mission.toml, unless a person changed them there.

    Raises
    ------
    UsageError
        If there is no such folder.
    DocumentError
        If a file of findings, or mission.toml, cannot be read.

    """
    if not folder.is_dir():
        raise UsageError("there is no mission folder here", where=str(folder))
    documents = [Path(reading.document.name).name for reading in readings]
    for name, rows_of in _ROWS.items():
        path = folder / f"{name}.csv"
        new: list[Row] = [row for reading in readings for row in rows_of(reading)]
        write_csv(path, COLUMNS[name], merged(read_csv(path), new, documents))
    return _decision(folder, readings, documents)


def _decision(
    folder: Path, readings: Sequence[Reading], documents: Sequence[str]
) -> list[Change]:
    path = folder / "decision.toml"
    old = read_decision(path)
    before: list[Row] = old.get("date", [])
    new: list[Row] = [row for reading in readings for row in date_rows(reading)]
    rows = merged(before, new, documents)
    changes = feed(folder, rows, before)
    write_decision(path, {**old.get("decision", {}), **_head(readings)}, rows)
    return changes


def _head(readings: Sequence[Reading]) -> dict[str, object]:
    """Return what the decision states of itself; nothing that it does not state."""
    head: dict[str, object] = {}
    for reading in readings:
        structure = reading.structure
        if structure and structure.symbol:
            head["symbol"] = structure.symbol
        if structure and structure.adopted:
            head["adopted"] = structure.adopted
        if reading.vote and reading.vote.outcome:
            head["outcome"] = reading.vote.outcome
        if reading.names.mission:
            head["mission"] = reading.names.mission
    return head
