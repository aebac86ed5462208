"""``drawdown export``: a mission as a workbook, a mission and a plan as other files."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter, Token

from drawdown.brief.redaction import Level
from drawdown.cli.classification import ensure_one_line
from drawdown.cli.overwriting import refuse_to_overwrite
from drawdown.errors import UsageError
from drawdown.export.dossier import dossier
from drawdown.export.format import Format, format_of
from drawdown.export.quotes import Quote
from drawdown.export.write import write_export, write_exports
from drawdown.language import Language
from drawdown.mission import export_workbook, locate, read_mission
from drawdown.plan import read_plan

ALL: Literal["all"] = "all"
NAMES = (*(which.value for which in Format), ALL)


def _formats(_: object, tokens: Sequence[Token]) -> list[Format | Literal["all"]]:
    """Return the formats that are asked for by name."""
    for token in tokens:
        if token.value not in NAMES:
            raise UsageError(
                f"--to: there is no format “{token.value}”",
                hint=f"there are {', '.join(NAMES)}",
            )
    return [ALL if t.value == ALL else Format(t.value) for t in tokens]


Flag = Annotated[bool, Parameter(negative="")]
Output = Annotated[Path | None, Parameter(name=["--output", "-o"])]
To = Annotated[
    list[Format | Literal["all"]],
    Parameter(name="--to", negative="", consume_multiple=False, converter=_formats),
]
WORKBOOK = ".xlsx"
QUOTING = {Format.TRANSFER_PLAN, Format.TRANSFER_PLAN_MD}
"""Formats that quote the documents; to read them takes a second or two."""


def export(
    mission: str,
    plan: Path | None = None,
    /,
    *,
    to: To | None = None,
    output: Output = None,
    lang: str = "en",
    classification: str = "",
    redact: Level = Level.NONE,
    replace: Flag = False,
) -> None:
    """Write a mission as a workbook, or a plan of it as files of other programs.

    With a workbook (.xlsx) instead of a plan: the mission itself, without loss, to be
    worked in and taken back by import. With a plan, --to says as what:

    * xlsx, csv: all tables of the plan as a workbook or a folder
    * geojson: a map, for QGIS and others
    * ics: the dates, for calendars
    * mspdi: a project (XML), for MS Project, ProjectLibre and others
    * pdf: the briefing on paper (needs the extra drawdown[pdf])
    * transfer-plan, transfer-plan-md: a draft of the plan for the transfer of tasks
    * all: each of these, into a folder

    Parameters
    ----------
    mission
        A mission folder, a workbook, or the name of a bundled mission.
    plan
        The plan file; or the workbook to write.
    to
        The format; several of them, or all, go into a folder. Without it the ending of
        the file says it.
    output
        The file to write; for csv, all or several formats the folder.
    lang
        The language of the texts: en or fr.
    classification
        Stands on every page and in every file: "UN CONFIDENTIAL".
    redact
        What is left out or coarsened: none, partner, public (docs/briefing.md).
    replace
        Write over what is there.

    """
    if plan is None or plan.suffix.lower() == WORKBOOK:
        _export_mission(mission, plan or output, to, replace=replace)
        return
    formats, path = _wanted(to or [], output)
    _demand_place(path, folder=len(formats) > 1 or formats[0].is_folder)
    if not replace:
        refuse_to_overwrite(path)
    ensure_one_line(classification)
    place = locate(mission)
    found = dossier(
        read_mission(place),
        read_plan(plan),
        language=Language(lang),
        classification=classification,
        level=redact,
        quotes=_quotes(place, formats),
        plan_name=str(plan),
    )
    if found.facts.heading.other_tables:
        print(
            "drawdown: the mission has changed since this plan was made",
            file=sys.stderr,
        )
    one = len(formats) == 1
    write = (
        write_export(found, formats[0], path)
        if one
        else write_exports(found, formats, path)
    )
    print(*write, sep="\n")


def _demand_place(path: Path, *, folder: bool) -> None:
    """Ensure that a path can be the file or the folder that is to be written.

    Raises
    ------
    UsageError
        It is the other of the two.

    """
    if folder and path.is_file():
        raise UsageError("this is a file", where=str(path), hint="name a folder")
    if not folder and path.is_dir():
        raise UsageError("this is a folder", where=str(path), hint="name a file in it")
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent))


def _quotes(mission: Path, formats: list[Format]) -> tuple[Quote, ...]:
    """Return what the documents of a mission say of its dates, if that is shown."""
    if not QUOTING.intersection(formats):
        return ()
    from drawdown.export.document_quotes import document_quotes

    return document_quotes(mission)


def _export_mission(
    mission: str,
    workbook: Path | None,
    to: list[Format | Literal["all"]] | None,
    *,
    replace: bool,
) -> None:
    """Write the mission itself as a workbook."""
    if workbook is None or (to and to != [Format.XLSX]):
        raise UsageError(
            "no plan is given",
            hint="drawdown export MISSION PLAN --to … -o FILE; without a plan only a "
            "workbook can be written: drawdown export MISSION FILE.xlsx",
        )
    if workbook.suffix.lower() != WORKBOOK:
        raise UsageError("a workbook ends in .xlsx", where=str(workbook))
    if not replace:
        refuse_to_overwrite(workbook)
    export_workbook(read_mission(locate(mission)), workbook)
    print(workbook)


def _wanted(
    to: list[Format | Literal["all"]], output: Path | None
) -> tuple[list[Format], Path]:
    """Return the formats that are asked for, and where they go.

    Raises
    ------
    UsageError
        Nothing says which, or where.

    """
    if output is None:
        raise UsageError("no file is given to write", hint="-o FILE, or -o FOLDER")
    if not to:
        found = format_of(output)
        if found is None:
            names = ", ".join(NAMES)
            raise UsageError(
                f"the ending of {output} says no format", hint=f"--to {names}"
            )
        return [found], output
    if "all" in to:
        return _all(), output
    return [which for which in Format if which in to], output


def _all() -> list[Format]:
    """Return all formats that can be made here; say which cannot."""
    from drawdown.export.pdf import typst_is_there

    if typst_is_there():
        return list(Format)
    print(
        "drawdown: no PDF without Typst: pip install 'drawdown[pdf]'", file=sys.stderr
    )
    return [which for which in Format if which is not Format.PDF]
