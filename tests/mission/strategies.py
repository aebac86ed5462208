"""Missions of any content, for properties: rows are valid, nothing fits together."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from drawdown.mission.columns import Column, Kind, columns_of
from drawdown.mission.mission import Mission
from drawdown.mission.row import Row
from drawdown.mission.tables import TABLES, Table
from drawdown.quantities import Confidence, Evidence

identifiers = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,8}", fullmatch=True)
texts = (
    st.text(
        st.characters(
            exclude_categories=["Cs"],
            exclude_characters=[
                *(chr(n) for n in range(32) if n not in (9, 10)),
                "\ufffe",
                "\uffff",
            ],
        ),
        max_size=20,
    )
    | st.sampled_from(["=1+1", "_x000D_", "007", "1e5", "yes", "#a", '"', "a;b", "€"])
).map(str.strip)
evidences = st.builds(
    Evidence,
    source=texts,
    confidence=st.none() | st.sampled_from(Confidence),
    note=texts,
)


def cells(column: Column) -> st.SearchStrategy[Any]:
    """Return the values of a column."""
    least, most = column.least or 0, column.most
    match column.kind:
        case Kind.IDENTIFIER:
            values: st.SearchStrategy[Any] = identifiers
        case Kind.IDENTIFIERS:
            least_names = int(column.required)
            values = st.lists(identifiers, min_size=least_names, max_size=3).map(tuple)
        case Kind.WHOLE:
            values = st.integers(int(least), 10**18)
        case Kind.NUMBER:
            values = st.floats(least, most, allow_nan=False, allow_infinity=False)
        case Kind.FLAG:
            values = st.booleans()
        case Kind.DATE:
            values = st.dates(date(1890, 1, 1), date(2200, 1, 1))
        case Kind.CHOICE:
            assert column.choices is not None
            values = st.sampled_from(column.choices)
        case _:
            values = texts.filter(bool) if column.required else texts
    return values if column.required else values | st.just(column.default)


def rows(row: type[Row]) -> st.SearchStrategy[Row]:
    """Return rows that their type accepts."""
    columns = columns_of(row)
    adapter = TypeAdapter(row)
    evidence = {
        "evidence": st.just(Evidence()) | evidences,
        "values": st.dictionaries(
            st.sampled_from(list(columns)), evidences.filter(any_evidence), max_size=2
        ),
    }

    def build(values: dict[str, Any]) -> Row | None:
        try:
            adapter.validate_python(values)
        except ValidationError:
            return None
        return row(**values)

    fields = {name: cells(column) for name, column in columns.items()}
    made = st.fixed_dictionaries(fields | evidence).map(build)
    return made.filter(lambda one: one is not None)  # type: ignore[return-value]


def any_evidence(evidence: Evidence) -> bool:
    """Return whether evidence says anything."""
    return evidence != Evidence()


def content(table: Table) -> st.SearchStrategy[Any]:
    """Return what a mission holds for a table."""
    some = rows(table.row)
    return some if table.single else st.lists(some, max_size=2).map(tuple)


def missions() -> st.SearchStrategy[Mission]:
    """Return missions whose rows are valid."""
    return st.fixed_dictionaries({t.name: content(t) for t in TABLES}).map(
        lambda contents: Mission(**contents)
    )
