"""Workbooks: a mission survives them, and so does the folder that it came from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from tests.mission.small import small_mission
from tests.mission.strategies import missions

from drawdown.mission import Mission, examine, export_workbook, read_mission
from drawdown.mission.csv_folder import folder_files, read_folder
from drawdown.mission.draft import Draft
from drawdown.mission.reading import build
from drawdown.mission.sheet import Line
from drawdown.mission.workbook_reader import read_workbook
from drawdown.mission.workbook_writer import workbook_bytes
from drawdown.mission.writing import sheets_of


def through_folder(mission: Mission, folder: Path) -> Draft:
    """Return what is read from the folder of a mission."""
    folder.mkdir(exist_ok=True)
    for name, data in folder_files(sheets_of(mission)).items():
        (folder / name).write_bytes(data)
    return build(*read_folder(folder))


def through_workbook(mission: Mission, path: Path) -> Draft:
    """Return what is read from the workbook of a mission."""
    path.write_bytes(workbook_bytes(sheets_of(mission)))
    return build(*read_workbook(path))


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(mission=missions())
def test_folder_and_workbook_give_back_every_value(
    tmp_path: Path, mission: Mission
) -> None:
    """Folder → workbook → folder is the same mission and the same bytes."""
    one = through_folder(mission, tmp_path / "one")
    assert not one.problems
    assert one.mission == mission
    two = through_workbook(one.mission, tmp_path / "m.xlsx")
    assert not two.problems
    assert two.mission == mission
    assert folder_files(sheets_of(two.mission)) == folder_files(sheets_of(mission))


def test_a_workbook_reads_as_the_mission_that_it_was_made_of(tmp_path: Path) -> None:
    """Export and read, with all checks."""
    export_workbook(small_mission(), tmp_path / "m.xlsx")
    assert read_mission(tmp_path / "m.xlsx") == small_mission()


def test_equal_missions_give_the_same_workbook() -> None:
    """No time of day is in it."""
    first = workbook_bytes(sheets_of(small_mission()))
    assert first == workbook_bytes(sheets_of(small_mission()))


def cells(path: Path, fill: Callable[[Any, Any], None], name: str = "crews") -> Path:
    """Write a workbook of one sheet that a person could have made."""
    with xlsxwriter.Workbook(path) as book:
        fill(book.add_worksheet(name), book)
    return path


def test_a_table_may_begin_anywhere_and_have_comments(tmp_path: Path) -> None:
    """Rows are counted as the spreadsheet program counts them."""

    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("B2", ["# a remark"])
        sheet.write_row("B4", ["crew_id", "teams"])
        sheet.write_row("B6", ["survey", 2])

    (sheet,), problems = read_workbook(cells(tmp_path / "m.xlsx", fill, "Crews "))
    assert problems == []
    assert (sheet.table, sheet.header, sheet.header_line) == (
        "crews",
        ("crew_id", "teams"),
        4,
    )
    assert sheet.lines == (Line(number=6, cells=("survey", 2.0)),)


def test_the_error_of_a_formula_is_reported_and_not_taken_for_absence(
    tmp_path: Path,
) -> None:
    """#DIV/0! is no empty cell; the value of a good formula is read."""

    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("B2", ["crew_id", "teams"])
        sheet.write_row("B3", ["a", 0])
        sheet.write_formula("C3", "=1/0", None, "#DIV/0!")
        sheet.write_row("B4", ["b", 0])
        sheet.write_formula("C4", "=1+1", None, 2)

    draft = build(*read_workbook(cells(tmp_path / "m.xlsx", fill)))
    (problem,) = (p for p in draft.problems if p.where == "sheet crews")
    assert (problem.row, problem.column) == (3, "teams")
    assert "#DIV/0!" in problem.message
    assert draft.mission.crews[1].teams == 2


def test_dates_of_a_spreadsheet_are_read_as_days(tmp_path: Path) -> None:
    """Real dates and serial numbers; a time of day is reported."""

    def fill(sheet: Any, book: Any) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row("A1", ["community_id", "threat", "start", "end"])
        sheet.write_row("A2", ["a", 0.5, 45107])
        sheet.write_datetime("D2", date(2023, 7, 1), day)
        sheet.write_row("A3", ["b", 0.5, 45107.25])
        sheet.write_datetime("D3", datetime(2023, 7, 1, 12), day)  # noqa: DTZ001

    draft = build(*read_workbook(cells(tmp_path / "m.xlsx", fill, "threats")))
    first = draft.mission.threats[0]
    assert (first.start, first.end) == (date(2023, 6, 30), date(2023, 7, 1))
    found = {(p.row, p.column) for p in draft.problems if p.where == "sheet threats"}
    assert found == {(3, "start"), (3, "end")}


def test_an_unknown_sheet_comes_with_the_nearest(tmp_path: Path) -> None:
    """And the readme is no table."""

    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("A1", ["crew_id"])
        book.add_worksheet("readme")

    path = cells(tmp_path / "m.xlsx", fill, "crew")
    problems = {p.where: p for p in examine(path).problems}
    assert "did you mean crews?" in problems["sheet crew"].hint
    assert "sheet readme" not in problems
    assert "sheet sites" in problems


def test_what_is_no_number_for_a_workbook_is_kept_as_text(tmp_path: Path) -> None:
    """Digits that a workbook would lose, and texts that look like formulas."""
    mission = small_mission()
    (crew,) = mission.crews
    odd = replace(
        mission,
        crews=(replace(crew, name="=HYPERLINK(1)", teams=2**60 + 1),),
        lots=(replace(mission.lots[0], value=0.1 + 0.2),),
    )
    export_workbook(odd, tmp_path / "m.xlsx")
    assert read_mission(tmp_path / "m.xlsx") == odd


def test_words_and_names_can_be_chosen_from_lists(tmp_path: Path) -> None:
    """Words are enforced, names are offered; the header stays in sight."""
    export_workbook(small_mission(), tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    lists = {
        book["lots"]
        .cell(1, min(one.min_col for one in validation.ranges.ranges))
        .value: validation
        for validation in book["lots"].data_validations.dataValidation
        if validation.type == "list"
    }
    assert lists["owner"].formula1 == '"COE,UNOE"'
    assert lists["owner"].showErrorMessage
    assert lists["sensitive"].formula1 == '"yes,no"'
    assert lists["site_id"].formula1 == "sites!$A$2:$A$1002"
    assert not lists["site_id"].showErrorMessage
    assert book["lots"].freeze_panes == "A2"
    assert book.sheetnames[0] == "readme"
