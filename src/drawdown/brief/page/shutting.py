"""What happens if a border shuts: what hangs on it, and what else remains."""

import htpy as h

from drawdown.brief.facts.crossings import Crossing, Origin
from drawdown.brief.page.html import Node, Row, filled, fold, table
from drawdown.brief.page.setting import Setting

__all__ = ["shutting"]


def shutting(setting: Setting) -> h.Element:
    """Return the section on the countries through which the plan leaves."""
    text = setting.language.text
    return h.section("#shutting", aria_labelledby="shutting-h")[
        h.h2("#shutting-h")[text("What happens if a border shuts")],
        h.p[
            text(
                "The plan is not changed here: it is asked what of it would be "
                "stopped, and until when the same people and items could still leave "
                "their site another way, with all else as planned. Room in trucks, "
                "escorts and flights is not asked; a new plan would be."
            )
        ],
        (_crossing(setting, one) for one in setting.briefing.crossings),
        None
        if setting.briefing.crossings
        else h.p[text("The plan crosses no border but that of its own exits.")],
    ]


def _crossing(setting: Setting, one: Crossing) -> Node:
    text = setting.language.text
    country = setting.country(one.country)
    return [
        h.h3(id=f"shut-{one.country}")[
            text("If the border to {country} shuts", country=country)
        ],
        h.p[_what_stops(setting, one), " ", _what_remains(setting, one)],
        _still(setting, one),
        None
        if not one.origins
        else fold(
            text("From which sites, and until when they could go another way"),
            table(
                text("Through {country}, by the site where it begins", country=country),
                [
                    text("From"),
                    text("Items"),
                    text("another way until"),
                    text("items with no other way"),
                    text("People"),
                    text("another way until"),
                    text("people with no other way"),
                ],
                (_origin(setting, origin) for origin in one.origins),
                kind="num",
            ),
        ),
    ]


def _what_stops(setting: Setting, one: Crossing) -> Node:
    return filled(
        setting.language.text(
            "{movements} movements stop: {items} items ({item_share} of all) and "
            "{people} people ({people_share} of all) leave through {exits}, from "
            "{first} to {last}.{mark}"
        ),
        movements=h.b[setting.number(one.movements)],
        items=h.b[setting.number(one.items)],
        item_share=setting.language.percent(one.share_of_items),
        people=h.b[setting.number(one.persons)],
        people_share=setting.language.percent(one.share_of_persons),
        exits=setting.language.list([setting.place(name) for name in one.exits]),
        first=setting.short(one.first),
        last=setting.short(one.last),
        mark=setting.mark(one.basis, "exits"),
    )


def _what_remains(setting: Setting, one: Crossing) -> Node:
    """Say which other exits remain, and what has no other way."""
    text = setting.language.text
    others = list(dict.fromkeys(e for o in one.origins for e in o.other_exits))
    parts: list[str] = []
    if others:
        names = setting.language.list([setting.place(name) for name in others])
        parts.append(text("For items there remain {exits}.", exits=names))
        if one.other_items_per_day:
            days = -(-one.items // one.other_items_per_day)
            parts.append(
                setting.language.plural(
                    "The other exits take at most {rate} items a day together; if they "
                    "took nothing else, these items would fill them for {n} day.",
                    "The other exits take at most {rate} items a day together; if they "
                    "took nothing else, these items would fill them for {n} days.",
                    days,
                    rate=one.other_items_per_day,
                )
            )
    if not one.origins:
        return ""
    if one.items_without:
        parts.append(
            text("{items} items have no other way out.", items=one.items_without)
        )
    elif one.items:
        parts.append(text("All items have another way, if they leave early enough."))
    if one.persons_without:
        parts.append(
            text(
                "{people} people may use no other exit, or reach none.",
                people=one.persons_without,
            )
        )
    elif one.persons:
        parts.append(text("All people have another way."))
    return " ".join(parts)


def _still(setting: Setting, one: Crossing) -> Node:
    """Return what is not through yet, by the day on which it shuts."""
    text = setting.language.text
    return table(
        text("If it shuts on the morning of a day, this has not passed yet"),
        [text("It shuts on"), *(setting.short(still.on) for still in one.still)],
        [
            [text("Items"), *(setting.number(still.items) for still in one.still)],
            [text("People"), *(setting.number(still.persons) for still in one.still)],
        ],
        kind="num",
    )


def _origin(setting: Setting, origin: Origin) -> Row:
    number = setting.number
    return [
        setting.site(origin.site_id),
        number(origin.items),
        setting.why(origin.site_id, origin.items_until, short=True),
        number(origin.items_without) if origin.items_without else "–",
        number(origin.persons),
        setting.why(origin.site_id, origin.persons_until, short=True),
        number(origin.persons_without) if origin.persons_without else "–",
    ]
