"""The words of a mission's documents behind its dates.

``decision.toml`` of the mission folder has them once ``drawdown read --into`` was run,
as a reviewer left them; otherwise the documents in the folder are read.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from drawdown.export.quotes import Quote
from drawdown.reading.into.rows import date_rows
from drawdown.reading.into.tables import read_decision
from drawdown.reading.load import load_document
from drawdown.reading.reading import read

DECISION = "decision.toml"
DOCUMENTS = "documents/*.txt"
REJECTED = "rejected"
REVIEWED = ("reviewed", "corrected")


def document_quotes(mission: Path) -> tuple[Quote, ...]:
    """Return the passages that give a date; none for a workbook.

    Raises
    ------
    DocumentError
        A document, or what was read of it, cannot be read.

    """
    if not mission.is_dir():
        return ()
    rows = read_decision(mission / DECISION).get("date", [])
    if not rows:
        rows = [
            row
            for path in sorted(mission.glob(DOCUMENTS))
            for row in date_rows(read(load_document(path)))
        ]
    return tuple(_quotes(rows))


def _quotes(rows: Iterable[Mapping[str, str]]) -> Iterable[Quote]:
    for row in rows:
        day = row.get("value", "")
        if day and row.get("status") != REJECTED:
            yield Quote(
                field=row.get("field", ""),
                on=date.fromisoformat(day),
                words=" ".join((row.get("clause") or row["quote"]).split()),
                document=row["document"],
                paragraph=row.get("para", ""),
                reviewed=row.get("status") in REVIEWED,
            )
