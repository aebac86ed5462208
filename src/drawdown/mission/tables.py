"""The tables of a mission: their names, rows, keys, and what refers to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from drawdown.mission.actuals import ClosureActual, DepartureActual
from drawdown.mission.decision import Authority, Decision, Deliverable
from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.lots import Lot
from drawdown.mission.mission import Header
from drawdown.mission.policy import Planning, Weights
from drawdown.mission.routes import Hazard, Leg, Permit, Route, Window
from drawdown.mission.row import Row
from drawdown.mission.sites import Crew, Exit, Node, Site, Step
from drawdown.mission.transport import Fleet
from drawdown.mission.units import Escort, Unit

PLACES = ("sites", "exits", "nodes")
ENDS = ("sites", "exits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the mission."""

    name: str
    """The field of ``Mission``; also the name of the CSV file."""
    sheet: str
    """The sheet of the workbook; for sections of mission.toml, their name there."""
    row: type[Row]
    key: tuple[str, ...] = ()
    """The columns that no two rows share; empty: no two rows are wholly alike."""
    references: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """For each column that names rows: the tables in which they may be."""
    required: bool = False
    single: bool = False
    """It has exactly one row."""
    in_toml: bool = False
    """It is a section of mission.toml and not a CSV file."""
    actual: bool = False
    """It holds what happened; no plan depends on it."""


def _section(name: str, sheet: str, row: type[Row], key: tuple[str, ...]) -> Table:
    """Return a table that is an array of sections of mission.toml."""
    return Table(name=name, sheet=sheet, row=row, key=key, in_toml=True)


def _single(name: str, sheet: str, row: type[Row], *, required: bool) -> Table:
    """Return a table of one row that is a section of mission.toml."""
    return Table(
        name=name, sheet=sheet, row=row, required=required, single=True, in_toml=True
    )


def _table(
    name: str,
    row: type[Row],
    *key: str,
    required: bool = False,
    actual: bool = False,
    **references: tuple[str, ...],
) -> Table:
    """Return a table that is a CSV file."""
    return Table(
        name=name,
        sheet=name,
        row=row,
        key=key,
        references=MappingProxyType(references),
        required=required,
        actual=actual,
    )


TABLES: tuple[Table, ...] = (
    _single("header", "mission", Header, required=True),
    _single("decision", "decision", Decision, required=True),
    _section("authorities", "authority", Authority, ("authority_id",)),
    _section("deliverables", "deliverable", Deliverable, ("deliverable_id",)),
    _single("weights", "weights", Weights, required=False),
    _single("planning", "planning", Planning, required=False),
    _table("sites", Site, "site_id", required=True),
    _table("steps", Step, "site_kind", "step_id", after=("steps",), crew=("crews",)),
    _table("crews", Crew, "crew_id"),
    _table("nodes", Node, "node_id"),
    _table("exits", Exit, "exit_id", required=True),
    _table(
        "units", Unit, "unit_id", required=True, site_id=("sites",), exits=("exits",)
    ),
    _table(
        "escorts",
        Escort,
        "escort_id",
        unit_id=("units",),
        home_id=("sites",),
        legs=("legs",),
    ),
    _table("lots", Lot, "lot_id", site_id=("sites",), exits=("exits",)),
    _table("fleets", Fleet, "fleet_id", home_id=ENDS),
    _table(
        "legs",
        Leg,
        "leg_id",
        required=True,
        from_id=PLACES,
        to_id=PLACES,
        fleet_id=("fleets",),
    ),
    _table(
        "routes",
        Route,
        "route_id",
        required=True,
        from_id=ENDS,
        to_id=ENDS,
        legs=("legs",),
    ),
    _table("windows", Window, "window_id", leg_id=("legs",)),
    _table("hazards", Hazard, leg_id=("legs",)),
    _table("permits", Permit),
    _table("tasks", Task, "task_id", site_id=("sites",), crew=("crews",)),
    _table("communities", Community, "community_id"),
    _table("threats", Threat, community_id=("communities",)),
    _table(
        "closures_actual", ClosureActual, "site_id", actual=True, site_id=("sites",)
    ),
    _table("departures_actual", DepartureActual, "on", actual=True),
)
"""Every table, in the order in which people fill them in."""

BY_NAME: Mapping[str, Table] = MappingProxyType({t.name: t for t in TABLES})
BY_SHEET: Mapping[str, Table] = MappingProxyType({t.sheet: t for t in TABLES})
