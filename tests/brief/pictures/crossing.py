"""A small made-up country with two sites, a far site, exits and a village."""

from dataclasses import replace
from datetime import date

from drawdown.brief.boundaries import Area, Boundaries
from drawdown.brief.boundaries.topology import lines_of
from drawdown.brief.pictures import (
    GanttBar,
    GanttGroup,
    GanttInput,
    GanttMark,
    GanttRow,
    GanttWords,
    MapCommunity,
    MapFrame,
    MapInput,
    MapLeg,
    MapPlace,
    MapWords,
    SliderWords,
    Timeline,
    runs,
)

START, END = date(2030, 3, 1), date(2030, 3, 31)


def square(west: float, south: float, east: float, north: float):
    return (
        (west, south),
        (east, south),
        (east, north),
        (west, north),
        (west, south),
    )


def boundaries() -> Boundaries:
    """Two States side by side; the western one is the host."""
    areas = (
        Area(code="AA", name="Aland", rings=(square(0, 0, 10, 10),)),
        Area(code="BB", name="Beland", rings=(square(10, 0, 20, 10),)),
    )
    return Boundaries(source="made up", areas=areas, lines=lines_of(areas))


def frame(caption: str = "The first day", **parts) -> MapFrame:
    found = MapFrame(
        caption=caption,
        description="Both sites are open.",
        sites={"HILL": "open", "RIVER": "closing"},
        communities={"VILLAGE": "in"},
    )
    return replace(found, **parts)


WORDS = MapWords(
    states={
        "open": ("O", "open"),
        "closing": ("C", "closing"),
        "handed_over": ("H", "handed over"),
        "left": ("L", "left"),
        "liquidation": ("Q", "liquidation"),
    },
    communities={"in": "protected", "out": "not protected"},
    hazards={"none": "under 1", "low": "1 to 5", "medium": "5 to 20", "high": "20 up"},
    modes={"road": "road", "air": "flight", "river": "river", "sea": "sea"},
    closed_leg="closed",
    exit="exit",
    uses="wider: more movements",
    scale="km",
    scroll="Map",
)


def map_input(**parts) -> MapInput:
    found = MapInput(
        key="m",
        title="Where things are",
        description="Two sites and a port.",
        places=(
            MapPlace(place_id="HILL", name="Hill", longitude=4.0, latitude=6.0),
            MapPlace(place_id="RIVER", name="River", longitude=6.5, latitude=4.0),
            MapPlace(
                place_id="PORT", name="Port", longitude=60.0, latitude=4.0, kind="exit"
            ),
        ),
        legs=(
            MapLeg(
                leg_id="H-R",
                name="the track",
                from_id="HILL",
                to_id="RIVER",
                uses=4,
                hazard="high",
            ),
            MapLeg(leg_id="R-P", name="the road", from_id="RIVER", to_id="PORT"),
        ),
        communities=(
            MapCommunity(
                community_id="VILLAGE", name="Village", longitude=5.0, latitude=5.0
            ),
        ),
        host="AA",
        area_names={"AA": "Aland", "BB": "Beland"},
        first=frame(),
        frames=(
            frame(),
            frame(
                "The last day",
                sites={"HILL": "left", "RIVER": "handed_over"},
                communities={"VILLAGE": "out"},
                closed_legs=frozenset({"H-R"}),
            ),
        ),
        words=WORDS,
    )
    return replace(found, **parts)


def march(day: int) -> date:
    return date(2030, 3, day)


def gantt_input(**parts) -> GanttInput:
    steps = (
        GanttBar(start=march(2), end=march(4)),
        GanttBar(start=march(9), end=march(12), critical=True),
    )
    site = GanttRow(
        name="Hill",
        bars=(GanttBar(start=march(1), end=march(12), kind="open"), *steps),
        baseline=(GanttBar(start=march(5), end=march(15), kind="baseline"),),
        marks=(
            GanttMark(on=march(12), kind="planned"),
            GanttMark(on=march(20), kind="actual", label="20 Mar"),
        ),
        start=march(1),
        end=march(12),
        note="left",
        link="#why-HILL",
    )
    rows = (
        GanttRow(name="inventory", bars=steps[:1]),
        GanttRow(name="last convoy", bars=steps[1:]),
    )
    seasons = (
        GanttRow(
            name="the track",
            bars=(GanttBar(start=date(2030, 2, 1), end=march(10), kind="closed"),),
            note="rains",
        ),
    )
    found = GanttInput(
        key="g",
        title="What happens when",
        description="One site closes.",
        start=START,
        end=END,
        dates=((march(15), "authority ends"), (march(31), "deadline")),
        groups=(
            GanttGroup(heading=site, rows=rows, folded=True),
            GanttGroup(heading=GanttRow(name="Seasons"), rows=seasons),
        ),
        words=GanttWords(
            name="What",
            start="From",
            end="To",
            note="Note",
            critical="critical",
            show_all="Show every step",
            scroll="Gantt chart",
            bars={"open": "open", "step": "step", "closed": "closed"},
            marks={"planned": "planned", "actual": "actual"},
        ),
    )
    return replace(found, **parts)


def timeline(**parts) -> Timeline:
    days = (END - START).days + 1
    found = Timeline(
        key="t",
        map_key="m",
        gantt_key="g",
        start=START,
        days=days,
        shown=0,
        sites={
            "HILL": runs(["open"] * 12 + ["left"] * (days - 12)),
            "RIVER": runs(["closing"] * days),
        },
        communities={"VILLAGE": runs(["in"] * 12 + ["out"] * (days - 12))},
        legs={"H-R": runs(["closed"] * 10 + [""] * (days - 10))},
        traffic={"R-P": runs(["0"] * 5 + ["2"] + ["0"] * (days - 6))},
        dates=((march(15), "authority ends"), (march(31), "deadline")),
        words=SliderWords(
            name="Day",
            play="Play",
            pause="Pause",
            earlier="One day earlier",
            later="One day later",
            help="Arrow keys move a day.",
        ),
    )
    return replace(found, **parts)
