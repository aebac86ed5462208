"""Workbooks are zip archives: what may be unpacked, so that none fills the memory."""

import io
import zipfile
import zlib
from pathlib import Path

LARGEST_FILE = 25_000_000
MOST_MEMBERS = 2_000
LARGEST_INFLATED = 64_000_000
"""Bytes of all members together; a million cells take about as much."""
GREATEST_RATIO = 200
RATIO_COUNTS_FROM = 2_000_000
"""Small members may be as repetitive as they like."""
CHUNK = 1 << 16
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class WorkbookError(Exception):
    """A workbook cannot be read, or not safely."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def safe_copy(path: Path) -> bytes:
    """Return a workbook in which every size is what it claims to be.

    Only the tables are in the copy: no pictures, no macros. The sizes in a zip archive
    can lie; what is handed on was unpacked here, up to the limits, and counted.

    Raises
    ------
    WorkbookError
        It is no workbook, is encrypted, or inflates beyond the limits.

    """
    try:
        _check_file(path.stat().st_size)
        with zipfile.ZipFile(path) as archive:
            _check_claims(archive)
            return _copy(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _no_workbook(path, error) from None
    except (ValueError, RuntimeError, OSError) as error:
        raise WorkbookError(f"the workbook cannot be unpacked: {error}") from None


def _check_file(size: int) -> None:
    """Ensure that a file is not too large."""
    if size > LARGEST_FILE:
        limit = LARGEST_FILE / 1e6
        raise WorkbookError(
            f"the workbook has {size / 1e6:,.0f} MB; {limit:.0f} can be read",
            "delete pictures and foreign sheets",
        )


def _no_workbook(path: Path, error: Exception) -> WorkbookError:
    """Return why a file is no workbook."""
    with path.open("rb") as file:
        if file.read(4) == OLD_EXCEL:
            return WorkbookError(
                "this is a workbook of an old Excel, or one with a password",
                "save it as .xlsx without a password",
            )
    return WorkbookError(
        f"this is no workbook: {error}", "save it as .xlsx from a spreadsheet program"
    )


def _check_claims(archive: zipfile.ZipFile) -> None:
    """Ensure that what the archive says of itself is within the limits."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise WorkbookError(
            f"the workbook has {len(members):,} parts; {MOST_MEMBERS:,} can be read",
            "it is none that a spreadsheet program wrote; do not open it",
        )
    inflated = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    _check_size(inflated, packed)
    if any(member.flag_bits & 0x1 for member in members):
        raise WorkbookError("the workbook has a password", "save it without one")


def _check_size(inflated: int, packed: int) -> None:
    """Ensure that so many bytes may be unpacked from so many."""
    ratio = inflated / max(packed, 1)
    bomb = inflated > RATIO_COUNTS_FROM and ratio > GREATEST_RATIO
    if bomb or inflated > LARGEST_INFLATED:
        raise WorkbookError(
            f"the workbook unpacks to {inflated / 1e6:,.0f} MB, {ratio:,.0f} times its "
            f"size; {LARGEST_INFLATED / 1e6:.0f} MB and {GREATEST_RATIO} times are "
            "allowed",
            "it may be made to do harm (a “zip bomb”); do not open it",
        )


def _copy(archive: zipfile.ZipFile) -> bytes:
    """Return the tables of an archive in an archive that is not compressed."""
    out, total = io.BytesIO(), 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for member in archive.infolist():
            if member.filename.lower().endswith((".xml", ".rels")):
                content = _unpack(archive, member, LARGEST_INFLATED - total)
                total += len(content)
                copy.writestr(zipfile.ZipInfo(member.filename), content)
    return out.getvalue()


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """Return the content of one member, if there is room for it."""
    parts, size = [], 0
    with archive.open(member) as file:
        while part := file.read(CHUNK):
            parts.append(part)
            size += len(part)
            if size > room:
                _check_size(LARGEST_INFLATED + 1, member.compress_size)
    return b"".join(parts)
