"""Columns of foreign tables, whatever the case and the signs of their names."""

import re
from collections.abc import Mapping

from drawdown.mission.sheet import Cell, Line, Sheet


def normal(name: str) -> str:
    """Return the letters and digits of a name, such as notroops of ``No.troops``."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def positions(sheet: Sheet) -> dict[str, int]:
    """Return the place of each column by its normal name; the first of equal ones."""
    found: dict[str, int] = {}
    for place, name in enumerate(sheet.header):
        found.setdefault(normal(name), place)
    return found


def cell(line: Line, columns: Mapping[str, int], name: str) -> Cell:
    """Return a cell by the normal name of its column; "" if there is none."""
    place = columns.get(name)
    if place is None or place >= len(line.cells):
        return ""
    return line.cells[place]
