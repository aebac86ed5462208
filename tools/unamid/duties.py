"""Tasks. No authority protects in this drawdown, so no communities are told."""

from dataclasses import dataclass
from datetime import date

from building.shared import Cells, assumed, day, of_row

from drawdown.mission import Task
from unamid.source import DEADLINE, FIRST, table

LEFT_OUT = {
    "T09": "handover of sites is the closing step of each (law 17)",
    "T10": "gifts are dispositions of lots (law 9)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is assumed where the table leaves no day for a handover."""

    ready: date
    role: str = "civilian"
    must: bool = False


CHANGED = {
    "T02": Change(ready=date(2021, 1, 1)),
    "T03": Change(ready=date(2021, 3, 1)),
    "T04": Change(ready=date(2021, 1, 1), must=True),
    "T05": Change(ready=date(2021, 6, 1), role="police", must=True),
    "T06": Change(ready=date(2021, 4, 1)),
    "T07": Change(ready=date(2021, 1, 1)),
    "T08": Change(ready=date(2021, 4, 1), role="engineers", must=True),
    "T11": Change(ready=date(2021, 5, 1)),
}
NOTE = (
    "authority ended before day 0: files, contacts and projects can still be handed "
    "over while the mission is there; days assumed"
)


def tasks() -> tuple[Task, ...]:
    """Return one task for each task and site; of the whole mission without a site."""
    return tuple(
        _task(row, None if place == "all" else place)
        for row in table("tasks")
        if row["task_id"] not in LEFT_OUT
        for place in row["site_ids"].split(";")
    )


def _in_time(row: Cells) -> date | None:
    """Return the day on which the recipient is ready, if that is in the plan."""
    ready = day(row["recipient_ready_date"])
    return ready if ready and ready <= DEADLINE else None


def _why_not(row: Cells) -> str:
    if row["recipient_ready_date"] and not _in_time(row):
        return f"ready on {row['recipient_ready_date']}, after the deadline"
    return row["plan_note"]


def _task(row: Cells, site: str | None) -> Task:
    task_id, change = row["task_id"], CHANGED.get(row["task_id"])
    latest = day(row["latest_handover"])
    if latest and not FIRST <= latest <= DEADLINE:
        latest = DEADLINE
    return Task(
        task_id=f"{task_id}-{site}" if site else task_id,
        name=row["task"],
        site_id=site,
        recipient=row["planned_recipient"],
        recipient_kind=row["recipient_type"],
        ready=change.ready if change else _in_time(row),
        handover_days=max(1, int(row["handover_days"])),
        latest=latest,
        role=change.role if change else row["units_needed"],
        crew="liaison" if int(row["liaison_teams"]) else None,
        teams=int(row["liaison_teams"]),
        must=bool(change and change.must),
        effect=float(row["recipient_effect_share"]),
        evidence=of_row(row),
        values={
            "ready": assumed(NOTE if change else _why_not(row)),
            "latest": assumed(NOTE if change else ""),
            "handover_days": assumed(),
            "role": assumed(),
            "teams": assumed(),
            "must": assumed(),
            "effect": assumed(),
        },
    )
