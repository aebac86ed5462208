"""A plain text as a document: its kind, language, parts and date."""

import re
from dataclasses import replace
from datetime import date

from drawdown.reading.document import Document, Kind, Language, Segment
from drawdown.reading.furniture import furniture
from drawdown.reading.language import language_of
from drawdown.reading.normal import blank, link_marks, no_words, normalise
from drawdown.reading.segments import page_segments
from drawdown.reading.structure import structure_of

__all__ = ["document_of", "holds_resolution"]

_COUNCIL = re.compile(
    r"^[ \f#]*\"?\s*(?:The Security Council|Le Conseil de sécurité)\s*,\s*$",
    re.MULTILINE,
)
_RESOLUTION = re.compile(
    r"S\s?/\s?RES\s?/\s?\d+|^[ \f#]*r[eé]solution\s+\d+\s*\(\d{4}\)"
    r"|^[ \f]*\"?\s*1\s?\.\s+[A-ZÉ]\w+(?:s|e)\b",
    re.MULTILINE | re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:SC|SG/SM|PKO|GA|SG/A|CS|AG)/\d{3,5}\b|press\.un\.org"
    r"|Meetings Coverage|Press Release|Communiqué de presse|Couverture des réunions"
    r"|\d(?:st|nd|rd|th) meeting \((?:AM|PM|Night)",
    re.IGNORECASE,
)


def document_of(
    text: str,
    *,
    name: str = "",
    language: Language | None = None,
    dct: date | None = None,
) -> Document:
    """Return a text as a document.

    Parameters
    ----------
    text
        The text, kept as it is.
    name
        What to call it, usually its path.
    language
        Its language; found out if None.
    dct
        Its date, if it is known from elsewhere than the text (a page's tags).

    """
    plain = normalise(text)
    kind = _kind(plain)
    plain = blank(plain, [*link_marks(plain), *no_words(plain)])
    bare = Document(
        name=name,
        text=text,
        plain=plain,
        kind=kind,
        language=language or language_of(plain),
        dct=dct,
    )
    return _resolution(bare) if kind == "resolution" else _page(bare)


def _kind(plain: str) -> Kind:
    told = _PRESS.search(plain[:600]) is not None
    if holds_resolution(plain) and not (told and _QUOTED.search(plain)):
        return "resolution"
    return "press" if told else "news"


def holds_resolution(plain: str) -> bool:
    """Whether a text has that of a resolution in it."""
    return _COUNCIL.search(plain) is not None and _RESOLUTION.search(plain) is not None


_QUOTED = re.compile(r"^\s*\"\s*(?:The Security|Le Conseil)", re.MULTILINE)


def _resolution(document: Document) -> Document:
    """Return the document without page furniture, dated by its adoption."""
    clean = replace(document, plain=blank(document.plain, furniture(document.plain)))
    structure = structure_of(clean)
    parts = tuple(
        Segment(
            type="headline" if p.type == "title" else "body", start=p.start, end=p.end
        )
        for p in structure.paragraphs
    )
    return replace(clean, segments=parts, dct=document.dct or structure.adopted)


def _page(document: Document) -> Document:
    """Return the document with its clutter blanked, dated by its date line."""
    parts, stated = page_segments(document)
    junk = [(part.start, part.end) for part in parts if part.type == "boilerplate"]
    return replace(
        document,
        plain=blank(document.plain, junk),
        segments=parts,
        dct=document.dct or stated,
    )
