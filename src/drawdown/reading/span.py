"""A stretch of a document: where it starts, where it ends, what it says."""

from dataclasses import dataclass

__all__ = ["Span", "overlap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a document's original text.

    ``text[start:end] == quote`` holds for every span that the readers return.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(
                f"span ends at {self.end} before it starts at {self.start}"
            )
        if self.end - self.start != len(self.quote):
            raise ValueError(
                f"span of {self.end - self.start} characters quotes {len(self.quote)}"
            )


def overlap(first: Span, second: Span) -> int:
    """Return how many characters two spans share (0 if none)."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))
