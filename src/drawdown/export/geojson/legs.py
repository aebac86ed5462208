"""The legs: how much they are used, when, and how dangerous they are."""

import math
from collections import defaultdict
from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import source_cells
from drawdown.export.geojson.feature import Feature, Position, line, position
from drawdown.mission import Window
from drawdown.verifying.journeys import Journey, Passage


def leg_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the legs of the mission, those that the plan does not use included."""
    at = _positions(dossier)
    used: defaultdict[str, list[tuple[Journey, Passage]]] = defaultdict(list)
    for journey in dossier.replay.journeys:
        for passage in journey.passages:
            used[passage.leg.leg_id].append((journey, passage))
    windows: defaultdict[str, list[Window]] = defaultdict(list)
    for window in dossier.mission.windows:
        windows[window.leg_id].append(window)
    on = dossier.facts.calendars.attacks_on
    for leg in dossier.mission.legs:
        passages = used[leg.leg_id]
        each = [on(leg.leg_id, day) for day in range(dossier.facts.days)]
        enters = [one.enters for _, one in passages]
        through = [one.through for _, one in passages]
        source, confidence = source_cells(leg)
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
                "from": dossier.facts.date(min(enters)) if enters else None,
                "to": dossier.facts.date(max(through)) if through else None,
                "movements": len(passages),
                "people": sum(journey.persons for journey, _ in passages),
                "items": sum(journey.items for journey, _ in passages),
                "escorts_needed": leg.escorts,
                "attacks_a_passage": max(each, default=0.0),
                "attacks_expected": math.fsum(on(leg.leg_id, day) for day in enters),
                "windows": "; ".join(_window(w) for w in windows[leg.leg_id]),
                "source": source,
                "confidence": confidence,
            },
        )


def _positions(dossier: Dossier) -> dict[str, Position | None]:
    mission = dossier.mission
    return {
        **{n.node_id: position(n.latitude, n.longitude) for n in mission.nodes},
        **{e.exit_id: position(e.latitude, e.longitude) for e in mission.exits},
        **{s.site_id: position(s.latitude, s.longitude) for s in mission.sites},
    }


def _window(window: Window) -> str:
    return f"{window.state} {window.start}/{window.end}"
