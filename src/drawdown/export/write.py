"""Exports on the disk: every content is made before the first file is written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from drawdown.errors import UsageError
from drawdown.export.dossier import Dossier
from drawdown.export.format import Content, Format, content
from drawdown.whole_file import write_whole


def write_export(dossier: Dossier, which: Format, path: Path) -> list[Path]:
    """Write one format to a path, and return the files.

    Each file is written whole or not at all.

    Raises
    ------
    UsageError
        The disk does not take them.

    """
    made = content(dossier, which)
    with _told(path):
        return _write(made, path)


def write_exports(
    dossier: Dossier, formats: Sequence[Format], folder: Path
) -> list[Path]:
    """Write formats into a folder under their own names, and return the files.

    If one cannot be made, nothing is written.

    Raises
    ------
    UsageError
        The disk does not take them.

    """
    made = [(which, content(dossier, which)) for which in formats]
    with _told(folder):
        folder.mkdir(exist_ok=True)
        return [
            path
            for which, one in made
            for path in _write(one, folder / which.file_name)
        ]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell as an error of the call what the disk does not take."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"it cannot be written: {error.strerror}", where=str(error.filename or path)
        ) from error


def _write(made: Content, path: Path) -> list[Path]:
    if isinstance(made, bytes):
        write_whole(path, made)
        return [path]
    path.mkdir(exist_ok=True)
    for name, one in made.items():
        write_whole(path / name, one)
    return [path / name for name in made]
