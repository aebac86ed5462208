"""What could break the plan: the worst of each kind, by fixed rules."""

from collections.abc import Callable, Mapping

import htpy as h

from drawdown.brief.facts.dangers import TIGHT, Danger, DangerKind
from drawdown.brief.page.html import Node, filled
from drawdown.brief.page.setting import Setting
from drawdown.language import marked

__all__ = ["breaks", "danger_sentence"]

RULES: Mapping[DangerKind, str] = {
    DangerKind.CROSSING: marked(
        "One country: of the countries whose exits the plan uses, the one through "
        "which most items or people leave."
    ),
    DangerKind.LEG: marked(
        "One leg: the leg without which most items are at sites from which no road, "
        "river or flight that takes items leads out."
    ),
    DangerKind.ESCORTS: marked(
        "No reserve: the escort group that is on most days wholly on the way or at "
        "rest."
    ),
    DangerKind.TIGHT: marked(
        "Last days: the people who are out only in the last {days} days before they "
        "would be late."
    ),
    DangerKind.HAZARD: marked(
        "Attacks: the leg on which most attacks are expected, over all movements."
    ),
}
"""How the worst case of each kind is found."""


def breaks(setting: Setting) -> h.Element:
    """Return the section on what could break the plan."""
    text = setting.language.text
    return h.section("#breaks", aria_labelledby="breaks-h")[
        h.h2("#breaks-h")[text("What could break it")],
        h.p[
            text(
                "For each kind of danger the worst case is sought. They stand in the "
                "order of the share of all people, or of all items, that hang on them; "
                "the greater of the two counts. Nobody's judgement goes in."
            )
        ],
        h.ol[
            (
                h.li[
                    danger_sentence(setting, danger),
                    h.br,
                    h.small[text(RULES[danger.kind], days=TIGHT)],
                ]
                for danger in setting.briefing.dangers
            )
        ],
    ]


def danger_sentence(setting: Setting, danger: Danger) -> Node:
    """Return one danger in a sentence."""
    return SENTENCES[danger.kind](setting, danger)


def _crossing(setting: Setting, danger: Danger) -> Node:
    text = setting.language.text
    return filled(
        text(
            "{country} shuts its border: {items} of all items and {people} of all "
            "people leave through it, from {first} to {last}.{mark} {more}"
        ),
        country=h.b[setting.country(danger.subject)],
        items=setting.language.percent(danger.share_of_items),
        people=setting.language.percent(danger.share_of_persons),
        first=setting.short(danger.first),
        last=setting.short(danger.last),
        mark=setting.mark(danger.basis, "exits"),
        more=h.a(href=f"#shut-{danger.subject}")[text("What happens then")],
    )


def _leg(setting: Setting, danger: Danger) -> Node:
    text = setting.language.text
    return filled(
        text(
            "The leg {leg} is cut: no item can leave {sites} without it, {items} of "
            "all items.{mark} The plan uses it from {first} to {last}."
        ),
        leg=h.b[_leg_name(setting, danger.subject)],
        sites=setting.language.list([setting.place(site) for site in danger.sites]),
        items=setting.language.percent(danger.share_of_items),
        mark=setting.mark(danger.basis, "legs"),
        first=setting.short(danger.first),
        last=setting.short(danger.last),
    )


def _leg_name(setting: Setting, name: str) -> str:
    leg = next((one for one in setting.briefing.legs if one.leg_id == name), None)
    return setting.leg(leg) if leg else name


def _escorts(setting: Setting, danger: Danger) -> Node:
    text = setting.language.text
    return filled(
        text(
            "One escort company of the group {group} fails: on {days} days between "
            "{first} and {last} none is free, and {items} of all items move under its "
            "escort.{mark} {more}"
        ),
        group=h.b[danger.subject],
        days=setting.number(danger.days),
        first=setting.short(danger.first),
        last=setting.short(danger.last),
        items=setting.language.percent(danger.share_of_items),
        mark=setting.mark(danger.basis, "escorts"),
        more=h.a(href="#escorts")[text("Escorts by day")],
    )


def _tight(setting: Setting, danger: Danger) -> Node:
    text = setting.language.text
    return filled(
        text(
            "Nothing moves in the last {days} days: {people} of all people are out "
            "only in the last {days} days before they would be late.{mark} {more}"
        ),
        days=setting.number(TIGHT),
        people=setting.language.percent(danger.share_of_persons),
        mark=setting.mark(danger.basis, "units"),
        more=h.a(href="#curves")[text("People left by day")],
    )


def _hazard(setting: Setting, danger: Danger) -> Node:
    text = setting.language.text
    return filled(
        text(
            "Attacks on {leg}: {attacks} are expected there, and {items} of all items "
            "pass it, from {first} to {last}.{mark}"
        ),
        leg=h.b[_leg_name(setting, danger.subject)],
        attacks=setting.attacks(danger.attacks),
        items=setting.language.percent(danger.share_of_items),
        first=setting.short(danger.first),
        last=setting.short(danger.last),
        mark=setting.mark(danger.basis, "hazards"),
    )


SENTENCES: Mapping[DangerKind, Callable[[Setting, Danger], Node]] = {
    DangerKind.CROSSING: _crossing,
    DangerKind.LEG: _leg,
    DangerKind.ESCORTS: _escorts,
    DangerKind.TIGHT: _tight,
    DangerKind.HAZARD: _hazard,
}
