"""Paragraph numbers that count up: what is a paragraph, what is only a list item."""

from dataclasses import dataclass

from drawdown.reading.markers import Marker, marker_of, roman_value, starts_act

__all__ = ["Numbering", "Place"]

_GAP = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a marker puts its paragraph."""

    level: int
    prefix: str
    number: str
    length: int


class Numbering:
    """The numbers seen so far; a paragraph's number is one more than the last."""

    def __init__(self) -> None:
        self._last = 0
        self._path: dict[int, Marker] = {}

    @property
    def current(self) -> str | None:
        """The number of the paragraph or item that is open; None before the first."""
        return self._number() if self._last else None

    def restart(self) -> None:
        """Forget what was counted: an annex counts anew."""
        self._last, self._path = 0, {}

    def is_next(self, text: str) -> bool:
        """Whether a text begins with the number that comes next."""
        marker = marker_of(text)
        return marker is not None and self._counts(marker, text)

    def place(self, text: str) -> Place | None:
        """Return where a text belongs by its marker; None if it has none."""
        marker = marker_of(text)
        if marker is None:
            return None
        if self._counts(marker, text):
            self._last, self._path = marker.value or 0, {}
            inner = marker_of(text[marker.length :])
            if inner is None or inner.kind not in ("letter", "roman"):
                return Place(1, marker.prefix, self._number(), marker.length)
            self._path[self._level(inner)] = inner  # "58. (a) Requests"
            length = marker.length + inner.length
            return Place(1, marker.prefix, self._number(), length)
        level = self._level(marker)
        self._path = {k: v for k, v in self._path.items() if k < level}
        self._path[level] = marker
        return Place(level, marker.prefix, self._number(), marker.length)

    def _counts(self, marker: Marker, text: str) -> bool:
        if marker.kind != "number" or marker.value is None:
            return False
        step = marker.value - self._last
        return step == 1 or (1 < step <= _GAP and starts_act(text[marker.length :]))

    def _level(self, marker: Marker) -> int:
        if marker.kind in ("dash", "figure", "number"):
            return 2 if marker.prefix == "•" else 5
        sign = marker.prefix.strip("().")
        as_roman, letter = roman_value(sign), self._path.get(2)
        if as_roman is None:
            return 2
        if marker.kind == "roman":
            return 3
        # "(i)", "(v)" and "(x)" count with letters only after "(h)", "(u)", "(w)".
        follows = letter is not None and letter.value == (marker.value or 0) - 1
        nested = 3 in self._path and self._path[3].value == as_roman - 1
        return 2 if follows and not nested else 3

    def _number(self) -> str:
        items = [self._path[level] for level in sorted(self._path)]
        marks = [f"({m.prefix.strip('().')})" for m in items if m.kind != "dash"]
        return f"{self._last or ''}{''.join(marks)}"
