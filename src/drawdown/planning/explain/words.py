"""An explanation in words and as JSON."""

from collections.abc import Iterator
from typing import Any

from drawdown.language import Language, marked
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.phrases import days


def in_words(found: Explanation) -> str:
    """Return what ``drawdown explain`` prints."""
    return "\n".join(_lines(found))


def _lines(found: Explanation) -> Iterator[str]:
    language, text = found.language, found.language.text
    yield text("{said}: {why}", said=found.name, why=found.headline)
    if found.rules:
        yield "\n" + text("What holds it, the tightest first")
        yield from (f"  {_line(rule, language)}" for rule in found.rules)
    if found.slack is not None:
        slack = days(language, found.slack)
        yield "  " + text("Slack: {days}, all else as planned", days=slack)
        if found.slack:
            yield "  " + text("No rule binds: the day is chosen for what it weighs")
    if found.week_earlier:
        yield "\n" + text("To be a week earlier")
        yield from (f"  {sentence}" for sentence in found.week_earlier)
    if found.notes:
        yield "\n" + text(NOTES[found.kind])
        yield from (f"  {note}" for note in found.notes)
    if found.last_days:
        yield "\n" + text("Last days")
        yield from (f"  {sentence}" for sentence in found.last_days)


NOTES = {
    "site": marked("What another day would weigh, all else as planned"),
    "lot": marked("How it ends"),
    "unit": marked("Its parts"),
    "task": marked("What it means"),
}
"""The heading of the notes by what is explained."""


def _line(rule: Rule, language: Language) -> str:
    if rule.slack is None:
        return f"§{rule.law} {rule.text}"
    slack = language.text("binds") if rule.binds else days(language, rule.slack)
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
