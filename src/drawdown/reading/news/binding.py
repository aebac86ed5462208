"""Limits inside a stretch of news: dates that bind, and events that bound."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit
from drawdown.reading.news.lengths import decided_on, lengths_in
from drawdown.reading.news.times import Time

__all__ = ["bound_by", "limit_at"]

LEAD = {
    "en": re.compile(
        r"\b(?P<word>no later than|not later than|by the end of|before the end of"
        r"|by|until|till|before|from|as of|starting in|starting on|beginning on"
        r"|within|after|since|on|in|at)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?P<word>d'ici (?:au|à|le|la)|d'ici|au plus tard le|jusqu'(?:au|en|à)"
        r"|avant(?: le| la)?|à compter du|à partir d[eu]|dès(?: le)?|au|le|en|dans"
        r"|après(?: le)?|depuis(?: le)?)\s*$",
        re.IGNORECASE,
    ),
}
TYPES = {
    "no later than": "by",
    "not later than": "by",
    "by the end of": "by",
    "before the end of": "before",
    "till": "until",
    "as of": "as_of",
    "starting in": "from",
    "starting on": "from",
    "beginning on": "from",
    "at": "on",
    "d'ici": "by",
    "au plus tard": "by",
    "jusqu'": "until",
    "avant": "before",
    "à compter": "from",
    "à partir": "from",
    "dès": "from",
    "au": "on",
    "le": "on",
    "en": "in",
    "dans": "within",
    "après": "after",
    "depuis": "since",
}


def bound_by(
    document: Document, start: int, end: int, times: Sequence[Time], *, force: str
) -> tuple[Limit, ...]:
    """Return the limits between two places, by date, event, length or recurrence."""
    text = document.plain[start:end]
    dated = [
        limit_at(document, time, force=force, text=document.plain[start:end])
        for time in times
        if start <= time.start
        and time.end <= end
        and time.type != "since"
        and not _is_past(document, time)
    ]
    taken = (*dated, *_events(document, start, end))
    report = _has(text, table(document.language, "reported")["limits"]["reports"])
    counted = lengths_in(
        document, start, end, taken, decided_on(document, times), report=report
    )
    return (*taken, *counted)


def _is_past(document: Document, time: Time) -> bool:
    """Tell whether a date only says when something was done ("voted on Friday")."""
    if time.future or time.edtf is None or document.dct is None:
        return False
    last = time.edtf.removesuffix("/..").split("/")[-1].split("T")[0]
    return (
        time.type not in {"from", "as_of"}
        and last < document.dct.isoformat()[: len(last)]
    )


def limit_at(document: Document, time: Time, *, force: str, text: str) -> Limit:
    """Return an expression of time as a limit, its preposition with it."""
    low, kind = _lead(document, time)
    return Limit(
        start=low,
        end=time.end,
        quote=document.text[low : time.end],
        type=kind,
        iso=_iso(time, kind),
        role=_role(kind, force, text, document.language),
        kind="date",
        inferred="year" if time.inferred else None,
        anchor=time.anchor,
    )


def _iso(time: Time, kind: str) -> str | None:
    """Return the value; a limit by a month ends with its last day (law 2)."""
    value = (time.edtf or "").removesuffix("/..") or None
    if value and kind in {"by", "until", "before"} and "/" in value:
        return value.split("/")[-1]
    return value


def _lead(document: Document, time: Time) -> tuple[int, str]:
    """Return where the limit starts, and its type by the word there."""
    before = document.plain[max(0, time.start - 24) : time.start]
    match = LEAD[document.language].search(before)
    if match is None:
        return time.start, time.type or "on"
    word = match["word"].lower()
    kind = TYPES.get(word) or next(
        (v for k, v in TYPES.items() if word.startswith(k)), word
    )
    return time.start - (len(before) - match.start("word")), kind


def _role(kind: str, force: str, text: str, language: str) -> str:
    """Return what the limit limits, by the nouns beside it."""
    rules = table(language, "reported")["limits"]
    if kind == "during":
        return "duration"
    if _has(text, rules["lasting"]) and (
        force in {"extends", "states"}
        or kind in {"until", "as_of"}
        or (kind == "on" and re.search(ENDS[language], text))
    ):
        return "authority_end" if force == "authorizes" else "mandate_end"
    if force == "authorizes":
        return "authority_end"
    if _has(text, rules["reports"]) and kind in {"by", "before", "within", "on"}:
        return "report_due" if re.search(DUE[language], text) else "deadline"
    if kind in {"from", "as_of", "after"} or (
        kind in {"in", "on"} and _has(text, rules["starts"])
    ):
        return "start"
    return "deadline" if kind in {"by", "until", "before", "within"} else "on"


ENDS = {
    "en": r"\b(?:end|terminat|conclud|expir|laps)",
    "fr": r"\b(?:fin|terme|expir|achèv)",
}
DUE = {
    "en": r"\b(?:due|present|submit|report|deliver|brief|send|transmit|provide)",
    "fr": r"\b(?:attendu|présent|soumet|remett|rendre|transmett|adress|communiqu)",
}


def _has(text: str, words: Sequence[str]) -> bool:
    low = text.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", low) for word in words)


def _events(document: Document, start: int, end: int) -> Iterator[Limit]:
    """Yield "during the mission's withdrawal": a limit that is an event."""
    text = document.plain[start:end]
    for match in _event_pattern(document.language).finditer(text):
        low, high = start + match.start(), start + match.end()
        word = match["word"].lower()
        kind = (
            "during"
            if word in {"during", "throughout", "pending", "pendant", "durant"}
            or word.startswith(("lors", "tout"))
            else ("until" if word.startswith(("until", "jusqu")) else word)
        )
        yield Limit(
            start=low,
            end=high,
            quote=document.text[low:high],
            type={"après": "after"}.get(kind, kind),
            iso=None,
            role="duration" if kind == "during" else "end",
            kind="event",
        )


@cache
def _event_pattern(language: str) -> re.Pattern[str]:
    rules = table(language, "reported")["limits"]
    words = "|".join(re.escape(w) for w in sorted(rules["during"], key=len)[::-1])
    process = "|".join(re.escape(w) for w in rules["process"][:12])
    article = (
        r"(?:the|its|their|his|a)\s+"
        if language == "en"
        else r"(?:la |le |l'|du |de la |son |leur )?"
    )
    return re.compile(
        rf"\b(?P<word>{words})\s*{article}(?:[\w']+\s+){{0,3}}?(?:{process})\b(?:\s+of\s+(?:the\s+)?[\w-]+)?",
        re.IGNORECASE,
    )
