"""Build missions/minusma from the shared tables: ``python tools/build_minusma.py``.

The mission as it stood on 30 June 2023. What no source says is assumed, and says so in
its row; why, and the rough sums that show that a plan can exist, are in
missions/minusma/README.md. The same tables give the same bytes.
"""

import shutil
import sys
from datetime import date
from pathlib import Path

from building.actuals import closures, departures
from building.shared import ROOT, assumed, copy, derived, evidence
from minusma import duties, moves, people, places
from minusma.source import table

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

RES2690 = "https://media.un.org/avlibrary/en/asset/d306/d3067286"
COMMITTED = ROOT / "missions/minusma"
FIFTH = "https://press.un.org/en/2024/gaab4460.doc.htm"


def mission() -> Mission:
    """Return the whole mission."""
    return Mission(
        header=Header(
            mission_id="minusma",
            name="MINUSMA, the drawdown of 2023",
            host_state="Mali",
            start=date(2023, 7, 1),
            as_of=date(2023, 6, 30),
            evidence=evidence("reported", RES2690),
        ),
        decision=_decision(),
        authorities=_authorities(),
        deliverables=(
            Deliverable(
                deliverable_id="transfer-plan",
                name="plan for the transfer of tasks, to the Council",
                party="Secretary-General",
                due=date(2023, 8, 15),
                evidence=evidence("reported", RES2690),
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
        communities=duties.communities(),
        threats=duties.threats(),
        closures_actual=closures(table("closures_actual")),
        departures_actual=departures(table("personnel_timeline")),
    )


def _decision() -> Decision:
    return Decision(
        symbol="S/RES/2690 (2023)",
        adopted=date(2023, 6, 30),
        cessation=date(2023, 6, 30),
        deadline=date(2023, 12, 31),
        liquidation_from=date(2024, 1, 1),
        liquidation_to=date(2024, 12, 31),
        evidence=evidence("reported", RES2690),
        values={
            "cessation": derived("the mandate ends; operations cease from 1 July"),
            "liquidation_to": evidence(
                "reported", FIFTH, "set later; 18 months were announced first"
            ),
        },
    )


def _authorities() -> tuple[Authority, ...]:
    return (
        Authority(
            authority_id="vicinity",
            name="respond to imminent threats to civilians in the immediate vicinity",
            start=date(2023, 7, 1),
            end=date(2023, 9, 30),
            protects=True,
            radius_km=20.0,
            evidence=evidence("reported", RES2690),
            values={"radius_km": assumed("immediate vicinity is not a number")},
        ),
        Authority(
            authority_id="security",
            name="security of UN staff, sites, convoys and equipment",
            start=date(2023, 7, 1),
            end=date(2023, 12, 31),
            evidence=evidence("reported", RES2690),
        ),
    )


def main() -> None:
    """Write the mission to the folder given, missions/minusma by default."""
    given = sys.argv[1:]
    folder = Path(given[0]) if given else COMMITTED
    write_mission(mission(), folder)
    copy(table("disruptions"), folder / "events" / "disruptions.csv")
    documents = COMMITTED / "documents"  # written by hand, so they go along unchanged
    if folder.resolve() != COMMITTED:
        shutil.copytree(documents, folder / documents.name, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
