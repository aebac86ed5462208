"""A linear model as it grows: named columns, rows, and the arrays that HiGHS takes."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

INFINITY = float("inf")
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A linear model in arrays: least cost·x, row_lower ≤ Ax ≤ row_upper, by rows."""

    cost: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    integer: NDArray[np.bool_]
    row_lower: NDArray[np.float64]
    row_upper: NDArray[np.float64]
    starts: NDArray[np.int64]
    indices: NDArray[np.int32]
    values: NDArray[np.float64]
    offset: float

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return len(self.cost)

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return len(self.row_lower)


class Assembly:
    """Columns by key, and rows, in the order in which they were added."""

    def __init__(self) -> None:
        self.index: dict[Key, int] = {}
        self.keys: list[Key] = []
        self._cost: list[float] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._integer: list[bool] = []
        self._row_lower: list[float] = []
        self._row_upper: list[float] = []
        self._starts: list[int] = [0]
        self._indices: list[int] = []
        self._values: list[float] = []
        self.families: list[tuple[str, int]] = []
        self.offset = 0.0

    def family(self, name: str) -> None:
        """Begin a family of rows: what an explanation calls them."""
        self.families.append((name, len(self._row_lower)))

    def column(
        self,
        key: Key,
        *,
        cost: float = 0.0,
        lower: float = 0.0,
        upper: float = INFINITY,
        integer: bool = False,
    ) -> int:
        """Add a column and return its number."""
        number = len(self._cost)
        self.index[key] = number
        self.keys.append(key)
        self._cost.append(cost)
        self._lower.append(lower)
        self._upper.append(upper)
        self._integer.append(integer)
        return number

    def limits(self, number: int) -> tuple[float, float]:
        """Return the bounds of a column."""
        return self._lower[number], self._upper[number]

    def limit(
        self, number: int, *, lower: float | None = None, upper: float | None = None
    ) -> None:
        """Tighten the bounds of a column."""
        if lower is not None:
            self._lower[number] = max(self._lower[number], lower)
        if upper is not None:
            self._upper[number] = min(self._upper[number], max(0.0, upper))

    def add_cost(self, number: int, cost: float) -> None:
        """Add to the cost of a column."""
        self._cost[number] += cost

    def row(
        self,
        terms: Iterable[tuple[int, float]],
        *,
        lower: float = -INFINITY,
        upper: float = INFINITY,
    ) -> None:
        """Add a row; terms must not repeat a column."""
        for number, value in terms:
            self._indices.append(number)
            self._values.append(value)
        self._starts.append(len(self._indices))
        self._row_lower.append(lower)
        self._row_upper.append(upper)

    def matrix(self) -> Matrix:
        """Return the model in arrays."""
        return Matrix(
            cost=np.array(self._cost),
            lower=np.array(self._lower),
            upper=np.array(self._upper),
            integer=np.array(self._integer, dtype=np.bool_),
            row_lower=np.array(self._row_lower),
            row_upper=np.array(self._row_upper),
            starts=np.array(self._starts, dtype=np.int64),
            indices=np.array(self._indices, dtype=np.int32),
            values=np.array(self._values),
            offset=self.offset,
        )
