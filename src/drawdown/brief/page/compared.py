"""What is different from another plan."""

import htpy as h

from drawdown.brief.facts.comparison import Comparison, Other
from drawdown.brief.page.html import Node, Row, fold, listed, table
from drawdown.brief.page.setting import Setting
from drawdown.language import marked

__all__ = ["compared"]

PARTS = {
    "sites": marked("Sites"),
    "movements": marked("Movements"),
    "dispositions": marked("Dispositions"),
    "handovers": marked("Handovers of tasks"),
    "releases": marked("Releases"),
    "figures": marked("Figures"),
}
SHOWN = 40
"""Changes of one part that are told; the others are counted."""

FIGURES = ("people_late", "attacks", "protection_gap", "loss", "money", "weighted")


def compared(setting: Setting) -> Node:
    """Return the section on another plan, if there is one."""
    text, other = setting.language.text, setting.briefing.comparison
    if other is None:
        return None
    return h.section("#compared", aria_labelledby="compared-h")[
        h.h2("#compared-h")[
            text("What is different from the plan {name}", name=other.name)
        ],
        _figures(setting, other),
        _sites(setting, other),
        (_part(setting, part, said) for part, said in other.changes),
        None
        if other.changes
        else h.p[text("The two plans are the same but for their names.")],
    ]


def _figures(setting: Setting, other: Comparison) -> h.Element:
    text, here = setting.language.text, setting.briefing.heading.objectives
    return table(
        text("The values of both plans"),
        [text("Value"), other.name, text("This plan"), text("Difference")],
        (_figure(setting, name, other, getattr(here, name)) for name in FIGURES),
        kind="num",
    )


def _figure(setting: Setting, name: str, other: Comparison, here: float) -> Row:
    before = getattr(other.objectives, name)
    return [
        setting.word(name),
        setting.number(before),
        setting.number(here),
        setting.language.number(
            here - before, 0 if abs(here - before) >= 100 else 2, signed=True
        ),
    ]


def _sites(setting: Setting, other: Comparison) -> h.Element:
    text = setting.language.text
    return table(
        text("Closing days in both plans"),
        [text("Site"), other.name, text("This plan"), text("Days later")],
        (_site(setting, one) for one in other.sites),
        kind="num",
    )


def _site(setting: Setting, one: Other) -> Row:
    days: Node = "–"
    if one.closes and one.here:
        days = setting.language.number((one.here - one.closes).days, signed=True)
    return [
        setting.site(one.site_id),
        setting.short(one.closes),
        setting.why(one.site_id, one.here, short=True),
        days,
    ]


def _part(setting: Setting, part: str, said: tuple[str, ...]) -> Node:
    language = setting.language
    count = language.plural("{n} change", "{n} changes", len(said))
    more = len(said) - SHOWN
    return fold(
        language.text("{part}: {count}", part=language.text(PARTS[part]), count=count),
        listed(said[:SHOWN]),
        h.p[language.plural("… and {n} more", "… and {n} more", more)]
        if more > 0
        else None,
    )
