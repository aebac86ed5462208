"""The documents of a mission folder: what they decide, and where they contradict."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from drawdown.mission import Mission, read_mission
from drawdown.reading.into.rows import date_rows
from drawdown.reading.into.write import write_into
from drawdown.reading.ledger import Entry, Subject, ledger_of
from drawdown.reading.load import load_document
from drawdown.reading.reading import Reading, read

__all__ = ["mission_by_documents", "show_documents"]

_FIELDS = {
    "decision.cessation": "the mandate ends",
    "decision.deadline": "everyone is out",
    "decision.liquidation_from": "liquidation begins",
    "authority.end": "civilians are protected until",
    "deliverable.due": "a plan or report is due",
}


def show_documents(folder: Path) -> str:
    """Return what the documents of a mission say: dates with quotes, contradictions.

    Lines for people; none if the mission has no documents.
    """
    readings = _readings(folder)
    if not readings:
        return ""
    lines = [f"Read: {len(readings)} documents. What the decision says:"]
    lines += [*_dates(readings), *_contradictions(readings), ""]
    return "\n".join(lines)


def mission_by_documents(folder: Path) -> Mission:
    """Return the mission of a folder with the dates that its documents give.

    The folder stays as it is: the documents are read into a copy of it.
    """
    with TemporaryDirectory() as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        write_into(copy, _readings(folder))
        return read_mission(copy)


def _readings(folder: Path) -> list[Reading]:
    return [read(load_document(p)) for p in sorted(folder.glob("documents/*.txt"))]


def _dates(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield a line for each date that feeds the mission, the earliest first."""
    rows = [row for reading in readings for row in date_rows(reading)]
    for row in sorted(rows, key=lambda row: row["value"]):
        if label := _FIELDS.get(row["field"]):
            yield f"  {row['value']}  {label:<30}  “{row['quote']}” ({row['document']})"


def _contradictions(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the claims that are disputed, each with its source and its words."""
    pages = [reading.news for reading in readings if reading.news is not None]
    for subject in ledger_of(pages).subjects:
        if subject.is_disputed:
            yield from ("", f"Contradicted, about {subject.title}:")
            yield from (_line(entry) for entry in _disputed(subject))
            yield "  (the ledger never says who is right)"


def _disputed(subject: Subject) -> list[Entry]:
    return [entry for entry in subject.entries if entry.disputed_by]


def _line(entry: Entry) -> str:
    quote = " ".join(entry.quote.split())
    return (
        f"  {entry.source or 'nobody named'}: “{quote}” ({Path(entry.document).name})"
    )
