"""CSV files as people and programs write them."""

from pathlib import Path

import pytest

from drawdown.errors import Problem
from drawdown.mission.csv_text import read_csv
from drawdown.mission.sheet import Line, Sheet


def read(tmp_path: Path, content: bytes) -> tuple[Sheet, list[Problem]]:
    """Return what is read from a file of crews."""
    path = tmp_path / "crews.csv"
    path.write_bytes(content)
    return read_csv(path, "crews")


EXPECTED = (("crew_id", "name", "teams"), (Line(number=2, cells=("a", "Équipe", "2")),))


@pytest.mark.parametrize(
    "content",
    [
        "crew_id,name,teams\na,Équipe,2\n".encode(),
        b"\xef\xbb\xbf" + "crew_id,name,teams\r\na,Équipe,2\r\n".encode(),
        "crew_id;name;teams\na;Équipe;2".encode(),
        "crew_id\tname\tteams\ra\tÉquipe\t2\r".encode(),
        "crew_id\tname\tteams\r\na\tÉquipe\t2\r\n".encode("utf-16"),
        '"crew_id", name ,teams\na,Équipe,2\n'.replace(" name ", "name").encode(),
    ],
    ids=["plain", "bom-crlf", "semicolon", "tab-cr", "utf-16", "quoted"],
)
def test_tables_are_read_as_other_programs_write_them(
    tmp_path: Path, content: bytes
) -> None:
    """Byte order mark, line ends, separators."""
    sheet, problems = read(tmp_path, content)
    assert problems == []
    assert (sheet.header, sheet.lines) == EXPECTED


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    """The row of the first odd letter is named."""
    content = "crew_id,name,teams\na,Équipe,2\n".encode("cp1252")
    sheet, (problem,) = read(tmp_path, content)
    assert (sheet.header, sheet.lines) == EXPECTED
    assert (problem.level, problem.row) == ("warning", 2)


def test_rows_are_counted_as_an_editor_counts_lines(tmp_path: Path) -> None:
    """Comments, empty lines and texts of several lines count."""
    content = b'# a, b\n\ncrew_id,name,teams\na,"two\nlines",2\n,,\nb,,3\n'
    sheet, problems = read(tmp_path, content)
    assert problems == []
    assert sheet.header_line == 3
    assert [line.number for line in sheet.lines] == [4, 7]


def test_a_quotation_mark_that_is_not_closed_is_reported(tmp_path: Path) -> None:
    """In the row where it is opened."""
    _, (problem,) = read(tmp_path, b'crew_id,name,teams\na,x,1\nb,"y,2\nc,z,3\n')
    assert problem.row == 3
    assert "not closed" in problem.message


def test_a_quotation_mark_within_a_cell_costs_its_row_only(tmp_path: Path) -> None:
    """The others are read."""
    content = b'crew_id,name,teams\na,"x"y,1\nb,z,2\n'
    sheet, (problem,) = read(tmp_path, content)
    assert problem.row == 2
    assert sheet.lines[-1].cells == ("b", "z", "2")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n"])
def test_an_empty_file_is_reported(tmp_path: Path, content: bytes) -> None:
    """It has not even a header."""
    sheet, (problem,) = read(tmp_path, content)
    assert sheet.header == ()
    assert "empty" in problem.message


def test_a_vast_cell_leaves_the_rest_of_its_row_readable(tmp_path: Path) -> None:
    """Only its middle is dropped; the row after it is read too."""
    content = b'crew_id,name,teams\na,"' + b"x" * 5_000_000 + b'",2\nb,y,3\n'
    sheet, problems = read(tmp_path, content)
    assert problems == []
    first, second = sheet.lines
    assert (first.cells[0], first.cells[2]) == ("a", "2")
    assert 32_767 < len(str(first.cells[1])) < 100_000
    assert second.cells == ("b", "y", "3")
