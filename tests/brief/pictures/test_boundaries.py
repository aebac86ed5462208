import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.brief.pictures.crossing import boundaries, square
from tests.brief.pictures.test_clip import inside

from drawdown.brief.boundaries import packaged_boundaries, read_boundaries, simplify
from drawdown.brief.boundaries.simplify import _distance
from drawdown.brief.boundaries.topology import lines_of, merged
from drawdown.errors import InputError

CAPITALS = {
    "ML": (-7.98, 12.61),
    "SD": (32.53, 15.55),
    "CF": (18.56, 4.36),
    "CD": (15.31, -4.33),
    "SS": (31.58, 4.85),
    "LB": (35.60, 33.85),
    "HT": (-72.29, 18.60),
    "CY": (33.36, 35.12),
}


@pytest.mark.parametrize("code", CAPITALS)
def test_a_capital_lies_in_its_state(code):
    found = packaged_boundaries()
    holding = {
        area.code
        for area in found.areas
        for ring in area.rings
        if inside(CAPITALS[code], ring[:-1])
    }
    assert holding == {code}


def test_every_packaged_ring_is_closed():
    found = packaged_boundaries()
    assert len(found.areas) > 200
    for area in found.areas:
        for ring in area.rings:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4 or len(set(ring)) <= 2  # an islet, rounded away


def test_every_piece_of_land_of_the_packaged_set_is_closed():
    for ring in merged(packaged_boundaries().lines):
        assert ring[0] == ring[-1]


def test_the_lines_of_the_packaged_set_are_those_of_its_areas():
    found = packaged_boundaries()

    def stretches(lines):
        pairs = {frozenset(pair) for line in lines for pair in pairwise(line.points)}
        return {pair for pair in pairs if len(pair) == 2}

    assert stretches(found.lines) == stretches(lines_of(found.areas))


def test_what_is_not_agreed_is_dashed():
    dashed = [ln for ln in packaged_boundaries().lines if ln.kind == "disputed"]
    abyei = (27.0, 30.0), (9.0, 10.8)
    assert any(
        abyei[0][0] <= x <= abyei[0][1] and abyei[1][0] <= y <= abyei[1][1]
        for line in dashed
        for x, y in line.points
    )


def test_areas_without_a_code_have_no_line_that_is_drawn_as_agreed():
    found = packaged_boundaries()
    unnamed = {
        frozenset(pair)
        for area in found.areas
        if not area.code
        for ring in area.rings
        for pair in pairwise(ring)
    }
    agreed = {
        frozenset(pair)
        for line in found.lines
        if line.kind == "border"
        for pair in pairwise(line.points)
    }
    assert unnamed
    assert not unnamed & agreed


def test_a_code_is_found_by_name():
    found = packaged_boundaries()
    assert found.code_of("Mali") == "ML"
    assert found.code_of("democratic republic of the congo") == "CD"
    assert found.code_of("ML") == "ML"
    assert found.code_of("Atlantis") == ""
    assert found.code_of("") == ""


def test_a_shared_border_is_one_line():
    kinds = [line.kind for line in boundaries().lines]
    assert kinds.count("border") == 1
    border = next(ln for ln in boundaries().lines if ln.kind == "border")
    assert {x for x, _ in border.points} == {10}


def test_land_is_merged_across_borders():
    (ring,) = merged(boundaries().lines)
    assert ring[0] == ring[-1]
    assert (10, 5) not in ring
    assert inside((10, 5), ring[:-1])


@given(
    st.lists(
        st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=30
    ),
    st.floats(0.1, 10),
)
def test_a_simplified_line_stays_near(line, tolerance):
    found = simplify(tuple(line), tolerance)
    assert found[0] == line[0]
    assert found[-1] == line[-1]
    for point in line:
        assert (
            min(_distance(point, a, b) for a, b in pairwise(found))
            <= tolerance * (1 + 1e-9) + 1e-9
        )


def feature(coordinates, kind="Polygon", **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def written(tmp_path, content):
    path = tmp_path / "own.geojson"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, "utf-8")
    return path


def test_a_geojson_file_of_ones_own_is_read(tmp_path):
    found = read_boundaries(
        written(
            tmp_path,
            collection(
                feature([square(0, 0, 10, 10)], NAME_EN="Aland", ISO_A2="AA"),
                feature([[square(10, 0, 20, 10)]], "MultiPolygon", iso2cd="BB"),
                feature([[3, 3], [4, 4]], "LineString"),
                feature([3, 3], "Point"),
                {"type": "Feature", "properties": None, "geometry": None},
            ),
        )
    )
    assert [area.code for area in found.areas] == ["AA", "BB"]
    assert found.code_of("Aland") == "AA"
    assert sorted(line.kind for line in found.lines).count("border") == 1
    assert [ln.points for ln in found.lines if ln.kind == "disputed"] == [
        ((3.0, 3.0), (4.0, 4.0))
    ]
    assert found.source == "own.geojson"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is no JSON"),
        ("[" * 5000 + "]" * 5000, "is no JSON"),
        ([], "has no list `features`"),
        ({"features": "all"}, "has no list `features`"),
        (collection(), "no feature is a polygon"),
        (collection(feature([1, 2], "Point")), "no feature is a polygon"),
        (collection(feature([[0, 0], [1, 1]])), "not those of a Polygon"),
        (collection(feature("here")), "not those of a Polygon"),
        (collection(feature([[]])), "fewer than two positions"),
        (collection(feature([[[500000, 0], [1, 1]]])), "$.features[0]"),
        (collection(feature([[["a", 0], [1, 1]]])), "no longitude"),
        (collection({"geometry": {"coordinates": []}}), "has no type"),
    ],
)
def test_a_bad_file_is_refused_in_words(tmp_path, content, words):
    with pytest.raises(InputError) as refused:
        read_boundaries(written(tmp_path, content))
    assert words in str(refused.value)
    assert "own.geojson" in str(refused.value)


def test_a_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_boundaries(tmp_path / "none.geojson")


def test_nan_is_no_position(tmp_path):
    with pytest.raises(InputError, match="no longitude"):
        read_boundaries(
            written(
                tmp_path,
                '{"features":[{"geometry":{"type":"Polygon","coordinates":'
                "[[[NaN,0],[1,1],[2,0]]]}}]}",
            )
        )
