"""The types of the fields of a plan, looked up once."""

import typing
from collections.abc import Mapping
from typing import Any

KNOWN: dict[type, Mapping[str, Any]] = {}


def field_hints(described: type) -> Mapping[str, Any]:
    """Return the annotation of each field of a class."""
    if described not in KNOWN:
        KNOWN[described] = typing.get_type_hints(described)
    return KNOWN[described]
