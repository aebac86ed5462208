"""CSV files: the text of one table, within bounds of memory, and back."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from drawdown.errors import Problem
from drawdown.mission.cells import LONGEST
from drawdown.mission.sheet import Line, Sheet
from drawdown.mission.table_rows import MOST_ROWS, table_rows, too_many_rows

LARGEST_KEPT = 20_000_000
"""Bytes of one file that are kept in memory."""
LARGEST_FILE = 256_000_000
"""Bytes of one file that are looked at: one long line may be cut short."""
LONGEST_LINE = 1_000_000
KEPT_END = 40_000
"""Bytes that are kept of the beginning and of the end of a longer line: more than the
longest cell, so that the cell which makes the line long is still found too long."""
DELIMITERS = (",", ";", "\t")


def read_csv(path: Path, table: str) -> tuple[Sheet, list[Problem]]:
    """Return the rows of a CSV file, and what is wrong with the file as such.

    Read are UTF-8 with or without a byte order mark, or else Windows-1252; commas,
    semicolons or tabs; any line ends.
    """
    where = path.name
    problems: list[Problem] = []
    text = _decode(_bounded(path, problems), where, problems)
    some = islice(_rows(text, where, problems), 2 * MOST_ROWS)  # comments count here
    rows = table_rows(table, some)
    if len(rows) > MOST_ROWS:
        problems.append(too_many_rows(where))
        rows = []
    elif not rows and not problems:
        problems.append(_no_header(where))
    if not rows:
        return Sheet(table=table, where=where, header=()), problems
    (line, header), *lines = rows
    return Sheet(
        table=table,
        where=where,
        header=tuple(str(name).strip() for name in header),
        header_line=line,
        lines=tuple(Line(number=n, cells=tuple(row)) for n, row in lines),
    ), problems


def csv_bytes(
    header: Iterable[str], rows: Iterable[Iterable[str]], comments: Iterable[str] = ()
) -> bytes:
    """Return a CSV file in UTF-8 with commas and plain line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([f"# {comment}"] for comment in comments)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def _no_header(where: str) -> Problem:
    return Problem(
        where=where,
        message="the file is empty",
        hint="the first line has the names of the columns; `drawdown new` writes one",
    )


def _bounded(path: Path, problems: list[Problem]) -> bytes:
    """Return the bytes of a file; over-long lines are cut out of their middle."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        problems.append(_too_large(path.name, size, LARGEST_FILE))
        return b""
    kept, total = [], 0
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = _ends(line, file)
            kept.append(line)
            total += len(line)
            if total > LARGEST_KEPT:
                problems.append(_too_large(path.name, size, LARGEST_KEPT))
                return b""
    return b"".join(kept)


def _ends(line: bytes, file: io.BufferedReader) -> bytes:
    """Return the beginning and the end of a line of which only the beginning is read.

    Bytes that belong to a character which is cut in two are left out.
    """
    end = line
    while not end.endswith(b"\n") and (more := file.readline(LONGEST_LINE)):
        end = end[-KEPT_END:] + more
    head = line[:KEPT_END].decode("utf-8", "ignore").encode()
    tail = end[-KEPT_END:]
    return head + tail.lstrip(bytes(range(0x80, 0xC0)))


def _too_large(where: str, size: int, limit: int) -> Problem:
    return Problem(
        where=where,
        message=f"the file has {size / 1e6:,.0f} MB; {limit / 1e6:.0f} can be read",
        hint="it is hardly a table of a mission; look for a cell with foreign content",
    )


def _decode(data: bytes, where: str, problems: list[Problem]) -> str:
    """Return the text of a file; note an encoding other than UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    problems.append(
        Problem(
            where=where,
            row=line,
            message="the text is not UTF-8; it is read as Windows-1252",
            hint="check the accents, and save it as “CSV UTF-8”",
            level="warning",
        )
    )
    return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return what separates the cells: the commonest of the header's line."""
    for line in io.StringIO(text[:LONGEST_LINE]):
        if line.strip() and not line.lstrip('"\ufeff ').startswith("#"):
            return max(DELIMITERS, key=line.count)
    return ","


def _rows(
    text: str, where: str, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line of each row, and its cells."""
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=_delimiter(text), strict=True)
    while True:
        start = reader.line_num + 1
        try:
            yield start, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(_broken(where, start, str(error)))


def _broken(where: str, row: int, error: str) -> Problem:
    """Return the problem of a row whose cells cannot be told apart."""
    if "field larger" in error or "end of data" in error:
        message = "a quotation mark is opened in this row and not closed"
        if "field larger" in error:
            message += f" within {LONGEST:,} characters"
        return Problem(where=where, row=row, message=message, hint="close or delete it")
    return Problem(
        where=where,
        row=row,
        message="a quotation mark stands in the middle of a cell",
        hint='put the cell in quotation marks and write each within it twice: ""',
    )
