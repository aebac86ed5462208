"""An explanation in words and as JSON."""

from collections.abc import Iterator
from typing import Any

from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Explanation, Rule


def in_words(found: Explanation) -> str:
    """Return what ``drawdown explain`` prints."""
    return "\n".join(_lines(found))


def _lines(found: Explanation) -> Iterator[str]:
    yield f"{found.name}: {found.headline}"
    if found.rules:
        yield "\nWhat holds it, the tightest first"
        yield from (f"  {_line(rule)}" for rule in found.rules)
    if found.slack is not None:
        yield f"  Slack: {counted(found.slack, 'day')}, all else as planned"
        if found.slack:
            yield "  No rule binds: the day is chosen for what it weighs"
    if found.week_earlier:
        yield "\nTo be a week earlier"
        yield from (f"  {sentence}" for sentence in found.week_earlier)
    if found.notes:
        yield f"\n{NOTES[found.kind]}"
        yield from (f"  {note}" for note in found.notes)
    if found.last_days:
        yield "\nLast days"
        yield from (f"  {sentence}" for sentence in found.last_days)


NOTES = {
    "site": "What another day would weigh, all else as planned",
    "lot": "How it ends",
    "unit": "Its parts",
    "task": "What it means",
}


def _line(rule: Rule) -> str:
    if rule.slack is None:
        return f"§{rule.law} {rule.text}"
    slack = "binds" if rule.binds else counted(rule.slack, "day")
    return f"§{rule.law} {rule.text} [{slack}]"


def as_object(found: Explanation) -> dict[str, Any]:
    """Return what ``drawdown explain --json`` prints."""
    return {
        "kind": found.kind,
        "name": found.name,
        "headline": found.headline,
        "slack_days": found.slack,
        "rules": [_rule(rule) for rule in found.rules],
        "week_earlier": list(found.week_earlier),
        "notes": list(found.notes),
        "last_days": list(found.last_days),
        **{name: on.isoformat() if on else None for name, on in found.dates.items()},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "law": rule.law,
        "text": rule.text,
        "slack_days": rule.slack,
        "binds": rule.binds,
        "change": rule.change,
    }
