"""What a limit is for its clause: a deadline, the end of an authority, a review."""

import re
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit

__all__ = ["role_of"]

_BY_TYPE = {
    "as_of": "effective",
    "effective": "effective",
    "every": "recurrence",
    "for": "duration",
    "during": "duration",
    "from": "start",
    "after": "start",
    "on": "on",
    "in": "on",
    "until": "end",
}


def role_of(document: Document, limit: Limit, force: str, clause: str) -> str:
    """Return the role of a limit in a clause of a given force.

    ``clause`` is the text of the clause (normalised).
    """

    def speaks_of(name: str) -> bool:
        return _pattern(document.language, name).search(clause) is not None

    if limit.type in ("until", "for", "during") and force == "authorizes":
        return "authority_end"
    if limit.type == "until":
        if speaks_of("authority") and force in ("extends", "decides"):
            return "authority_end"
        return "mandate_end" if speaks_of("mandate") else "end"
    if limit.type in ("by", "before", "within", "in", "on"):
        if force == "expresses_intention" and speaks_of("review"):
            return "review"
        if limit.type != "on" and limit.kind == "event":
            return "duration" if limit.type == "within" else "deadline"
        near = document.plain[max(0, limit.start - 70) : limit.start]
        if _pattern(document.language, "start").search(near):
            return "start"
        if speaks_of("report"):
            return "report_due"
        if limit.type == "on" and speaks_of("lapse"):
            return "mandate_end" if speaks_of("mandate") else "end"
        return "deadline" if limit.type in ("by", "before", "within") else "on"
    if limit.type == "after" and speaks_of("cease"):
        return "end"
    return _BY_TYPE.get(limit.type, "deadline")


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(table(language, "limits")["roles"][name], re.IGNORECASE)
