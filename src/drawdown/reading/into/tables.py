"""The files of findings in a mission folder: read, merged, written whole or not."""

import csv
import io
import os
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from drawdown.errors import DocumentError
from drawdown.reading.into.finding import Row

__all__ = ["read_csv", "read_decision", "write_csv", "write_decision", "write_whole"]

_HEAD = (
    "What the documents decide, as read by `drawdown read`. A date marked unreviewed\n"
    "is replaced by the next reading; mark it reviewed, corrected or rejected to keep\n"
    "it."
)


def read_csv(path: Path) -> list[Row]:
    """Return the rows of a table of findings; none if there is no file.

    Raises
    ------
    DocumentError
        If it cannot be read as such a table.

    """
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [
                {key: value or "" for key, value in row.items() if key}
                for row in csv.DictReader(file)
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DocumentError(
            f"the table cannot be read: {error}", where=str(path)
        ) from error
    return list(rows)


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table of findings; columns that a reviewer added stay."""
    extra = dict.fromkeys(key for row in rows for key in row if key not in columns)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*columns, *extra], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_whole(path, out.getvalue())


def read_decision(path: Path) -> dict[str, Any]:
    """Return the content of decision.toml; empty if there is no file.

    Raises
    ------
    DocumentError
        If it is no TOML.

    """
    if not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DocumentError(f"it cannot be read: {error}", where=str(path)) from error
    return {**content, "date": [_row(row, path) for row in content.get("date", [])]}


def _row(row: Mapping[str, object], path: Path) -> Row:
    """Return a date as a row of words, whatever a reviewer wrote."""
    words = {key: str(value) for key, value in row.items()}
    try:
        date.fromisoformat(words.get("value") or "2000-01-01")
    except ValueError as error:
        raise DocumentError(
            f"{words['value']} is no date", where=str(path), hint="write YYYY-MM-DD"
        ) from error
    missing = [name for name in ("id", "document", "quote") if name not in words]
    if missing:
        raise DocumentError(f"a date has no {missing[0]}", where=str(path))
    return words


def write_decision(path: Path, head: Mapping[str, object], rows: Sequence[Row]) -> None:
    """Write decision.toml: what the decision states of itself, and its dates."""
    document = tomlkit.document()
    for line in _HEAD.splitlines():
        document.add(tomlkit.comment(line))
    document.add("decision", tomlkit.item(dict(head)))
    dates = tomlkit.aot()
    for row in rows:
        table = tomlkit.table()
        for key, value in row.items():
            table.add(key, value)
        dates.append(table)
    document.add("date", dates)
    write_whole(path, tomlkit.dumps(document))


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or leave it as it was."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8", newline="")
    os.replace(new, path)  # noqa: PTH105  replaces also where the file exists
