"""Redaction: nothing of what is left out is anywhere in the file."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import html
from tests.brief.plans import briefing_of, mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.brief.redaction import Level, redacted
from drawdown.brief.redaction.coarse import cell, figures, to_nearest
from drawdown.language import Language
from drawdown.mission import Mission

LEVELS = [Level.PARTNER, Level.PUBLIC]


@cache
def marked_mission() -> Mission:
    """MINUSMA, with a word of its own in every name and text that is to go."""
    mission = mission_of("minusma")

    def told(row, word: str):
        note = f"said of {word}"
        return replace(row.evidence, source=f"https://example.org/{word}", note=note)

    return replace(
        mission,
        communities=tuple(
            replace(c, name=f"Zugetown{n}x", evidence=told(c, f"Zugetown{n}x"))
            for n, c in enumerate(mission.communities)
        ),
        units=tuple(
            replace(u, name=f"Qwert{n}x battalion", evidence=told(u, f"Qwert{n}x"))
            for n, u in enumerate(mission.units)
        ),
        legs=tuple(
            replace(leg, name=f"by Zugetown{n}x") for n, leg in enumerate(mission.legs)
        ),
        nodes=tuple(
            replace(node, name=f"Zugetown{n}x") for n, node in enumerate(mission.nodes)
        ),
        windows=tuple(
            replace(w, reason=f"Qwert{n}x battalion asks for it")
            for n, w in enumerate(mission.windows)
        ),
    )


@cache
def marked_page(level: Level, code: str = "en") -> str:
    language = Language(code)
    b = gather(marked_mission(), plan_of("minusma"), language=language)
    return page(redacted(b, level, language), language)


def test_the_words_are_there_without_redaction() -> None:
    """Or the other tests would say nothing."""
    text = marked_page(Level.NONE)
    assert "Zugetown" in text
    assert "Qwert" in text
    assert re.search(r"M00\d\d\d", text)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_community_unit_or_movement_is_in_the_file(level: Level, code: str) -> None:
    """Not in text, pictures, data of scripts, titles, descriptions, addresses."""
    text = marked_page(level, code)
    mission, plan = marked_mission(), plan_of("minusma")
    assert "Zugetown" not in text
    assert "Qwert" not in text
    for community in mission.communities:
        assert community.community_id not in text
        for degree in (community.latitude, community.longitude):
            assert f"{degree:.3f}" not in text
    for unit in mission.units:
        assert unit.unit_id not in text
    for movement in plan.movements:
        assert movement.movement not in text


@pytest.mark.parametrize("level", LEVELS)
def test_the_data_of_the_script_has_no_traffic_and_no_place_of_people(
    level: Level,
) -> None:
    """The slider moves the states of sites; areas have numbers."""
    found = html.document_fromstring(marked_page(level))
    (data,) = found.xpath("//script[@type='application/json']/text()")
    given = json.loads(data)
    assert set(given["sites"]) == {s.site_id for s in marked_mission().sites}
    assert all(name.startswith("AREA-") for name in given["communities"])
    assert {day for runs in given["traffic"].values() for day in runs.split()} == {"0"}
    if level is Level.PUBLIC:
        assert given["communities"] == {}


def test_a_real_town_that_is_no_site_is_gone_and_one_that_is_stays() -> None:
    """Kidal is a site; Kati is only a community."""
    b = briefing_of("minusma")
    whole, partner = page(b), page(redacted(b, Level.PARTNER))
    assert "Kati" in whole
    assert "Kati" not in partner
    assert "Kidal" in partner


def test_names_of_sites_stay_whole() -> None:
    """Mopti is a community and a part of the name of the site Mopti-Sevare."""
    for level in LEVELS:
        b = redacted(briefing_of("minusma"), level)
        assert [s.name for s in b.sites] == [
            s.name for s in mission_of("minusma").sites
        ]


def test_what_is_left_out_is_not_said_to_be_nothing() -> None:
    """A public page does not say that no rule holds a site."""
    text = page(redacted(briefing_of("minusma"), Level.PUBLIC))
    assert "no rule holds it" not in text
    assert "left out by redaction" in text
    assert "Trucks must stand there by" not in text


def test_partners_see_areas_and_weeks_instead() -> None:
    """Coordinates are middles of cells of half a degree; days begin weeks."""
    b = redacted(briefing_of("minusma"), Level.PARTNER)
    for one in b.protection.communities:
        assert one.latitude % 0.5 == one.longitude % 0.5 == 0.25
    for move in b.movements:
        assert (move.departs - b.heading.start).days % 7 == 0
        assert move.groups == move.cargo == ()
    assert all(unit.site_id == "" for unit in b.units)
    assert all(unit.strength % 50 == 0 for unit in b.units)
    assert all(site.guards == () for site in b.sites)
    assert not [lot for lot in b.lots if lot.sensitive and lot.site_id]


def test_the_public_sees_totals_only() -> None:
    """And the closing days, which are announced."""
    whole, b = briefing_of("minusma"), redacted(briefing_of("minusma"), Level.PUBLIC)
    assert b.units == b.movements == b.escorts == b.protection.communities == ()
    assert [s.closes for s in b.sites] == [s.closes for s in whole.sites]
    assert all(site.last_safe_day is None for site in b.sites)
    assert all(leg.attacks == leg.hazard == 0 for leg in b.legs)
    assert b.protection.gap == pytest.approx(whole.protection.gap, rel=0.05)


def test_no_redaction_changes_nothing() -> None:
    """The same object."""
    assert redacted(briefing_of("tutorial"), Level.NONE) is briefing_of("tutorial")


@pytest.mark.parametrize("level", LEVELS)
def test_a_redacted_page_says_so(level: Level) -> None:
    """At the top."""
    found = html.document_fromstring(marked_page(level))
    assert "Redacted" in found.find(".//header").text_content()


def test_coarse_amounts() -> None:
    """By hand."""
    assert to_nearest(1124, 50) == 1100
    assert to_nearest(1125, 50) == 1150
    assert figures(630_558.8) == 630_000
    assert figures(0) == 0
    assert cell(16.27, -0.04) == (16.25, -0.25)
