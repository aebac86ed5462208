"""The headline: out by when, how good, which risks, what is left behind."""

from collections.abc import Iterator
from datetime import date

import htpy as h

from drawdown.brief.facts.basis import Basis, together
from drawdown.brief.facts.lots import LotFacts
from drawdown.brief.page.breaks import danger_sentence
from drawdown.brief.page.html import Node, filled
from drawdown.brief.page.setting import Setting
from drawdown.mission import Disposition

__all__ = ["SHOWN", "headline"]

SHOWN = 3
"""Things that could break the plan which are told in the headline."""


def headline(setting: Setting) -> h.Element:
    """Return the first section, in plain words."""
    text = setting.language.text
    return h.section("#brief", aria_labelledby="brief-h")[
        h.h2("#brief-h")[text("In brief")],
        list(_broken(setting)),
        h.dl(".brief")[
            _entry(text("Out by"), *_out_by(setting)),
            _entry(text("How good the plan is"), *_proof(setting)),
            _entry(text("Expected attacks"), *_attacks(setting)),
            _entry(text("Left without protection"), *_protection(setting)),
            _entry(text("Left behind"), *_left_behind(setting)),
            _entry(text("Nobody takes over"), *_nobody(setting)),
        ],
        h.h3[
            text("Three things that could break it")
            if len(setting.briefing.dangers) >= SHOWN
            else text("What could break it")
        ],
        h.ol(".breaks")[
            (
                h.li[danger_sentence(setting, danger)]
                for danger in setting.briefing.dangers[:SHOWN]
            )
        ],
        h.p(".small")[
            h.a(href="#breaks")[
                text("How these are found, and what else could break it")
            ]
        ],
    ]


def _entry(name: str, figure: Node, *sentences: Node) -> Node:
    """Return a term with its figure in large type, and what is said of it."""
    return h.div[
        h.dt[name], h.dd(".figure")[figure], (h.dd[one] for one in sentences if one)
    ]


def _broken(setting: Setting) -> Iterator[Node]:
    """Say first of all whether the plan breaks a law, or is of other tables."""
    heading, language = setting.briefing.heading, setting.language
    if heading.broken:
        yield h.div(".warn", role="note")[
            h.p[
                h.strong[
                    language.plural(
                        "This plan breaks the laws in {n} place.",
                        "This plan breaks the laws in {n} places.",
                        len(heading.broken),
                    )
                ]
            ],
            h.ul[(h.li[f"§{one.law} {one.message}"] for one in heading.broken[:10])],
        ]
    if heading.other_tables:
        yield h.p(".warn")[
            language.text(
                "The tables of the mission have changed since this plan was made."
            )
        ]


def _out_by(setting: Setting) -> Iterator[Node]:
    b, language = setting.briefing, setting.language
    text = language.text
    stocks, heading = b.stocks, b.heading
    mark = setting.mark(heading.decision_basis)
    late = heading.objectives.people_late
    stays = max(stocks.remaining, stocks.persons_left[-1])
    left = [
        day
        for day, n in zip(stocks.days, stocks.persons_left, strict=True)
        if n > stays
    ]
    # Who counts at an exit from a day on was on the way to the day before (law 1.3).
    out = left[-1] if left else None
    items = [
        day
        for day, c, v in zip(
            stocks.days, stocks.containers_left, stocks.vehicles_left, strict=True
        )
        if c + v > 0
    ]
    yield setting.day(out)
    if late:
        yield filled(
            text(
                "{persons} person-days late: not everyone who must leave is out by the "
                "deadline of {deadline}.{mark}"
            ),
            persons=setting.number(late),
            deadline=setting.day(heading.deadline),
            mark=mark,
        )
    else:
        yield filled(
            text(
                "Everyone who must leave is out by then; the deadline is "
                "{deadline}.{mark}"
            ),
            deadline=setting.day(heading.deadline),
            mark=mark,
        )
    yield filled(
        text(
            "{travellers} people travel out and {local} are released where they live."
            "{mark}"
        ),
        travellers=setting.number(stocks.travellers_out[-1]),
        local=setting.number(stocks.persons_out[-1] - stocks.travellers_out[-1]),
        mark=setting.mark(stocks.basis, "units"),
    )
    yield from _at_the_end(setting, items)


def _at_the_end(setting: Setting, items: list[date]) -> Iterator[Node]:
    """Say who remains, and when the last containers and vehicles are out."""
    text, stocks = setting.language.text, setting.briefing.stocks
    end = setting.briefing.heading.end
    here = stocks.persons_left[-1]
    if here > stocks.remaining:
        yield text(
            "{here} people are still in the mission at the end of the plan; {allowed} "
            "may remain.",
            here=here,
            allowed=stocks.remaining,
        )
    elif here:
        yield text("{here} people remain for the liquidation.", here=here)
    if items and items[-1] == end:
        yield text(
            "{items} containers and vehicles are still there at the end of the plan.",
            items=stocks.containers_left[-1] + stocks.vehicles_left[-1],
        )
    elif items:
        yield filled(
            text("The last containers and vehicles are out on {day}."),
            day=h.a(href="#curves")[setting.day(items[-1])],
        )


def _proof(setting: Setting) -> Iterator[Node]:
    heading, language = setting.briefing.heading, setting.language
    # Of a plan that breaks laws nothing is proven: it may weigh less than any other.
    proven = heading.gap is not None and not heading.broken
    if not proven or heading.gap is None or heading.bound is None:
        yield language.text("not proven")
        yield language.text("Nothing is proven of how much better a plan could be.")
        return
    gap = language.percent(heading.gap, 0 if heading.gap >= 0.1 else 2)
    if heading.gap <= 1e-9:
        yield language.text("the best possible")
    else:
        yield language.text("proven gap: {gap}", gap=gap)
    yield language.text(
        "No plan of this mission can weigh less than {bound}; this one weighs {value}. "
        "The gap between them is proven; a better plan may or may not exist within it.",
        bound=setting.millions(heading.bound),
        value=setting.millions(heading.objectives.weighted),
    )
    if not heading.broken:
        yield language.text(
            "A verifier that shares no code with the planner finds that it breaks no "
            "law."
        )


def _attacks(setting: Setting) -> Iterator[Node]:
    b, text = setting.briefing, setting.language.text
    attacks = b.heading.objectives.attacks
    basis = together(leg.hazard_basis for leg in b.legs if leg.uses)
    yield [setting.attacks(attacks), setting.mark(basis, "hazards")]
    worst = max(b.legs, key=lambda leg: leg.attacks, default=None)
    movements = len(b.movements)
    if movements:
        yield text(
            "on {movements} movements, by the rates of the tables: an expectation, "
            "not a forecast.",
            movements=movements,
        )
    if worst is not None and worst.attacks:
        yield text(
            "The most dangerous leg is {leg}: {attacks} of them.",
            leg=setting.leg(worst),
            attacks=setting.attacks(worst.attacks),
        )


def _protection(setting: Setting) -> Iterator[Node]:
    b, text = setting.briefing, setting.language.text
    gap = b.protection
    yield [
        setting.number(gap.gap),
        " ",
        h.small[text("threatened person-days")],
        setting.mark(gap.basis, "threats"),
    ]
    if gap.until is None:
        yield text("No authority to protect civilians is in force.")
        return
    radius = "–" if gap.radius_km is None else setting.number(gap.radius_km)
    yield filled(
        text(
            "because sites close while the authority to respond to threats within "
            "{radius} km is still in force, until {until}."
        ),
        radius=radius,
        until=h.a(href="#protection")[setting.day(gap.until)],
    )
    yield text(
        "After that day the authority itself has lapsed: {lapsed} threatened "
        "person-days more, whatever the plan.",
        lapsed=setting.number(gap.lapsed),
    )


LEFT = (Disposition.GIFT, Disposition.SELL, Disposition.DESTROY)


def _left_behind(setting: Setting) -> Iterator[Node]:
    b, text = setting.briefing, setting.language.text
    counts = {by: sum(lot.by(by) for lot in b.lots) for by in LEFT}
    worth = sum(
        one.value or 0.0
        for lot in b.lots
        for one in lot.ended
        if one.disposition in LEFT
    )
    basis = _lots_basis(b.lots)
    total = sum(counts.values())
    yield [
        setting.number(total),
        " ",
        h.small[text("containers and vehicles")],
        setting.mark(basis, "lots"),
    ]
    yield filled(
        text(
            "of {all}: {gift} given, {sell} sold, {destroy} destroyed; together worth "
            "{worth} before. {more}"
        ),
        all=setting.number(sum(lot.count for lot in b.lots)),
        gift=setting.number(counts[Disposition.GIFT]),
        sell=setting.number(counts[Disposition.SELL]),
        destroy=setting.number(counts[Disposition.DESTROY]),
        worth=setting.millions(worth),
        more=h.a(href="#value")[text("By class and disposition")],
    )
    left = [site for site in b.sites if site.handed_over is False]
    if left:
        names = setting.language.list([site.name for site in left])
        yield text(
            "Left with no civilian authority to take them: {sites}.", sites=names
        )


def _lots_basis(lots: tuple[LotFacts, ...]) -> Basis:
    return together(lot.basis for lot in lots)


def _nobody(setting: Setting) -> Iterator[Node]:
    b, language = setting.briefing, setting.language
    residual = [task for task in b.tasks if task.gap is not None]
    basis = together(task.basis for task in residual)
    yield [
        language.plural("{n} task", "{n} tasks", len({task.name for task in residual})),
        setting.mark(basis, "tasks") if residual else None,
    ]
    if not residual:
        yield language.text("Every task is handed over.")
        return
    first = min(residual, key=lambda task: (task.gap, task.task_id))
    yield language.plural(
        "at {n} place in all, counting the whole mission as one",
        "at {n} places in all, counting the whole mission as one",
        len({(task.name, task.site_id) for task in residual}),
    )
    yield filled(
        language.text("The first gap opens on {day}: {task}. {more}"),
        day=h.a(href=f"#task-{first.task_id}")[setting.day(first.gap)],
        task=first.name,
        more=h.a(href="#tasks")[language.text("Which tasks nobody takes")],
    )
