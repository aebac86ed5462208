"""The plan file in words, for the page of the documentation: made from the types."""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from drawdown.mission.descriptions import choice_texts, column_texts, table_text
from drawdown.plan.hints import field_hints
from drawdown.plan.plan import PLAN_FORMAT, Plan

PAGE_BEGIN = f"""\
# The plan file

<!-- Made from the types in src/drawdown/plan by `drawdown schema plan --page`. -->

A plan file is JSON in UTF-8. Its first key is `"format": "{PLAN_FORMAT}"`. Dates are
written `"2023-12-31"`; a key whose value is absent is left out. Equal plans give the
same bytes, one line for each movement, closure and so on, so that two plans can be
compared as text. A file that is edited by hand is read in any layout; unknown keys,
wrong types and wrong dates are all reported, with their place, such as
`$.movements[3].departs`. `drawdown schema plan` prints the JSON Schema.

Keys in **bold** must be there. What the values mean is said by the
[laws](law/README.md).
"""
PLAIN: Mapping[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    date: "date",
}


def plan_page() -> str:
    """Return the page of the documentation that describes plan files."""
    return "\n".join([PAGE_BEGIN, *(_section(one) for one in _objects(Plan, []))])


def _objects(described: type, seen: list[type]) -> list[type]:
    """Return the objects of a plan file, each before those that are within it."""
    if described not in seen:
        seen.append(described)
        for hint in field_hints(described).values():
            for inner in _parts(hint):
                if is_dataclass(inner) and isinstance(inner, type):
                    _objects(inner, seen)
    return seen


def _parts(hint: Any) -> Iterator[Any]:
    """Yield the types that a field can hold, alone or in a list."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is tuple:
        for part in typing.get_args(hint):
            yield from _parts(part)
    elif hint not in (..., type(None)):
        yield hint


def _section(described: type) -> str:
    """Return the part of the page for one object."""
    title = "The file" if described is Plan else described.__name__
    hints = field_hints(described)
    rows = [_row(described, item, hints[item.name]) for item in fields(described)]
    choices = [text for hint in hints.values() for text in _choices(hint)]
    head = ["| Key | Value | Meaning |", "|---|---|---|"]
    lines = [f"## {title}", "", table_text(described), "", *head, *rows, "", *choices]
    return "\n".join(lines)


def _row(described: type, item: Field[Any], hint: Any) -> str:
    """Return the line of one key."""
    required = item.default is MISSING and item.default_factory is MISSING
    name = f"**`{item.name}`**" if required else f"`{item.name}`"
    text = column_texts(described).get(item.name, "").replace("``", "`")
    return f"| {name} | {_value(hint)} | {text} |"


def _value(hint: Any) -> str:
    """Return what the value of a key is."""
    if typing.get_origin(hint) is tuple:
        return f"list of {_value(typing.get_args(hint)[0])}"
    (plain,) = _parts(hint)
    if typing.get_origin(plain) is Mapping:
        return "object: whole numbers by identifier"
    if is_dataclass(plain) and isinstance(plain, type):
        return f"[{plain.__name__}](#{plain.__name__.lower()})"
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return "one of " + ", ".join(f"`{word.value}`" for word in plain)
    return PLAIN[plain]


def _choices(hint: Any) -> Iterator[str]:
    """Yield what the words mean that a key can have."""
    for plain in _parts(hint):
        if isinstance(plain, type) and issubclass(plain, StrEnum):
            for word, text in choice_texts(plain).items():
                if text:
                    yield f"- `{word}` {text}"
