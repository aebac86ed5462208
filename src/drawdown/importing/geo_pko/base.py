"""The places of a mission on one date: rows of several tables about the same place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drawdown.importing.geo_pko.deployment import Contributor, Deployment

DECIMALS = 4
"""Of degrees, about 10 m: nearer points are one place under two spellings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """One place with all rows about it."""

    rows: tuple[Deployment, ...]

    @property
    def name(self) -> str:
        """Its name: that of the row with the most troops, the first of equal ones."""
        return self.best.place

    @property
    def best(self) -> Deployment:
        """The row with the most troops; the first of equal ones."""
        return max(self.rows, key=lambda row: row.strength)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Other spellings."""
        names = dict.fromkeys(row.place for row in self.rows)
        return tuple(name for name in names if name != self.name)

    @property
    def point(self) -> Deployment | None:
        """The row whose coordinates are taken; absent: none has any."""
        placed = [r for r in self.rows if None not in (r.latitude, r.longitude)]
        return max(placed, key=lambda row: row.strength, default=None)

    @property
    def headquarters(self) -> int:
        """The highest headquarters: 3 the mission's, 2 of a sector, 1 other, 0 none."""
        return max((row.headquarters or 0 for row in self.rows), default=0)

    @property
    def contributors(self) -> Deployment | None:
        """The row that tells best who is here: by countries, or else by types."""
        telling = [row for row in self.rows if row.contributors]
        return max(
            telling,
            key=lambda row: (
                any(one.country for one in row.contributors),
                row.month is not None,
                row.strength,
            ),
            default=None,
        )

    @property
    def infantry(self) -> float | None:
        """The share of infantry among the troops; absent: no table tells it."""
        known = [row for row in self.rows if row.infantry is not None]
        if not known:
            return None
        row = max(known, key=lambda one: one.infantry or 0)
        return min(1.0, (row.infantry or 0) / max(row.strength, row.infantry or 0, 1))

    @property
    def other_strengths(self) -> tuple[int, ...]:
        """Other numbers of troops that the tables have for this date."""
        known = {row.troops for row in self.rows if row.troops is not None}
        return tuple(sorted(known - {self.best.troops}))


def bases(rows: Iterable[Deployment]) -> tuple[Base, ...]:
    """Return the places of some rows, in their order.

    Tables by year hold what several maps spelt in different ways: there, points that
    are equal are one place. A map does not name a place twice.
    """
    groups: list[list[Deployment]] = []
    by_name: dict[str, list[Deployment]] = {}
    by_point: dict[tuple[float, float], list[Deployment]] = {}
    for row in rows:
        name = row.place.casefold()
        point = _point(row) if row.month is None else None
        group = by_name.get(name) or (by_point.get(point) if point else None)
        if group is None:
            group = []
            groups.append(group)
        group.append(row)
        by_name[name] = group
        if point:
            by_point.setdefault(point, group)
    return tuple(Base(rows=tuple(group)) for group in groups)


def _point(row: Deployment) -> tuple[float, float] | None:
    if row.latitude is None or row.longitude is None:
        return None
    return round(row.latitude, DECIMALS), round(row.longitude, DECIMALS)


def who_is_there(base: Base) -> Iterator[tuple[Contributor, Deployment]]:
    """Yield the troops of a place with the row that tells of them.

    Countries (or types) that occur more than once are one; what a row counts in all
    beyond those that it names is yielded without a name.
    """
    row = base.contributors
    if row is None:
        if base.best.troops is None or base.best.troops:
            yield Contributor(country="", strength=base.best.troops), base.best
        return
    groups: dict[tuple[str, str], list[Contributor]] = {}
    for one in row.contributors:
        groups.setdefault((one.country, one.role), []).append(one)
    for same in groups.values():
        known = [one.strength for one in same if one.strength is not None]
        strength = sum(known) if known else None
        if strength != 0:
            units = sum(one.units for one in same)
            yield replace(same[0], strength=strength, units=units), row
    unnamed = (row.troops or 0) - sum(one.strength or 0 for one in row.contributors)
    if unnamed > 0 and all(one.strength is not None for one in row.contributors):
        yield Contributor(country="", strength=unnamed), row
