"""``drawdown check``, ``new``, ``schema``: mission files."""

import json as json_text
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from drawdown.cli.overwriting import refuse_to_overwrite
from drawdown.errors import Problem
from drawdown.mission import (
    examine,
    export_workbook,
    locate,
)
from drawdown.reading.into.mission_dates import disagreements

Flag = Annotated[bool, Parameter(negative="")]
WORKBOOK = ".xlsx"


def check(mission: str, /, *, json: Flag = False) -> int:
    """Report everything that is wrong in a mission: where, what, how to mend it.

    Leaves with 0 if there are no errors (warnings may be), otherwise with 1.

    Parameters
    ----------
    mission
        A mission folder, a workbook, or the name of a bundled mission.
    json
        Print one JSON object with ``problems``.

    """
    place = locate(mission)
    problems = (*examine(place).problems, *disagreements(Path(place)))
    errors = sum(problem.level == "error" for problem in problems)
    if json:
        print(json_text.dumps(_report(mission, problems), ensure_ascii=False, indent=1))
    else:
        print(*problems, _summary(errors, len(problems) - errors), sep="\n")
    return 1 if errors else 0


def _report(mission: str, problems: tuple[Problem, ...]) -> dict[str, Any]:
    errors = sum(problem.level == "error" for problem in problems)
    return {
        "mission": mission,
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [asdict(problem) for problem in problems],
    }


def _summary(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "no problems"
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def new(folder: Path, /) -> None:
    """Write a template of a mission: every table with comments and an example.

    Parameters
    ----------
    folder
        A folder that is empty or not there; or the name of a workbook (.xlsx).

    """
    from drawdown.mission.example import example
    from drawdown.mission.template import write_template

    refuse_to_overwrite(folder)
    if folder.suffix.lower() == WORKBOOK:
        export_workbook(example(), folder)
    else:
        write_template(folder)
    print(f"{folder}: fill it in, then run drawdown check {folder}")


def schema(table: str | None = None, /, *, page: Flag = False) -> None:
    """Print the JSON Schema of a mission, of one table, or of a plan file.

    Parameters
    ----------
    table
        The name of a table (a sheet of the workbook), or ``plan``; without it the
        whole mission.
    page
        Print the page of the documentation that describes all tables, or plan files.

    """
    if page:
        print(_page(table), end="")
        return
    print(json_text.dumps(_schema(table), ensure_ascii=False, indent=1))


def _page(table: str | None) -> str:
    from drawdown.mission.documentation import tables_page
    from drawdown.plan.documentation import plan_page

    return plan_page() if table == "plan" else tables_page()


def _schema(table: str | None) -> dict[str, Any]:
    from drawdown.mission.schema import mission_schema, table_schema
    from drawdown.plan import plan_schema

    if table == "plan":
        return plan_schema()
    return mission_schema() if table is None else table_schema(table)
