"""Elements and texts of the project file."""

from collections.abc import Iterable

from lxml import etree

from drawdown.mission.cells import UNREADABLE

NAMESPACE = "http://schemas.microsoft.com/project"


def child(above: etree._Element, name: str) -> etree._Element:
    """Return a new element below another."""
    return etree.SubElement(above, f"{{{NAMESPACE}}}{name}")


def children(above: etree._Element, parts: Iterable[tuple[str, object]]) -> None:
    """Write elements with a text each, in their order."""
    for name, value in parts:
        child(above, name).text = UNREADABLE.sub(" ", str(value))
