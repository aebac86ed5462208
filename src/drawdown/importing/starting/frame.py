"""The dates of a mission that are assumed until somebody reads the decision."""

from datetime import date, timedelta

from drawdown.importing.starting.assumed import assumed
from drawdown.mission import Decision

HALF_A_YEAR = timedelta(days=183)


def decision(start: date, deadline: date | None = None) -> Decision:
    """Return a decision; without a deadline the withdrawal takes half a year."""
    end = deadline or start + HALF_A_YEAR
    return Decision(
        deadline=end,
        liquidation_from=end + timedelta(days=1),
        evidence=assumed("half a year from the start")
        if deadline is None
        else assumed("the last of the latest dates"),
    )
