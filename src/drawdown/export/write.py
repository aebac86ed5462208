"""Exports on the disk: every content is made before the first file is written."""

from collections.abc import Sequence
from pathlib import Path

from drawdown.export.dossier import Dossier
from drawdown.export.format import Content, Format, content
from drawdown.whole_file import write_whole


def write_export(dossier: Dossier, which: Format, path: Path) -> list[Path]:
    """Write one format to a path, and return the files.

    Each file is written whole or not at all.
    """
    return _write(content(dossier, which), path)


def write_exports(
    dossier: Dossier, formats: Sequence[Format], folder: Path
) -> list[Path]:
    """Write formats into a folder under their own names, and return the files.

    If one cannot be made, nothing is written.
    """
    made = [(which, content(dossier, which)) for which in formats]
    folder.mkdir(parents=True, exist_ok=True)
    return [
        path for which, one in made for path in _write(one, folder / which.file_name)
    ]


def _write(made: Content, path: Path) -> list[Path]:
    if isinstance(made, bytes):
        write_whole(path, made)
        return [path]
    path.mkdir(parents=True, exist_ok=True)
    for name, one in made.items():
        write_whole(path / name, one)
    return [path / name for name in made]
