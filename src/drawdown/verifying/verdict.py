"""What the judge says: the violated rules, and the values of the plan."""

from dataclasses import dataclass
from datetime import date

from drawdown.plan.plan import Objectives


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One rule that is broken in one place, on one day or on days in a row."""

    law: str
    """The section of the law, such as ``13.4``."""
    on: date | None = None
    """The first day; absent if the rule is about the plan as a whole."""
    until: date | None = None
    """The last of several days in a row."""
    where: str
    """The site, exit, leg, route, movement, lot, unit, task … that it concerns."""
    amount: float = 1.0
    """By how much, on the worst day, in the unit of the message."""
    message: str
    """What is wrong, with the figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The result of checking one plan against one mission."""

    violations: tuple[Violation, ...]
    """Every broken rule, in the order of the law."""
    objectives: Objectives
    """The five values and their weighted sum, as the judge computes them."""
    lapsed: float
    """Threatened person-days on days without an authority that protects (law 23)."""

    @property
    def holds(self) -> bool:
        """Whether the plan breaks no rule."""
        return not self.violations
