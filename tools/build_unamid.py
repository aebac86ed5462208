"""Build missions/unamid from the shared tables: ``python tools/build_unamid.py``.

The mission as it stood on 31 December 2020. What no source says is assumed, and says
so in its row; why is in missions/unamid/README.md. The same tables give the same bytes.
"""

import sys
from datetime import date
from pathlib import Path

from building.actuals import closures, departures
from building.shared import ROOT, assumed, copy, evidence
from unamid import duties, moves, people, places
from unamid.source import table

from drawdown.mission import (
    Authority,
    Decision,
    Deliverable,
    Header,
    Mission,
    Planning,
    Weights,
    write_mission,
)

RES2559 = "https://press.un.org/en/2020/sc14401.doc.htm"
VNP = (
    "https://en.vietnamplus.vn/unsc-terminates-mandate-of-unafrican-union-hybrid-"
    "operation-in-darfur/193629.vnp"
)
LIQUIDATION = (
    "https://washingtonnewsalert.com/un-african-union-mission-in-darfur-in-final-"
    "shutdown-phase-4536.html"
)


def mission() -> Mission:
    """Return the whole mission."""
    return Mission(
        header=Header(
            mission_id="unamid",
            name="UNAMID, the drawdown of 2021",
            host_state="Sudan",
            start=date(2021, 1, 1),
            as_of=date(2020, 12, 31),
            evidence=evidence("reported", RES2559),
        ),
        decision=Decision(
            symbol="S/RES/2559 (2020)",
            adopted=date(2020, 12, 22),
            cessation=date(2020, 12, 31),
            deadline=date(2021, 6, 30),
            liquidation_from=date(2021, 7, 1),
            liquidation_to=date(2022, 6, 30),
            evidence=evidence("reported", RES2559),
            values={"liquidation_to": evidence("reported", LIQUIDATION)},
        ),
        authorities=(
            Authority(
                authority_id="security",
                name="security of staff, sites and assets in the drawdown",
                start=date(2021, 1, 1),
                end=date(2021, 6, 30),
                evidence=evidence(
                    "reported", RES2559, "no protection of civilians after the mandate"
                ),
            ),
        ),
        deliverables=(
            Deliverable(
                deliverable_id="oral-report",
                name="oral report on the withdrawal, to the Council",
                party="Secretary-General",
                due=date(2021, 7, 31),
                evidence=evidence("reported", VNP),
            ),
        ),
        weights=Weights(evidence=assumed("policy; to be set by whoever plans")),
        planning=Planning(evidence=assumed()),
        sites=places.sites(),
        steps=places.steps(),
        crews=places.crews(),
        nodes=places.nodes(),
        exits=places.exits(),
        units=people.units(),
        escorts=people.escorts(),
        lots=places.all_lots(),
        fleets=moves.fleets(),
        legs=moves.legs(),
        routes=moves.routes(),
        windows=moves.windows(),
        hazards=moves.hazards(),
        permits=moves.permits(),
        tasks=duties.tasks(),
        closures_actual=closures(table("closures_actual")),
        departures_actual=departures(table("personnel_timeline")),
    )


def main() -> None:
    """Write the mission to the folder given, missions/unamid by default."""
    given = sys.argv[1:]
    folder = Path(given[0]) if given else ROOT / "missions/unamid"
    write_mission(mission(), folder)
    copy(table("disruptions"), folder / "events" / "disruptions.csv")


if __name__ == "__main__":
    main()
