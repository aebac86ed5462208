"""A strictly lexicographic plan: the five values one after the other, by their rank.

Each value has its turn. It is served as well as can be, and then kept: no plan that is
taken later exceeds it by more than its concession (§24; the rule of the concession is
that of docs/planning.md).
"""

from dataclasses import dataclass, field, replace
from math import inf

from drawdown.errors import BoundError
from drawdown.mission.mission import Mission
from drawdown.mission.policy import Weights
from drawdown.plan.plan import Level, Objectives
from drawdown.planning.reweighing import UNIT, VALUES
from drawdown.planning.value_bounds import least_value

LATER = 0.01
"""Share of their weights that later values keep: it decides between plans that are
nearly alike, and a model with far less is solved many times slower."""
MOST = 0.01
"""The concession at the most, where the mission names none."""
NEAR = 1e-6


@dataclass(slots=True, kw_only=True)
class StrictOrder:
    """Whose turn it is, and what is kept of the values before."""

    mission: Mission
    known: dict[str, float] = field(default_factory=dict)
    """Bounds of values by themselves."""
    done: list[Level] = field(default_factory=list)
    name: str | None = None
    """The value whose turn it is; None before the first plan."""
    bound: float | None = None
    weights: Weights = UNIT
    served: Weights = UNIT
    """The same without the values that have their turn later."""
    caps: dict[str, float] = field(default_factory=dict)
    """The most of each value before, by the count of a solution."""
    kept: dict[str, float] = field(default_factory=dict)
    """The same by the count of a plan, in which handovers may be later."""

    def begin(self, name: str, values: Objectives) -> None:
        """Give a value its turn, and bound it among the plans that keep the others.

        Parameters
        ----------
        values
            Of the plan that there is.

        """
        self.name = name
        policy = self.mission.weights
        self.weights = level_weights(policy, name)
        self.served = level_weights(policy, name, later=0.0)
        if getattr(values, name) == 0:
            self.bound = 0.0
            return
        found = [
            bound
            for bound in (
                least_value(self.mission, name, self.kept),
                self.known.get(name),
            )
            if bound is not None
        ]
        self.bound = max(found, default=None)

    def end(self, values: Objectives, counted: Objectives) -> None:
        """Keep the value whose turn it was.

        Parameters
        ----------
        values
            Of the best plan.
        counted
            The same by the count of its solution.

        """
        assert self.name is not None
        best = getattr(values, self.name)
        given = self.mission.planning.concession
        share = concession(best, self.bound) if given is None else given
        self.done.append(
            Level(name=self.name, best=best, bound=self.bound, concession=share)
        )
        self.done = [self._kept(level, values, counted) for level in self.done]

    def _kept(self, level: Level, values: Objectives, counted: Objectives) -> Level:
        """Keep a value that had its turn, and what it has become less by since."""
        best = min(level.best, getattr(values, level.name))
        most = 1 + (level.concession or 0.0)
        self.kept[level.name] = best * most
        allowed = max(best, getattr(counted, level.name)) * most
        self.caps[level.name] = min(self.caps.get(level.name, inf), allowed)
        return replace(level, best=best)

    def rank(self, values: Objectives) -> tuple[float, float]:
        """Return what makes one plan better than another now: first what it exceeds of
        the values that are kept, then the value whose turn it is.
        """
        over = 0.0
        for name, most in self.kept.items():
            unit = getattr(UNIT, name)
            over += unit * max(0.0, getattr(values, name) - most * (1 + NEAR) - NEAR)
        weights = self.mission.weights if self.name is None else self.weights
        own = sum(getattr(weights, n) * getattr(values, n) for n in VALUES)
        return over, own

    def gap(self, values: Objectives) -> float | None:
        """Return the gap of the value whose turn it is."""
        if self.name is None or self.bound is None:
            return None
        value = getattr(values, self.name)
        return 0.0 if value == 0 else (value - self.bound) / value

    def levels(self, values: Objectives) -> tuple[Level, ...]:
        """Return the values that had their turn, and that whose turn it is.

        Raises
        ------
        BoundError
            If a value is better than a bound that was held to be proven.

        """
        if self.name is None or len(self.done) == len(VALUES):
            return tuple(self.done)
        value, over = getattr(values, self.name), self.rank(values)[0]
        bound = self.bound
        if bound is not None and bound > value and not over:
            if bound > value * (1 + NEAR) + NEAR:
                raise BoundError(
                    f"a plan of {value:,.6f} in {self.name} that keeps the values "
                    f"before is better than the bound of {bound:,.6f}",
                    hint="this is an error of the program; please report it",
                )
            bound = value
        return (*self.done, Level(name=self.name, best=value, bound=bound))

    def words(self, values: Objectives) -> str:
        """Return whose turn it is, and how far it has come."""
        if self.name is None:
            return ""
        number, name = VALUES.index(self.name) + 1, self.name.replace("_", " ")
        said = f"{number} of 5, {name} {getattr(values, self.name):,.2f}"
        return said if self.bound is None else f"{said} (at least {self.bound:,.2f})"


def level_weights(policy: Weights, name: str, *, later: float = LATER) -> Weights:
    """Return the weights while one value has its turn: values before it, within what is
    conceded of them, and itself as the mission says; later ones next to nothing.

    Parameters
    ----------
    later
        The share of their weights that later values keep.

    """
    number = VALUES.index(name)
    unit: dict[str, float] = {n: getattr(policy, n) or getattr(UNIT, n) for n in VALUES}
    each = {
        n: unit[n] if rank <= number else later * unit[n]
        for rank, n in enumerate(VALUES)
    }
    return Weights(**each)  # type: ignore[arg-type]


def concession(best: float, bound: float | None) -> float:
    """Return the share by which a value may be exceeded by later ones: the gap that is
    proven of it, but never more than a hundredth.
    """
    if best == 0 or bound is None:
        return 0.0
    return min(MOST, max(0.0, (best - bound) / best))
