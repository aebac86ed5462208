"""Reading the shared tables; evidence; sharing out whole numbers."""

import csv
import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from drawdown.quantities import Confidence, Evidence

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"

Cells = dict[str, str]


def read(path: Path) -> list[Cells]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def copy(rows: Sequence[Cells], path: Path) -> None:
    """Write shared rows as they are: events that no plan of the day could know."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def by(rows: Sequence[Cells], key: str) -> dict[str, Cells]:
    """Return rows by the value of one column."""
    return {row[key]: row for row in rows}


def evidence(confidence: str, source: str = "", note: str = "") -> Evidence:
    """Return how well something is known."""
    return Evidence(source=source, confidence=Confidence(confidence), note=note)


def assumed(note: str = "") -> Evidence:
    """Return the evidence of what nobody reported."""
    return evidence("assumed", "", note)


def derived(note: str = "", source: str = "") -> Evidence:
    """Return the evidence of what was computed from others."""
    return evidence("derived", source, note)


def of_row(row: Cells, note: str = "", *, confidence: str = "confidence") -> Evidence:
    """Return the evidence that a shared row gives for itself."""
    notes = "; ".join(part for part in (row.get("note", ""), note) if part)
    return evidence(row[confidence], row["source"], notes)


def day(text: str) -> date | None:
    """Return a date, None if the cell is empty."""
    return date.fromisoformat(text) if text else None


def point(note: str) -> Evidence:
    """Return the evidence of the coordinates of a site, by the note on them."""
    if note.startswith("GeoNames"):
        return evidence("reported", note.split(",")[0], "town point, not the camp")
    return assumed(note)


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """Return whole numbers in proportion to weights that sum exactly to a total.

    The greatest remainders are rounded up; of equal ones the earlier.
    """
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    floors = [math.floor(part + 1e-9) for part in exact]
    left = total - sum(floors)
    order = sorted(range(len(weights)), key=lambda i: (floors[i] - exact[i], i))
    for i in order[:left]:
        floors[i] += 1
    return floors


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance between two points (degrees)."""
    (a, b), (c, d) = ([math.radians(x) for x in point] for point in (one, other))
    h = math.sin((c - a) / 2) ** 2
    h += math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))
