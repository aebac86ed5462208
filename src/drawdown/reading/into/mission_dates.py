"""The decision's dates in mission.toml, and where the two disagree.

A reading changes a date of mission.toml only if nobody changed it since the last
reading: what a person wrote stands, and the difference is reported.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from drawdown.errors import DocumentError, Problem
from drawdown.reading.into.finding import Row
from drawdown.reading.into.tables import read_decision, write_whole

__all__ = ["Change", "disagreements", "feed"]

_FILE = "mission.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A date of mission.toml beside the decision's."""

    field: str
    old: date | None
    new: date
    source: str
    quote: str
    kept: bool
    """A person changed mission.toml since the last reading, so it stands."""

    def __str__(self) -> str:
        was = self.old.isoformat() if self.old else "nothing"
        if self.kept:
            return (
                f"{self.field} stays {was}, which was changed by hand; "
                f"{self.source} says {self.new} (“{self.quote}”)"
            )
        return f"{self.field}: {was} → {self.new} (“{self.quote}”, {self.source})"


def feed(folder: Path, rows: Sequence[Row], before: Sequence[Row]) -> list[Change]:
    """Write the decision's dates into mission.toml; return what changed or was kept.

    ``before`` are the dates of the last reading: where mission.toml differs from
    them, a person has changed it.
    """
    path = folder / _FILE
    document = _document(path)
    changes = []
    for field, row in _chosen(rows).items():
        slot = _slot(document, field, row)
        if slot is None or slot[0].get(slot[1]) == date.fromisoformat(row["value"]):
            continue
        change = _change(slot, field, row, _chosen(before))
        changes.append(change)
        if not change.kept:
            _set(slot, row)
    if any(not change.kept for change in changes):
        write_whole(path, tomlkit.dumps(document))
    return changes


def disagreements(folder: Path) -> tuple[Problem, ...]:
    """Return a warning for each date of mission.toml that decision.toml contradicts."""
    decision = read_decision(folder / "decision.toml")
    if not decision or not (folder / _FILE).exists():
        return ()
    try:
        document = _document(folder / _FILE)
    except DocumentError:  # the check of mission.toml itself says what is wrong
        return ()
    out = []
    for field, row in _chosen(decision.get("date", [])).items():
        slot = _slot(document, field, row)
        stated = slot[0].get(slot[1]) if slot else None
        if slot is not None and stated != date.fromisoformat(row["value"]):
            out.append(
                Problem(
                    where=_FILE,
                    message=f"{field} is {stated or 'absent'}, but {row['document']} "
                    f"says {row['value']} (“{row['quote']}”)",
                    hint="correct mission.toml, or mark the date in decision.toml "
                    "as corrected or rejected",
                    level="warning",
                )
            )
    return tuple(out)


def _document(path: Path) -> Any:
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DocumentError(
            "the folder has no mission.toml",
            where=str(path.parent),
            hint="`drawdown new FOLDER` writes a mission to begin with",
        ) from error
    except (UnicodeDecodeError, ValueError) as error:
        raise DocumentError(f"it cannot be read: {error}", where=str(path)) from error


def _chosen(rows: Iterable[Row]) -> dict[str, Row]:
    """Return one date for each field: a reviewer's first, else the latest deadline."""
    out: dict[str, Row] = {}
    for row in rows:
        field = row.get("field")
        if not field or not row.get("value") or row.get("status") == "rejected":
            continue
        if field == "deliverable.due":
            field = f"deliverable.due:{row['id']}"
        held = out.get(field)
        if held is None or _rank(row) > _rank(held):
            out[field] = row
    return out


def _rank(row: Row) -> tuple[bool, str]:
    return row.get("status") in ("corrected", "reviewed"), row["value"]


def _slot(document: Any, field: str, row: Row) -> tuple[Any, str] | None:
    """Return the table and key of mission.toml that a field means."""
    section, _, key = field.partition(":")[0].partition(".")
    if section == "decision":
        table = document.get("decision")
        return (table, key) if table is not None else None
    entries = document.get(section, [])
    if section == "authority":
        entries = [entry for entry in entries if entry.get("protects")]
    else:
        entries = [entry for entry in entries if _speaks_of(entry, row)]
    return (entries[0], key) if entries else None


def _speaks_of(entry: Any, row: Row) -> bool:
    """Whether a deliverable and a clause are about the same: most words are shared."""
    said = row.get("clause", row["quote"]).lower()
    words = [w for w in str(entry.get("name", "")).lower().split() if len(w) > 3]
    hits = sum(word.strip(".,;:")[:6] in said for word in words)
    return bool(words) and hits >= 0.6 * len(words)


def _change(
    slot: tuple[Any, str], field: str, row: Row, before: dict[str, Row]
) -> Change:
    table, key = slot
    old = table.get(key)
    last = before.get(field)
    changed_by_hand = last is not None and str(old) != last["value"]
    return Change(
        field=field.partition(":")[0],
        old=old,
        new=date.fromisoformat(row["value"]),
        source=row["document"],
        quote=row["quote"],
        kept=changed_by_hand and row.get("status") == "unreviewed",
    )


def _set(slot: tuple[Any, str], row: Row) -> None:
    """Write a date with where it comes from."""
    table, key = slot
    table[key] = date.fromisoformat(row["value"])
    table[f"{key}_source"] = row["document"]
    table[f"{key}_confidence"] = "reported"
    table[f"{key}_note"] = f"{row.get('status', 'unreviewed')}: “{row['quote']}”"
