"""The tables in words, for the page of the documentation, the template, the readme."""

from collections.abc import Iterator

from drawdown.mission.cells import as_cell, as_text
from drawdown.mission.columns import Column, Kind, columns_of
from drawdown.mission.descriptions import choice_texts, column_texts, table_text
from drawdown.mission.tables import TABLES, Table

PAGE_BEGIN = """\
# The tables of a mission

<!-- Made from the types in src/drawdown/mission by `drawdown schema --page`. -->

A mission is a folder with `mission.toml` and one CSV file for each table, or one
workbook (.xlsx) with the same tables as sheets; `drawdown export` and `drawdown import`
turn one into the other without loss. `drawdown new FOLDER` writes a template with
comments, and `drawdown check FOLDER` lists everything that is wrong, with its place and
how to mend it. In a folder a table may also be a workbook of its own (`lots.xlsx`).

**Cells.** An empty cell means that the value is absent: not 0, not false, not
unlimited, unless the column says what absence means (law 26). Dates are written
`2023-12-31`; in a workbook real dates are read too. Yes and no are written `yes` and
`no` (`true`, `false`, `oui`, `non`, `1`, `0` are read as well). Several identifiers in
one cell are separated by semicolons. Identifiers have letters, digits, `_`, `.` and
`-`. Blanks around a text do not count. CSV files are UTF-8 with or without a byte order
mark, separated by commas, semicolons or tabs; lines that begin with `#` are comments. A
cell has at most 32,767 characters, a table 50,000 rows, a CSV file 20 MB, a workbook
25 MB and 64 MB unpacked.

**Evidence.** Every table may have the columns `source`, `confidence` (`reported`,
`derived` or `assumed`) and `note`, which hold for the whole row, and `<column>_source`,
`<column>_confidence` and `<column>_note`, which hold for one value (law 27).

Columns in **bold** must be filled in. Tables marked *required* must be there.
"""


def tables_page() -> str:
    """Return the page of the documentation that describes every table and column."""
    return "\n".join([PAGE_BEGIN, *(_section(table) for table in TABLES)])


def meaning(column: Column) -> str:
    """Return what may stand in a cell, and what an empty one means."""
    words = _kind(column)
    if column.required or column.default in (None, "", ()):
        return words
    return f"{words}; empty: {as_text(as_cell(column.default, column.kind))}"


def _kind(column: Column) -> str:
    """Return what may stand in a cell."""
    match column.kind:
        case Kind.WHOLE | Kind.NUMBER:
            return f"{column.kind.value}{_bounds(column)}"
        case Kind.CHOICE:
            assert column.choices is not None
            return "one of " + ", ".join(word.value for word in column.choices)
        case Kind.IDENTIFIERS:
            return "identifiers, separated by ;"
    return str(column.kind.value)


def _bounds(column: Column) -> str:
    """Return the bounds of a number in words."""
    if column.least is None:
        return ""
    if column.most is None:
        return f", {column.least:g} or more"
    return f" from {column.least:g} to {column.most:g}"


def references(table: Table, column: str) -> str:
    """Return in which tables the rows are that a column names; "" if it names none."""
    targets = table.references.get(column, ())
    return f"a row of {' or '.join(targets)}" if targets else ""


def _section(table: Table) -> str:
    """Return the part of the page for one table."""
    lines = [
        f"## {_title(table)}",
        "",
        table_text(table.row) + (" *Required.*" if table.required else ""),
        "",
        *_key(table),
        "| Column | Cell | Meaning |",
        "|---|---|---|",
        *(_row(table, column) for column in columns_of(table.row).values()),
        "",
        *_choices(table),
    ]
    return "\n".join(lines)


def _title(table: Table) -> str:
    """Return the heading of a table."""
    if not table.in_toml:
        return f"{table.name}.csv"
    head = f"[{table.sheet}]" if table.single else f"[[{table.sheet}]]"
    return f"{head} of mission.toml (sheet {table.sheet})"


def _key(table: Table) -> list[str]:
    """Return the sentence that says what no two rows share."""
    if table.single:
        return []
    key = " and ".join(f"`{column}`" for column in table.key)
    return [
        f"No two rows have the same {key}." if key else "No two rows are alike.",
        "",
    ]


def _row(table: Table, column: Column) -> str:
    """Return the line of one column."""
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    text = column_texts(table.row).get(column.name, "")
    refers = references(table, column.name)
    full = " ".join(
        part for part in (text, f"Names {refers}." if refers else "") if part
    )
    plain = full.replace("``", "`").replace("|", "\\|").replace("\n\n", " ")
    return f"| {name} | {meaning(column)} | {plain} |"


def _choices(table: Table) -> Iterator[str]:
    """Yield what the words of the columns mean that have some to choose from."""
    for column in columns_of(table.row).values():
        if column.choices is not None:
            texts = choice_texts(column.choices)
            if any(texts.values()):
                yield f"`{column.name}`:"
                yield ""
                yield from (f"- `{word}` {text}" for word, text in texts.items())
                yield ""
