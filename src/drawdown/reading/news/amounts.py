"""Amounts of money: value, currency, and how exact the text says they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.document import Document
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.times import Time
from drawdown.reading.span import Span

__all__ = ["Amount", "amounts_of"]

SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
    "trillion": 10**12,
}
SIGNS = {
    "us$": "USD",
    "us $": "USD",
    "nz$": "NZD",
    "nz $": "NZD",
    "a$": "AUD",
    "c$": "CAD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
NAMES = {
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "dollars": "USD",
    "dollar": "USD",
    "usd": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "eur": "EUR",
    "pounds": "GBP",
    "cfa francs": "XOF",
    "francs cfa": "XOF",
    "fcfa": "XOF",
    "swiss francs": "CHF",
    "francs suisses": "CHF",
    "roubles": "RUB",
    "rubles": "RUB",
    "yuan": "CNY",
}
QUALIFIERS = (
    "more than|over|at least|up to|about|around|nearly|almost|roughly|some"
    "|approximately|an estimated|less than|under|plus de|près de|environ|au moins"
    "|jusqu'à|moins de|quelque"
)
NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
NAMED = "|".join(re.escape(n) for n in sorted(NAMES, key=len, reverse=True))
PATTERN = re.compile(
    rf"(?<!\w)(?:(?P<qualifier>{QUALIFIERS})\s+)?(?:"
    rf"(?P<sign>{'|'.join(re.escape(s) for s in SIGNS)})\s?(?P<n1>{NUMBER})"
    rf"(?:[\s-]?(?P<s1>{SCALE}))?(?![\w])"
    rf"|(?P<n2>{NUMBER})(?:[\s-]?(?P<s2>{SCALE}))?(?:\s+(?:de|d'))?\s*"
    rf"(?P<name>€|\$|{NAMED})(?!\w))",
    re.IGNORECASE,
)
PER = re.compile(r"\s+(?:a|per|each|every|par)\s+(day|week|month|year|mois|an|jour)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Span):
    """A sum of money as the text gives it."""

    id: str
    value: float
    currency: str
    qualifier: str | None = None
    """over, about, up to …"""
    status: str | None = None
    """Whose claim it is; None where the text itself says so."""
    claim: str | None = None
    period: str | None = None
    """The EDTF value of the time over which it was paid, if stated."""
    per: str | None = None


def amounts_of(
    document: Document, claims: Sequence[Claim], times: Sequence[Time]
) -> tuple[Amount, ...]:
    """Return the amounts of money outside clutter, in order."""
    out: list[Amount] = []
    for match in PATTERN.finditer(document.plain):
        if any(
            s.type == "boilerplate" and s.start <= match.start() < s.end
            for s in document.segments
        ):
            continue
        out.append(_amount(document, match, claims, times, len(out) + 1))
    return tuple(out)


def _amount(
    document: Document,
    match: re.Match[str],
    claims: Sequence[Claim],
    times: Sequence[Time],
    number: int,
) -> Amount:
    start, end = match.span()
    claim = next((c for c in claims if c.start <= start and end <= c.end), None)
    per = PER.match(document.plain, end)
    return Amount(
        id=f"m{number}",
        start=start,
        end=end,
        quote=document.text[start:end],
        value=_value(match["n1"] or match["n2"], match["s1"] or match["s2"]),
        currency=_currency(match),
        qualifier=match["qualifier"],
        status=_status(claim),
        claim=claim.id if claim else None,
        period=_period(document.plain, end, times),
        per=per.group(1) if per else None,
    )


def _status(claim: Claim | None) -> str | None:
    if claim is None:
        return None
    return f"claimed by {claim.source}" if claim.source else "claimed"


def _value(number: str, scale: str | None) -> float:
    text = number.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        text = text.replace(",", "")
    value = float(text.replace(",", ".")) * SCALES.get((scale or "").lower(), 1)
    return int(value) if value == int(value) else value


def _currency(match: re.Match[str]) -> str:
    name = (match["sign"] or match["name"]).lower()
    return SIGNS.get(name) or NAMES[name]


def _period(plain: str, end: int, times: Sequence[Time]) -> str | None:
    """Return the value of a time that stands after the amount in the same clause."""
    stop = re.compile(r"[.;\n]").search(plain, end)
    limit = stop.start() if stop else len(plain)
    later = [t for t in times if end <= t.start < limit and t.type in {"since", "in"}]
    return later[0].edtf if later else None
