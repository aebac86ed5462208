"""The difference of two plans in words."""

from collections.abc import Iterator
from datetime import date

from drawdown.plan.changes import PARTS, Change, Figure, PlanDiff


def diff_in_words(found: PlanDiff) -> str:
    """Return the lines that ``drawdown diff`` prints."""
    if found.same:
        return "the two plans are the same"
    return "\n".join(_paragraphs(found))


def _paragraphs(found: PlanDiff) -> Iterator[str]:
    for part in PARTS:
        changes = found.of(part)
        if changes:
            count = f"{len(changes)} change{'s' if len(changes) > 1 else ''}"
            yield f"{part.capitalize()}: {count}"
            yield from (f"  {_sentence(change)}" for change in changes)


def _sentence(change: Change) -> str:
    """Say what changed of one thing."""
    of = f"{change.name}: {change.what.replace('_', ' ')}"
    if change.before is None:
        return f"{of} {_text(change.after)} (new)"
    if change.after is None:
        return f"{of} {_text(change.before)} (no longer)"
    arrow = f"{of} {_text(change.before)} → {_text(change.after)}"
    by = _difference(change.before, change.after)
    return f"{arrow} ({by})" if by else arrow


def _text(figure: Figure) -> str:
    if isinstance(figure, float):
        return f"{figure:,.4f}".rstrip("0").rstrip(".")
    return f"{figure:,}" if isinstance(figure, int) else str(figure)


def _difference(before: Figure, after: Figure) -> str:
    """Say by how much numbers or dates differ."""
    if isinstance(before, str) and isinstance(after, str):
        return _days_between(before, after)
    if isinstance(before, str) or isinstance(after, str):
        return ""
    assert before is not None
    assert after is not None
    more = after - before
    return f"{'+' if more > 0 else ''}{_text(more)}"


def _days_between(before: str, after: str) -> str:
    try:
        days = (date.fromisoformat(after) - date.fromisoformat(before)).days
    except ValueError:
        return ""
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'later' if days > 0 else 'earlier'}"
