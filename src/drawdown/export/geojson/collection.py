"""The file: all features of one mission and plan, one a line."""

import json
from itertools import chain

from drawdown.export.dossier import Dossier
from drawdown.export.geojson.communities import community_features
from drawdown.export.geojson.legs import leg_features
from drawdown.export.geojson.places import (
    exit_features,
    node_features,
    site_features,
    vicinity_features,
)

FIRST_BELOW = (
    vicinity_features,
    leg_features,
    node_features,
    community_features,
    exit_features,
    site_features,
)
"""In the order in which programs draw them: what comes later lies above."""


def geojson(dossier: Dossier) -> bytes:
    """Return the feature collection in UTF-8.

    Dates are text such as 2023-12-31; ``from`` and ``to`` are the days between which a
    thing is there, for the temporal controllers of map programs.
    """
    head: dict[str, object] = {
        "type": "FeatureCollection",
        "name": dossier.facts.heading.mission_id,
        "title": dossier.facts.heading.name,
    }
    if dossier.classification:
        head["classification"] = dossier.classification
    if dossier.redaction_note:
        head["redaction"] = dossier.redaction_note
    features = chain.from_iterable(make(dossier) for make in FIRST_BELOW)
    lines = ",\n".join(_line(feature.as_object()) for feature in features)
    return f'{_line(head)[:-1]}, "features": [\n{lines}\n]}}\n'.encode()


def _line(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
