"""The calendar: read back by its own library, and by another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import vobject
from icalendar import Calendar

from drawdown.export.calendar import calendar
from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.mission import Mission
from drawdown.plan import Plan


def events(dossier: Dossier) -> dict[str, Any]:
    found = Calendar.from_ical(calendar(dossier)).walk("VEVENT")
    return {str(event["uid"]): event for event in found}


def test_uids_are_of_the_thing_and_not_of_its_day(
    dossier: Dossier, mission: Mission, plan: Plan
) -> None:
    """A plan in which a site closes earlier updates the entry of the old one."""
    uid = "EVERY-LAW/closure/FORT@drawdown"
    closures = tuple(
        replace(one, closed=one.closed - timedelta(days=1))
        if one.site == "FORT" and one.closed
        else one
        for one in plan.closures
    )
    other = made(mission, replace(plan, closures=closures))
    before, after = events(dossier), events(other)
    assert before[uid].decoded("dtstart") - after[uid].decoded("dtstart") == timedelta(
        days=1
    )
    assert before.keys() == after.keys()


def test_every_uid_is_there_once(dossier: Dossier) -> None:
    """Otherwise one entry would hide another."""
    written = calendar(dossier).count(b"BEGIN:VEVENT")
    assert written == len(events(dossier))


def test_entries_last_whole_days_and_end_on_the_day_after(
    dossier: Dossier, plan: Plan
) -> None:
    """DTEND is exclusive; a handover of three days has three."""
    given = plan.handovers[0]
    event = events(dossier)[f"EVERY-LAW/handover/{given.task}@drawdown"]
    assert event.decoded("dtstart") == given.start
    assert event.decoded("dtend") == given.end + timedelta(days=1)
    for one in events(dossier).values():
        assert isinstance(one.decoded("dtstart"), date)
        assert one.decoded("dtend") > one.decoded("dtstart")


def test_the_dates_of_decision_sites_and_tasks_are_there(dossier: Dossier) -> None:
    """Deadline, authority, closure, step with the counterpart, last day, gap."""
    kinds = {uid.split("/")[1] for uid in events(dossier)}
    assert kinds == {
        "decision",
        "authority",
        "closure",
        "step",
        "last-day",
        "handover",
        "gap",
    }


def test_only_steps_with_the_counterpart_are_entries(dossier: Dossier) -> None:
    """The others concern the mission alone."""
    steps = {uid for uid in events(dossier) if "/step/" in uid}
    assert steps == {"EVERY-LAW/step/FORT/inspection@drawdown"}


def test_no_clock_is_in_it(dossier: Dossier) -> None:
    """The time of making is that of the data."""
    stamps = {one.decoded("dtstamp").isoformat() for one in events(dossier).values()}
    assert stamps == {"2029-12-31T00:00:00+00:00"}


def test_another_parser_reads_the_same(dossier: Dossier) -> None:
    """vobject shares no code with the library that wrote it."""
    parsed = vobject.readOne(calendar(dossier).decode())
    mine = events(dossier)
    assert len(parsed.vevent_list) == len(mine)
    for event in parsed.vevent_list:
        one = mine[event.uid.value]
        assert event.summary.value == str(one["summary"])
        assert event.dtstart.value == one.decoded("dtstart")
        assert event.dtend.value == one.decoded("dtend")


def test_texts_cannot_break_out_of_their_line(
    with_name: Callable[[str], Dossier],
) -> None:
    """Semicolons, commas, line ends and long texts come back as they were."""
    text = "a; b, c\\ d: é" + "x" * 200
    dossier = with_name(text)
    found = events(dossier)["EVERY-LAW/closure/FORT@drawdown"]
    assert str(found["location"]) == text
    assert max(len(line) for line in calendar(dossier).split(b"\r\n")) <= 75
    injected = with_name("x\r\nBEGIN:VEVENT\r\nUID:evil")
    assert calendar(injected).count(b"\r\nUID:evil") == 0


def test_a_plan_with_nothing_in_it_has_the_dates_of_the_decision(
    bare: Dossier,
) -> None:
    """And the last days, which hang on the mission."""
    kinds = {uid.split("/")[1] for uid in events(bare)}
    assert {"decision", "authority"} <= kinds
    assert "closure" not in kinds
