"""What is: sites, units, lots, routes, transport, tasks, communities, the decision."""

from drawdown.mission.actuals import ClosureActual, DepartureActual
from drawdown.mission.bundled import bundled, bundled_names, locate
from drawdown.mission.consistency import problems_of
from drawdown.mission.decision import Authority, Decision, Deliverable
from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.lots import Carrier, Disposition, ItemKind, Lot, Owner
from drawdown.mission.mission import Header, Mission
from drawdown.mission.policy import Planning, Weights
from drawdown.mission.reading import Examined, examine, read_mission
from drawdown.mission.routes import (
    Hazard,
    Leg,
    Mode,
    Permit,
    Route,
    Window,
    WindowState,
)
from drawdown.mission.row import Row
from drawdown.mission.sites import Crew, Exit, ExitKind, Node, Site, Step, Timing
from drawdown.mission.transport import Fleet, FleetKind
from drawdown.mission.units import Escort, Unit
from drawdown.mission.workbook_writer import export_workbook
from drawdown.mission.writing import digest, write_mission

__all__ = [
    "Authority",
    "Carrier",
    "ClosureActual",
    "Community",
    "Crew",
    "Decision",
    "Deliverable",
    "DepartureActual",
    "Disposition",
    "Escort",
    "Examined",
    "Exit",
    "ExitKind",
    "Fleet",
    "FleetKind",
    "Hazard",
    "Header",
    "ItemKind",
    "Leg",
    "Lot",
    "Mission",
    "Mode",
    "Node",
    "Owner",
    "Permit",
    "Planning",
    "Route",
    "Row",
    "Site",
    "Step",
    "Task",
    "Threat",
    "Timing",
    "Unit",
    "Weights",
    "Window",
    "WindowState",
    "bundled",
    "bundled_names",
    "digest",
    "examine",
    "export_workbook",
    "locate",
    "problems_of",
    "read_mission",
    "write_mission",
]
