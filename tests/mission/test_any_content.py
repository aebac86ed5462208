"""Whatever stands in the files of a mission: problems are reported, nothing breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mission.small import small_mission

from drawdown.mission import examine
from drawdown.mission.csv_folder import CSV_TABLES, folder_files
from drawdown.mission.template import template_files
from drawdown.mission.writing import sheets_of

SMALL = folder_files(sheets_of(small_mission()))
TEMPLATE = template_files()


def lay(folder: Path, files: dict[str, bytes]) -> None:
    """Write files without the care that is taken of those that matter."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
odd = st.sampled_from(
    [
        *(b"", b"-1", b"1e999", b"nan", b"2023-13-45", b"#", b'"', b'""', b"\xff"),
        *(b"=1+1", b";;", b"\n", b"\r", b"\x00", b",", b"BASE", b"HUB", b"99999999999"),
        *(b"yes", b"road", b"PORT", b"0", b"9999-12-31", b"0001-01-01"),
    ]
)


@quick
@given(
    table=st.sampled_from(CSV_TABLES),
    content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
)
def test_any_bytes_in_a_csv_file_are_read_or_reported(
    tmp_path: Path, table: str, content: bytes
) -> None:
    """Without an exception."""
    lay(tmp_path, {**SMALL, f"{table}.csv": content})
    examine(tmp_path)


@quick
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_in_mission_toml_are_read_or_reported(
    tmp_path: Path, content: bytes
) -> None:
    """Without an exception."""
    lay(tmp_path, {**SMALL, "mission.toml": content})
    examine(tmp_path)


@quick
@given(content=st.binary(max_size=200))
def test_any_bytes_in_a_workbook_are_reported(tmp_path: Path, content: bytes) -> None:
    """Without an exception."""
    (tmp_path / "m.xlsx").write_bytes(content)
    assert examine(tmp_path / "m.xlsx").mission is None


@quick
@given(data=st.data())
def test_a_template_with_any_cells_changed_is_read_or_reported(
    tmp_path: Path, data: st.DataObject
) -> None:
    """Values that are valid by themselves and fit to nothing, in several tables."""
    lay(tmp_path, TEMPLATE)
    for name in data.draw(st.lists(st.sampled_from(CSV_TABLES), max_size=4)):
        path = tmp_path / f"{name}.csv"
        lines = path.read_bytes().split(b"\n")
        cells = lines[-2].split(b",")
        place = data.draw(st.integers(0, len(cells) - 1))
        cells[place] = data.draw(odd)
        lines[-2] = b",".join(cells)
        path.write_bytes(b"\n".join(lines))
    examine(tmp_path)


@quick
@given(data=st.data())
def test_a_mission_toml_with_any_value_changed_is_read_or_reported(
    tmp_path: Path, data: st.DataObject
) -> None:
    """Values of any type for any key."""
    lines = SMALL["mission.toml"].decode().splitlines()
    keys = [number for number, line in enumerate(lines) if "=" in line]
    number = data.draw(st.sampled_from(keys))
    key = lines[number].partition(" =")[0]
    value = data.draw(
        st.sampled_from(
            [
                *("1", "-1", "1.5", "inf", "nan", "true", "45107", "45107.5"),
                *("''", "'x'", "[]", "['a']", "[1]", "{}", "9999-12-31"),
                *("2023-01-01", "2023-01-01T10:00:00Z", "10:00:00", "0001-01-01"),
            ]
        )
    )
    lines[number] = f"{key} = {value}"
    lay(tmp_path, {**SMALL, "mission.toml": "\n".join(lines).encode()})
    examine(tmp_path)


@pytest.mark.parametrize("name", ["sites.csv", "mission.toml", "lots.xlsx"])
def test_a_folder_that_is_named_like_a_file_is_no_file(
    tmp_path: Path, name: str
) -> None:
    """It is reported as missing, if the file is needed."""
    lay(tmp_path, SMALL)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).mkdir()
    examined = examine(tmp_path)
    assert (examined.mission is None) == (name != "lots.xlsx")
