"""Why a site closes on its day, and its last days."""

from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.plan import Closure, ClosureMode
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.site_costs import cost_notes
from drawdown.planning.explain.site_duties import duty_rules
from drawdown.planning.explain.site_goods import goods_rules
from drawdown.planning.explain.site_last_days import (
    forward,
    last_day_sentences,
    last_safe_day,
)
from drawdown.planning.explain.site_moves import move_rules
from drawdown.planning.explain.site_steps import step_rules


def explain_site(plans: Plans, site: Site) -> Explanation:
    """Return why a site closes on its day and in its way."""
    known = plans.known
    closing = known.closing(site.site_id)
    is_open = closing > known.last
    rules = [] if is_open else list(_rules(plans, site, closing))
    forth = forward(known, site)
    safe = last_safe_day(known, site)
    last = None if forth is None or forth.last is None else forth.last.day
    on = known.mission.date
    return Explanation(
        kind="site",
        name=site.site_id,
        headline=_headline(known, site, closing),
        day=None if is_open else closing,
        rules=tuple(sorted(rules, key=_by_slack)),
        notes=tuple(
            _open(plans, site) if is_open else cost_notes(known, site, closing)
        ),
        dates={
            "transport_stands_by": None if forth is None else on(forth.needed_by),
            "transport_leaves_by": None if last is None else on(last),
            "last_safe_day": None if safe is None else on(safe.day),
        },
        last_days=tuple(last_day_sentences(known, site, forth, safe)),
        language=known.language,
    )


def _rules(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    yield from step_rules(plans.known, site, closing)
    yield from goods_rules(plans.known, site, closing)
    yield from move_rules(plans, site, closing)
    yield from duty_rules(plans.known, site, closing)


def _by_slack(rule: Rule) -> tuple[bool, int]:
    return rule.slack is None, rule.slack or 0


def _headline(known: Known, site: Site, closing: int) -> str:
    text, name = known.language.text, site.name
    closure = known.closures.get(site.site_id, Closure(site=site.site_id))
    if site.liquidation:
        return text(
            "{site} stays open past the deadline, for the liquidation", site=name
        )
    if closing > known.last:
        return text("{site} has no closing day in this plan", site=name)
    if closure.mode is ClosureMode.HANDED_OVER:
        return text(
            "{site} closes on {day}, handed over: {counterpart}",
            site=name,
            day=known.on(closing),
            counterpart=site.counterpart,
        )
    return text(
        "{site} closes on {day}, and is left: no civilian authority",
        site=name,
        day=known.on(closing),
    )


def _open(plans: Plans, site: Site) -> Iterator[str]:
    """Say what a site that stays open keeps, and when the last others leave."""
    known = plans.known
    deadline = known.mission.deadline
    yield known.language.text(
        "{minimum} guards stand here to the deadline (§6.1), and {after} people remain "
        "after it (§6.3); on the evening of the deadline {guards} guards and {people} "
        "people are here",
        minimum=site.guard_minimum,
        after=site.liquidation_guard,
        guards=plans.stock.guards(site.site_id, deadline),
        people=plans.stock.persons(site.site_id, deadline),
    )
    leaving = [trip for trip in known.leaving(site.site_id) if trip.persons]
    if leaving:
        day = known.on(leaving[-1].departs)
        yield known.language.text("the last who leave go on {day}", day=day)
