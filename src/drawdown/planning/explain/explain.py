"""Explain one thing of a plan: a site, a lot, a unit or a task."""

from collections.abc import Collection

from drawdown.errors import UsageError
from drawdown.language import TERMINAL, Language
from drawdown.mission import Mission
from drawdown.mission.nearest import did_you_mean
from drawdown.plan import Plan
from drawdown.planning.explain.explanation import Explanation
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.lot import explain_lot
from drawdown.planning.explain.site import explain_site
from drawdown.planning.explain.task import explain_task
from drawdown.planning.explain.unit import explain_unit


def explain(
    mission: Mission, plan: Plan, name: str, language: Language = TERMINAL
) -> Explanation:
    """Return why something of a plan is when and how it is.

    Parameters
    ----------
    mission
        What was planned.
    plan
        Any plan of it; parts that name what the mission does not have are left out.
    name
        The id of a site, lot, unit or task; ``lot:ID`` where two kinds share an id.
    language
        The language of all sentences; what the tables say stays as it is.

    Raises
    ------
    UsageError
        Nothing has this name, or more than one thing.

    """
    known = Known(mission, plan, language)
    kind, found = _find(known, name)
    match kind:
        case "site":
            return explain_site(Plans(known), known.sites[found])
        case "lot":
            return explain_lot(Plans(known), known.lots[found])
        case "unit":
            return explain_unit(Plans(known), known.units[found])
    return explain_task(known, known.tasks[found])


def _find(known: Known, name: str) -> tuple[str, str]:
    """Return the kind and the id of what is named."""
    tables: dict[str, Collection[str]] = {
        "site": known.sites,
        "lot": known.lots,
        "unit": known.units,
        "task": known.tasks,
    }
    asked, _, rest = name.rpartition(":")
    kinds = [
        kind for kind, table in tables.items() if asked in ("", kind) and rest in table
    ]
    if len(kinds) == 1:
        return kinds[0], rest
    if kinds:
        hint = " or ".join(f"{kind}:{rest}" for kind in kinds)
        raise UsageError(f"{rest} is the name of {len(kinds)} things", hint=hint)
    names = [one for table in tables.values() for one in table]
    raise UsageError(
        f"the mission has no site, lot, unit or task “{name}”",
        hint=did_you_mean(rest, names) or f"its sites are {', '.join(known.sites)}",
    )
