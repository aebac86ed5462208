"""The pictures of a briefing as SVG and HTML text.

They know nothing of missions: what they show comes in as plain types, with all words
already translated. Each picture has a title and a description, says nothing by colour
alone, and is whole without a script. A page holds :func:`style` once, and the script of
the slider (:func:`script`) if it has one.
"""

from drawdown.brief.pictures.bars import draw_bars
from drawdown.brief.pictures.chart_input import (
    BarsInput,
    BarsRow,
    LinesInput,
    Multiple,
    MultiplesInput,
    Point,
    Series,
    VerticalLine,
)
from drawdown.brief.pictures.gantt import draw_gantt
from drawdown.brief.pictures.gantt_input import (
    GanttBar,
    GanttGroup,
    GanttInput,
    GanttMark,
    GanttRow,
    GanttWords,
)
from drawdown.brief.pictures.lines import draw_lines
from drawdown.brief.pictures.map import DrawnMaps, draw_maps
from drawdown.brief.pictures.map_input import (
    HAZARD_LIMITS,
    MapCommunity,
    MapFrame,
    MapInput,
    MapLeg,
    MapPlace,
    MapWords,
    hazard_of,
)
from drawdown.brief.pictures.multiples import draw_multiples
from drawdown.brief.pictures.slider import draw_slider
from drawdown.brief.pictures.slider_input import SliderWords, Timeline, runs
from drawdown.brief.pictures.style import script, style
from drawdown.brief.pictures.wording import ENGLISH, Wording

__all__ = [
    "ENGLISH",
    "HAZARD_LIMITS",
    "BarsInput",
    "BarsRow",
    "DrawnMaps",
    "GanttBar",
    "GanttGroup",
    "GanttInput",
    "GanttMark",
    "GanttRow",
    "GanttWords",
    "LinesInput",
    "MapCommunity",
    "MapFrame",
    "MapInput",
    "MapLeg",
    "MapPlace",
    "MapWords",
    "Multiple",
    "MultiplesInput",
    "Point",
    "Series",
    "SliderWords",
    "Timeline",
    "VerticalLine",
    "Wording",
    "draw_bars",
    "draw_gantt",
    "draw_lines",
    "draw_maps",
    "draw_multiples",
    "draw_slider",
    "hazard_of",
    "runs",
    "script",
    "style",
]
