"""The map: places, legs, communities, and their states on the decision's days."""

from datetime import date

import htpy as h

from drawdown.brief.boundaries import Boundaries
from drawdown.brief.facts.countries import territory
from drawdown.brief.facts.network import LegFacts
from drawdown.brief.page.days import decision_days
from drawdown.brief.page.html import Node, drawn, fold, table
from drawdown.brief.page.setting import Setting
from drawdown.brief.page.states import (
    communities_on,
    counted_states,
    shown_communities,
    sites_on,
)
from drawdown.brief.pictures.map import draw_maps
from drawdown.brief.pictures.map_input import (
    MapCommunity,
    MapFrame,
    MapInput,
    MapLeg,
    MapPlace,
    MapWords,
    hazard_of,
)

__all__ = ["KEY", "map_section"]

KEY = "map"


def map_section(setting: Setting, boundaries: Boundaries) -> Node:
    """Return the map with its legend, its states and its tables."""
    text = setting.language.text
    maps = draw_maps(_input(setting, boundaries), boundaries)
    return [
        h.h2("#places-h")[text("Map")],
        h.p(".small")[
            text(
                "The boundaries and names shown and the designations used on this map "
                "do not imply official endorsement or acceptance by the United Nations."
            ),
            " ",
            text("Land and borders: {source}.", source=boundaries.source),
        ],
        drawn(maps.large),
        drawn(maps.legend),
        h.h3[text("The states on the decision's days")],
        h.div(".map-frames")[(drawn(frame) for frame in maps.frames)],
        fold(text("The map as tables"), _sites(setting), _legs(setting)),
    ]


def _input(setting: Setting, boundaries: Boundaries) -> MapInput:
    b, text = setting.briefing, setting.language.text
    days = (b.heading.start, text("the first day")), *decision_days(setting)
    first = _frame(setting, *days[0])
    return MapInput(
        key=KEY,
        title=text("Map of {mission}", mission=b.heading.name),
        description=text(
            "Sites by their state, the legs that the plan uses by movements and "
            "hazard, and the communities near sites. {states} The same stands in "
            "tables below.",
            states=counted_states(setting, b.heading.start),
        ),
        places=_places(setting),
        legs=tuple(_leg(setting, leg) for leg in b.legs if leg.uses),
        communities=tuple(
            MapCommunity(
                community_id=one.community_id,
                name=one.name,
                longitude=one.longitude,
                latitude=one.latitude,
            )
            for one in shown_communities(setting)
        ),
        host=territory(b.heading.host_state),
        area_names={
            area.code: setting.country(area.code)
            for area in boundaries.areas
            if area.code in setting.locale.territories
        },
        first=first,
        frames=tuple(_frame(setting, day, name) for day, name in days),
        words=_words(setting),
    )


def _frame(setting: Setting, day: date, name: str) -> MapFrame:
    text = setting.language.text
    closed = frozenset(
        leg.leg_id
        for leg in setting.briefing.legs
        if any(w.closed and w.start <= day <= w.end for w in leg.windows)
    )
    return MapFrame(
        caption=text("{day}: {name}", day=setting.day(day), name=name),
        description=counted_states(setting, day),
        sites=sites_on(setting, day),
        communities=communities_on(setting, day),
        closed_legs=closed,
    )


def _places(setting: Setting) -> tuple[MapPlace, ...]:
    """Return the sites, and the exits and nodes that the used legs meet."""
    b = setting.briefing
    used = {end for leg in b.legs if leg.uses for end in (leg.from_id, leg.to_id)}
    found = [
        MapPlace(
            place_id=site.site_id,
            name=site.name,
            longitude=site.longitude,
            latitude=site.latitude,
        )
        for site in b.sites
        if site.longitude is not None and site.latitude is not None
    ]
    found += [
        MapPlace(
            place_id=row.exit_id,
            name=row.name,
            longitude=row.longitude,
            latitude=row.latitude,
            kind="exit",
        )
        for row in b.exits
        if row.exit_id in used
        and row.longitude is not None
        and row.latitude is not None
    ]
    found += [
        MapPlace(
            place_id=row.node_id,
            name=row.name,
            longitude=row.longitude,
            latitude=row.latitude,
            kind="node",
        )
        for row in b.nodes
        if row.node_id in used
        and row.longitude is not None
        and row.latitude is not None
    ]
    return tuple(found)


def _leg(setting: Setting, leg: LegFacts) -> MapLeg:
    return MapLeg(
        leg_id=leg.leg_id,
        name=setting.leg(leg),
        from_id=leg.from_id,
        to_id=leg.to_id,
        mode=leg.mode.value,
        uses=leg.uses,
        hazard=hazard_of(leg.hazard),
    )


def _words(setting: Setting) -> MapWords:
    text = setting.language.text
    return MapWords(
        states={
            "open": (text("O"), text("open")),
            "closing": (text("C"), text("closing: its closing steps have begun")),
            "handed_over": (text("H"), text("handed over")),
            "left": (text("L"), text("left, not handed over")),
            "liquidation": (text("S"), text("stays open for the liquidation")),
        },
        communities={
            "in": text("community that a site protects"),
            "out": text("community out of protection"),
        },
        hazards={
            "none": text("almost no attacks expected on a passage"),
            "low": text("at most 1 attack on 20 passages"),
            "medium": text("at most 1 attack on 5 passages"),
            "high": text("more attacks"),
        },
        modes={
            "road": text("road"),
            "air": text("flight"),
            "river": text("river"),
            "sea": text("sea"),
        },
        closed_leg=text("leg that is closed on that day"),
        exit=text("exit: port, airport or border"),
        uses=text("wider line: more movements of the plan"),
        scale=text("km"),
        scroll=text("Map, can be scrolled"),
    )


def _sites(setting: Setting) -> Node:
    """Return the states of all sites on the days shown."""
    text = setting.language.text
    names = {state: words[1] for state, words in _words(setting).states.items()}
    start = setting.briefing.heading.start
    days = [start, *(day for day, _ in decision_days(setting))]
    states = [sites_on(setting, day) for day in days]
    return table(
        text("States of the sites"),
        [text("Site"), *(setting.short(day) for day in days)],
        (
            [setting.site(site.site_id), *(names[on[site.site_id]] for on in states)]
            for site in setting.briefing.sites
        ),
    )


def _legs(setting: Setting) -> Node:
    text = setting.language.text
    return table(
        text("Legs that the plan uses"),
        [
            text("Leg"),
            text("From"),
            text("To"),
            text("Mode"),
            text("Movements"),
            text("Expected attacks"),
            text("Closed or slow"),
        ],
        (
            [
                [setting.leg(leg), setting.mark(leg.basis, "legs")],
                setting.place(leg.from_id),
                setting.place(leg.to_id),
                setting.word(leg.mode.value),
                setting.number(leg.uses),
                [
                    setting.language.number(leg.attacks, 2) if leg.attacks else "–",
                    setting.mark(leg.hazard_basis, "hazards") if leg.attacks else None,
                ],
                _windows(setting, leg),
            ]
            for leg in setting.briefing.legs
            if leg.uses
        ),
        kind="num",
    )


def _windows(setting: Setting, leg: LegFacts) -> Node:
    said = [
        setting.language.text(
            "{state} {first} to {last}",
            state=setting.word("closed" if one.closed else "slow"),
            first=setting.short(one.start),
            last=setting.short(one.end),
        )
        for one in leg.windows
    ]
    return "; ".join(said) or "–"
