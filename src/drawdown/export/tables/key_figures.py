"""The table of the key figures: what the whole plan comes to, and how sure that is."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import DISPOSITIONS
from drawdown.language import marked
from drawdown.mission import Disposition

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
    say, heading = dossier.language, dossier.facts.heading
    found = len(heading.broken)
    parts = [
        say.plural(
            "The plan breaks a law in one place; drawdown verify says where.",
            "The plan breaks laws in {n} places; drawdown verify lists them.",
            found,
        )
        if found
        else say.text("The judge finds no broken law in this plan.")
    ]
    if heading.other_tables:
        parts.append(say.text("The mission has changed since this plan was made."))
    return " ".join(parts)


def _which(dossier: Dossier) -> Iterator[Line]:
    text, heading = dossier.language.text, dossier.facts.heading
    evidence = basis_cells(heading.decision_basis)
    yield _given(text("Mission"), heading.name)
    yield _given(text("Host State"), heading.host_state)
    yield _given(text("Data as of"), heading.as_of)
    yield _given(text("Decision"), heading.symbol, *evidence)
    yield _given(text("Everyone is to be out by"), heading.deadline, *evidence)
    yield _given(text("Plan made by"), heading.made_by)


def _given(figure: str, value: Cell, source: str = "", confidence: str = "") -> Line:
    return (figure, value, "", None, "", source, confidence)


def _values(dossier: Dossier) -> Iterator[Line]:
    text, heading = dossier.language.text, dossier.facts.heading
    found, bounds = heading.objectives, heading.bounds
    out = everyone_out(dossier)
    nobody = text("not everyone is out in this plan")
    yield _found(text("Everyone is out by"), out or nobody, "", None, "4")
    person_days = text("threatened person-days")
    rows = (
        (text("People late"), "people_late", text("person-days"), "5"),
        (text("Expected attacks"), "attacks", text("expected attacks"), "15"),
        (
            text("Protection gap that closures leave"),
            "protection_gap",
            person_days,
            "23",
        ),
        (text("Loss of assets"), "loss", "USD", "24"),
        (text("Money"), "money", "USD", "24"),
    )
    for figure, name, unit, law in rows:
        bound = None if bounds is None else getattr(bounds, name)
        yield _found(figure, getattr(found, name), unit, bound, law)
    lapsed = text("Protection that lapses by law, not counted")
    yield _found(lapsed, heading.lapsed, person_days, None, "23")
    weighed = text("Weighed together, by the weights of the mission")
    yield _found(weighed, found.weighted, "USD", heading.bound, "24.2")
    gap = None if heading.gap is None else round(100 * heading.gap, 2)
    shown = text("nothing is proven") if gap is None else gap
    yield _found(text("Proven gap to the best possible"), shown, "%", None, "25")


def _found(figure: str, value: Cell, unit: str, bound: Cell, law: str) -> Line:
    return (figure, value, unit, bound, f"§{law}", "", "derived")


def everyone_out(dossier: Dossier) -> date | None:
    """Return the last day on which somebody who must leave is still on the way out.

    Who counts at an exit from a day on was on the way to the day before (law 1.3); so
    nobody is late by law 5 if it is the deadline. Absent: not all are out in the plan.
    """
    stocks = dossier.facts.stocks
    if stocks.persons_left[-1] > stocks.remaining:
        return None
    inside = zip(stocks.days, stocks.persons_left, strict=True)
    left = [day for day, count in inside if count > stocks.remaining]
    return left[-1] if left else stocks.days[0]


def _counts(dossier: Dossier) -> Iterator[Line]:
    text, facts = dossier.language.text, dossier.facts
    sites, tasks, items = text("sites"), text("tasks"), text("items")
    ends = Counter(site.handed_over for site in facts.sites)
    yield _found(text("Sites handed over"), ends[True], sites, None, "17.3")
    yield _found(text("Sites left"), ends[False], sites, None, "17.3")
    if facts.movements:
        moved = len(facts.movements)
        yield _found(text("Movements"), moved, text("movements"), None, "13")
    ended = {by: sum(lot.by(by) for lot in facts.lots) for by in Disposition}
    for by, count in ended.items():
        figure = text(
            "Items by disposition: {disposition}", disposition=text(DISPOSITIONS[by])
        )
        yield _found(figure, count, items, None, "9")
    rest = sum(lot.count for lot in facts.lots) - sum(ended.values())
    yield _found(text("Items without a disposition"), rest, items, None, "9")
    given = sum(task.start is not None for task in facts.tasks)
    left = sum(task.gap is not None for task in facts.tasks)
    yield _found(text("Tasks handed over"), given, tasks, None, "20.1")
    yield _found(text("Tasks that nobody takes"), left, tasks, None, "20.2")
