"""References of a resolution to earlier ones: it recalls, extends, ends them."""

import re
from dataclasses import dataclass
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.span import Span
from drawdown.reading.structure import Paragraph, Structure

__all__ = ["Reference", "references_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Span):
    """A reference to an earlier resolution."""

    symbol: str
    """"S/RES/2640 (2022)"."""
    relation: str
    """terminates, extends, modifies, implements or recalls."""
    para: str | None
    """The operative paragraph; None in the preamble."""


def references_of(document: Document, structure: Structure) -> tuple[Reference, ...]:
    """Return the references to earlier resolutions in order of the text."""
    own = structure.symbol
    return tuple(
        reference
        for paragraph in structure.paragraphs
        if paragraph.type == "paragraph"
        for reference in _in_paragraph(document, paragraph)
        if reference.symbol != own
    )


def _in_paragraph(document: Document, paragraph: Paragraph) -> list[Reference]:
    pattern = _pattern(document.language, "resolution")
    operative = paragraph.paragraph_type == "operative"
    return [
        Reference(
            start=match.start(),
            end=match.end(),
            quote=document.text[match.start() : match.end()],
            symbol=f"S/RES/{match['number']} ({match['year']})",
            relation=_relation(document, paragraph, match.start()),
            para=paragraph.number if operative else None,
        )
        for match in pattern.finditer(document.plain, paragraph.body, paragraph.end)
    ]


def _relation(document: Document, paragraph: Paragraph, at: int) -> str:
    """Return what the paragraph does with a resolution, by the nearest verb before."""
    before = document.plain[max(paragraph.body, at - 220) : at]
    last, relation = -1, "recalls"
    for name in table(document.language, "references")["relations"]:
        for match in _relations(document.language, name).finditer(before):
            if match.start() > last:
                last, relation = match.start(), name
    return relation


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(table(language, "references")[name])


@cache
def _relations(language: str, name: str) -> re.Pattern[str]:
    source = table(language, "references")["relations"][name]
    return re.compile(source, re.IGNORECASE)
