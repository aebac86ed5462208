"""The words of the tables of a mission and a plan, as phrases for the catalogues."""

from collections.abc import Mapping
from types import MappingProxyType

from drawdown.brief.facts.sites import SiteFacts
from drawdown.language import marked
from drawdown.mission import Disposition, ItemKind, Mode
from drawdown.quantities import Confidence

CLOSURES: Mapping[str, str] = MappingProxyType(
    {
        "handed_over": marked("handed over"),
        "left": marked("left"),
        "stays_open": marked("stays open for the liquidation"),
        "missing": marked("no closing day in this plan"),
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
TIMINGS: Mapping[str, str] = MappingProxyType(
    {"opening": marked("opening"), "closing": marked("closing")}
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
    }
)


def yes_no(holds: bool) -> str:
    """Return the word of a cell that says yes or no."""
    return "yes" if holds else "no"


def closing_mode(site: SiteFacts) -> str:
    """Return how a site ends, one of ``CLOSURES``."""
    if site.liquidation:
        return "stays_open"
    if site.closes is None:
        return "missing"
    return "handed_over" if site.handed_over else "left"
