"""What is explained: the rules that hold something where it is, with their slack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from drawdown.language import TERMINAL, Language

NO_DATES: Mapping[str, date | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, and by how much it would let go, all else as planned."""

    law: str
    """The section of the law."""
    text: str
    slack: int | None = None
    """Days by which it allows to be earlier; absent: it is not about days."""
    change: str = ""
    """What would have to change for it to allow more; empty: nothing can."""

    @property
    def binds(self) -> bool:
        """Whether it allows not a day."""
        return self.slack is not None and self.slack <= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why something of a plan is when and how it is."""

    kind: str
    """site, lot, unit or task"""
    name: str
    headline: str
    """What is planned, in one sentence."""
    day: int | None = None
    """The day that is explained; absent if there is none."""
    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()
    """What it costs, what else hangs on it."""
    dates: Mapping[str, date | None] = field(default_factory=lambda: NO_DATES)
    """Last days by name; absent if there is no such day."""
    last_days: tuple[str, ...] = ()
    """The same in words."""
    language: Language = TERMINAL
    """The language of all sentences."""

    @property
    def slack(self) -> int | None:
        """Return by how many days it could be earlier, all else as planned."""
        days = [max(rule.slack, 0) for rule in self.rules if rule.slack is not None]
        return min(days, default=None)

    @property
    def week_earlier(self) -> tuple[str, ...]:
        """Return what would have to change for it to be a week earlier."""
        text = self.language.text
        if self.slack is None or self.day is None:
            return ()
        if self.day < WEEK:
            return (text("a week earlier would be before the plan begins"),)
        if self.slack >= WEEK:
            return (text("no rule stands against it, all else as planned"),)
        return tuple(
            f"§{rule.law} "
            + (rule.change or text("nothing can: {rule}", rule=rule.text))
            for rule in self.rules
            if rule.slack is not None and rule.slack < WEEK
        )


WEEK = 7
