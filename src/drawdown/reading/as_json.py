"""A reading as JSON: the keys by which other programs know it."""

from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from drawdown.reading.reading import Reading

__all__ = ["as_json"]

FORMAT = 1


def as_json(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    """Return a reading as one JSON object.

    Every ``start`` and ``end`` counts characters of the document's text; it is part
    of the object if ``with_text`` (a page, a PDF: the text is what was extracted).
    """
    document, news = reading.document, reading.news
    out: dict[str, Any] = {
        "format": FORMAT,
        "doc": document.name,
        "doc_sha256": sha256(document.text.encode()).hexdigest(),
        "kind": document.kind,
        "language": document.language,
        "dct": _plain(document.dct),
        "segments": [
            {**_plain(part), "quote": document.text[part.start : part.end]}
            for part in document.segments
        ],
        "structure": _plain(reading.structure),
        "vote": _plain(reading.vote),
        "clauses": _plain(reading.clauses),
        "dates": _plain(reading.dates),
        "claims": _plain(news.claims) if news else [],
        "commitments": _plain(reading.commitments),
        "events": _plain(news.events) if news else [],
        "amounts": _plain(news.amounts) if news else [],
        "actors": _plain(news.actors) if news else [],
        "relations": _plain(news.relations) if news else [],
        "durations": _plain(news.durations) if news else [],
        "times": _plain(news.times) if news else [],
        "references": _plain(reading.references),
        "authority_windows": _plain(reading.windows),
    }
    return {**out, "text": document.text} if with_text else out


def _plain(value: object) -> Any:
    """Return a value as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
