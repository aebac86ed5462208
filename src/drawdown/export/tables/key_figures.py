"""The table of the key figures: what the whole plan comes to, and how sure that is."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, source_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import DISPOSITIONS
from drawdown.language import marked
from drawdown.mission import Disposition
from drawdown.plan import ClosureMode

COLUMNS = (
    Column(name="figure", title=marked("Figure"), width=46),
    Column(name="value", title=marked("Value"), kind=Kind.ANY, width=26),
    Column(name="unit", title=marked("Unit"), width=26),
    Column(name="bound", title=marked("Best possible bound"), kind=Kind.ANY),
    Column(name="law", title=marked("Section of the laws")),
    SOURCE,
    CONFIDENCE,
)

Line = tuple[Cell, ...]


def key_figures(dossier: Dossier) -> Table:
    """Return what a reader asks first: out by when, at what price, what is left."""
    rows = (*_which(dossier), *_values(dossier), *_counts(dossier))
    return Table(
        name="key_figures",
        title=marked("Key figures"),
        columns=COLUMNS,
        rows=rows,
        note=_note(dossier),
    )


def _note(dossier: Dossier) -> str:
    say = dossier.language
    found = len(dossier.verdict.violations)
    parts = [
        say.plural(
            "The plan breaks a law in one place; drawdown verify says where.",
            "The plan breaks laws in {n} places; drawdown verify lists them.",
            found,
        )
        if found
        else say.text("The judge finds no broken law in this plan.")
    ]
    if dossier.other_tables:
        parts.append(say.text("The mission has changed since this plan was made."))
    return " ".join(parts)


def _which(dossier: Dossier) -> Iterator[Line]:
    text, mission = dossier.language.text, dossier.mission
    header, decision = mission.header, mission.decision
    yield _given(text("Mission"), header.name, *source_cells(header, "name"))
    yield _given(text("Host State"), header.host_state, *source_cells(header))
    yield _given(text("Decision"), decision.symbol, *source_cells(decision, "symbol"))
    deadline = source_cells(decision, "deadline")
    yield _given(text("Everyone is to be out by"), decision.deadline, *deadline)
    yield _given(text("Plan made by"), dossier.plan.made_by, "", "")


def _given(figure: str, value: Cell, source: str, confidence: str) -> Line:
    return (figure, value, "", None, "", source, confidence)


def _values(dossier: Dossier) -> Iterator[Line]:
    text, found = dossier.language.text, dossier.verdict.objectives
    bounds, proof = dossier.plan.proof.bounds, dossier.plan.proof
    out = everyone_out(dossier)
    nobody = text("not everyone is out in this plan")
    yield _found(text("Everyone is out by"), out or nobody, "", None, "4")
    rows = (
        (text("People late"), "people_late", text("person-days"), "5"),
        (text("Expected attacks"), "attacks", text("expected attacks"), "15"),
        (
            text("Protection gap that closures leave"),
            "protection_gap",
            text("threatened person-days"),
            "23",
        ),
        (text("Loss of assets"), "loss", "USD", "12"),
        (text("Money"), "money", "USD", "24"),
    )
    for figure, name, unit, law in rows:
        bound = None if bounds is None else getattr(bounds, name)
        yield _found(figure, getattr(found, name), unit, bound, law)
    lapsed = text("Protection that lapses by law, not counted")
    yield _found(
        lapsed, dossier.verdict.lapsed, text("threatened person-days"), None, "23"
    )
    weighed = text("Weighed together, by the weights of the mission")
    yield _found(weighed, found.weighted, "USD", proof.bound, "24.2")
    gap = None if proof.gap is None else round(100 * proof.gap, 2)
    shown = text("nothing is proven") if gap is None else gap
    yield _found(text("Proven gap to the best possible"), shown, "%", None, "25")


def _found(figure: str, value: Cell, unit: str, bound: Cell, law: str) -> Line:
    return (figure, value, unit, bound, f"§{law}", "", "derived")


def everyone_out(dossier: Dossier) -> date | None:
    """Return the last day on which somebody is on the way out (law 4.1).

    Who counts at an exit from a day on has travelled to the evening before; so nobody
    is late by law 5 if it is the deadline. Absent: not everyone is out in the plan.
    """
    replay, days = dossier.replay, []
    for unit in dossier.mission.units:
        inside = unit.strength - replay.remaining(unit) - replay.out_of(unit)
        left = inside.nonzero()[0]
        days.append(-1 if not len(left) else int(left[-1]))
    last = max(0, *days)
    return None if last >= dossier.facts.last else dossier.mission.date(last)


def _counts(dossier: Dossier) -> Iterator[Line]:
    text, plan = dossier.language.text, dossier.plan
    modes = Counter(one.mode for one in plan.closures if one.closed is not None)
    sites, tasks = text("sites"), text("tasks")
    yield _found(
        text("Sites handed over"), modes[ClosureMode.HANDED_OVER], sites, None, "17.3"
    )
    yield _found(text("Sites left"), modes[ClosureMode.LEFT], sites, None, "17.3")
    yield _found(text("Movements"), len(plan.movements), text("movements"), None, "13")
    ended = _ended(dossier)
    for disposition in Disposition:
        way = text(DISPOSITIONS[disposition])
        figure = text("Items by disposition: {disposition}", disposition=way)
        yield _found(figure, ended[disposition], text("items"), None, "9")
    total = sum(lot.count for lot in dossier.mission.lots)
    rest = total - sum(ended.values())
    yield _found(text("Items without a disposition"), rest, text("items"), None, "9")
    yield _found(text("Tasks handed over"), len(plan.handovers), tasks, None, "20.1")
    yield _found(
        text("Tasks that nobody takes"), len(plan.residuals), tasks, None, "20.2"
    )


def _ended(dossier: Dossier) -> Counter[str]:
    """Return how many items end by each disposition."""
    ended: Counter[str] = Counter()
    for journey in dossier.replay.journeys:
        if journey.track.end in dossier.facts.exits:
            for freight in journey.freight:
                if freight.disposition is not None:
                    ended[freight.disposition] += freight.count
    for ending in dossier.replay.admitted.endings:
        ended[ending.disposition] += ending.count
    return ended
