"""What is asked of every entry of a plan: known names, days within, sound numbers."""

from collections.abc import Iterable
from datetime import date

from drawdown.verifying.admitted import Admitted
from drawdown.verifying.facts import Facts

MOST = 10**9
"""No count in a plan is above; sums of such counts fit in 64 bits."""


class Clerk:
    """Looks at entries of a plan, and notes what it cannot accept."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.admitted = Admitted()

    def note(self, law: str, where: str, message: str, day: int | None = None) -> None:
        """Note a violation."""
        self.admitted.violations.append(self.facts.breach(law, where, message, day=day))

    def within(self, where: str, what: str, when: date) -> bool:
        """Ensures that a date lies within the plan (§1.1)."""
        day = self.facts.mission.day(when)
        if 0 <= day <= self.facts.last:
            return True
        first, last = self.facts.date(0), self.facts.date(self.facts.last)
        message = f"{where} {what} on {when}, outside the plan ({first} to {last})"
        self.note("1.1", where, message, day)
        return False

    def sound(self, where: str, what: str, count: int) -> bool:
        """Ensures that a count is a whole number from 0 to a billion (§2.3)."""
        if isinstance(count, int) and 0 <= count <= MOST:
            return True
        self.note("2.3", where, f"{where}: {count} is no number of {what}")
        return False

    def known(self, where: str, what: str, name: str, names: Iterable[str]) -> bool:
        """Ensures that the mission has what the plan names (§2.3)."""
        if name in names:
            return True
        self.note("2.3", where, f"{where}: the mission has no {what} {name!r}")
        return False

    def once(self, what: str, names: Iterable[str]) -> None:
        """Ensures that what a plan may name once is not there twice (§2.3)."""
        seen: set[str] = set()
        for name in names:
            if name in seen:
                self.note("2.3", name, f"{what} {name} is in the plan more than once")
            seen.add(name)
