"""Nothing is lost where something is to be written."""

from pathlib import Path

from drawdown.errors import UsageError


def refuse_to_overwrite(path: Path) -> None:
    """Ensure that nothing is lost where something is to be written.

    Raises
    ------
    UsageError
        There is something, or no folder to write it into.

    """
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise UsageError(
            "there is something already",
            hint="give another name (export and import take --replace)",
            where=str(path),
        )
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent))
