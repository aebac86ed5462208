"""The picture of RESULTS.md: values and bounds over time, one panel a mission."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl

from against.tables import mission
from against.timeline import Timeline

mpl.use("svg")
from matplotlib import pyplot as plt

EARLIEST = 0.5
"""Seconds at which the axis of time begins."""
BEYOND = 1.15
"""Times its limit until which a solver is drawn: it may return a little late."""
HIGHEST = 1.5
"""How many times the best value of a panel is still drawn."""
COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colour, line and width, each enough to tell solvers apart."""

    colour: str
    line: Any
    width: float


LOOKS = {
    "drawdown": Look(colour="#00563f", line="-", width=2.2),
    "CP-SAT": Look(colour="#c4500a", line=(0, (5, 2)), width=1.5),
    "HiGHS": Look(colour="#6fa3e0", line=(0, (1, 1.2)), width=1.9),
}


def draw(timelines: Sequence[Timeline], path: Path) -> None:
    """Write an SVG: the same timelines, the same bytes.

    Of a mission that was generated with more than one seed the first is drawn.
    """
    panels = _panels(timelines)
    columns = min(COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    # All entries are as wide as two panels.
    abreast = 5 if columns > 1 else 2
    below = 0.15 + 0.2 * -(-5 // abreast)
    style = {
        "svg.hashsalt": "drawdown",
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.sans-serif": ["Arial", "Helvetica", "DejaVu Sans"],
        "font.size": 9,
    }
    with mpl.rc_context(style):
        figure, axes = plt.subplots(
            rows,
            columns,
            figsize=(3.6 * columns, 3.1 * rows + 0.25 + below),
            squeeze=False,
        )
        for axis in axes.flat[len(panels) :]:
            axis.set_axis_off()
        for axis, lines in zip(axes.flat, panels, strict=False):
            _panel(axis, lines)
        for row in axes:
            row[0].set_ylabel("million USD")
        figure.legend(
            handles=_legend(),
            loc="lower center",
            ncols=abreast,
            fontsize=9,
            frameon=False,
        )
        figure.tight_layout(rect=(0, below / figure.get_figheight(), 1, 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)


def _panels(timelines: Sequence[Timeline]) -> list[list[Timeline]]:
    by_case: dict[str, list[Timeline]] = {}
    for line in timelines:
        lines = by_case.setdefault(line.case, [])
        if not lines or lines[0].seed == line.seed:
            lines.append(line)
    return list(by_case.values())


def _panel(axis, lines: Sequence[Timeline]) -> None:
    axis.set_title(mission(lines[0]), fontsize=10)
    axis.set_xscale("log")
    axis.set_xlim(EARLIEST, BEYOND * max(line.limit for line in lines))
    ticks = [t for t in (1, 3, 10, 30, 60, 120, 300, 600) if t <= lines[0].limit]
    if len(ticks) > 6:
        ticks = [t for t in ticks if t not in (3, 30, 120)]
    axis.set_xticks(ticks, [f"{t}" for t in ticks])
    axis.minorticks_off()
    axis.grid(color="#dddddd", linewidth=0.6)
    axis.spines[["top", "right"]].set_visible(False)
    silent = [line.solver for line in lines if not _course(axis, line)]
    best = [p.value for line in lines for p in line.points if p.value is not None]
    if best:
        axis.set_ylim(0, HIGHEST * min(best) / 1e6)
    else:
        axis.set_ylim(bottom=0)
    notes = [
        f"{line.solver}: no plan"
        for line in lines
        if line.first is None and line.solver not in silent
    ]
    notes += [f"{solver}: no plan, no bound above 0" for solver in silent]
    axis.set_xlabel("\n".join(["seconds (logarithmic)", *notes]), fontsize=8.5)


def _course(axis, line: Timeline) -> bool:
    """Draw value and bound of a solver; return whether there was anything to draw."""
    look, drawn = LOOKS[line.solver], False
    end = BEYOND * line.limit
    for part, marker in (("value", "v"), ("bound", "^")):
        known = [
            (max(EARLIEST, point.seconds), getattr(point, part) / 1e6)
            for point in line.points
            if (getattr(point, part) or 0) > 0 and point.seconds <= end
        ]
        if not known:
            continue
        drawn = True
        axis.step(
            [*(seconds for seconds, _ in known), max(known[-1][0], line.limit)],
            [*(amount for _, amount in known), known[-1][1]],
            where="post",
            color=look.colour,
            linestyle=look.line,
            linewidth=look.width,
            marker=marker,
            markevery=[0],
            markersize=6,
        )
    return drawn


def _legend() -> list:
    handles = [
        plt.Line2D(
            [],
            [],
            color=look.colour,
            linestyle=look.line,
            linewidth=look.width,
            label=name,
        )
        for name, look in LOOKS.items()
    ]
    for marker, label in (("v", "value of a plan"), ("^", "proven bound")):
        handles.append(
            plt.Line2D([], [], color="#444444", marker=marker, ls="", label=label)
        )
    return handles
