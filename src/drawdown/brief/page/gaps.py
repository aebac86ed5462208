"""The protection gap by week and community."""

import htpy as h

from drawdown.brief.facts.protection import WEEK, CommunityFacts
from drawdown.brief.page.curves import vertical_lines
from drawdown.brief.page.html import Node, Row, drawn, fold, table
from drawdown.brief.page.setting import Setting
from drawdown.brief.pictures.chart_input import Multiple, MultiplesInput
from drawdown.brief.pictures.multiples import draw_multiples

__all__ = ["gaps"]


def gaps(setting: Setting) -> h.Element:
    """Return the section on who is left without protection."""
    text, found = setting.language.text, setting.briefing.protection
    concerned = [one for one in found.communities if one.gap > 0]
    radius = "–" if found.radius_km is None else setting.number(found.radius_km)
    return h.section("#protection", aria_labelledby="protection-h")[
        h.h2("#protection-h")[text("Protection gap by week and community")],
        h.p[
            text(
                "Counted are threatened person-days of communities within {radius} km "
                "of a site, on days on which the authority to protect is in force and "
                "the site is closed. Days on which no authority is in force are "
                "counted apart: {lapsed} person-days.",
                radius=radius,
                lapsed=setting.number(found.lapsed),
            ),
            setting.mark(found.basis, "threats"),
        ],
        _pictures(setting, concerned) if concerned else _none(setting),
        _communities(setting),
    ]


def _none(setting: Setting) -> h.Element:
    return h.p[
        setting.language.text("No closure leaves a community without protection.")
    ]


def _pictures(setting: Setting, concerned: list[CommunityFacts]) -> Node:
    text, found = setting.language.text, setting.briefing.protection
    given = MultiplesInput(
        key="gaps",
        title=text("Protection gap of each community by week"),
        description="",
        start=found.start,
        days_each=WEEK,
        unit=text("threatened person-days in a week"),
        multiples=tuple(
            Multiple(
                name=one.name, values=one.gap_by_week, label=setting.number(one.gap)
            )
            for one in concerned
        ),
        dates=tuple(line for line in vertical_lines(setting) if line.on == found.until),
        legend=text("Height: threatened person-days without protection"),
    )
    return [
        drawn(draw_multiples(given, setting.wording)),
        fold(
            text("By week, as a table"),
            table(
                text("Threatened person-days without protection, by week"),
                [text("Week from"), *(one.name for one in concerned), text("Together")],
                _weeks(setting, concerned),
                kind="num",
            ),
        ),
    ]


def _weeks(setting: Setting, concerned: list[CommunityFacts]) -> list[Row]:
    """Return the weeks with a gap."""
    found = setting.briefing.protection
    return [
        [
            setting.short(found.week(week)),
            *(_amount(setting, one.gap_by_week[week]) for one in concerned),
            _amount(setting, found.gap_by_week[week]),
        ]
        for week in range(found.weeks)
        if found.gap_by_week[week] > 0
    ]


def _amount(setting: Setting, amount: float) -> str:
    return setting.number(round(amount)) if amount else "–"


def _communities(setting: Setting) -> Node:
    text, found = setting.language.text, setting.briefing.protection
    counted = [one for one in found.communities if one.counts]
    if not counted:
        return None
    return fold(
        text("All communities near sites"),
        table(
            text("Communities that a site of the first day protects"),
            [
                text("Community"),
                text("Population"),
                text("Protected until"),
                text("Gap by closures"),
                text("After the authority"),
            ],
            (_community(setting, one) for one in counted),
            kind="num",
        ),
    )


def _community(setting: Setting, one: CommunityFacts) -> Row:
    days = setting.briefing.stocks.days
    last = max((n for n, p in enumerate(one.protected) if p), default=None)
    people = "–" if one.population is None else setting.number(one.population)
    return [
        [one.name, setting.mark(one.basis, "communities")],
        people,
        "–" if last is None else setting.short(days[last]),
        _amount(setting, one.gap),
        _amount(setting, one.lapsed),
    ]
