"""``drawdown generate``: a synthetic mission of any size."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.errors import UsageError
from drawdown.mission import Mission, write_mission
from drawdown.mission.generate import generate as generated

LARGEST = 50.0


def generate(
    folder: Path,
    /,
    *,
    scale: float = 1.0,
    seed: int = 0,
    replace: Annotated[bool, Parameter(negative="")] = False,
) -> None:
    """Write a synthetic mission into a folder, for tests and benchmarks.

    Parameters
    ----------
    folder
        The mission folder; it is made if it is not there.
    scale
        1 is 13 sites, 10 is 130.
    seed
        Another seed, another mission.
    replace
        Write over what is in the folder.

    """
    if not 0 < scale <= LARGEST:
        raise UsageError(f"--scale {scale:g} is not above 0 and at most {LARGEST:g}")
    if folder.is_file():
        raise UsageError("this is a file; give a folder", where=str(folder))
    if not replace and folder.is_dir() and any(folder.iterdir()):
        raise UsageError(
            "the folder is not empty", hint="give --replace", where=str(folder)
        )
    mission = generated(scale, seed)
    write_mission(mission, folder)
    print(_summary(mission, folder))


def _summary(mission: Mission, folder: Path) -> str:
    people = sum(unit.strength for unit in mission.units)
    items = sum(lot.count for lot in mission.lots)
    return (
        f"{folder}: {len(mission.sites)} sites, {people:,} people, {items:,} items in "
        f"{len(mission.lots)} lots, {len(mission.routes)} routes, "
        f"{len(mission.tasks)} tasks"
    )
