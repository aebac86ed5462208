"""MINUSMA as it stood on 30 June 2023: totals that are reported."""

from collections import Counter
from datetime import date

import pytest
from tests.missions.sums import bundled_mission

from drawdown.mission import ItemKind, Mission, Owner


@pytest.fixture
def mission() -> Mission:
    return bundled_mission("minusma")


def test_people_sum_to_the_reported_totals(mission: Mission) -> None:
    """Uniformed, international and national people."""
    uniformed = [u for u in mission.units if u.role != "civilian"]
    civilians = [u for u in mission.units if u.role == "civilian"]
    assert sum(u.strength for u in uniformed) == 12_947
    assert sum(u.strength for u in civilians) == 1_786
    assert sum(u.strength for u in civilians if u.local) == 859
    assert len(uniformed) == 58
    assert len(mission.sites) == 13


def test_equipment_sums_to_the_reported_totals(mission: Mission) -> None:
    """5,000 and 500 containers, 4,000 vehicles."""
    items = Counter()
    for lot in mission.lots:
        items[lot.kind, lot.owner] += lot.count
    assert items[ItemKind.CONTAINER, Owner.COE] == 5_000
    assert items[ItemKind.CONTAINER, Owner.UNOE] == 500
    vehicles = [n for (kind, _), n in items.items() if kind is ItemKind.VEHICLE]
    assert sum(vehicles) == 4_000


def test_units_with_a_fixed_last_day_have_it(mission: Mission) -> None:
    """Only what was settled before the decision is fixed."""
    leaving = {u.unit_id: u.leaves_by for u in mission.units if u.leaves_by}
    assert leaving == {
        "EGY-GAO-1": date(2023, 7, 28),
        "CIV-GOU-1": date(2023, 8, 31),
        "CIV-TIM-1": date(2023, 8, 31),
    }


def test_niger_is_open_on_day_0(mission: Mission) -> None:
    """The coup was not known."""
    niger = {leg.leg_id for leg in mission.legs if "NIA" in (leg.from_id, leg.to_id)}
    shut = {w.leg_id for w in mission.windows if w.state.value == "closed"}
    assert niger
    assert not niger & shut


def test_fourteen_companies_escort(mission: Mission) -> None:
    """Rounding half companies changes no sum."""
    assert sum(escort.companies for escort in mission.escorts) == 14


def test_sites_without_the_state_can_only_be_left(mission: Mission) -> None:
    """Nothing is given or sold there."""
    left = {site.site_id for site in mission.sites if not site.counterpart}
    assert left == {"TES", "AGU", "KID"}
    for lot in mission.lots:
        if lot.site_id in left:
            assert lot.gift is None
            assert lot.sell is None
