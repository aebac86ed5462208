"""What a text document is made of, before it is Word or Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from drawdown.language import Language

__all__ = ["Block", "Bullets", "Grid", "Heading", "Paragraph", "Quotation", "blank"]

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around a blank within a text; private characters that no text has."""
BLANK = re.compile(f"{OPEN}(.*?){CLOSE}", re.DOTALL)


def blank(language: Language, question: str) -> str:
    """Return a marked blank: what a human must decide."""
    inside = language.text("to be decided: {question}", question=question)
    return f"{OPEN}[{inside}]{CLOSE}"


def parts_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, and whether each is a blank."""
    for number, part in enumerate(BLANK.split(text)):
        if part:
            yield part, number % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of the document (level 0) or of a part."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words of a document."""

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Of the columns, as shares of their sum."""


Block: TypeAlias = Heading | Paragraph | Quotation | Bullets | Grid
