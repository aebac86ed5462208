"""What the time slider moves: the states of the map day by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

__all__ = ["Runs", "SliderWords", "Timeline", "runs"]

Runs = tuple[tuple[int, str], ...]
"""States with the first day (counted from the start) on which each holds."""


def runs(states: Sequence[str]) -> Runs:
    """Return the days on which a state that is given for every day changes."""
    return tuple(
        (day, state)
        for day, state in enumerate(states)
        if day == 0 or states[day - 1] != state
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SliderWords:
    """The words of the slider, translated."""

    name: str
    """The name of the control: ``Day``."""
    play: str
    pause: str
    earlier: str
    later: str
    help: str
    """How it is used: ``arrow keys move a day, page keys a week``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The states of every day; map and Gantt chart are found by their keys."""

    key: str
    map_key: str
    gantt_key: str
    start: date
    days: int
    shown: int
    """The day, counted from the start, that is shown first."""
    sites: Mapping[str, Runs]
    """States of sites (map_input.SiteState)."""
    communities: Mapping[str, Runs] = field(default_factory=dict)
    """States of communities (map_input.CommunityState)."""
    legs: Mapping[str, Runs] = field(default_factory=dict)
    """"closed", "slow" or "" of legs."""
    traffic: Mapping[str, Runs] = field(default_factory=dict)
    """Movements under way on each leg, as a number in digits; "0" for none."""
    locale: str = "en-GB"
    """The language and place (BCP 47) in which the browser writes the day."""
    dates: tuple[tuple[date, str], ...] = ()
    """The decision's dates with their names; marks on the slider."""
    words: SliderWords
