"""One line of movement requirements."""

import math
from dataclasses import dataclass
from datetime import date

from drawdown.mission import Carrier, ItemKind, Lot, Owner, Unit
from drawdown.quantities import Confidence, Evidence

GUARD_SHARE = 0.7
"""The share of the people of a line that is assumed to be able to guard."""
TONS = 10
"""Short tons that are assumed to go into one 20-foot container."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A unit, or a part of one, that is to be moved."""

    row: int | None
    line_id: str
    """The unit line number, as an identifier."""
    unit: str
    country: str
    origin: str
    exit: str
    """The port, airport or border where it leaves the theatre."""
    mode: str
    """How it goes on from there: air, sea, road or river; "" if not said."""
    destination: str
    ready: date | None
    """The first day on which it can be loaded."""
    earliest: date | None
    latest: date | None
    """The last day on which it may arrive."""
    persons: int
    tons: float
    containers: int | None
    vehicles: int

    @property
    def boxes(self) -> int:
        """Its containers: as said, or else by its short tons."""
        if self.containers is not None:
            return self.containers
        return math.ceil(self.tons / TONS)

    def unit_row(self, site_id: str, exit_id: str, evidence: Evidence) -> Unit:
        """Return its people as a unit of a mission."""
        return Unit(
            unit_id=self.line_id,
            country=self.country,
            name=self.unit,
            site_id=site_id,
            strength=self.persons,
            guard_capable=int(self.persons * GUARD_SHARE),
            leaves_by=self.latest,
            exits=(exit_id,),
            evidence=evidence,
            values={
                "guard_capable": Evidence(
                    confidence=Confidence.ASSUMED,
                    note=f"{GUARD_SHARE:.0%} of the people",
                )
            },
        )

    def lot_rows(self, site_id: str, exit_id: str, evidence: Evidence) -> list[Lot]:
        """Return its containers and vehicles as lots of a mission."""
        made = []
        for kind, count, carrier in (
            (ItemKind.CONTAINER, self.boxes, Carrier.TRUCK),
            (ItemKind.VEHICLE, self.vehicles, Carrier.SELF),
        ):
            if count:
                made.append(
                    Lot(
                        lot_id=f"{self.line_id}-{kind.value}s",
                        site_id=site_id,
                        class_id=f"{kind.value}s",
                        name=f"{kind.value}s of {self.unit or self.line_id}",
                        owner=Owner.COE,
                        kind=kind,
                        carried_by=carrier,
                        count=count,
                        repatriate=0.0,
                        exits=(exit_id,),
                        evidence=evidence,
                        values=self._counted(kind),
                    )
                )
        return made

    def _counted(self, kind: ItemKind) -> dict[str, Evidence]:
        """Return the evidence of a number of containers that comes from tons."""
        if kind is not ItemKind.CONTAINER or self.containers is not None:
            return {}
        note = f"{self.tons:g} short tons, {TONS} in a container"
        return {"count": Evidence(confidence=Confidence.ASSUMED, note=note)}
