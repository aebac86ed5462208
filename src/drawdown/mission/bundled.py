"""The missions that come with the program."""

from pathlib import Path

from drawdown.errors import UsageError
from drawdown.mission.nearest import did_you_mean

HERE = Path(__file__).resolve().parent
HOMES = (HERE.parent / "missions", HERE.parents[2] / "missions")
"""In an installed package, and in a checkout."""


def bundled_names() -> tuple[str, ...]:
    """Return the names of the missions that come with the program."""
    found = (home.glob("*/mission.toml") for home in HOMES)
    return tuple(sorted({path.parent.name for paths in found for path in paths}))


def bundled(name: str) -> Path:
    """Return the folder of a mission that comes with the program.

    Raises
    ------
    UsageError
        There is none of this name.

    """
    for home in HOMES:
        if name in bundled_names() and (home / name / "mission.toml").is_file():
            return home / name
    names = bundled_names()
    raise UsageError(
        f"no mission “{name}” comes with the program",
        hint=did_you_mean(name, names) or f"there are {', '.join(names)}",
    )


def locate(mission: str) -> Path:
    """Return the path of a mission that is given as a path or as a bundled name.

    Raises
    ------
    UsageError
        It is neither.

    """
    path = Path(mission)
    if path.exists():
        return path
    if len(path.parts) == 1 and not path.suffix:
        return bundled(mission)
    raise UsageError(
        "there is no such folder or workbook", hint="check the path", where=mission
    )
