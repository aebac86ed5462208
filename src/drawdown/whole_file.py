"""Files that are written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that, whatever happens, it has its old or its new content.

    The content goes to a temporary file in the same folder, onto the disk, and only
    then takes the name; a process that is killed leaves at most a hidden temporary
    file behind.

    Raises
    ------
    OSError
        The folder or the disk does not take the file; the old one is as it was.

    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _permit(Path(name), path)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _permit(temporary: Path, path: Path) -> None:
    """Give the file the permissions of the old one, or else the usual ones.

    ``mkstemp`` lets nobody else read the file; a plan is meant to be handed around.
    """
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Put the new name onto the disk, where the system can do that for folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
