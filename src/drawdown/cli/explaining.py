"""``drawdown explain``: why a plan is as it is."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from drawdown.cli.app import GOOD
from drawdown.cli.older_plan import find_older
from drawdown.language import Language
from drawdown.mission import Mission, digest, locate, read_mission
from drawdown.plan import Plan, read_plan
from drawdown.planning.explain import (
    Effect,
    as_object,
    effect,
    effect_in_words,
    in_words,
)
from drawdown.planning.explain import explain as explained

Json = Annotated[bool, Parameter(name="--json", negative="")]


def explain(
    plan: Path,
    name: str,
    /,
    *,
    mission: str | None = None,
    before: Path | None = None,
    lang: str = "en",
    json_: Json = False,
) -> int:
    """Say why a site, lot, unit or task of a plan is when and how it is.

    Binding rules with their slack in days, what would have to change for it to be a
    week earlier, what another day would weigh, and the last days: by when transport
    must stand forward, the last safe day, the day after which only destruction is left.

    Parameters
    ----------
    plan
        The plan file.
    name
        The id of a site, lot, unit or task; site:ID, lot:ID, unit:ID or task:ID where
        two share an id.
    mission
        The mission folder, workbook or bundled name; without it the one that has the
        id which stands in the plan: a folder here, or a bundled mission.
    before
        An older plan file: say first what has changed since. Without it the plan that
        was replaced when the tables had changed (PLAN.before.json), if there is one.
    lang
        The language of the sentences: en, fr or ar.
    json_
        Print one JSON object.

    """
    language = Language(lang, iso_dates=True)
    made = read_plan(plan)
    facts = read_mission(locate(mission or made.mission))
    _warn_of_other_tables(facts, made)
    found = explained(facts, made, name, language)
    change = None
    older = before or find_older(plan)
    if older is not None:
        change = effect(facts, read_plan(older), made, found.kind, found.name)
    if json_:
        shown = as_object(found) | {"change": _change(change)}
        print(json.dumps(shown, ensure_ascii=False))
    else:
        if change is not None:
            print(
                language.text("What changed since {plan}", plan=str(older)),
                *effect_in_words(change, language),
                sep="\n  ",
                end="\n\n",
            )
        print(in_words(found))
    return GOOD


def _change(found: Effect | None) -> dict[str, Any] | None:
    if found is None:
        return None
    rest = {"other_tables": found.other_tables, "elsewhere": found.elsewhere}
    return found.changed.as_json() | rest


def _warn_of_other_tables(mission: Mission, plan: Plan) -> None:
    """Say on standard error that the mission has changed since the plan was made."""
    if plan.mission_digest and plan.mission_digest != digest(mission):
        print(
            "drawdown: the mission has changed since this plan was made",
            file=sys.stderr,
        )
