"""Plan files: JSON that is written whole or not at all, and read with every problem."""

import json
import math
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from drawdown.errors import PlanFileError, Problem
from drawdown.plan.hints import field_hints
from drawdown.plan.plan import PLAN_FORMAT, Plan
from drawdown.plan.unknown_keys import unknown_keys
from drawdown.whole_file import write_whole

LARGEST = 200_000_000
FORMAT = "format"


def write_plan(plan: Plan, path: Path | str) -> None:
    """Write a plan file; a process that is killed leaves the old file intact.

    Equal plans give the same bytes.
    """
    write_whole(Path(path), plan_bytes(plan))


def plan_bytes(plan: Plan) -> bytes:
    """Return the content of a plan file: one line for each movement, step and so on.

    The order of keys is that of the fields; absent values are left out.
    """
    pairs = [(FORMAT, PLAN_FORMAT), *_plain(plan).items()]
    lines = [f" {_line(key)}: {_block(value)}" for key, value in pairs]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read_plan(path: Path | str) -> Plan:
    """Return the plan of a file.

    Raises
    ------
    PlanFileError
        It is no plan file, or not of this format; ``problems`` has every place that is
        wrong, with its path in the JSON as the column.

    """
    where = Path(path)
    return _checked(_load(where), where)


def parse_plan(text: str, where: str = "plan") -> Plan:
    """Return the plan of the text of a plan file.

    Raises
    ------
    PlanFileError
        As for ``read_plan``.

    """
    return _checked(text.encode(), Path(where))


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema of plan files."""
    schema = ADAPTER.json_schema()
    made_for = {FORMAT: {"const": PLAN_FORMAT}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "properties": made_for | schema["properties"],
        "required": [FORMAT, *schema["required"]],
    }


def _load(path: Path) -> bytes:
    """Return the bytes of a plan file, if it is there and not too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise PlanFileError(
                f"the file has more than {LARGEST / 1e6:.0f} MB", where=str(path)
            )
        return path.read_bytes()
    except OSError as error:
        raise PlanFileError(
            f"the file cannot be read: {error.strerror}", where=str(path)
        ) from None


def _checked(content: bytes, path: Path) -> Plan:
    """Return the plan, or raise with all that is wrong."""
    data = _object(content, path)
    made_for = data.pop(FORMAT, None)
    if made_for != PLAN_FORMAT:
        raise PlanFileError(
            "this is no plan file" if made_for is None else f"its format is {made_for}",
            hint=f'a plan file has "{FORMAT}": "{PLAN_FORMAT}"',
            where=str(path),
        )
    problems = [_problem(path, *unknown) for unknown in unknown_keys(Plan, data)]
    try:
        plan = ADAPTER.validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        problems += [
            _problem(path, _path(fault["loc"]), _words(dict(fault)), "")
            for fault in error.errors(include_url=False)
        ]
    if problems:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
        raise PlanFileError(
            f"the plan file has {count}", problems=problems, where=str(path)
        )
    return _frozen(plan)


ADAPTER = TypeAdapter(Plan)


def _object(content: bytes, path: Path) -> dict[str, Any]:
    """Return the object of a JSON file."""
    try:
        data = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_no_key_twice,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except (ValueError, RecursionError) as error:
        raise PlanFileError(f"this is no JSON: {error}", where=str(path)) from None
    if not isinstance(data, dict):
        raise PlanFileError("the file holds no JSON object", where=str(path))
    return data


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; refuse it if a key stands twice and one would be lost."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{twice}” stands twice in one object")
    return made


def _no_constant(name: str) -> float:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    """Return a number; refuse one so great that it would be read as infinite."""
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is too great a number")
    return number


def _problem(path: Path, place: str, message: str, hint: str) -> Problem:
    return Problem(where=path.name, column=place, message=message, hint=hint)


def _path(loc: tuple[int | str, ...]) -> str:
    """Return a place in the JSON, such as $.movements[3].departs."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "$" + "".join(parts)


def _words(fault: dict[str, Any]) -> str:
    """Return what is wrong with a value."""
    if fault["type"] == "missing":
        return "the value is missing"
    given = json.dumps(fault["input"], default=str, ensure_ascii=False)
    shown = given if len(given) <= 60 else given[:59] + "…"
    message = str(fault["msg"])
    return f"{shown}: {message[:1].lower()}{message[1:]}"


def _frozen(plan: Plan) -> Plan:
    """Return the plan with mappings that nobody can change."""
    for movement in plan.movements:
        frozen = MappingProxyType(dict(movement.escorts))
        object.__setattr__(movement, "escorts", frozen)
    return plan


def _plain(value: Any) -> Any:
    """Return a value as JSON has it; absent fields of an object are left out."""
    if is_dataclass(value):
        return dict(_pairs(value))
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case dict() | MappingProxyType():
            return {key: _plain(value[key]) for key in sorted(value)}
        case float():
            return value + 0.0  # -0.0 equals 0.0 and shall be written alike
    return value


NUMBERS = (float, float | None)
"""Where 1 is written as 1.0, so that equal plans give the same bytes."""


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an object that are not absent."""
    for name, hint in field_hints(type(value)).items():
        one = getattr(value, name)
        if one is not None:
            yield name, _plain(float(one) if hint in NUMBERS else one)


def _block(value: Any) -> str:
    """Return a value of the plan: lists with one line for each of their items."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n ]"
    return _line(value)


def _line(value: Any) -> str:
    """Return a value on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
