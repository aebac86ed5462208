"""JSON Schemas of the tables, for other programs: made from the types of the rows."""

from typing import Any

from pydantic import TypeAdapter

from drawdown.errors import UsageError
from drawdown.mission.columns import EVIDENCE, EVIDENCE_FIELDS, columns_of
from drawdown.mission.descriptions import column_texts, table_text
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.tables import BY_SHEET, TABLES, Table
from drawdown.quantities import Confidence

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def table_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one row of a table; the columns are its properties.

    Raises
    ------
    UsageError
        There is no such table.

    """
    table = BY_SHEET.get(name)
    if table is None:
        hint = did_you_mean(name, BY_SHEET) or f"tables are {', '.join(BY_SHEET)}"
        raise UsageError(f"there is no table {name}", hint=hint)
    return {"$schema": DIALECT, **_row_schema(table)}


def mission_schema() -> dict[str, Any]:
    """Return the JSON Schema of a mission: its tables by name, each a list of rows."""
    properties = {}
    for table in TABLES:
        rows: dict[str, Any] = {"type": "array", "items": _row_schema(table)}
        properties[table.sheet] = _row_schema(table) if table.single else rows
    return {
        "$schema": DIALECT,
        "title": "Mission",
        "type": "object",
        "properties": properties,
        "required": [table.sheet for table in TABLES if table.required],
        "additionalProperties": False,
    }


def _row_schema(table: Table) -> dict[str, Any]:
    """Return the schema of one row: what its type says, with the texts beside it."""
    made = TypeAdapter(table.row).json_schema()
    texts = column_texts(table.row)
    properties = {
        name: _with_text(schema, texts.get(name, ""), made.get("$defs", {}))
        for name, schema in made["properties"].items()
        if name not in EVIDENCE_FIELDS
    }
    return {
        "title": table.sheet,
        "description": table_text(table.row),
        "type": "object",
        "properties": properties | {name: _evidence(name) for name in EVIDENCE},
        "patternProperties": {
            f"^({'|'.join(columns_of(table.row))})_{name}$": _evidence(name)
            for name in EVIDENCE
        },
        "required": made.get("required", []),
        "additionalProperties": False,
    }


def _with_text(
    schema: dict[str, Any], text: str, definitions: dict[str, Any]
) -> dict[str, Any]:
    """Return the schema of a column, complete in itself, with what it means."""
    plain = {key: value for key, value in schema.items() if key != "title"}
    if "$ref" in plain:
        defined = definitions[plain.pop("$ref").rpartition("/")[2]]
        plain = {"type": "string", "enum": defined["enum"]} | plain
    return plain | ({"description": text} if text else {})


def _evidence(name: str) -> dict[str, Any]:
    """Return the schema of an evidence column."""
    if name == "confidence":
        return {"type": "string", "enum": [word.value for word in Confidence]}
    return {"type": "string"}
