"""The curves: who and what is left by day, escorts, protection, value."""

from collections.abc import Iterable, Sequence
from datetime import date

import htpy as h

from drawdown.brief.facts.stocks import Departed
from drawdown.brief.page.days import decision_days
from drawdown.brief.page.html import Node, Row, drawn, fold, table
from drawdown.brief.page.setting import Setting
from drawdown.brief.pictures.chart_input import (
    LinesInput,
    Point,
    Series,
    SeriesStyle,
    VerticalLine,
)
from drawdown.brief.pictures.lines import draw_lines

__all__ = ["curve", "curves", "vertical_lines"]

SHOWN_EACH = 7
"""Days between the rows of a table of days."""


def curves(setting: Setting) -> h.Element:
    """Return the section on people, containers and vehicles by day."""
    text = setting.language.text
    return h.section("#curves", aria_labelledby="curves-h")[
        h.h2("#curves-h")[text("People, containers and vehicles by day")],
        h.h3[text("People who have left")],
        drawn(draw_lines(_people(setting), setting.wording)),
        _reported(setting),
        h.h3[text("Containers and vehicles that are left")],
        drawn(draw_lines(_things(setting), setting.wording)),
        fold(text("Both pictures as a table"), _table(setting)),
    ]


def curve(
    days: Sequence[date],
    values: Sequence[float],
    name: str,
    style: SeriesStyle = "main",
    *,
    area: bool = False,
) -> Series:
    """Return a stock over days as a series: a point for each day of a change."""
    last = len(values) - 1
    points = tuple(
        Point(on=day, value=value)
        for number, (day, value) in enumerate(zip(days, values, strict=True))
        if number in (0, last) or value != values[number - 1]
    )
    return Series(name=name, points=points, style=style, steps=True, area=area)


def vertical_lines(setting: Setting) -> tuple[VerticalLine, ...]:
    """Return the decision's days as lines."""
    return tuple(
        VerticalLine(on=day, name=name) for day, name in decision_days(setting)
    )


def _people(setting: Setting) -> LinesInput:
    text, stocks = setting.language.text, setting.briefing.stocks
    heading = setting.briefing.heading
    # Reports count staff who are released where they live among those who left.
    leaving = stocks.persons - stocks.remaining
    series = [
        curve(stocks.days, stocks.persons_out, text("planned: all"), area=True),
        curve(
            stocks.days,
            stocks.uniformed_out,
            text("planned: troops and police"),
            "second",
        ),
        curve(
            (stocks.days[0], stocks.days[-1]),
            (leaving, leaving),
            text("all who must leave"),
            "limit",
        ),
    ]
    reported = [
        one for one in stocks.reported if heading.start <= one.on <= heading.end
    ]
    if reported:
        points = tuple(_point(setting, one) for one in reported)
        series.append(Series(name=text("reported"), points=points, style="points"))
    return LinesInput(
        key="people",
        title=text("People who have left, by day"),
        description=text(
            "By the plan {people} people have left by the deadline of {deadline}, "
            "staff released where they live included. What was reported of "
            "what really happened is marked; where only troops and police were "
            "reported it is their number.",
            people=_at(stocks.days, stocks.persons_out, heading.deadline),
            deadline=heading.deadline,
        ),
        start=stocks.days[0],
        end=stocks.days[-1],
        unit=text("people"),
        series=tuple(series),
        dates=vertical_lines(setting),
    )


def _at(days: Sequence[date], values: Sequence[int], when: date) -> int:
    return next((v for d, v in zip(days, values, strict=True) if d == when), values[-1])


def _point(setting: Setting, one: Departed) -> Point:
    value = (
        one.persons if one.persons is not None else one.uniformed or one.civilian or 0
    )
    return Point(on=one.on, value=value, label=setting.number(value))


def _reported(setting: Setting) -> Node:
    """Return what was reported, beside what is planned for the same day."""
    text, stocks = setting.language.text, setting.briefing.stocks
    if not stocks.reported:
        return None
    number = setting.number

    def count(value: int | None, *, approximate: bool) -> str:
        if value is None:
            return "–"
        shown = number(value)
        return text("about {number}", number=shown) if approximate else shown

    return table(
        text("People who had really left, as reported, beside the plan"),
        [
            text("By the end of"),
            text("Reported: all"),
            text("troops and police"),
            text("civilians"),
            text("Planned: all"),
            text("troops and police"),
        ],
        (
            [
                [setting.short(one.on), setting.mark(one.basis)],
                count(one.persons, approximate=one.approximate),
                count(one.uniformed, approximate=one.approximate),
                count(one.civilian, approximate=one.approximate),
                *_planned(setting, one.on),
            ]
            for one in stocks.reported
        ),
        kind="num",
    )


def _planned(setting: Setting, day: date) -> list[str]:
    stocks = setting.briefing.stocks
    if not stocks.days[0] <= day <= stocks.days[-1]:
        return ["–", "–"]
    both = (stocks.persons_out, stocks.uniformed_out)
    return [setting.number(_at(stocks.days, values, day)) for values in both]


def _things(setting: Setting) -> LinesInput:
    text, stocks = setting.language.text, setting.briefing.stocks
    heading = setting.briefing.heading
    return LinesInput(
        key="things",
        title=text("Containers and vehicles that are left, by day"),
        description=text(
            "By the plan {containers} containers and {vehicles} vehicles are still in "
            "the mission on the evening of the deadline, {deadline}.",
            containers=_at(stocks.days, stocks.containers_left, heading.deadline),
            vehicles=_at(stocks.days, stocks.vehicles_left, heading.deadline),
            deadline=heading.deadline,
        ),
        start=stocks.days[0],
        end=stocks.days[-1],
        unit=text("containers and vehicles"),
        series=(
            curve(stocks.days, stocks.containers_left, text("containers")),
            curve(stocks.days, stocks.vehicles_left, text("vehicles"), "second"),
        ),
        dates=vertical_lines(setting),
    )


def _table(setting: Setting) -> Node:
    text, stocks = setting.language.text, setting.briefing.stocks
    numbers = range(0, len(stocks.days), SHOWN_EACH)
    return table(
        text("At the end of the first day of each week"),
        [
            text("Day"),
            text("People left: all"),
            text("troops and police"),
            text("Containers left"),
            text("Vehicles left"),
            text("People out"),
        ],
        _rows(
            setting,
            stocks.days,
            (
                stocks.persons_left,
                stocks.uniformed_left,
                stocks.containers_left,
                stocks.vehicles_left,
                stocks.persons_out,
            ),
            numbers,
        ),
        kind="num",
    )


def _rows(
    setting: Setting,
    days: Sequence[date],
    series: Sequence[Sequence[int]],
    numbers: Iterable[int],
) -> Iterable[Row]:
    for n in numbers:
        yield [setting.short(days[n]), *(setting.number(row[n]) for row in series)]
