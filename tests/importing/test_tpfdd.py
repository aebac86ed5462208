"""Movement requirements: into a mission to start from, or one that is there."""

from datetime import date
from pathlib import Path

import pytest

from drawdown.errors import InputError, TableError
from drawdown.importing.tpfdd import (
    import_as_start,
    import_into,
    read_requirements,
)
from drawdown.mission import ExitKind, bundled, examine, read_mission
from drawdown.quantities import Confidence

ON = date(2030, 1, 1)
HEADER = (
    "ULN,Force description,Country,Origin,POE,POD,RLD,LAD,Mode,PAX,Short tons,Vehicles"
)
LINES = (
    "A1,1st company,Corvia,Camp Ostra,Kelvaport,Homeport,C+010,2030-03-01,SE,120,25,14",
    "A2,Staff,Corvia,Camp Ostra,Kelva air base,,05JAN2030,C060,A,40,,",
    "B1,Stores,,Westa,Kelvaport,,,,sea,0,101,",
    "B2,Nothing,,Westa,Kelvaport,,,,L,,,",
)


def put(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "requirements.csv"
    path.write_text("\n".join((header, *lines, "")), encoding="utf-8")
    return path


def test_lines_become_units_lots_sites_and_exits(tmp_path) -> None:
    """Tons become containers; the mode says what the exit is."""
    table = read_requirements(put(tmp_path, *LINES), ON)
    found = import_as_start(table, "UNARNIA", ON)
    mission = found.mission
    assert {u.unit_id: u.strength for u in mission.units} == {"A1": 120, "A2": 40}
    assert {lot.lot_id: lot.count for lot in mission.lots} == {
        "A1-containers": 3,
        "A1-vehicles": 14,
        "B1-containers": 11,
    }
    assert [site.name for site in mission.sites] == ["Camp Ostra", "Westa"]
    assert {e.name: e.kind for e in mission.exits} == {
        "Kelvaport": ExitKind.PORT,
        "Kelva air base": ExitKind.AIRPORT,
    }
    assert mission.units[0].leaves_by == date(2030, 3, 1)
    assert mission.units[0].exits == (mission.exits[0].exit_id,)
    assert "ready to load on 2030-01-11" in mission.units[0].evidence.note
    assert mission.units[1].leaves_by == date(2030, 3, 2)
    assert mission.decision.deadline == date(2030, 3, 2)
    assert mission.lots[0].evidence_of("count").confidence is Confidence.ASSUMED
    assert any("B2" in item.what for item in found.todo)


def test_the_folder_has_no_problem(tmp_path) -> None:
    """And is read again as it was made."""
    table = read_requirements(put(tmp_path, *LINES), ON)
    found = import_as_start(table, "UNARNIA", ON)
    found.write(tmp_path / "mission")
    assert examine(tmp_path / "mission").problems == ()
    assert read_mission(tmp_path / "mission") == found.mission


def test_everything_that_is_wrong_is_reported_at_once(tmp_path) -> None:
    """With the row and the column as it is written in the file."""
    path = put(
        tmp_path,
        "A1,,,Ostra,,,C+20,C+10,boat,12.5,x,-3",
        "A1,,,,Kelvaport,,31/12/2029,,A,1,,",
        "***,,,Ostra,Kelvaport,,,2029-12-31,A,1,,",
    )
    with pytest.raises(TableError) as caught:
        read_requirements(path, ON)
    places = [(p.row, p.column) for p in caught.value.problems]
    assert sorted(places) == [
        (2, "LAD"),
        (2, "Mode"),
        (2, "PAX"),
        (2, "POE"),
        (2, "Short tons"),
        (2, "Vehicles"),
        (3, "Origin"),
        (3, "RLD"),
        (3, "ULN"),
        (4, "LAD"),
        (4, "ULN"),
    ]
    assert all(problem.hint for problem in caught.value.problems)


def test_columns_that_are_missing_are_named(tmp_path) -> None:
    """With other names for them."""
    path = put(tmp_path, "A1,x", header="Unit line number,Remarks")
    with pytest.raises(InputError, match=r"origin .*poe .*one of pax"):
        read_requirements(path, ON)


def test_a_table_that_moves_nothing_is_refused(tmp_path) -> None:
    """No mission comes of it."""
    table = read_requirements(put(tmp_path, LINES[-1]), ON)
    with pytest.raises(TableError, match="1 problem"):
        import_as_start(table, "UNARNIA", ON)


TUTORIAL = read_mission(bundled("tutorial"))
INTO = "ULN,Unit,Origin,POE,LAD,PAX,Containers"


def test_lines_go_into_a_mission_by_identifier_or_name(tmp_path) -> None:
    """A unit that is there keeps what the table does not know."""
    path = put(
        tmp_path,
        "RIVERCOY,,River post,home,2030-03-12,18,",
        "NEW,Stores,hill,The port,,0,2",
        header=INTO,
    )
    found = import_into(TUTORIAL, read_requirements(path, TUTORIAL.header.start))
    assert (found.added, found.changed) == (("NEW-containers",), ("RIVERCOY",))
    unit = next(u for u in found.mission.units if u.unit_id == "RIVERCOY")
    before = next(u for u in TUTORIAL.units if u.unit_id == "RIVERCOY")
    assert (unit.strength, unit.leaves_by) == (18, date(2030, 3, 12))
    assert (unit.role, unit.guard_capable) == (before.role, before.guard_capable)
    assert unit.exits == ("HOME",)
    assert found.mission.sites == TUTORIAL.sites


def test_places_that_the_mission_does_not_have_are_reported(tmp_path) -> None:
    """All of them, with the nearest."""
    path = put(tmp_path, "A,,RIVR,HOME,,5,", "B,,HQ,Moon,,5,", header=INTO)
    with pytest.raises(TableError) as caught:
        import_into(TUTORIAL, read_requirements(path, TUTORIAL.header.start))
    assert [(p.row, p.column) for p in caught.value.problems] == [
        (2, "Origin"),
        (3, "POE"),
    ]
    assert "RIVER" in caught.value.problems[0].hint


def test_lines_that_the_mission_cannot_hold_are_refused(tmp_path) -> None:
    """An exit that takes no people."""
    path = put(tmp_path, "A,,RIVER,PORT,,500,", header=INTO)
    with pytest.raises(TableError) as caught:
        import_into(TUTORIAL, read_requirements(path, TUTORIAL.header.start))
    said = " ".join(str(problem) for problem in caught.value.problems)
    assert "no route carries the people of A" in said
