"""The columns of a table, read off the fields of its row type."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from types import MappingProxyType

from annotated_types import Ge, Le
from pydantic import StringConstraints

from drawdown.mission.row import Row
from drawdown.quantities import Confidence

EVIDENCE_FIELDS = ("evidence", "values")
"""The fields of a row that are no columns of their own."""


class Kind(Enum):
    """What a cell of a column holds."""

    TEXT = "text"
    IDENTIFIER = "identifier"
    IDENTIFIERS = "identifiers"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind
    required: bool
    default: object = None
    choices: type[StrEnum] | None = None
    least: float | None = None
    most: float | None = None


EVIDENCE: Mapping[str, Column] = MappingProxyType(
    {
        "source": Column(name="source", kind=Kind.TEXT, required=False),
        "confidence": Column(
            name="confidence", kind=Kind.CHOICE, required=False, choices=Confidence
        ),
        "note": Column(name="note", kind=Kind.TEXT, required=False),
    }
)
"""The columns that say where a row, or with a prefix a single value, comes from."""


KNOWN: dict[type[Row], Mapping[str, Column]] = {}
"""The columns of the row types that were asked for before."""


def columns_of(row: type[Row]) -> Mapping[str, Column]:
    """Return the columns of a row type by name, in their order."""
    if row not in KNOWN:
        KNOWN[row] = _columns(row)
    return KNOWN[row]


def _columns(row: type[Row]) -> Mapping[str, Column]:
    """Return the columns of a row type, read off its fields."""
    hints = typing.get_type_hints(row, include_extras=True)
    found = {}
    for item in fields(row):
        if item.name not in EVIDENCE_FIELDS:
            required = item.default is MISSING and item.default_factory is MISSING
            default = None if required else item.default
            found[item.name] = _column(item.name, hints[item.name], required, default)
    return MappingProxyType(found)


def evidence_column(row: type[Row], name: str) -> tuple[str, str] | None:
    """Return which value a column is evidence of ("" for the row), and which part.

    None if the name is not that of an evidence column.
    """
    if name in EVIDENCE:
        return "", name
    value, _, part = name.rpartition("_")
    if part in EVIDENCE and value in columns_of(row):
        return value, part
    return None


def _column(name: str, hint: object, required: bool, default: object) -> Column:
    """Return the column of a field with this annotation."""
    plain, extras = _unwrap(hint)
    return Column(
        name=name,
        kind=_kind(plain, extras),
        required=required,
        default=default,
        choices=plain if _is_choice(plain) else None,
        least=next((_number(e.ge) for e in extras if isinstance(e, Ge)), None),
        most=next((_number(e.le) for e in extras if isinstance(e, Le)), None),
    )


def _number(bound: object) -> float:
    """Return a bound as a number."""
    assert isinstance(bound, int | float)
    return bound


def _unwrap(hint: typing.Any) -> tuple[typing.Any, tuple[object, ...]]:
    """Return an annotation without ``| None`` and ``Annotated``, and the extras."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        (hint,) = (a for a in typing.get_args(hint) if a is not type(None))
    if typing.get_origin(hint) is typing.Annotated:
        plain, *extras = typing.get_args(hint)
        return plain, tuple(extras)
    return hint, ()


def _is_choice(plain: object) -> typing.TypeGuard[type[StrEnum]]:
    """Return whether a type is an enumeration of words."""
    return isinstance(plain, type) and issubclass(plain, StrEnum)


PLAIN_KINDS = {
    bool: Kind.FLAG,
    int: Kind.WHOLE,
    float: Kind.NUMBER,
    date: Kind.DATE,
    str: Kind.TEXT,
}


def _kind(plain: typing.Any, extras: tuple[object, ...]) -> Kind:
    """Return what the cells of a column of this type hold."""
    if typing.get_origin(plain) is tuple:
        return Kind.IDENTIFIERS
    if _is_choice(plain):
        return Kind.CHOICE
    if any(isinstance(extra, StringConstraints) for extra in extras):
        return Kind.IDENTIFIER
    return PLAIN_KINDS[plain]
