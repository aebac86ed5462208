"""The critical path: what determines the last days, link by link."""

import htpy as h

from drawdown.brief.facts.critical import Chain, Link, LinkKind
from drawdown.brief.page.html import Node, filled
from drawdown.brief.page.setting import Setting
from drawdown.language import marked

__all__ = ["chain"]

WAITS = {
    "2.1": marked("it needs what comes with"),
    "2.2": marked("nothing may leave after the closing day; it waits for"),
    "10.1": marked("its items are packed only after"),
    "13.4": marked("it needs the escort that comes with"),
    "17.2": marked("it follows"),
    "17.4": marked("it needs the teams of"),
}
"""Why a link waits for the next, by the section of the law."""


def chain(setting: Setting) -> Node:
    """Return the section on the critical path, if it is told."""
    text = setting.language.text
    if not setting.briefing.chains:
        return None
    return h.section("#chain", aria_labelledby="chain-h")[
        h.h2("#chain-h")[text("Critical path")],
        h.p[
            text(
                "What determines the last days, going backwards: each entry waits for "
                "the next. A chain ends where an entry has more than a week of slack: "
                "its day was chosen for what it weighs, and nothing holds it."
            )
        ],
        (_chain(setting, one) for one in setting.briefing.chains),
    ]


def _chain(setting: Setting, one: Chain) -> Node:
    text, first = setting.language.text, one.links[0]
    title = text("The last who leave by a movement")
    if first.kind is LinkKind.CLOSING:
        title = text(
            "{site}, the site that closes last", site=setting.place(first.site)
        )
    return [h.h3[title], h.ol[(h.li[_link(setting, link)] for link in one.links)]]


def _link(setting: Setting, link: Link) -> Node:
    slack = setting.language.plural("{n} day of slack", "{n} days of slack", link.slack)
    waits = setting.language.text(WAITS[link.law]) if link.law in WAITS else None
    return [
        _what(setting, link),
        f" ({slack})",
        h.small[f" – §{link.law} {waits} …"] if waits else None,
    ]


def _what(setting: Setting, link: Link) -> Node:
    text = setting.language.text
    if link.kind is LinkKind.CLOSING:
        return filled(
            text("{site} closes on {day}"),
            site=setting.place(link.site),
            day=setting.why(link.site, link.last),
        )
    if link.kind is LinkKind.MOVEMENT:
        return text(
            "{movement} from {start} to {end}, {first} to {last}",
            movement=link.what,
            start=setting.place(link.site),
            end=setting.place(link.to),
            first=setting.short(link.first),
            last=setting.short(link.last),
        )
    return filled(
        text("{site}: {step}, {first} to {last}"),
        site=setting.place(link.site),
        step=link.what,
        first=setting.why(link.site, link.first, short=True),
        last=setting.why(link.site, link.last, short=True),
    )
