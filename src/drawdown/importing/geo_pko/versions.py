"""The tables of Geo-PKO, by the columns that tell them apart."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from drawdown.errors import InputError
from drawdown.importing.columns import normal
from drawdown.importing.geo_pko.cells import Cells, clean, country
from drawdown.importing.geo_pko.deployment import Contributor

EVERY = ("mission", "year", "location", "latitude", "longitude")
"""Columns of all tables, by their normal names."""

Contributors = Callable[[Cells], Iterator[Contributor]]
"""Yields who is at the place of a row, as far as its table tells it."""


def _nobody(_: Cells) -> Iterator[Contributor]:
    """Yield nobody: the table has sums only."""
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One table of one version."""

    name: str
    columns: tuple[str, ...]
    """Those that it has besides ``EVERY``, as they are written."""
    contributors: Contributors = _nobody

    @property
    def needed(self) -> tuple[str, ...]:
        """Return all columns that it must have, as they are written."""
        return (*EVERY, *self.columns)


def _numbered_countries(cells: Cells) -> Iterator[Contributor]:
    """Yield the countries of numbered columns, such as name.of.TCC1."""
    number = 1
    while f"nameoftcc{number}" in cells.columns:
        name = cells.text(f"nameoftcc{number}")
        if name:
            strength = cells.amount(f"notroopspertcc{number}")
            yield Contributor(country=country(name), strength=strength)
        number += 1


def _listed_countries(cells: Cells) -> Iterator[Contributor]:
    """Yield the countries of one text: ``Chad (150), Togo (35)``."""
    text = cells.text("yearoverview")
    for name, size in re.findall(r"\s*([^()]+?)\s*\(([^()]*)\)\s*,?", text):
        strength = cells.amount_in(size, "yearoverview")
        yield Contributor(country=country(clean(name.lstrip(", "))), strength=strength)


TYPES = {
    "eng": "engineers",
    "med": "medical",
    "sig": "signals",
    "av": "aviation",
    "riv": "riverine",
    "maint": "maintenance",
    "trans": "transport",
}


def _types(cells: Cells) -> Iterator[Contributor]:
    """Yield the types of troops: infantry in persons, others in units of any size."""
    infantry = cells.amount("infantry")
    if infantry:
        yield Contributor(country="", role="infantry", strength=infantry)
    for column, role in TYPES.items():
        units = cells.amount(column)
        if units:
            yield Contributor(country="", role=role, strength=None, units=units)


VERSIONS: tuple[Version, ...] = (
    Version(
        name="by map (location_map v2, or v1)",
        columns=("month", "no.troops", "name.of.TCC1", "no.troops.per.TCC1"),
        contributors=_numbered_countries,
    ),
    Version(
        name="by year (FrontMap v2)",
        columns=("Infantry", "NoTroops", "hq", "UNPOL", "UNMO"),
    ),
    Version(
        name="by year and country (TCCMap v2)",
        columns=("No.TCC", "year.overview"),
        contributors=_listed_countries,
    ),
    Version(
        name="by year and type (TTMap v2)",
        columns=("Infantry", *TYPES),
        contributors=_types,
    ),
)


def version_of(header: Mapping[str, int], where: str) -> Version:
    """Return which table it is.

    Raises
    ------
    InputError
        None that is known; the message lists what each would need.

    """
    for version in VERSIONS:
        if not missing(version, header):
            return version
    nearest = sorted(VERSIONS, key=lambda version: len(missing(version, header)))
    lacks = "; ".join(
        f"{version.name} lacks {', '.join(missing(version, header))}"
        for version in nearest
    )
    raise InputError(
        "this is no table of Geo-PKO that is known",
        hint=f"of the known ones, {lacks}",
        where=where,
    )


def missing(version: Version, header: Mapping[str, int]) -> list[str]:
    """Return the columns of a version that a table does not have."""
    return [name for name in version.needed if normal(name) not in header]
