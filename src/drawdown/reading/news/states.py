"""States as texts name them: by name, by adjective, by the seat of their government."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drawdown.reading.lexicon import table

__all__ = ["State", "adjectives_of", "seats_of", "states_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State, or the European Union, and the words for it."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]
    """The capital; it may stand for the government."""
    others: tuple[str, ...]


@cache
def _all(language: str) -> tuple[State, ...]:
    return tuple(_read(code, line) for code, line in table(language, "states").items())


def _read(code: str, line: str) -> State:
    parts = [tuple(_items(part)) for part in line.split(";")] + [(), (), ()]
    return State(
        code=code,
        name=parts[0][0],
        adjectives=parts[1],
        seats=parts[2],
        others=parts[3],
    )


def _items(part: str) -> list[str]:
    return [item.strip() for item in part.split(",") if item.strip()]


@cache
def states_of(language: str) -> Mapping[str, State]:
    """Return the States by their names in a language."""
    return {
        name: state for state in _all(language) for name in (state.name, *state.others)
    }


@cache
def adjectives_of(language: str) -> Mapping[str, State]:
    """Return the States by their adjectives ("Malian") in lower case."""
    return {
        word.lower(): state for state in _all(language) for word in state.adjectives
    }


@cache
def seats_of(language: str) -> Mapping[str, State]:
    """Return the States by the seats of their governments ("Bamako")."""
    return {seat: state for state in _all(language) for seat in state.seats}
