"""Which field of mission.toml a date of the decision feeds."""

import re
from calendar import monthrange
from datetime import date

from drawdown.reading.limit import Limit

__all__ = ["day_of", "mission_field"]

_WITHDRAWAL = re.compile(
    r"\bwithdraw|\bdraw-?down|\bdepart|\bleave\b|\bretrait\b|\bretirer\b|\bdépart\b",
    re.IGNORECASE,
)
_CESSATION = re.compile(
    r"\bterminat\w*|\bcessation\b|\bcease\b|\bmettre fin\b|\bcesser\b", re.IGNORECASE
)
_LIQUIDATION = re.compile(r"\bliquidation\b", re.IGNORECASE)
_PROTECTION = re.compile(
    r"\bthreats?\b[^.;]{0,60}\bcivilians\b|\bprotect\w*\b[^.;]{0,40}\bcivilians\b"
    r"|\bmenaces?\b[^.;]{0,60}\bcivils\b|\bprot\w+\b[^.;]{0,40}\bcivils\b",
    re.IGNORECASE,
)


def day_of(limit: Limit) -> date | None:
    """Return the last day that a limit names (law 2: of a month, its last day)."""
    if limit.last_day is not None or limit.iso is None:
        return limit.last_day
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", limit.iso)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return date(year, month, int(match[3] or monthrange(year, month)[1]))


def mission_field(text: str, limit: Limit) -> str | None:
    """Return the field, "decision.deadline"; None if the mission has none for it.

    ``text`` is the clause with what its sentence says before it. ``authority.end`` is
    the power to respond to threats to civilians, ``deliverable.due`` a report or plan.
    """
    if day_of(limit) is None:
        return None
    if limit.role == "authority_end":
        return "authority.end" if _PROTECTION.search(text) else None
    if _LIQUIDATION.search(text) and limit.type in ("on", "from"):
        return "decision.liquidation_from"
    ends = limit.type in ("as_of", "effective") or limit.role == "mandate_end"
    if ends and limit.type != "until" and _CESSATION.search(text):
        return "decision.cessation"
    if limit.role == "report_due":
        return "deliverable.due"
    if limit.type == "by" and (_WITHDRAWAL.search(text) or _CESSATION.search(text)):
        return "decision.deadline"
    return None
