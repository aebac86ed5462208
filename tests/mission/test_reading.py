"""Reading: every cell that is wrong is reported, in words, and once."""

from pathlib import Path

import pytest
from tests.mission.small import small_mission

from drawdown.errors import MissionError, Problem, UsageError
from drawdown.mission import examine, read_mission, write_mission


def problems(tmp_path: Path, table: str, *lines: str) -> list[Problem]:
    """Return the problems of the small mission with another file for one table."""
    write_mission(small_mission(), tmp_path)
    (tmp_path / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(examine(tmp_path).problems)


CELLS = [
    ("teams", "two", "“two” is no whole number", "digits only"),
    ("teams", "1.5", "“1.5” is no whole number", ""),
    ("teams", "1,200", "“1,200” is no whole number", "without separators: 1200"),
    ("teams", "1 200", "“1 200” is no whole number", "write 1200"),
    ("teams", "", "the cell is empty", "fill it in"),
    ("teams", "-1", "-1 is below 0", "correct the number"),
    ("teams", "9" * 400, "too great", ""),
    ("confidence", "sure", "none of the words", "one of reported, derived, assumed"),
    ("confidence", "reportd", "none of the words", "did you mean reported?"),
    ("name", "a\x01b", "control character U+0001", "delete it"),
]


@pytest.mark.parametrize(("column", "cell", "message", "hint"), CELLS)
def test_a_wrong_cell_is_reported_in_words(
    tmp_path: Path, column: str, cell: str, message: str, hint: str
) -> None:
    """With file, row and column, and how to mend it."""
    cells = {"crew_id": "survey", "name": "", "teams": "2", "confidence": ""}
    cells[column] = f'"{cell}"'
    (problem,) = problems(tmp_path, "crews", ",".join(cells), ",".join(cells.values()))
    assert (problem.where, problem.row, problem.column) == ("crews.csv", 2, column)
    assert message in problem.message
    assert hint in problem.hint


DATES = [
    ("31/12/2023", "is no date", "write 2023-12-31, if that is the day you mean"),
    ("45107", "is no date", "as a serial number of Excel it means 2023-06-30"),
    ("2023-02-29", "there is no day 2023-02-29", ""),
    ("soon", "is no date", "year-month-day"),
    ("99/99/2023", "is no date", "year-month-day"),
]


@pytest.mark.parametrize(("cell", "message", "hint"), DATES)
def test_a_wrong_date_is_reported_with_the_day_it_may_mean(
    tmp_path: Path, cell: str, message: str, hint: str
) -> None:
    """As far as one can tell."""
    header = "community_id,start,end,threat"
    (problem,) = problems(tmp_path, "threats", header, f"TOWN,{cell},,0.2")
    assert problem.column == "start"
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        *((word, True) for word in ("yes", "TRUE", "1", "oui")),
        *((word, False) for word in ("no", "False", "0", "non", "")),
    ],
)
def test_yes_and_no_are_read_as_people_write_them(
    tmp_path: Path, cell: str, meaning: bool
) -> None:
    """In English, French and numbers."""
    route = f"R1,BASE,HUB,BASE_FORK; FORK_HUB,{cell}"
    lines = ("route_id,from_id,to_id,legs,two_way", route, "R2,HUB,PORT,HUB_PORT,yes")
    assert problems(tmp_path, "routes", *lines) == []
    first = read_mission(tmp_path).routes[0]
    assert first.two_way is meaning
    assert first.legs == ("BASE_FORK", "FORK_HUB")


def test_unknown_columns_come_with_the_nearest_that_is_missing(tmp_path: Path) -> None:
    """And are counted once for the whole table."""
    (unknown, missing) = problems(
        tmp_path, "crews", "crew_id,team", "survey,1", "other,2"
    )
    assert (unknown.row, unknown.column) == (1, "team")
    assert unknown.hint == "did you mean teams?"
    assert (missing.column, missing.message) == ("teams", "the column is missing")


def test_a_column_that_is_there_twice_is_reported(tmp_path: Path) -> None:
    """One of the two would be lost."""
    (problem,) = problems(tmp_path, "crews", "crew_id,teams,teams", "survey,1,2")
    assert problem.message == "the column is there twice"


def test_a_row_that_is_longer_than_the_header_is_reported(tmp_path: Path) -> None:
    """Most often a comma in a text."""
    (problem,) = problems(tmp_path, "crews", "crew_id,teams", "survey,1,2")
    assert problem.message == "the row has 3 cells, the header 2"


def test_columns_without_name_and_content_are_left_alone(tmp_path: Path) -> None:
    """Spreadsheet programs write them."""
    assert problems(tmp_path, "crews", "crew_id,teams,,", "survey,2,,") == []


def test_what_a_row_does_wrong_as_a_whole_is_reported(tmp_path: Path) -> None:
    """The rule of its type is the message."""
    header = "window_id,leg_id,start,end"
    line = "W1,FORK_HUB,2023-08-20,2023-08-01"
    (problem,) = problems(tmp_path, "windows", header, line)
    assert problem.message == "end 2023-08-01 is before start 2023-08-20"
    assert (problem.row, problem.column) == (2, None)


def test_rows_with_a_wrong_cell_can_still_be_referred_to(tmp_path: Path) -> None:
    """One slip does not make twenty problems."""
    (problem,) = problems(tmp_path, "crews", "crew_id,teams", "survey,many")
    assert problem.column == "teams"


def test_a_missing_table_is_reported_if_it_is_needed(tmp_path: Path) -> None:
    """All others are empty."""
    write_mission(small_mission(), tmp_path)
    for table in ("exits", "windows", "deliverables"):
        (tmp_path / f"{table}.csv").unlink(missing_ok=True)
    found = [(p.where, p.message) for p in examine(tmp_path).problems]
    assert found == [("exits.csv", "the file is missing")]


def test_a_table_that_is_there_twice_is_reported(tmp_path: Path) -> None:
    """As CSV and as workbook."""
    write_mission(small_mission(), tmp_path)
    (tmp_path / "CREWS.CSV").write_text("crew_id,teams\nsurvey,2\n", encoding="utf-8")
    (problem,) = examine(tmp_path).problems
    assert "the table is there twice" in problem.message


TOML = [
    ("[mission", "cannot be read", None),
    ('[decison]\ndeadline = "x"', "there is no section “decison”", "decison"),
    ("mission = 3", "not written as a section", "mission"),
    ("[authority]\nname = 'x'", "not written as a section", "authority"),
    ("[planning]\noverrun_days = -3", "-3 is below 0", "planning.overrun_days"),
    ("[planning]\nlexicographic = 'maybe'", "neither yes", "planning.lexicographic"),
    ("[planning]\noverrun = 3", "there is no column", "planning.overrun"),
    ("[[authority]]\nname = 'x'", "is missing", "authority[1].authority_id"),
    ("[decision]\nsymbol = 'x'", "is missing", "decision.deadline"),
    ("[weights]\nloss = nan", "is no number", "weights.loss"),
]


@pytest.mark.parametrize(("text", "message", "column"), TOML)
def test_a_wrong_mission_toml_is_reported_in_words(
    tmp_path: Path, text: str, message: str, column: str | None
) -> None:
    """With section and key."""
    write_mission(small_mission(), tmp_path)
    (tmp_path / "mission.toml").write_text(text, encoding="utf-8")
    found = [p for p in examine(tmp_path).problems if p.column == column]
    assert any(message in p.message and p.where == "mission.toml" for p in found)


def test_all_errors_are_in_the_exception(tmp_path: Path) -> None:
    """Warnings are not: they do not keep a mission from being planned."""
    write_mission(small_mission(), tmp_path)
    (tmp_path / "crews.csv").write_text("crew_id,teams\nsurvey,x\n", encoding="utf-8")
    (tmp_path / "exits.csv").unlink()
    with pytest.raises(MissionError) as caught:
        read_mission(tmp_path)
    assert [p.where for p in caught.value.problems] == ["crews.csv", "exits.csv"]
    assert "2 problems" in str(caught.value)


def test_a_place_without_a_mission_is_a_slip_of_the_call(tmp_path: Path) -> None:
    """No folder, no workbook."""
    with pytest.raises(UsageError):
        read_mission(tmp_path / "nothing")
