"""``drawdown brief``: the briefing of a mission and a plan as one page."""

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.brief.boundaries import read_boundaries
from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.brief.redaction import Level, redacted
from drawdown.cli.app import GOOD
from drawdown.cli.classification import ensure_one_line
from drawdown.errors import UsageError
from drawdown.language import Language
from drawdown.mission import Mission, locate, read_mission
from drawdown.plan import Plan, read_plan
from drawdown.whole_file import write_whole

Output = Annotated[Path | None, Parameter(name=["--output", "-o"])]


def brief(
    mission: str,
    plan: Path,
    /,
    *,
    output: Output = None,
    compare: Path | None = None,
    lang: str = "en",
    classification: str = "",
    redact: Level = Level.NONE,
    boundaries: Path | None = None,
) -> int:
    """Write the briefing of a plan as one HTML file that needs no network.

    Out by when, how good, what it risks, what is left behind, what nobody takes over;
    map, time chart and curves, a sheet for each site, tasks, what happens if a border
    shuts, assumptions and sources. It can be read without a script, and printed.

    Parameters
    ----------
    mission
        A mission folder, a workbook, or the name of a bundled mission.
    plan
        The plan file.
    output
        The page; without it the mission's name with -brief.html, in this folder.
    compare
        Another plan: say what is different from it, and draw its closing days below.
    lang
        The language: en, fr, or ar (from right to left, with English text).
    classification
        A line for the top of every printed page.
    redact
        What is left out or coarsened: none, partner, public (docs/briefing.md).
    boundaries
        Land and borders of the map: a GeoJSON file instead of the packaged ones.

    """
    language = Language(lang)
    path = output or Path(f"{Path(mission).stem}-brief.html")
    _demand_place(path)
    ensure_one_line(classification)
    facts, made = read_mission(locate(mission)), _plan_of(plan, "")
    _demand_same_mission(facts, made, plan)
    other = None
    if compare is not None:
        other = (compare.name, _plan_of(compare, "--compare "))
        _demand_same_mission(facts, other[1], compare)
    found = gather(facts, made, None, language, compare=other)
    text = page(
        redacted(found, redact, language),
        language,
        classification=classification,
        boundaries=None if boundaries is None else read_boundaries(boundaries),
    )
    write_whole(path, text.encode())
    print(path)
    return GOOD


def _demand_place(path: Path) -> None:
    """Ensure that a file can be written before anything is computed.

    Raises
    ------
    UsageError
        There is no folder for it, or it is one.

    """
    if path.is_dir():
        raise UsageError("this is a folder", where=str(path), hint="name a file")
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent))
    if not os.access(path.parent, os.W_OK):
        raise UsageError("nothing can be written here", where=str(path.parent))


def _plan_of(path: Path, option: str) -> Plan:
    """Return the plan of a file."""
    if not path.is_file():
        raise UsageError(f"{option}{path}: there is no such plan file")
    return read_plan(path)


def _demand_same_mission(mission: Mission, plan: Plan, path: Path) -> None:
    """Ensure that a plan is of the mission.

    Raises
    ------
    UsageError
        It is of another.

    """
    here = mission.header.mission_id
    if plan.mission != here:
        raise UsageError(
            f"this is a plan of {plan.mission}, not of {here}",
            where=str(path),
            hint=f"give a plan of {here}, or the mission {plan.mission}",
        )
