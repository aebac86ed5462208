"""A site of which only the place and its people are known."""

import math
from dataclasses import replace

from drawdown.importing.starting.assumed import assumed
from drawdown.mission import Site
from drawdown.quantities import Evidence

GUARDED_BY = 3
"""The guard that is assumed: one of three who can guard …"""
MOST_GUARDS = 60
"""… but not more than a small base needs."""
COST = 85
"""USD a day and person: what the sites of MINUSMA are taken to cost."""
PACKING_DAYS = 30

FILLED = {
    "running_cost": f"{COST} USD a person and day",
    "packing_per_day": f"all things packed in {PACKING_DAYS} days",
    "disposal_per_day": f"all things ended on the spot in {PACKING_DAYS} days",
    "guard_minimum": f"one of {GUARDED_BY} who can guard, {MOST_GUARDS} at most",
}
"""Columns that are filled in, and how."""


def filled_in(site: Site, *, persons: int, guards: int, items: int) -> Site:
    """Return a site with what a plan needs and nobody said, marked as assumed.

    Parameters
    ----------
    site
        Its name, place and kind.
    persons
        Who is there.
    guards
        How many of them can guard.
    items
        The containers and vehicles there.

    """
    rate = max(2, math.ceil(items / PACKING_DAYS))
    evidence: dict[str, Evidence] = {
        column: assumed(note) for column, note in FILLED.items()
    }
    return replace(
        site,
        running_cost=float(COST * persons),
        packing_per_day=float(rate),
        disposal_per_day=float(rate),
        guard_minimum=min(MOST_GUARDS, guards // GUARDED_BY),
        values={**site.values, **evidence},
    )
