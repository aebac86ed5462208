"""Keys of a plan file that no field of the plan has: a slip of who edited it."""

import types
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from drawdown.mission.nearest import did_you_mean
from drawdown.plan.hints import field_hints


def unknown_keys(
    described: type, data: Any, path: str = "$"
) -> Iterator[tuple[str, str, str]]:
    """Yield place, message and hint for each key that has no field."""
    if not isinstance(data, dict):
        return
    hints = field_hints(described)
    for key, value in data.items():
        if key not in hints:
            hint = did_you_mean(key, set(hints) - set(data))
            yield f"{path}.{key}", f"there is no “{key}” here", hint
            continue
        yield from _within(hints[key], value, f"{path}.{key}")


def _within(hint: Any, value: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield the same for what a field holds."""
    inner = _object_type(hint)
    if inner is None:
        return
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from unknown_keys(inner, item, f"{path}[{number}]")
    else:
        yield from unknown_keys(inner, value, path)


def _object_type(hint: Any) -> type | None:
    """Return the object that a field holds, alone or in a list, if it holds any."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is tuple:
        found = (_object_type(one) for one in typing.get_args(hint))
        return next((one for one in found if one is not None), None)
    return hint if isinstance(hint, type) and is_dataclass(hint) else None
