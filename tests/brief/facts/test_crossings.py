"""What hangs on each country's exits, and what else remains."""

from dataclasses import replace
from datetime import date

import pytest
from tests.brief.plans import briefing_of, mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.facts.countries import territory


def test_countries_are_known_by_code_and_by_name() -> None:
    """A place that is no country stays as it is."""
    assert territory("NER") == territory("ne") == territory("Niger") == "NE"
    assert territory("Coastland") == "Coastland"


def test_where_there_is_one_port_its_items_have_no_other_way() -> None:
    """The tutorial has one: by the hand-made plan four items leave through it."""
    (only,) = briefing_of("tutorial").crossings
    assert only.country == "Coastland"
    assert (only.items, only.items_without) == (4, 4)
    assert only.share_of_items == 1.0
    assert [o.site_id for o in only.origins if o.items] == ["RIVER"]


def test_niger_of_minusma_adds_up_and_has_other_ways() -> None:
    """The sums of the exits, of the sites, and what is still to come on day 0."""
    b = briefing_of("minusma")
    niger = next(one for one in b.crossings if one.country == "NE")
    exits = [e for e in b.exits if e.exit_id in ("NIA", "NIA_AIR")]
    assert niger.items == sum(e.items for e in exits)
    assert niger.persons == sum(e.persons for e in exits)
    assert niger.items == sum(origin.items for origin in niger.origins)
    assert niger.still[0].items == niger.items
    counts = [still.items for still in niger.still]
    assert counts == sorted(counts, reverse=True)
    assert niger.items_without == 0
    assert not {"NIA", "NIA_AIR"} & {e for o in niger.origins for e in o.other_exits}
    assert "Mali" not in {one.country for one in b.crossings}


def test_lots_that_may_use_no_other_exit_are_counted() -> None:
    """Items that name the shut exit alone are stranded."""
    mission, plan = mission_of("minusma"), plan_of("minusma")
    sent = {
        load.lot
        for movement in plan.movements
        if movement.route == "GAO-NIA"
        for load in movement.loads
    }
    lots = tuple(
        replace(lot, exits=("NIA",)) if lot.lot_id in sent else lot
        for lot in mission.lots
    )
    changed = gather(replace(mission, lots=lots), plan)
    niger = next(one for one in changed.crossings if one.country == "NE")
    whole = next(one for one in briefing_of("minusma").crossings if one.country == "NE")
    assert 0 < niger.items_without <= niger.items == whole.items
    gao = next(one for one in niger.origins if one.items_without)
    assert gao.items_without <= gao.items


def test_other_ways_end_when_the_site_on_the_way_closes() -> None:
    """From Gao without Niger all goes over Mopti, which closes on 7 December."""
    b = briefing_of("minusma")
    mopti = next(site for site in b.sites if site.site_id == "MOP")
    niger = next(one for one in b.crossings if one.country == "NE")
    gao = next(one for one in niger.origins if one.site_id == "GAO")
    assert mopti.closes is not None
    assert gao.items_until is not None
    assert date(2023, 11, 1) < gao.items_until <= mopti.closes


@pytest.mark.parametrize("name", ["tutorial", "minusma", "every_law"])
def test_the_three_things_are_ranked_by_what_hangs_on_them(name: str) -> None:
    """Greatest share first; no kind twice."""
    found = briefing_of(name).dangers
    shares = [danger.share for danger in found]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    assert len({danger.kind for danger in found}) == len(found)
