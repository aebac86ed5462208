"""The map: read by GDAL, and held against RFC 7946."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest

from drawdown.export.dossier import Dossier
from drawdown.export.geojson import geojson
from drawdown.export.geojson.vicinity import circle
from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.verifying import verify


@pytest.fixture(scope="session")
def features(dossier: Dossier) -> dict[str, dict[str, Any]]:
    """Return the features by their id."""
    found = json.loads(geojson(dossier))
    assert found["type"] == "FeatureCollection"
    return {one["id"]: one for one in found["features"]}


def test_positions_are_longitude_and_latitude_in_five_decimals(
    features: dict[str, dict[str, Any]], mission: Mission
) -> None:
    """RFC 7946, sections 3.1.1 and 11.2."""
    communities = {c.community_id: c for c in mission.communities}
    for name, community in communities.items():
        at = features[f"community/{name}"]["geometry"]["coordinates"]
        assert at == [round(community.longitude, 5), round(community.latitude, 5)]


def test_what_has_no_known_place_has_no_geometry(
    features: dict[str, dict[str, Any]],
) -> None:
    """POST has no coordinates: it is there, unlocated (section 3.2)."""
    assert features["site/POST"]["geometry"] is None
    assert features["site/FORT"]["geometry"]["type"] == "Point"


def test_rings_are_closed_and_follow_the_right_hand_rule(
    features: dict[str, dict[str, Any]],
) -> None:
    """Section 3.1.6: exterior rings are counterclockwise."""
    rings = [
        one["geometry"]["coordinates"][0]
        for one in features.values()
        if one["properties"]["kind"] == "vicinity"
    ]
    assert rings
    for ring in rings:
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        x, y = np.array(ring).T
        assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) > 0


@pytest.mark.parametrize("latitude", [-60.0, 0.0, 18.44])
def test_the_vicinity_is_as_far_as_the_radius(latitude: float) -> None:
    """By the spherical law of cosines, which the code does not use."""
    made = circle(latitude, 1.4, 20.0)
    assert made is not None
    for longitude, north in made["coordinates"][0]:  # type: ignore[index]
        one, two = math.radians(latitude), math.radians(north)
        across = math.radians(longitude - 1.4)
        cosine = math.sin(one) * math.sin(two) + math.cos(one) * math.cos(
            two
        ) * math.cos(across)
        assert 6371.0088 * math.acos(cosine) == pytest.approx(20.0, abs=0.01)


@pytest.mark.parametrize(("latitude", "longitude"), [(89.95, 0.0), (0.0, 179.95)])
def test_no_polygon_is_made_that_would_have_to_be_cut(
    latitude: float, longitude: float
) -> None:
    """At the poles and at the 180th meridian (section 3.1.9)."""
    assert circle(latitude, longitude, 20.0) is None


def test_the_judge_and_the_map_agree_on_gap_and_attacks(
    features: dict[str, dict[str, Any]], mission: Mission, plan: Plan
) -> None:
    """Their sums are the values of the plan."""
    properties = [one["properties"] for one in features.values()]
    gap = sum(one.get("gap_person_days") or 0.0 for one in properties)
    attacks = sum(one.get("attacks_expected") or 0.0 for one in properties)
    found = verify(mission, plan).objectives
    assert gap == pytest.approx(found.protection_gap, abs=0.01)
    assert attacks == pytest.approx(found.attacks, abs=0.001)


def test_sites_say_when_they_close(features: dict[str, dict[str, Any]]) -> None:
    """Closing day, way and last days, for the temporal controllers of map programs."""
    fort = features["site/FORT"]["properties"]
    assert fort["mode"] == "handed_over"
    assert fort["from"] == "2030-01-01"
    assert fort["to"] == fort["closed"]
    assert features["site/HUB"]["properties"]["closed"] is None


def test_gdal_reads_all_features_with_their_fields(
    dossier: Dossier, tmp_path: Path
) -> None:
    """What QGIS reads with."""
    path = tmp_path / "map.geojson"
    path.write_bytes(geojson(dossier))
    info = pyogrio.read_info(path)
    written = json.loads(path.read_text("utf-8"))["features"]
    assert info["features"] == len(written)
    assert "4326" in info["crs"]
    assert {"kind", "id", "name", "closed", "people", "movements"} <= set(
        info["fields"]
    )
    meta, _, geometry, _ = pyogrio.raw.read(path)
    assert len(geometry) == len(written)
    assert sum(shape is None for shape in geometry) == sum(
        one["geometry"] is None for one in written
    )
    assert meta["geometry_type"] == "Unknown"  # points, lines and areas in one file


def test_a_plan_with_nothing_in_it_is_drawn_too(bare: Dossier) -> None:
    """Sites without a closing day are open to the end of the plan."""
    found = {one["id"]: one for one in json.loads(geojson(bare))["features"]}
    fort = found["site/FORT"]["properties"]
    assert fort["closed"] is None
    assert fort["mode"] == "missing"
