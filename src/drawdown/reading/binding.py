"""Which limits bind somebody: not every date of a paragraph is one to keep."""

import re
from datetime import date, timedelta
from functools import cache

from drawdown.reading.acts import Act
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit

__all__ = ["WEAK", "binds"]

_RETROACTIVE = timedelta(days=92)
_WEAK_TYPES = frozenset({"in", "on", "during", "for"})
WEAK = frozenset({"acknowledges", "recalls", "underscores"})
"""Forces that bind nobody by themselves."""


def binds(
    document: Document, limit: Limit, act: Act | None, start: int, adopted: date | None
) -> bool:
    """Return whether a limit is one by which somebody acts or may act.

    Parameters
    ----------
    document
        The resolution.
    limit
        The limit, of a clause.
    act
        The act that governs the clause; None where it is inherited from a list.
    start
        Where the clause begins.
    adopted
        The day of adoption: what lies before it binds nobody any more.

    """
    before = document.plain[max(start, limit.start - 90) : limit.start]
    clause = document.plain[start : limit.start]
    if limit.kind == "date":
        return _date_binds(document, limit, act, before, clause, adopted)
    if limit.kind == "event":
        return _event_binds(document, limit, before, clause, act)
    if limit.kind == "length" and limit.type == "for":
        return not _word(document.language, "past").search(before)
    return True


def _date_binds(
    document: Document,
    limit: Limit,
    act: Act | None,
    before: str,
    clause: str,
    adopted: date | None,
) -> bool:
    language = document.language
    weak = act is not None and act.force in WEAK
    if adopted and limit.last_day and limit.last_day < adopted:
        return (
            limit.type in ("effective", "as_of")
            and adopted - limit.last_day <= _RETROACTIVE
        )
    if limit.last_day is None and limit.iso is None:
        return False
    if _word(language, "foreseen").search(before):
        return False
    if weak and before.rstrip()[-1:].isdigit():  # "phase 1 (1 January to 1 July)"
        return False
    if _names_an_event(document, limit, act):
        return False
    if limit.type not in _WEAK_TYPES:
        return True
    if _word(language, "not_limit").search(before):
        return False
    if limit.inferred and (weak or _word(language, "happened").search(clause)):
        return False
    if adopted and limit.iso == str(adopted.year):
        return not _word(language, "participle").search(before)
    if _word(language, "event_noun").search(before):
        return _word(language, "holding").search(before) is not None
    return True


def _names_an_event(document: Document, limit: Limit, act: Act | None) -> bool:
    """Whether the date is part of a name ("the 2015 presidential election")."""
    after = document.plain[limit.end : limit.end + 40]
    led = _word(document.language, "led_by_the").match(limit.quote)
    if led and _word(document.language, "noun_follows").match(after):
        return True
    if not _word(document.language, "named_by_date").search(after):
        return False
    return act is None or act.force != "expresses_intention" or limit.type == "in"


def _event_binds(
    document: Document, limit: Limit, before: str, clause: str, act: Act | None
) -> bool:
    language = document.language
    if _word(language, "aside").search(before) or _skip(language).search(limit.quote):
        return False
    if _word(language, "purpose").search(clause):
        return False
    if limit.type == "until":
        return True
    if act is not None and act.force in WEAK:
        return False
    scope = limit.type == "during" or limit.type == "within"
    return not (scope and _mandate(language).search(limit.quote))


@cache
def _word(language: str, name: str) -> re.Pattern[str]:
    source = table(language, "limits")["words"][name]
    return re.compile(source, 0 if name == "named_by_date" else re.IGNORECASE)


@cache
def _skip(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "limits")["event"]["skip"], re.IGNORECASE)


@cache
def _mandate(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "limits")["words"]["scope"], re.IGNORECASE)
