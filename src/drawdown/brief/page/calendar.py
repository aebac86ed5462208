"""The movement calendar: by route and week, and each departure by its day."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import htpy as h

from drawdown.brief.facts.movements import MovementFacts
from drawdown.brief.page.html import Node, fold, table
from drawdown.brief.page.setting import Setting

__all__ = ["calendar"]

WEEK = 7
Way = tuple[str, str, str]
"""Corridor, route, mode."""


def calendar(setting: Setting) -> Node:
    """Return the section on all movements, if there are any."""
    text = setting.language.text
    if not setting.briefing.movements:
        return None
    ways: dict[Way, list[MovementFacts]] = defaultdict(list)
    for one in setting.briefing.movements:
        ways[one.corridor, one.route_id, one.mode.value].append(one)
    return h.section("#movements", aria_labelledby="movements-h")[
        h.h2("#movements-h")[text("Movement calendar")],
        h.p[
            text(
                "{movements} movements. A number is how many leave in the week that "
                "begins on the day above; those without people or items bring trucks "
                "or escorts to where they are needed.",
                movements=len(setting.briefing.movements),
            )
        ],
        _by_week(setting, ways),
        None
        if setting.briefing.redaction != "none"
        else fold(
            text("Every departure by its day"),
            table(
                text("Days of departure; in brackets, how many on that day"),
                [text("Route"), text("Days")],
                (
                    [_said(setting, way, found), _days(setting, found)]
                    for way, found in ways.items()
                ),
            ),
        ),
    ]


def _name(setting: Setting, way: Way, found: list[MovementFacts]) -> Node:
    return h.a(href=f"#why-{_reason(setting, found[0])}")[_said(setting, way, found)]


def _said(setting: Setting, way: Way, found: list[MovementFacts]) -> str:
    one = found[0]
    return setting.language.text(
        "{start} to {end}, {mode}",
        start=setting.place(one.start),
        end=setting.place(one.end),
        mode=setting.word(way[2]),
    )


def _reason(setting: Setting, one: MovementFacts) -> str:
    """Return the site whose sheet tells why: where it starts, or where it ends."""
    sites = {site.site_id for site in setting.briefing.sites}
    return one.start if one.start in sites else one.end


def _by_week(setting: Setting, ways: dict[Way, list[MovementFacts]]) -> h.Element:
    """Return the table of routes by weeks."""
    text, start = setting.language.text, setting.briefing.heading.start
    last = max(one.departs for found in ways.values() for one in found)
    weeks = (last - start).days // WEEK + 1
    days = setting.briefing.stocks.days
    caption = text("Movements by route and week")
    return h.div(".t", tabindex="0", role="region", aria_label=caption)[
        h.table(".cal")[
            h.caption[caption],
            h.thead[
                h.tr[
                    h.th[text("Route")],
                    h.th[text("Movements")],
                    h.th[text("People")],
                    h.th[text("Items")],
                    h.th[text("Expected attacks")],
                    (
                        h.th[h.span[setting.short(days[WEEK * week])]]
                        for week in range(weeks)
                    ),
                ]
            ],
            h.tbody[
                (
                    h.tr[
                        h.th[_name(setting, way, found)],
                        list(_sums(setting, found)),
                        list(_weeks(setting, found, weeks)),
                    ]
                    for way, found in ways.items()
                )
            ],
        ]
    ]


def _sums(setting: Setting, found: list[MovementFacts]) -> Iterator[Node]:
    people = sum(one.persons for one in found)
    items = sum(one.items for one in found)
    attacks = math.fsum(one.attacks for one in found)
    for amount in (len(found), people, items):
        yield h.td[setting.number(amount) if amount else "–"]
    yield h.td[setting.language.number(attacks, 2) if attacks else "–"]


def _weeks(setting: Setting, found: list[MovementFacts], weeks: int) -> Iterator[Node]:
    """Yield the cells of the weeks; empty ones in a row are one."""
    start = setting.briefing.heading.start
    counts = Counter((one.departs - start).days // WEEK for one in found)
    empty = 0
    for week in range(weeks + 1):
        count = counts.get(week, 0)
        if week < weeks and not count:
            empty += 1
            continue
        if empty:
            yield h.td(colspan=str(empty) if empty > 1 else None)
            empty = 0
        if week < weeks:
            yield h.td[setting.number(count)]


def _days(setting: Setting, found: list[MovementFacts]) -> str:
    """Return the days of departure of one route."""
    counts = Counter(one.departs for one in found)
    months: dict[tuple[int, int], list[str]] = defaultdict(list)
    for day, count in sorted(counts.items()):
        shown = str(day.day) if count == 1 else f"{day.day} ({count})"
        months[day.year, day.month].append(shown)
    return "; ".join(
        f"{setting.wording.month(date(year, month, 1))} {', '.join(days)}"
        for (year, month), days in months.items()
    )
