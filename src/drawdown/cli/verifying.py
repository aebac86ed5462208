"""``drawdown verify``, ``diff`` and ``movements``: judge, compare and edit plans."""

import json
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from drawdown.cli.app import GOOD, PROBLEMS
from drawdown.language import Language
from drawdown.mission import Mission, digest, locate, read_mission
from drawdown.plan import Plan
from drawdown.plan.diff import diff as compare
from drawdown.plan.diff_words import diff_in_words
from drawdown.plan.files import read_plan, write_plan
from drawdown.plan.movement_import import read_movement_table
from drawdown.plan.movement_table import write_movement_table
from drawdown.verifying import verify as judge
from drawdown.verifying.report import as_json, in_words
from drawdown.verifying.values import restated

SHOWN = 20
"""Violations of one section that are shown."""

Json = Annotated[bool, Parameter(name="--json", negative="")]
Output = Annotated[Path, Parameter(name=["--output", "-o"])]


def verify(
    mission: Path,
    plan: Path,
    /,
    *,
    json_: Json = False,
    every: Annotated[bool, Parameter(name="--all", negative="")] = False,
    restate: Path | None = None,
) -> int:
    """Check a plan against a mission, and compute its values again.

    Exit code 0: no violation; 1: violations.

    Parameters
    ----------
    mission
        The mission folder, workbook or bundled name.
    plan
        The plan file; planned, edited or written by hand.
    json_
        Print one JSON object with ``violations`` and ``objectives``.
    every
        Show every violation, not the first 20 of each section.
    restate
        Write the plan into this file with the values that follow from it.

    """
    facts, made = read_mission(locate(str(mission))), read_plan(plan)
    _warn_of_other_tables(facts, made)
    verdict = judge(facts, made)
    if restate is not None:
        write_plan(restated(made, verdict.objectives), restate)
    if json_:
        print(json.dumps(as_json(verdict), ensure_ascii=False))
    else:
        print(in_words(verdict, most=None if every else SHOWN))
    return GOOD if verdict.holds else PROBLEMS


def _warn_of_other_tables(mission: Mission, plan: Plan) -> None:
    """Say on standard error that the mission has changed since the plan was made."""
    if plan.mission_digest and plan.mission_digest != digest(mission):
        print(
            "drawdown: the mission has changed since this plan was made",
            file=sys.stderr,
        )


def diff(before: Path, after: Path, /, *, lang: str = "en", json_: Json = False) -> int:
    """Say what changed from one plan to another.

    Exit code 0: the plans are the same; 1: they differ.

    Parameters
    ----------
    before
        A plan file.
    after
        Another plan file.
    lang
        The language of the sentences: en, fr or ar.
    json_
        Print one JSON object with the changes of each part of the plan.

    """
    language = Language(lang, iso_dates=True)
    found = compare(read_plan(before), read_plan(after))
    if json_:
        print(json.dumps(found.as_json(), ensure_ascii=False))
    else:
        print(diff_in_words(found, language))
    return GOOD if found.same else PROBLEMS


movements = App(name="movements", help="The movements of a plan as a CSV table.")


@movements.command(name="export")
def export_movements(
    plan: Path, table: Path, /, *, mission: Path | None = None
) -> None:
    """Write the movements of a plan as a CSV table.

    Parameters
    ----------
    plan
        The plan file.
    table
        The CSV file.
    mission
        Fills in origin, destination, mode and class, which a plan does not hold.

    """
    facts = None if mission is None else read_mission(locate(str(mission)))
    write_movement_table(read_plan(plan), table, facts)


@movements.command(name="import")
def import_movements(plan: Path, table: Path, /, *, output: Output) -> None:
    """Write a plan with the movements of a CSV table instead of its own.

    The values that the plan states stay as they were: `drawdown verify --restate`
    computes them again.

    Parameters
    ----------
    plan
        The plan file; it is not changed.
    table
        The CSV file.
    output
        The new plan file.

    """
    write_plan(read_movement_table(read_plan(plan), table), output)
