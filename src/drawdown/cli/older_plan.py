"""The plan before the tables were changed, kept beside the plan that replaces it."""

from pathlib import Path

from drawdown.errors import PlanFileError
from drawdown.plan import Plan, read_plan, write_plan


def older_path(path: Path) -> Path:
    """Return where the older plan is kept: plan.before.json for plan.json."""
    return path.with_name(f"{path.stem}.before.json")


def keep_older(path: Path, plan: Plan) -> None:
    """Keep the plan that a plan replaces, if it was made from other tables.

    So a change of one number and planning again is enough to ask what it did.
    """
    if not path.exists():
        return
    try:
        older = read_plan(path)
    except PlanFileError:
        return
    if older.mission_digest != plan.mission_digest:
        write_plan(older, older_path(path))


def find_older(path: Path) -> Path | None:
    """Return the plan that is kept beside a plan, if there is one."""
    older = older_path(path)
    return older if older.is_file() else None
