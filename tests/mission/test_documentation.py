"""What is written about the tables: it is made from the types, and up to date."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from drawdown.errors import UsageError
from drawdown.mission import Mission, bundled, read_mission
from drawdown.mission.cells import as_cell
from drawdown.mission.columns import columns_of, evidence_column
from drawdown.mission.documentation import tables_page
from drawdown.mission.schema import mission_schema, table_schema
from drawdown.mission.tables import TABLES
from drawdown.mission.writing import rows_of, sheets_of

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_of_the_tables_is_up_to_date() -> None:
    """If not: drawdown schema --page > docs/tables.md."""
    assert PAGE.read_text(encoding="utf-8") == tables_page()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_column_has_the_name_of_an_evidence_column(table: Any) -> None:
    """A cell would mean two things."""
    assert not [c for c in columns_of(table.row) if evidence_column(table.row, c)]


def as_json(mission: Mission) -> dict[str, Any]:
    """Return a mission as the schema describes it."""
    made: dict[str, Any] = {}
    for table, sheet in zip(TABLES, sheets_of(mission), strict=True):
        rows = []
        for row, line in zip(rows_of(mission, table), sheet.lines, strict=True):
            cells = dict(zip(sheet.header, line.cells, strict=True))
            for name, column in columns_of(table.row).items():
                value = getattr(row, name)
                cells[name] = list(value) if isinstance(value, tuple) else value
                if not isinstance(value, tuple):
                    cells[name] = as_cell(value, column.kind)
            rows.append({k: _plain(v) for k, v in cells.items() if v not in (None, "")})
        made[table.sheet] = rows[0] if table.single else rows
    return made


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_a_bundled_mission_agrees_with_the_schema() -> None:
    """The schema says what the types say."""
    validator = Draft202012Validator(mission_schema())
    errors = validator.iter_errors(as_json(read_mission(bundled("minusma"))))
    assert [error.message for error in errors] == []


def test_the_schema_refuses_what_the_types_refuse() -> None:
    """Unknown columns, numbers out of bounds, words that are none."""
    validator = Draft202012Validator(table_schema("crews"))
    assert validator.is_valid({"crew_id": "A", "teams": 1, "teams_source": "x"})
    assert not validator.is_valid({"crew_id": "A", "teams": -1})
    assert not validator.is_valid({"crew_id": "A", "teams": 1, "colour": "red"})
    assert not validator.is_valid({"crew_id": "A", "teams": 1, "confidence": "sure"})


def test_an_unknown_table_comes_with_the_nearest() -> None:
    """The schema of a table that is not there."""
    with pytest.raises(UsageError, match="did you mean sites"):
        table_schema("site")
