"""How much of each thing is at each place at the end of each day (law 2)."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Key = tuple[str, str]
"""What, and where."""

Amounts = NDArray[np.int64]


class Balances:
    """The amount of each key at the end of each day."""

    def __init__(self, index: dict[Key, int], rows: Amounts) -> None:
        self.index = index
        self.rows = rows
        self.nothing: Amounts = np.zeros(rows.shape[1], dtype=np.int64)

    def of(self, what: str, where: str) -> Amounts:
        """Return what is at one place, day by day."""
        row = self.index.get((what, where))
        return self.nothing if row is None else self.rows[row]

    def at_places(self, skip: frozenset[str] = frozenset()) -> dict[str, Amounts]:
        """Return the sums of all things at each place, without what is skipped."""
        return self._sums(
            (where, row, what)
            for (what, where), row in self.index.items()
            if what not in skip
        )

    def of_things(self, places: Iterable[str]) -> dict[str, Amounts]:
        """Return the sum of each thing over some places."""
        inside = frozenset(places)
        return self._sums(
            (what, row, where)
            for (what, where), row in self.index.items()
            if where in inside
        )

    def _sums(self, rows: Iterable[tuple[str, int, str]]) -> dict[str, Amounts]:
        grouped: dict[str, list[int]] = {}
        for name, row, _ in rows:
            grouped.setdefault(name, []).append(row)
        return {name: self.rows[of].sum(axis=0) for name, of in grouped.items()}

    def lacking(self) -> Iterator[tuple[str, str, Amounts]]:
        """Yield the things and places of which more leaves than is there."""
        if not self.rows.size:
            return
        below = self.rows.min(axis=1) < 0
        for (what, where), row in self.index.items():
            if below[row]:
                yield what, where, self.rows[row]


class Ledger:
    """Entries of what comes to a place (above zero) and leaves it (below)."""

    def __init__(self, days: int) -> None:
        self.days = days
        self.index: dict[Key, int] = {}
        self.entries: list[tuple[int, int, int]] = []

    def add(self, what: str, where: str, day: int, amount: int) -> None:
        """Enter an amount from a day on; what comes after the plan never comes."""
        row = self.index.setdefault((what, where), len(self.index))
        if day < self.days:
            self.entries.append((row, max(day, 0), amount))

    def changes(self) -> Balances:
        """Return the sum of the entries of each day."""
        rows = np.zeros((len(self.index), self.days), dtype=np.int64)
        if self.entries:
            row, day, amount = np.array(self.entries, dtype=np.int64).T
            np.add.at(rows, (row, day), amount)
        return Balances(self.index, rows)

    def balances(self) -> Balances:
        """Return what is there at the end of each day."""
        changes = self.changes()
        return Balances(changes.index, changes.rows.cumsum(axis=1))
