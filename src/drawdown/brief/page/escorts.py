"""Escorts used against available, by day."""

import htpy as h

from drawdown.brief.facts.escorts import EscortDays
from drawdown.brief.page.curves import curve, vertical_lines
from drawdown.brief.page.html import Node, Row, drawn, fold, table
from drawdown.brief.page.setting import Setting
from drawdown.brief.pictures.chart_input import LinesInput
from drawdown.brief.pictures.lines import draw_lines

__all__ = ["escorts"]


def escorts(setting: Setting) -> Node:
    """Return the section on escort companies, if there are any."""
    text, groups = setting.language.text, setting.briefing.escorts
    if not groups:
        return None
    return h.section("#escorts", aria_labelledby="escorts-h")[
        h.h2("#escorts-h")[text("Escorts used against available")],
        drawn(draw_lines(_all(setting), setting.wording)),
        table(
            text("Escort companies by group"),
            [
                text("Group"),
                text("Companies on the first day"),
                text("Most in use on a day"),
                text("Days with none free"),
                text("Serve until"),
            ],
            (_group(setting, one) for one in groups),
            kind="num",
        ),
        fold(
            text("By week"),
            _by_week(setting, groups),
        ),
    ]


def _all(setting: Setting) -> LinesInput:
    text, groups = setting.language.text, setting.briefing.escorts
    days = groups[0].days
    there = [sum(row) for row in zip(*(one.available for one in groups), strict=True)]
    moving = [sum(row) for row in zip(*(one.moving for one in groups), strict=True)]
    used = [sum(row) for row in zip(*(one.used for one in groups), strict=True)]
    return LinesInput(
        key="companies",
        title=text("Escort companies by day"),
        description=text(
            "Companies of all groups. At most {used} are on the way or at rest on one "
            "day, when {there} serve.",
            used=max(used),
            there=there[used.index(max(used))],
        ),
        start=days[0],
        end=days[-1],
        unit=text("companies"),
        series=(
            curve(days, there, text("available"), "limit"),
            curve(days, used, text("on the way or at rest"), area=True),
            curve(days, moving, text("on the way"), "third"),
        ),
        dates=vertical_lines(setting),
    )


def _group(setting: Setting, one: EscortDays) -> Row:
    number = setting.number
    pairs = list(zip(one.days, one.available, one.used, strict=True))
    serving = [day for day, there, _ in pairs if there]
    none_free = sum(1 for _, there, used in pairs if there and used >= there)
    return [
        [one.group, setting.mark(one.basis, "escorts")],
        number(one.available[0]),
        number(max(one.used)),
        number(none_free),
        setting.short(serving[-1]) if serving else "–",
    ]


def _by_week(setting: Setting, groups: tuple[EscortDays, ...]) -> Node:
    text = setting.language.text
    weeks = range(0, len(groups[0].days), 7)
    return table(
        text("Companies in use, of those available, on the busiest day of each week"),
        [text("Week from"), *(one.group for one in groups)],
        (
            [
                setting.short(groups[0].days[first]),
                *(_busiest(setting, one, first) for one in groups),
            ]
            for first in weeks
        ),
        kind="num",
    )


def _busiest(setting: Setting, one: EscortDays, first: int) -> str:
    days = range(first, min(first + 7, len(one.days)))
    day = max(days, key=lambda n: (one.used[n], -n))
    return setting.language.text(
        "{used} of {there}", used=one.used[day], there=one.available[day]
    )
