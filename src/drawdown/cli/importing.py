"""``drawdown import``: workbooks and tables of other programs become missions."""

from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.cli.overwriting import refuse_to_overwrite
from drawdown.errors import UsageError
from drawdown.importing.started import Started
from drawdown.importing.todo import TODO

Flag = Annotated[bool, Parameter(negative="")]


def import_(
    workbook: Path | None = None,
    folder: Path | None = None,
    /,
    *,
    geo_pko: tuple[Path, ...] = (),
    tpfdd: Path | None = None,
    mission: str | None = None,
    into: str | None = None,
    on: str | None = None,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    list_: Annotated[bool, Parameter(name="--list", negative="")] = False,
    replace: Flag = False,
) -> None:
    """Write a mission folder from a workbook or from a table of another program.

    A workbook of a mission is taken without loss: ``drawdown import FILE FOLDER``.
    Other tables give a mission to start from. What they do not know is filled in,
    marked as assumed, and listed on the terminal and in TODO.md of the folder.

    Parameters
    ----------
    workbook
        The workbook (.xlsx) of a mission.
    folder
        The folder to write; the same as --output.
    geo_pko
        A CSV table of Geo-PKO: by map (location_map, or version 1), FrontMap, TCCMap or
        TTMap. Several complete each other: give the option once for each.
    tpfdd
        A CSV table of movement requirements: unit line number, origin, port of
        embarkation, dates, passengers, cargo.
    mission
        The mission in the Geo-PKO table, such as MINUSMA; with --tpfdd the name of the
        mission to start.
    into
        With --tpfdd: the mission into which the lines go, a folder, a workbook or a
        bundled name.
    on
        The day on which the drawdown starts, such as 2023-07-01; with --tpfdd and
        --into it is that of the mission.
    output
        The folder to write.
    list_
        Only list the missions of a table, and the dates that it has of them.
    replace
        Write over the tables that are in the folder.

    """
    if geo_pko and list_:
        _list(geo_pko)
        return
    table = bool(geo_pko) or tpfdd is not None
    target = output or folder or (workbook if table else None)
    if sum((bool(geo_pko), tpfdd is not None, workbook not in (None, target))) > 1:
        raise UsageError("several things are to be imported", hint="one at a time")
    if target is None:
        raise UsageError("no folder is named", hint="say where to write: -o FOLDER")
    if not replace:
        refuse_to_overwrite(target)
    if geo_pko:
        _geo_pko(geo_pko, _given(mission, "--mission NAME"), _day(on), target)
    elif tpfdd is not None and into is not None:
        _tpfdd_into(tpfdd, into, target)
    elif tpfdd is not None:
        _tpfdd(tpfdd, _given(mission, "--mission NAME, or --into"), _day(on), target)
    else:
        _workbook(workbook, target)


def _list(paths: tuple[Path, ...]) -> None:
    from drawdown.importing.geo_pko import contents

    print(*(f"{path}: {contents(path)}" for path in paths), sep="\n")


def _geo_pko(paths: tuple[Path, ...], mission: str, on: date, folder: Path) -> None:
    from drawdown.importing.geo_pko import import_geo_pko

    _start(import_geo_pko(paths, mission, on), folder)


def _tpfdd(path: Path, mission: str, on: date, folder: Path) -> None:
    from drawdown.importing.tpfdd import import_as_start, read_requirements

    _start(import_as_start(read_requirements(path, on), mission, on), folder)


def _tpfdd_into(path: Path, into: str, folder: Path) -> None:
    from drawdown.importing.tpfdd import import_into, read_requirements
    from drawdown.mission import locate, read_mission, write_mission

    mission = read_mission(locate(into))
    found = import_into(mission, read_requirements(path, mission.header.start))
    write_mission(found.mission, folder)
    print(
        f"{folder}: {mission.header.name} with {len(found.added)} rows more, "
        f"{len(found.changed)} changed"
    )
    print(*(f"  new: {name}" for name in found.added), sep="\n")
    print(*(f"  changed: {name}" for name in found.changed), sep="\n")


def _start(found: Started, folder: Path) -> None:
    """Write a mission to start from, and say what is to be looked up."""
    found.write(folder)
    sites, units = len(found.mission.sites), len(found.mission.units)
    print(f"{folder}: {found.mission.header.name}, {sites} sites, {units} units")
    print(f"\nTo do, as in {folder / TODO}")
    print(*(f"  {item}" for item in found.todo), sep="\n")
    print(f"\nThen run drawdown check {folder}")


def _workbook(workbook: Path | None, folder: Path) -> None:
    from drawdown.mission import read_mission, write_mission

    if workbook is None:
        raise UsageError(
            "nothing is named that could be imported",
            hint="a workbook, --geo-pko FILE or --tpfdd FILE",
        )
    write_mission(read_mission(workbook), folder)
    print(folder)


def _given(value: str | None, option: str) -> str:
    if value is None or not value.strip():
        raise UsageError(f"{option} is missing", hint="--list says what a table has")
    return value


def _day(on: str | None) -> date:
    """Return the day that is given.

    Raises
    ------
    UsageError
        None is given, or it is no date.

    """
    try:
        return date.fromisoformat(_given(on, "--on DATE"))
    except ValueError:
        raise UsageError(
            f"“{on}” is no date", hint="write it as 2023-07-01", where="--on"
        ) from None
