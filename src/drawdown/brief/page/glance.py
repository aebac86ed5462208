"""The sites at a glance: when each closes and why, and its last days."""

import htpy as h

from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.page.html import Node, Row, filled, table
from drawdown.brief.page.reasons import in_short
from drawdown.brief.page.setting import Setting

__all__ = ["glance", "how_it_ends"]


def glance(setting: Setting) -> h.Element:
    """Return the table of all sites in the order of their closing days."""
    text = setting.language.text
    sites = sorted(
        setting.briefing.sites,
        key=lambda site: (site.closes is None, site.closes or site.name, site.site_id),
    )
    actual = any(site.actual is not None for site in sites)
    last_days = any(site.last_safe_day or site.transport_stands_by for site in sites)
    heads = [text("Site"), text("Closes"), text("How"), text("Why then")]
    if last_days:
        heads += [text("Trucks must stand there by"), text("Last safe day")]
    if actual:
        heads.append(text("What really happened"))
    return h.section("#closing", aria_labelledby="closing-h")[
        h.h2("#closing-h")[text("When each site closes, and why")],
        table(
            text(
                "Sites in the order of their closing days; each date leads to its "
                "reason"
            ),
            heads,
            (_row(setting, site, last_days=last_days, actual=actual) for site in sites),
            wide=True,
        ),
        _law(setting) if last_days else None,
    ]


def _law(setting: Setting) -> Node:
    """Return what the last days mean."""
    text = setting.language.text
    return h.p(".small")[
        filled(
            text(
                "Trucks: by that day transport must stand at the site to take away "
                "what the plan takes away. Last safe day: after it people leave "
                "without what remains, or are late. {law}"
            ),
            law=h.abbr(title=text("section of the law"))["§19"],
        )
    ]


def _row(setting: Setting, site: SiteFacts, *, last_days: bool, actual: bool) -> Row:
    stays = setting.language.text("stays open")
    cells: list[Node] = [
        setting.site(site.site_id),
        setting.why(site.site_id, site.closes, short=True) if site.closes else stays,
        how_it_ends(setting, site),
        h.a(href=f"#why-{site.site_id}")[in_short(setting, site)],
    ]
    if last_days:
        cells.append(_trucks(setting, site))
        cells.append(setting.why(site.site_id, site.last_safe_day, short=True))
    if actual:
        cells.append(_actual(setting, site))
    return cells


def _trucks(setting: Setting, site: SiteFacts) -> Node:
    """Return by when trucks must stand at a site, and leave for it."""
    stands = setting.why(site.site_id, site.transport_stands_by, short=True)
    if site.transport_leaves_by is None:
        return stands
    leave = setting.language.text(
        "on the way by {day}", day=setting.short(site.transport_leaves_by)
    )
    return [stands, h.br, h.small[leave]]


def how_it_ends(setting: Setting, site: SiteFacts) -> Node:
    """Return how a site ends, with who takes it."""
    text = setting.language.text
    if site.handed_over is None:
        return text("liquidation site") if site.liquidation else "–"
    if site.handed_over:
        return [
            text("handed over: {who}", who=site.counterpart),
            setting.mark(site.counterpart_basis, "sites"),
        ]
    return text("left: no civilian authority")


def _actual(setting: Setting, site: SiteFacts) -> Node:
    """Return the day on which the last people really left."""
    text, found = setting.language.text, site.actual
    if found is None or (found.departed is None and found.handed_over is None):
        return "–"
    if found.handed_over is None:
        said = text("left {day}", day=setting.short(found.departed))
    else:
        said = text("handed over {day}", day=setting.short(found.handed_over))
    return [said, setting.mark(found.basis)]
