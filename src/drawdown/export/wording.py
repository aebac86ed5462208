"""The words of the tables of a mission and a plan, as phrases for the catalogues."""

from collections.abc import Mapping
from types import MappingProxyType

from drawdown.language import marked
from drawdown.mission import Carrier, Disposition, FleetKind, ItemKind, Mode, Timing
from drawdown.plan import ClosureMode
from drawdown.quantities import Confidence

STAYS = "stays_open"
"""The mode of a site that the plan does not close."""
MISSING = "missing"
"""The mode of a site that should have a closing day and has none."""

CLOSURES: Mapping[str, str] = MappingProxyType(
    {
        ClosureMode.HANDED_OVER: marked("handed over"),
        ClosureMode.LEFT: marked("left"),
        STAYS: marked("stays open for the liquidation"),
        MISSING: marked("no closing day in this plan"),
    }
)
MODES: Mapping[str, str] = MappingProxyType(
    {
        Mode.ROAD: marked("road"),
        Mode.AIR: marked("air"),
        Mode.RIVER: marked("river"),
        Mode.SEA: marked("sea"),
    }
)
DISPOSITIONS: Mapping[str, str] = MappingProxyType(
    {
        Disposition.REPATRIATE: marked("repatriate"),
        Disposition.TRANSFER: marked("transfer"),
        Disposition.GIFT: marked("gift"),
        Disposition.SELL: marked("sell"),
        Disposition.DESTROY: marked("destroy"),
        "": marked("none in this plan"),
    }
)
ITEMS: Mapping[str, str] = MappingProxyType(
    {ItemKind.CONTAINER: marked("container"), ItemKind.VEHICLE: marked("vehicle")}
)
CARRIERS: Mapping[str, str] = MappingProxyType(
    {
        Carrier.TRUCK: marked("truck"),
        Carrier.LOW_LOADER: marked("low-loader"),
        Carrier.SELF: marked("drives itself"),
    }
)
FLEETS: Mapping[str, str] = MappingProxyType(
    {
        FleetKind.TRUCK: marked("truck"),
        FleetKind.LOW_LOADER: marked("low-loader"),
        FleetKind.AIRCRAFT: marked("aircraft"),
        FleetKind.VESSEL: marked("vessel"),
    }
)
TIMINGS: Mapping[str, str] = MappingProxyType(
    {Timing.OPENING: marked("opening"), Timing.CLOSING: marked("closing")}
)
CONFIDENCES: Mapping[str, str] = MappingProxyType(
    {
        Confidence.REPORTED: marked("reported"),
        Confidence.DERIVED: marked("derived"),
        Confidence.ASSUMED: marked("assumed"),
    }
)
YES_NO: Mapping[str, str] = MappingProxyType({"yes": marked("yes"), "no": marked("no")})
OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "handed_over": marked("handed over"),
        "residual": marked("nobody takes it"),
        "missing": marked("neither handed over nor named as residual"),
    }
)


def yes_no(holds: bool) -> str:
    """Return the word of a cell that says yes or no."""
    return "yes" if holds else "no"
