"""The difference of two plans in words."""

from collections.abc import Iterator
from datetime import date

from drawdown.language import TERMINAL, Language, marked
from drawdown.plan.changes import PARTS, Change, Figure, PlanDiff
from drawdown.plan.diff_facts import facts_in_words
from drawdown.plan.residual_reason import reason_in_words


def diff_in_words(found: PlanDiff, language: Language = TERMINAL) -> str:
    """Return the lines that ``drawdown diff`` prints."""
    if found.same:
        return language.text("the two plans are the same")
    return "\n".join(_paragraphs(found, language))


HEADS = {
    "sites": marked("Sites: {changes}"),
    "movements": marked("Movements: {changes}"),
    "dispositions": marked("Dispositions: {changes}"),
    "handovers": marked("Handovers: {changes}"),
    "releases": marked("Releases: {changes}"),
    "figures": marked("Figures: {changes}"),
}


AS_IT_IS = ("reason", "mission", "tables")
"""What comes from whoever wrote the plan or the tables."""


def _paragraphs(found: PlanDiff, language: Language) -> Iterator[str]:
    for part in PARTS:
        changes = found.of(part)
        if changes:
            count = language.plural("{n} change", "{n} changes", len(changes))
            yield language.text(HEADS[part], changes=count)
            yield from (f"  {_sentence(change, language)}" for change in changes)


def _sentence(change: Change, language: Language) -> str:
    """Say what changed of one thing."""
    text = language.text
    what = facts_in_words(change.what.replace("_", " "), language)
    of = text("{said}: {why}", said=change.name, why=what)
    before, after = (
        _figure(f, change, language) for f in (change.before, change.after)
    )
    if change.before is None:
        return text("{what} {after} (new)", what=of, after=after)
    if change.after is None:
        return text("{what} {before} (no longer)", what=of, before=before)
    arrow = f"{of} {before} → {after}"
    by = _difference(change.before, change.after, language)
    return f"{arrow} ({by})" if by else arrow


def _figure(figure: Figure, change: Change, language: Language) -> str:
    if isinstance(figure, int | float):
        return language.number(figure)
    if change.what in AS_IT_IS:
        return reason_in_words(str(figure), language)
    return facts_in_words(str(figure), language)


def _difference(before: Figure, after: Figure, language: Language) -> str:
    """Say by how much numbers or dates differ."""
    if isinstance(before, str) and isinstance(after, str):
        return _days_between(before, after, language)
    if isinstance(before, str) or isinstance(after, str):
        return ""
    assert before is not None
    assert after is not None
    return language.number(after - before, signed=True)


def _days_between(before: str, after: str, language: Language) -> str:
    try:
        days = (date.fromisoformat(after) - date.fromisoformat(before)).days
    except ValueError:
        return ""
    if days > 0:
        return language.plural("{n} day later", "{n} days later", days)
    return language.plural("{n} day earlier", "{n} days earlier", -days)
