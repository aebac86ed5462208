import csv
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.brief.pictures.crossing import WORDS, boundaries, frame, map_input

from drawdown.brief.boundaries import packaged_boundaries
from drawdown.brief.pictures import (
    MapCommunity,
    MapInput,
    MapLeg,
    MapPlace,
    draw_maps,
    hazard_of,
)
from drawdown.brief.pictures.map_symbols import SHAPES
from drawdown.brief.pictures.map_view import WIDTH, view_of

MISSIONS = Path(__file__).parents[3] / "missions"


def parsed(text: str):
    return etree.fromstring(f"<div>{text}</div>")


def whole(given=None, world=None):
    maps = draw_maps(given or map_input(), world or boundaries())
    return maps, parsed(maps.large + "".join(maps.frames) + maps.legend)


def found(tree, path: str):
    return tree.xpath(path, namespaces={"s": "http://www.w3.org/2000/svg"})


def rows(mission: str, name: str):
    text = (MISSIONS / mission / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def mission_map(mission: str, host: str) -> MapInput:
    """A map of a bundled mission's tables."""
    places = [
        MapPlace(
            place_id=row[f"{kind}_id"],
            name=row["name"],
            longitude=float(row["longitude"]),
            latitude=float(row["latitude"]),
            kind=kind,
        )
        for kind in ("site", "exit", "node")
        for row in rows(mission, f"{kind}s")
    ]
    legs = [
        MapLeg(
            leg_id=row["leg_id"],
            name=row["name"],
            from_id=row["from_id"],
            to_id=row["to_id"],
            mode=row["mode"],
            uses=number,
        )
        for number, row in enumerate(rows(mission, "legs"))
    ]
    communities = [
        MapCommunity(
            community_id=row["community_id"],
            name=row["name"],
            longitude=float(row["longitude"]),
            latitude=float(row["latitude"]),
        )
        for row in rows(mission, "communities")
    ]
    state = frame(
        sites={place.place_id: "open" for place in places if place.kind == "site"},
        communities={community.community_id: "in" for community in communities},
    )
    return map_input(
        places=tuple(places),
        legs=tuple(legs),
        communities=tuple(communities),
        host=host,
        area_names={"ML": "Mali", "NE": "Niger", "SD": "Sudan", "DZ": "Algeria"},
        first=state,
        frames=(state,) * 4,
    )


def test_every_picture_has_a_title_and_a_description_of_its_own():
    _, tree = whole()
    pictures = found(tree, "//s:svg[@role='img']")
    assert len(pictures) == 3
    for picture in pictures:
        title, description = picture.get("aria-labelledby").split()
        assert found(picture, f"s:title[@id='{title}']")[0].text
        assert found(picture, f"s:desc[@id='{description}']")[0].text


def test_no_identifier_is_used_twice_and_every_reference_leads_somewhere():
    _, tree = whole()
    counted = Counter(found(tree, "//@id"))
    assert counted
    assert set(counted.values()) == {1}
    uses = {href.removeprefix("#") for href in found(tree, "//s:use/@href|//use/@href")}
    assert uses <= set(counted)


def test_each_state_has_a_shape_and_a_letter_of_its_own():
    assert len(set(SHAPES.values())) == len(SHAPES) == len(WORDS.states)
    letters = [letter for letter, _ in WORDS.states.values()]
    assert len(set(letters)) == len(letters)
    maps, _ = whole()
    for letter in letters:
        assert f">{letter}</text>" in maps.large


def test_a_site_is_drawn_in_its_state_in_each_picture():
    _, tree = whole()
    large, first, last = found(tree, "//s:svg[@role='img']")
    assert found(large, ".//s:use[@data-site='HILL']/@href") == ["#m-open"]
    assert found(large, ".//s:use[@data-site='RIVER']/@href") == ["#m-closing"]
    assert found(large, ".//s:use[@data-community='VILLAGE']/@href") == ["#m-in"]
    states = {f"#m-{state}" for state in SHAPES}
    for picture, wanted in (
        (first, ["#m-open", "#m-closing"]),
        (last, ["#m-left", "#m-handed_over"]),
    ):
        hrefs = found(picture, ".//s:use/@href")
        assert [href for href in hrefs if href in states] == wanted
    assert "#m-out" in found(last, ".//s:use/@href")


def test_a_closed_leg_has_a_cross_where_it_is_closed():
    _, tree = whole()
    _, first, last = found(tree, "//s:svg[@role='img']")
    assert "#m-shut" not in found(first, ".//s:use/@href")
    assert "#m-shut" in found(last, ".//s:use/@href")


def test_an_exit_beyond_the_map_has_an_arrow_and_its_name():
    _, tree = whole()
    large = found(tree, "//s:svg[@role='img']")[0]
    (arrow,) = found(large, ".//s:polygon[@class='arrow'][not(ancestor::s:defs)]")
    tip = float(arrow.get("points").split(",")[0])
    assert WIDTH - 20 < tip <= WIDTH
    assert found(large, ".//s:text[text()='Port'][not(ancestor::s:defs)]")


def test_more_movements_make_a_wider_line():
    given = map_input()
    busy = replace(given.legs[0], uses=100)
    calm = replace(given.legs[1], uses=1)
    _, tree = whole(replace(given, legs=(busy, calm)))
    large = found(tree, "//s:svg[@role='img']")[0]
    widths = {
        leg.get("data-leg"): float(
            re.search(r'stroke-width="([\d.]+)', etree.tostring(leg).decode())[1]
        )
        for leg in found(large, ".//s:g[@data-leg]")
    }
    assert widths["H-R"] > 2 * widths["R-P"] > 0


def test_hazard_classes_begin_at_their_limits():
    assert [hazard_of(a) for a in (0, 0.0099, 0.01, 0.049, 0.05, 0.19, 0.2, 3)] == [
        "none",
        "none",
        "low",
        "low",
        "medium",
        "medium",
        "high",
        "high",
    ]


def test_names_are_text_and_nothing_else():
    bad = '<script>alert("x")</script>&'
    given = map_input()
    places = tuple(replace(place, name=bad) for place in given.places)
    legs = tuple(replace(leg, name=bad) for leg in given.legs)
    maps, tree = whole(
        replace(given, places=places, legs=legs, title=bad, area_names={"AA": bad})
    )
    assert "<script" not in maps.large + "".join(maps.frames) + maps.legend
    assert not found(tree, "//script|//s:script")
    assert bad in found(tree, "//s:title/text()")


def test_the_same_input_gives_the_same_bytes():
    given = mission_map("minusma", "ML")
    world = packaged_boundaries()
    assert draw_maps(given, world) == draw_maps(given, world)


@pytest.mark.parametrize(("mission", "host"), [("minusma", "ML"), ("unamid", "SD")])
def test_names_of_sites_do_not_cover_each_other(mission, host):
    given = mission_map(mission, host)
    _, tree = whole(given, packaged_boundaries())
    large = found(tree, "//s:svg[@role='img']")[0]
    names = found(large, ".//s:text[@class='label name']")
    sites = [place for place in given.places if place.kind == "site"]
    assert len(names) == len(sites)
    boxes = []
    for name in names:
        x, y, wide = float(name.get("x")), float(name.get("y")), len(name.text) * 7.8
        left = x - {"middle": wide / 2, "end": wide}.get(name.get("text-anchor"), 0)
        boxes.append((name.text, left, y - 11, left + wide, y + 3))
    covering = [
        (one[0], other[0])
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one[1] < other[3]
        and other[1] < one[3]
        and one[2] < other[4]
        and other[2] < one[4]
    ]
    assert covering == []


@pytest.mark.parametrize(("mission", "host"), [("minusma", "ML"), ("unamid", "SD")])
def test_every_site_is_within_the_picture(mission, host):
    given = mission_map(mission, host)
    _, tree = whole(given, packaged_boundaries())
    large = found(tree, "//s:svg[@role='img']")[0]
    height = float(large.get("viewBox").split()[3])
    marks = found(large, ".//s:use[@data-site]")
    assert len(marks) == sum(place.kind == "site" for place in given.places)
    for mark in marks:
        assert 0 <= float(mark.get("x")) <= WIDTH - 28
        assert 0 <= float(mark.get("y")) <= height - 28


def test_a_few_far_sites_do_not_make_the_others_small():
    view = view_of(mission_map("unamid", "SD"))
    assert WIDTH / view.a_degree < 4, "Darfur, not the way to the Red Sea"
    view = view_of(mission_map("minusma", "ML"))
    assert WIDTH / view.a_degree > 10, "all of Mali's sites"


def test_distances_are_true_in_the_middle_of_the_map():
    view = view_of(mission_map("minusma", "ML"))
    x1, y1 = view.point(0.0, 16.5)
    x2, _ = view.point(1.0, 16.5)
    _, y3 = view.point(0.0, 17.5)
    assert (x2 - x1) / (y1 - y3) == pytest.approx(0.959, abs=0.01)  # cos 16.5°


@pytest.mark.parametrize(("mission", "host"), [("minusma", "ML"), ("unamid", "SD")])
def test_the_maps_are_small_enough_to_be_sent(mission, host):
    maps, _ = whole(mission_map(mission, host), packaged_boundaries())
    assert len(maps.large.encode()) <= 30_000
    assert len("".join(maps.frames).encode()) <= 15_000


def test_a_mission_in_a_corner_of_its_state_has_a_locator():
    maps, _ = whole(mission_map("unamid", "SD"), packaged_boundaries())
    assert 'class="locator"' in maps.large
    maps, _ = whole(mission_map("minusma", "ML"), packaged_boundaries())
    assert 'class="locator"' not in maps.large


def test_a_map_can_be_drawn_without_land_communities_or_legs():
    empty = replace(boundaries(), areas=(), lines=())
    given = map_input(legs=(), communities=(), host="", places=map_input().places[:1])
    maps, _ = whole(given, empty)
    assert 'class="land"' not in maps.large
    assert "Hill" in maps.large
