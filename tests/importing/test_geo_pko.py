"""Geo-PKO tables become missions that the program's own check accepts."""

from datetime import date
from pathlib import Path

import pytest
from tests.importing import tables

from drawdown.errors import DrawdownError, InputError, TableError, UsageError
from drawdown.importing.geo_pko import contents, import_geo_pko
from drawdown.mission import Mission, examine, read_mission
from drawdown.quantities import Confidence

ALL = {
    "frontmap": (tables.FRONTMAP, date(2019, 7, 1)),
    "tccmap": (tables.TCCMAP, date(2019, 7, 1)),
    "ttmap": (tables.TTMAP, date(2019, 7, 1)),
    "monthly": (tables.MONTHLY, date(2018, 5, 20)),
    "location map": (tables.LOCATION_MAP, date(2021, 6, 1)),
}


def put(folder: Path, text: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def imported(folder: Path, text: str, on: date = date(2019, 7, 1)) -> Mission:
    return import_geo_pko([put(folder, text)], "UNARNIA", on).mission


@pytest.mark.parametrize("table", ALL)
def test_every_version_gives_a_mission_without_a_problem(table, tmp_path) -> None:
    """The folder is read again as it was made."""
    text, on = ALL[table]
    found = import_geo_pko([put(tmp_path, text)], "UNARNIA", on)
    found.write(tmp_path / "mission")
    assert examine(tmp_path / "mission").problems == ()
    assert read_mission(tmp_path / "mission") == found.mission
    assert "Journal of Peace Research" in (tmp_path / "mission/SOURCE.md").read_text()
    page = (tmp_path / "mission/TODO.md").read_text()
    assert all(f"`{item.table}`: {item.what}" in page for item in found.todo)


def test_the_greatest_strength_of_a_year_is_taken_and_the_others_are_told(
    tmp_path,
) -> None:
    """A table by years does not say on which day a strength held."""
    mission = imported(tmp_path, tables.FRONTMAP)
    westa = next(site for site in mission.sites if site.site_id == "WESTA")
    assert [u.strength for u in mission.units if u.site_id == "WESTA"] == [800]
    assert "650" in westa.evidence.note


def test_two_spellings_of_one_point_are_one_site(tmp_path) -> None:
    """Tapeta and Tapita."""
    mission = imported(tmp_path, tables.FRONTMAP)
    (site,) = (site for site in mission.sites if site.latitude == 14.25)
    assert site.name == "Tapita"
    assert "Tapeta" in site.evidence.note


def test_the_headquarters_is_the_site_over_which_all_leave(tmp_path) -> None:
    """It stays open for the liquidation; all roads lead to it."""
    mission = imported(tmp_path, tables.FRONTMAP)
    assert [s.name for s in mission.sites if s.liquidation] == ["Ostra"]
    roads = [leg for leg in mission.legs if leg.leg_id.endswith("-ROAD")]
    assert {leg.to_id for leg in roads} == {"OSTRA", "PORT"}


def test_observers_without_troops_are_no_unit(tmp_path) -> None:
    """How many they are is not known; the to-do says so."""
    found = import_geo_pko(
        [put(tmp_path, tables.FRONTMAP)], "UNARNIA", date(2019, 1, 1)
    )
    assert not [u for u in found.mission.units if u.site_id == "LOOKOUT"]
    assert any("Lookout" in item.what for item in found.todo)


def test_a_strength_that_is_not_known_is_assumed_and_listed(tmp_path) -> None:
    """Empty, “unknown”, “size unknown”: a company."""
    found = import_geo_pko([put(tmp_path, tables.TCCMAP)], "UNARNIA", date(2019, 1, 1))
    unit = next(u for u in found.mission.units if u.country == "Dunland")
    assert unit.strength == 150
    assert unit.evidence_of("strength").confidence is Confidence.ASSUMED
    assert any(unit.unit_id in item.what for item in found.todo)


def test_tables_complete_each_other(tmp_path) -> None:
    """Headquarters from one, countries from the other."""
    paths = [
        put(tmp_path, tables.FRONTMAP, "front.csv"),
        put(tmp_path, tables.TCCMAP, "tcc.csv"),
    ]
    mission = import_geo_pko(paths, "UNARNIA", date(2019, 1, 1)).mission
    at = {unit.country: unit for unit in mission.units if unit.site_id == "OSTRA"}
    assert at["Corvia"].strength == 650
    # 150 of the 900 are infantry, of whom 0.7 guard.
    assert at["Corvia"].guard_capable == int(650 * 150 / 900 * 0.7)
    assert next(s for s in mission.sites if s.liquidation).site_id == "OSTRA"


def test_names_that_were_encoded_twice_are_mended(tmp_path) -> None:
    """Ménaka."""
    mission = imported(tmp_path, tables.MONTHLY, date(2018, 3, 1))
    assert mission.sites[0].name == "Ménaka"
    assert mission.sites[0].site_id == "MENAKA"


def test_the_last_map_before_the_day_holds(tmp_path) -> None:
    """March until the map of September; parts of a person are rounded."""
    august = imported(tmp_path, tables.MONTHLY, date(2018, 8, 31))
    assert sorted(u.strength for u in august.units) == [60, 150, 150, 650]
    october = imported(tmp_path, tables.MONTHLY, date(2018, 10, 1))
    assert sorted(u.strength for u in october.units) == [60, 337]


@pytest.mark.parametrize(
    ("text", "on", "says"),
    [
        (tables.MONTHLY, date(2018, 2, 1), "2018-03, 2018-09"),
        (tables.MONTHLY, date(2020, 2, 1), "2018-03, 2018-09"),
        (tables.FRONTMAP, date(2018, 2, 1), "2019, 2020"),
    ],
)
def test_a_day_that_no_map_tells_of_is_answered_with_the_dates(
    text, on, says, tmp_path
) -> None:
    """Before the first, long after the last."""
    with pytest.raises(InputError, match=says):
        imported(tmp_path, text, on)


def test_a_name_that_two_missions_begin_with_is_asked_back(tmp_path) -> None:
    """UNAR; and UNARN is enough, in any case."""
    path = put(tmp_path, tables.FRONTMAP)
    with pytest.raises(UsageError, match="UNARCHIA or UNARNIA"):
        import_geo_pko([path], "unar", date(2019, 1, 1))
    found = import_geo_pko([path], "unarn", date(2019, 1, 1))
    assert found.mission.header.name.startswith("UNARNIA")
    with pytest.raises(InputError, match="UNARCHIA, UNARNIA"):
        import_geo_pko([path], "XYZ", date(2019, 1, 1))


def test_a_table_that_is_not_known_is_told_which_columns_it_lacks(tmp_path) -> None:
    """The nearest version first."""
    text = tables.TCCMAP.replace("year.overview", "overview")
    with pytest.raises(InputError, match=r"TCCMap v2\) lacks year.overview"):
        imported(tmp_path, text)


def test_all_cells_that_cannot_be_read_are_reported(tmp_path) -> None:
    """With row and column; rows of other missions do not matter."""
    text = tables.FRONTMAP.replace("12.0,-8.0,150.0,900.0", "12.0,-888,150.0,many")
    text = text.replace("650.0,800.0", "650.0,-1").replace("1.0,2.0", "x,y")
    with pytest.raises(TableError) as caught:
        imported(tmp_path, text)
    places = [(p.row, p.column) for p in caught.value.problems]
    assert places == [(2, "longitude"), (2, "NoTroops"), (4, "NoTroops")]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"a,b\n1,2\n", b'"', b"\xff\xfe"]
)
def test_a_file_that_is_no_table_is_one_clear_message(content, tmp_path) -> None:
    """Empty, a workbook, an archive, other columns."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(DrawdownError):
        import_geo_pko([path], "UNARNIA", date(2019, 1, 1))


def test_the_list_has_missions_and_dates(tmp_path) -> None:
    """As they can be asked for."""
    assert str(contents(put(tmp_path, tables.FRONTMAP))).splitlines()[1:] == [
        "UNARCHIA: 2019",
        "UNARNIA: 2019, 2020",
    ]


SHARED = Path(__file__).parents[3] / "shared" / "data"
FOLDERS = ("geopko_mali", "geopko_other")


def cases(step: int):
    """Yield file, mission and date for every map and year, or for some of them."""
    for path in sorted(p for f in FOLDERS for p in (SHARED / f).glob("*.csv")):
        for mission, dates in contents(path).missions.items():
            for year, month in dates[::step]:
                yield path, mission, date(year, month or 7, 15)


@pytest.mark.shared
@pytest.mark.parametrize(
    "step", [20, pytest.param(1, marks=pytest.mark.long)], ids=["some", "all"]
)
def test_every_mission_on_every_date_is_accepted(step, tmp_path) -> None:
    """All versions of the real table."""
    if not (SHARED / FOLDERS[0]).is_dir():
        pytest.skip("the shared material is not there")
    found = list(cases(step))
    assert len(found) > 200 / step
    for number, (path, mission, on) in enumerate(found):
        import_geo_pko([path], mission, on).write(tmp_path / str(number))
        assert examine(tmp_path / str(number)).problems == (), (path, mission, on)
