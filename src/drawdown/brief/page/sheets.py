"""One sheet for each site: what leaves when, why it closes then, who takes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import htpy as h

from drawdown.brief.facts.basis import together
from drawdown.brief.facts.lots import LotFacts
from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.facts.units import UnitFacts
from drawdown.brief.page.glance import how_it_ends
from drawdown.brief.page.html import Node, Row, fold, listed, table
from drawdown.brief.page.kept import redacted
from drawdown.brief.page.reasons import in_short
from drawdown.brief.page.setting import Setting
from drawdown.mission import Disposition

__all__ = ["sheets"]

RULES = 4
"""Rules that are told of a site, the tightest; ``drawdown explain`` tells all."""

TASKS = "20."
"""Laws on tasks, which have a section of their own."""


def sheets(setting: Setting) -> h.Element:
    """Return a sheet for each site."""
    text = setting.language.text
    return h.section("#sites", aria_labelledby="sites-h")[
        h.h2("#sites-h")[text("A sheet for each site")],
        (_sheet(setting, site) for site in setting.briefing.sites),
    ]


def _sheet(setting: Setting, site: SiteFacts) -> Node:
    text = setting.language.text
    title = text("{site} stays open", site=site.name)
    if site.closes is not None:
        title = text("{site} closes on {day}", site=site.name, day=site.closes)
    return h.article(".sheet", id=f"site-{site.site_id}")[
        h.h3[title],
        h.p[
            how_it_ends(setting, site),
            ". ",
            setting.word(site.kind),
            setting.mark(site.basis, "sites"),
        ],
        h.dl(".pairs")[(_pair(*pair) for pair in _pairs(setting, site))],
        _why(setting, site),
        _leaving(setting, site),
    ]


def _leaving(setting: Setting, site: SiteFacts) -> Node:
    """Return who and what leaves a site, as far as it may be told."""
    told = [one for one in (_people(setting, site), _goods(setting, site)) if one]
    return fold(setting.language.text("What leaves when"), told) if told else None


def _pair(name: str, value: Node) -> Node:
    return h.div[h.dt[name], h.dd[value]]


def _pairs(setting: Setting, site: SiteFacts) -> Iterator[tuple[str, Node]]:
    """Yield what stands at the top of a sheet."""
    text, why = setting.language.text, site.site_id
    if site.transport_stands_by:
        yield (
            text("Trucks must stand there by"),
            setting.why(why, site.transport_stands_by),
        )
    if site.transport_leaves_by:
        yield text("They leave for it by"), setting.why(why, site.transport_leaves_by)
    if site.last_safe_day:
        yield text("Last safe day"), setting.why(why, site.last_safe_day)
    if site.counterpart:
        yield text("Counterpart"), _counterpart(setting, site)
    papers = [step for step in site.steps if step.needs_counterpart]
    if papers:
        said = [
            text(
                "{step} ({days})",
                step=step.name,
                days=_span(setting, step.start, step.end),
            )
            for step in papers
        ]
        yield text("Done with the counterpart"), "; ".join(said)
    if site.guards:
        yield text("Guard"), _guard(setting, site)
    if site.persons and site.items:
        yield (
            text("On the first day"),
            text(
                "{people} people, {items} containers and vehicles",
                people=site.persons[0],
                items=site.items[0],
            ),
        )
    yield from _actual(setting, site)


def _counterpart(setting: Setting, site: SiteFacts) -> Node:
    text = setting.language.text
    if site.counterpart_from and site.counterpart_to:
        said = text(
            "{who}, from {first} to {last}",
            who=site.counterpart,
            first=setting.short(site.counterpart_from),
            last=setting.short(site.counterpart_to),
        )
    elif site.counterpart_from:
        said = text(
            "{who}, from {first} on",
            who=site.counterpart,
            first=setting.short(site.counterpart_from),
        )
    elif site.counterpart_to:
        said = text(
            "{who}, until {last}",
            who=site.counterpart,
            last=setting.short(site.counterpart_to),
        )
    else:
        said = site.counterpart
    return [said, setting.mark(site.counterpart_basis, "sites")]


def _guard(setting: Setting, site: SiteFacts) -> str:
    """Say how many guard-capable people stay to the end."""
    text = setting.language.text
    if not site.guard_minimum:
        return text("none is asked for")
    days = setting.briefing.stocks.days
    if site.closes is None:
        deadline = setting.briefing.heading.deadline
        at = [n for d, n in zip(days, site.guards, strict=True) if d == deadline]
        return text(
            "at least {least} to the deadline, when {there} are there; {remain} remain",
            least=site.guard_minimum,
            there=at[0] if at else 0,
            remain=site.liquidation_guard,
        )
    before = [n for d, n in zip(days, site.guards, strict=True) if d < site.closes]
    return text(
        "at least {least}, and {thin} on the last {days} days; {there} on the evening "
        "before the last",
        least=site.guard_minimum,
        thin=site.thin_out_minimum,
        days=site.thin_out_days,
        there=before[-1] if before else 0,
    )


def _actual(setting: Setting, site: SiteFacts) -> Iterator[tuple[str, Node]]:
    """Yield what was announced, and what really happened."""
    text, found = setting.language.text, site.actual
    if found is None:
        return
    if found.planned_from or found.planned_to:
        days = text(
            "{first} to {last}",
            first=setting.short(found.planned_from),
            last=setting.short(found.planned_to),
        )
        if found.planned_from == found.planned_to:
            days = setting.short(found.planned_from)
        yield (
            text("The mission itself had announced"),
            [days, setting.mark(found.planned_basis)],
        )
    if found.departed or found.handed_over:
        said = [
            text("last departure {day}", day=setting.short(found.departed))
            if found.departed
            else "",
            text("handover {day}", day=setting.short(found.handed_over))
            if found.handed_over
            else text("no handover"),
            text("to {who}", who=found.handed_to) if found.handed_to else "",
            found.condition,
        ]
        yield (
            text("What really happened"),
            ["; ".join(part for part in said if part), setting.mark(found.basis)],
        )


def _why(setting: Setting, site: SiteFacts) -> Node:
    """Return why a site closes on its day, as ``drawdown explain`` says it."""
    text, why = setting.language.text, site.why
    slack = None
    if why.slack is not None:
        slack = h.p[
            setting.language.plural(
                "Slack: {n} day, with all else as planned.",
                "Slack: {n} days, with all else as planned.",
                why.slack,
            )
        ]
    return fold(
        text("Why then"),
        h.p[in_short(setting, site)],
        redacted(setting) if not why.last_days else None,
        _headed(
            text("What holds it, the tightest first; in brackets the days of slack"),
            _rules(setting, site),
        ),
        slack,
        _headed(text("To be a week earlier"), why.week_earlier),
        _headed(text("What another day would weigh, all else as planned"), why.notes),
        _headed(text("Last days"), why.last_days),
        name=f"why-{site.site_id}",
        shown=True,
    )


def _headed(title: str, sentences: Iterable[Node]) -> Node:
    given = list(sentences)
    return [h.h4[title], listed(given)] if given else None


def _rules(setting: Setting, site: SiteFacts) -> Iterator[Node]:
    told = [rule for rule in site.why.rules if not rule.law.startswith(TASKS)]
    for rule in told[:RULES]:
        said = f"§{rule.law} {rule.text}"
        if rule.binds:
            yield [said, " ", h.b["[", setting.language.text("binds"), "]"]]
        elif rule.slack is not None:
            days = setting.language.plural("{n} day", "{n} days", rule.slack)
            yield f"{said} [{days}]"
        else:
            yield said


def _people(setting: Setting, site: SiteFacts) -> Node:
    """Return the units of a site: how many leave it, and when they are out."""
    text = setting.language.text
    units = [unit for unit in setting.briefing.units if unit.site_id == site.site_id]
    if not units:
        return None
    basis = together(unit.basis for unit in units)
    return table(
        [text("People of {site}", site=site.name), setting.mark(basis, "units")],
        [
            text("Unit"),
            text("Persons"),
            text("Leave the site"),
            text("Out by"),
            text("Remain"),
        ],
        (_unit(setting, unit) for unit in units),
        kind="num",
    )


def _unit(setting: Setting, unit: UnitFacts) -> Row:
    names = [unit.country, unit.name or setting.word(unit.role)]
    return [
        ", ".join(dict.fromkeys(name for name in names if name)) or unit.unit_id,
        [
            setting.number(unit.strength),
            setting.mark(unit.basis) if unit.basis.sources else None,
        ],
        _span(setting, unit.leaves_first, unit.leaves_last),
        setting.short(unit.out_by),
        setting.number(unit.remains) if unit.remains else "–",
    ]


def _span(setting: Setting, first: date | None, last: date | None) -> str:
    if first == last:
        return setting.short(first)
    return setting.language.text(
        "{first} to {last}", first=setting.short(first), last=setting.short(last)
    )


def _goods(setting: Setting, site: SiteFacts) -> Node:
    """Return the lots of a site by what they are: when they leave, how they end."""
    text = setting.language.text
    kinds: dict[tuple[str, str, str], list[LotFacts]] = defaultdict(list)
    for lot in setting.briefing.lots:
        if lot.site_id == site.site_id:
            kinds[setting.goods(lot), lot.owner.value, lot.kind.value].append(lot)
    if not kinds:
        return None
    basis = together(lot.basis for lots in kinds.values() for lot in lots)
    used = [
        by
        for by in Disposition
        if any(lot.by(by) for lots in kinds.values() for lot in lots)
    ]
    return table(
        [
            text("Containers and vehicles of {site}", site=site.name),
            setting.mark(basis, "lots"),
        ],
        [
            text("What"),
            text("Items"),
            text("Leave the site"),
            *(setting.word(by.value) for by in used),
        ],
        (_class(setting, name, lots, used) for (name, _, _), lots in kinds.items()),
        kind="num",
    )


def _class(
    setting: Setting, name: str, lots: list[LotFacts], used: list[Disposition]
) -> Row:
    first = min((l.leaves_first for l in lots if l.leaves_first), default=None)
    last = max((l.leaves_last for l in lots if l.leaves_last), default=None)
    counts = [sum(lot.by(by) for lot in lots) for by in used]
    return [
        name,
        setting.number(sum(lot.count for lot in lots)),
        _span(setting, first, last),
        *(setting.number(count) if count else "–" for count in counts),
    ]
