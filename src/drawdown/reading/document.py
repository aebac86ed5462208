"""A document that is read: its text, its parts, its kind, its language, its date."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from drawdown.reading.normal import normalise
from drawdown.reading.span import Span

__all__ = ["Document", "Kind", "Language", "Segment", "SegmentType", "Span"]

Kind = Literal["resolution", "press", "news"]
Language = Literal["en", "fr"]
SegmentType = Literal["headline", "dateline", "caption", "body", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the page; ``boilerplate`` is what no reader may read."""

    type: SegmentType
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and what is known of it as a whole.

    ``plain`` has exactly the length of ``text``: spaces, quotes and dashes are made
    plain and all that must not be read (page furniture, clutter) is blanked, so that
    a position in one is the position in the other.
    """

    name: str
    text: str
    plain: str
    kind: Kind
    language: Language
    dct: date | None = None
    """The date that the document itself gives as its own; None if it gives none."""
    segments: tuple[Segment, ...] = ()

    def __post_init__(self) -> None:
        if len(self.plain) != len(self.text):
            raise ValueError("the plain text is as long as the text")

    @property
    def body(self) -> tuple[Segment, ...]:
        """The segments of the running text."""
        return tuple(part for part in self.segments if part.type == "body")

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original text between two positions."""
        return Span(start=start, end=end, quote=self.text[start:end])


def bare_document(text: str, *, name: str = "", language: Language = "en") -> Document:
    """Return the text as a document whose whole is body (for tests and fragments)."""
    return Document(
        name=name,
        text=text,
        plain=normalise(text),
        kind="news",
        language=language,
        segments=(Segment(type="body", start=0, end=len(text)),),
    )
