"""A document read: all that is found in it."""

from dataclasses import dataclass, replace

from drawdown.reading.clause import Clause
from drawdown.reading.clauses import clauses_of
from drawdown.reading.commitments import Commitment, commitments_of
from drawdown.reading.document import Document
from drawdown.reading.limit import Limit
from drawdown.reading.names import Names, names_of
from drawdown.reading.news.reading import News, read_news
from drawdown.reading.normal import blank
from drawdown.reading.page import holds_resolution
from drawdown.reading.references import Reference, references_of
from drawdown.reading.structure import Structure, structure_of
from drawdown.reading.time_limit import time_limit
from drawdown.reading.vote import Vote, vote_of
from drawdown.reading.windows import AuthorityWindow, windows_of

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a document states, each with the characters that say so."""

    document: Document
    names: Names
    structure: Structure | None
    """Of a resolution; None of other documents."""
    vote: Vote | None
    clauses: tuple[Clause, ...]
    references: tuple[Reference, ...]
    windows: tuple[AuthorityWindow, ...]
    commitments: tuple[Commitment, ...]
    news: News | None
    """What a page of news tells; None of resolutions."""

    @property
    def dates(self) -> tuple[Limit, ...]:
        """The limits that bind somebody, each stretch of text once."""
        seen: dict[tuple[int, int], Limit] = {}
        for clause in self.clauses:
            for limit in clause.dates:
                seen.setdefault((limit.start, limit.end), limit)
        return tuple(sorted(seen.values(), key=lambda limit: limit.start))


_SECONDS = 30.0
"""A text of two million characters needs less; one made to be slow is given up."""


def read(document: Document) -> Reading:
    """Return all that is found in a document.

    Raises
    ------
    DocumentError
        If it takes too long.

    """
    with time_limit(_SECONDS, where=document.name):
        return _read(document)


def _around(document: Document, structure: Structure | None) -> Document:
    """Return a press release without the resolution that it prints in full."""
    if structure is None:
        return document
    inside = [p for p in structure.paragraphs if p.paragraph_type is not None]
    if not inside:
        return document
    low, high = inside[0].start, inside[-1].end
    parts = [
        part
        for segment in document.segments
        for part in (
            replace(segment, end=min(segment.end, low)),
            replace(segment, start=max(segment.start, high)),
        )
        if part.start < part.end
    ]
    plain = blank(document.plain, [(low, high)])
    return replace(document, plain=plain, segments=tuple(parts))


def _read(document: Document) -> Reading:
    names = names_of(document)
    whole = document.kind == "resolution"
    holds = whole or holds_resolution(document.plain)
    structure = structure_of(document) if holds else None
    news = None if whole else read_news(_around(document, structure))
    clauses = clauses_of(document, structure, names) if structure else ()
    if news is not None:
        clauses = (*clauses, *news.clauses, *news.deadlines)
    return Reading(
        document=document,
        names=names,
        structure=structure,
        vote=vote_of(document),
        clauses=clauses,
        references=references_of(document, structure) if structure else (),
        windows=windows_of(clauses),
        commitments=commitments_of(
            clauses,
            news.promises if news else (),
            host=names.government,
            mission=names.mission,
        ),
        news=news,
    )
