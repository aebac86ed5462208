"""``drawdown read``: what documents decide, claim and tell, with exact quotes."""

import json
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.errors import DocumentError, UsageError
from drawdown.reading.as_json import as_json
from drawdown.reading.document import Language
from drawdown.reading.load import load_document
from drawdown.reading.reading import Reading

__all__ = ["read"]


def read(
    *files: Path,
    json_: Annotated[bool, Parameter(name="--json")] = False,
    lang: Language | None = None,
    into: Path | None = None,
    akn: Path | None = None,
    ics: Path | None = None,
) -> int:
    """Read documents: clauses with their dates, commitments, claims, timeline.

    Each finding comes with the words of the document that say so.

    Parameters
    ----------
    files
        Saved web pages, PDF, Word documents or plain text, in English or French.
    json_
        Print one JSON object for each document, one a line.
    lang
        The language of the documents; found out for each if left out.
    into
        Write the findings into this mission folder, marked unreviewed, and the
        decision's dates into its mission.toml. What a reviewer marked stays.
    akn
        Write the structure of a resolution to this file, as Akoma Ntoso.
    ics
        Write the dates that bind somebody to this file, as a calendar.

    """
    if not files:
        raise UsageError("no document is given", hint="drawdown read FILE…")
    failed, readings = False, []
    for number, path in enumerate(files, 1):
        _progress(number, len(files), path)
        try:
            readings.append(_read(path, lang))
            if json_ or (into is None and akn is None and ics is None):
                _show(readings[-1], path, as_object=json_)
        except DocumentError as error:
            _clear()
            print(f"drawdown: {error}", file=sys.stderr)
            failed = True
    if into is not None:
        _write(into, readings)
    if akn is not None or ics is not None:
        _export(akn, ics, readings)
    return 1 if failed else 0


def _write(folder: Path, readings: list[Reading]) -> None:
    from drawdown.reading.into.write import write_into

    _clear()
    for change in write_into(folder, readings):
        print(change, file=sys.stderr)
    clauses = sum(len(r.clauses) for r in readings)
    claims = sum(len(r.news.claims) for r in readings if r.news)
    many = "document" if len(readings) == 1 else "documents"
    print(
        f"{folder}: {clauses} clauses and {claims} claims of {len(readings)} "
        f"{many}, marked unreviewed where nobody has checked them",
        file=sys.stderr,
    )


def _export(akn: Path | None, ics: Path | None, readings: list[Reading]) -> None:
    from drawdown.reading.export.akoma_ntoso import akoma_ntoso
    from drawdown.reading.export.icalendar import icalendar

    if akn is not None:
        if len(readings) != 1:
            raise UsageError("--akn takes one resolution", hint="give one FILE")
        akn.write_bytes(akoma_ntoso(readings[0]))
    if ics is not None:
        ics.write_bytes(icalendar(readings))


def _read(path: Path, lang: Language | None) -> Reading:
    from drawdown.reading.reading import read as read_it

    return read_it(load_document(path, language=lang))


def _show(reading: Reading, path: Path, *, as_object: bool) -> None:
    _clear()
    if as_object:
        extracted = path.suffix.lower() in {".html", ".htm", ".pdf", ".docx", ".xml"}
        print(json.dumps(as_json(reading, with_text=extracted), ensure_ascii=False))
        return
    from drawdown.cli.reading_page import show_reading

    show_reading(reading)


def _progress(number: int, total: int, path: Path) -> None:
    """Show on standard error which document is read, if somebody is watching."""
    if total > 1 and sys.stderr.isatty():
        print(
            f"\r\033[Kreading {number} of {total}: {path.name}", end="", file=sys.stderr
        )


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
