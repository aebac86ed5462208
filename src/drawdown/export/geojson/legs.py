"""The legs: how much they are used, when, and how dangerous they are."""

from collections.abc import Iterator

from drawdown.brief.facts.network import LegFacts, Shut
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_cells
from drawdown.export.geojson.feature import (
    Feature,
    Position,
    Property,
    line,
    position,
)


def leg_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the legs of the mission, those that the plan does not use included."""
    at = _positions(dossier)
    for leg in dossier.facts.legs:
        source, confidence = basis_cells(leg.basis)
        yield Feature(
            kind="leg",
            name=leg.leg_id,
            geometry=line([at.get(leg.from_id), at.get(leg.to_id)]),
            properties={
                "name": leg.name,
                "from_id": leg.from_id,
                "to_id": leg.to_id,
                "mode": leg.mode,
                "length_km": leg.length_km,
                **_use(dossier, leg),
                "escorts_needed": leg.escorts,
                "attacks_a_passage": leg.hazard,
                "attacks_expected": leg.attacks,
                "attacks_confidence": basis_cells(leg.hazard_basis)[1],
                "windows": "; ".join(_window(one) for one in leg.windows),
                "source": source,
                "confidence": confidence,
            },
        )


def _use(dossier: Dossier, leg: LegFacts) -> dict[str, Property]:
    """Return how many movements run along a leg, what they carry, from when to when."""
    days = dossier.facts.stocks.days
    used = [day for day, count in zip(days, leg.traffic, strict=True) if count]
    along = [one for one in dossier.facts.movements if leg.leg_id in one.legs]
    return {
        "from": used[0] if used else None,
        "to": used[-1] if used else None,
        "movements": leg.uses,
        "people": sum(one.persons for one in along),
        "items": sum(one.items for one in along),
    }


def _positions(dossier: Dossier) -> dict[str, Position | None]:
    facts = dossier.facts
    return {
        **{n.node_id: position(n.latitude, n.longitude) for n in facts.nodes},
        **{e.exit_id: position(e.latitude, e.longitude) for e in facts.exits},
        **{s.site_id: position(s.latitude, s.longitude) for s in facts.sites},
    }


def _window(one: Shut) -> str:
    return f"{'closed' if one.closed else 'slow'} {one.start}/{one.end}"
