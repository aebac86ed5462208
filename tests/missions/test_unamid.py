"""UNAMID as it stood on 31 December 2020: totals that are reported."""

import pytest
from tests.missions.sums import bundled_mission

from drawdown.mission import Mission


@pytest.fixture
def mission() -> Mission:
    return bundled_mission("unamid")


def test_people_sum_to_the_reported_totals(mission: Mission) -> None:
    """Uniformed, international and national people."""
    uniformed = sum(u.strength for u in mission.units if u.role != "civilian")
    civilians = [u for u in mission.units if u.role == "civilian"]
    assert uniformed == 6_111
    assert sum(u.strength for u in civilians if not u.local) == 483
    assert sum(u.strength for u in civilians if u.local) == 945


def test_the_guard_unit_of_360_remains_at_el_fasher(mission: Mission) -> None:
    """It is made of the three reported countries."""
    guards = [u for u in mission.units if u.remains and u.role == "police"]
    assert {u.site_id for u in guards} == {"ELF"}
    assert {u.country for u in guards} == {"Indonesia", "Nepal", "Pakistan"}
    assert sum(u.remains for u in guards) == 360


def test_no_authority_protects_after_the_mandate(mission: Mission) -> None:
    """The whole gap lapses by law."""
    assert not any(authority.protects for authority in mission.authorities)


def test_the_sites_are_as_strong_as_in_the_fact_base(mission: Mission) -> None:
    """Swapping the guard unit keeps the totals of sites."""
    there = sum(u.strength for u in mission.units if u.site_id == "ELF")
    assert there == 831 + 650
