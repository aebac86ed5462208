"""The verdict in words and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import groupby

from drawdown.plan.plan import Objectives
from drawdown.verifying.verdict import Verdict, Violation

UNITS = {
    "people_late": "person-days",
    "attacks": "expected attacks",
    "protection_gap": "threatened person-days",
    "loss": "USD",
    "money": "USD",
    "weighted": "USD, by the weights of the mission",
    "lapsed": "threatened person-days, not counted",
}

TITLES = {
    "1": "Time",
    "2": "Where things are",
    "4": "People",
    "5": "Lateness",
    "6": "Guard",
    "7": "Units",
    "8": "Beds, yards, exits",
    "9": "Dispositions",
    "10": "Packing, needed equipment",
    "11": "Sensitive items",
    "13": "Movements",
    "14": "Permits",
    "17": "Closing",
    "20": "Tasks",
    "24": "Values",
    "25": "Gap",
}


def in_words(verdict: Verdict, *, most: int | None = None) -> str:
    """Return what ``drawdown verify`` prints: violations by law, then the values.

    Parameters
    ----------
    verdict
        What the judge says.
    most
        How many violations of one section are shown; absent: all.

    """
    return "\n".join([*_violations(verdict, most), "", *values(verdict)])


def _violations(verdict: Verdict, most: int | None) -> Iterator[str]:
    if verdict.holds:
        yield "no violation"
        return
    count = len(verdict.violations)
    yield f"{count:,} violation{'s' if count > 1 else ''}"
    for law, group in groupby(verdict.violations, key=lambda found: found.law):
        found = list(group)
        yield f"\n§{law} {TITLES.get(law.partition('.')[0], '')}: {len(found):,}"
        yield from (f"  {_line(violation)}" for violation in found[:most])
        if most is not None and len(found) > most:
            yield f"  … and {len(found) - most:,} more"


def _line(violation: Violation) -> str:
    on = f"{violation.on}  " if violation.on else ""
    named = violation.where in violation.message
    return f"{on}{'' if named else f'{violation.where}: '}{violation.message}"


def values(verdict: Verdict) -> Iterator[str]:
    """Yield the lines of a table of the values, with their units."""
    names = [field.name for field in fields(Objectives)]
    found = verdict.objectives
    rows = [(n.replace("_", " "), getattr(found, n), UNITS[n]) for n in names]
    rows.append(("lapsed by law", verdict.lapsed, UNITS["lapsed"]))
    shown = [(name, figure(value), unit) for name, value, unit in rows]
    name_width = max(len(name) for name, _, _ in shown)
    width = max(len(value) for _, value, _ in shown)
    for name, value, unit in shown:
        yield f"  {name:<{name_width}}  {value:>{width}}  {unit}"


def figure(value: float) -> str:
    """Return a figure with separators, and decimals where it has any."""
    whole = abs(value - round(value)) < 5e-7
    return f"{value:,.0f}" if whole else f"{value:,.4f}"


def as_json(verdict: Verdict) -> dict[str, object]:
    """Return what ``drawdown verify --json`` prints."""
    return {
        "violations": [_entry(violation) for violation in verdict.violations],
        "objectives": asdict(verdict.objectives),
        "lapsed": verdict.lapsed,
    }


def _entry(violation: Violation) -> dict[str, object]:
    entry = asdict(violation)
    for name in ("on", "until"):
        entry[name] = entry[name].isoformat() if entry[name] else None
    return entry
