"""Tasks, communities and the threat to them."""

from dataclasses import dataclass
from datetime import date

from building import people
from building.shared import Cells, assumed, day, derived, evidence, of_row

from drawdown.mission import Community, Task, Threat
from minusma.source import DEADLINE, table

LEFT_OUT = {"T15": "camp handover is the closing step of each site (law 17)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What is assumed of a recipient where the table cannot be met by any plan."""

    ready: date
    note: str
    must: bool = False


TRANSFER_PLAN = "the recipient is bound by the transfer plan due on 15 August"
READY = {
    "T02": Readiness(ready=date(2023, 8, 15), note=TRANSFER_PLAN),
    "T03": Readiness(
        ready=date(2023, 12, 1), note="the guard unit forms in December", must=True
    ),
    "T07": Readiness(ready=date(2023, 8, 15), note=TRANSFER_PLAN),
    "T09": Readiness(
        ready=date(2023, 10, 1), note="UNMAS' own programme stands in autumn", must=True
    ),
    "T12": Readiness(ready=date(2023, 8, 1), note="UNHAS flies there already"),
    "T13": Readiness(
        ready=date(2023, 8, 1), note="Government will finish what is running"
    ),
    "T14": Readiness(ready=date(2023, 8, 15), note=TRANSFER_PLAN),
    "T17": Readiness(ready=date(2023, 8, 15), note=TRANSFER_PLAN),
    "T18": Readiness(
        ready=date(2023, 7, 15), note="governors are in office; round tables"
    ),
}
"""The table's ready dates leave no days for a handover before its latest date. They
are assumed there, and are replaced here by days that can be met."""

ROLE_AT = {"T02": "civilian"}


def tasks() -> tuple[Task, ...]:
    """Return one task for each task and site; of the whole mission without a site."""
    found = []
    for row in table("tasks"):
        if row["task_id"] not in LEFT_OUT:
            places = row["site_ids"].split(";")
            found += [_task(row, None if p == "all" else p) for p in places]
    return tuple(found)


def _task(row: Cells, site: str | None) -> Task:
    task_id, readiness = row["task_id"], READY.get(row["task_id"])
    recipient = "" if row["planned_recipient"] == "none" else row["planned_recipient"]
    role = ROLE_AT.get(task_id) or _role_there(row["units_needed"], site)
    latest = day(row["latest_handover"])
    return Task(
        task_id=f"{task_id}-{site}" if site else task_id,
        name=row["task"],
        site_id=site,
        recipient=recipient,
        recipient_kind=row["recipient_type"] if recipient else "",
        ready=readiness.ready if readiness else _in_time(row),
        handover_days=max(1, int(row["handover_days"])),
        latest=min(latest, DEADLINE) if latest else None,
        role=role,
        crew="liaison" if int(row["liaison_teams"]) else None,
        teams=int(row["liaison_teams"]),
        must=bool(readiness and readiness.must),
        protects=task_id == "T01",
        effect=float(row["recipient_effect_share"]),
        evidence=of_row(row),
        values={
            "ready": assumed(readiness.note if readiness else _why_not(row)),
            "handover_days": assumed(),
            "latest": derived("authority, deliverable or deadline", row["source"]),
            "role": assumed(),
            "teams": assumed(),
            "must": assumed(),
            "effect": assumed(),
        },
    )


def _in_time(row: Cells) -> date | None:
    """Return the day on which the recipient is ready, if that is in the plan."""
    ready = day(row["recipient_ready_date"])
    return ready if ready and ready <= DEADLINE else None


def _why_not(row: Cells) -> str:
    if row["recipient_ready_date"] and not _in_time(row):
        return f"ready on {row['recipient_ready_date']}, after the deadline"
    return row["plan_note"]


def _role_there(role: str, site: str | None) -> str:
    """Return the role of the unit that does the work at a site: the one named, one
    that has it among others, else the civilian staff.
    """
    there = [row["role"] for row in table("contingents") if row["site_id"] == site]
    if site is None or role in map(people.role, there):
        return role
    mixed = (people.role(text) for text in there if role in text)
    return next(mixed, "civilian")


def communities() -> tuple[Community, ...]:
    """Return the towns; those without a population count in no sum."""
    return tuple(
        Community(
            community_id=row["community_id"],
            name=row["name"],
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            population=int(row["population"]) if row["population"] else None,
            evidence=evidence(
                row["confidence"], _places(row), row["note"].split("; threat")[0]
            ),
        )
        for row in table("communities")
    )


def _places(row: Cells) -> str:
    return row["population_source"] or "position assumed"


def threats() -> tuple[Threat, ...]:
    """Return the threat of July 2023, held for all days."""
    return tuple(
        Threat(
            community_id=row["community_id"],
            threat=float(row["threat_2023_07"]),
            evidence=derived(
                "value of July 2023, held for all days: later ones were not known; "
                + row["note"].split("; ", 1)[-1],
                row["source"],
            ),
        )
        for row in table("communities")
    )
