"""The best plan of a tiny mission, by trying all: it shares no code with the planner.

Every frame (closing days, handover, work of the team, what ends on the spot) is looked
at, the cheapest first. Under each, a best-first search goes through all day plans; it
never leaves out a plan that could be better than the best so far.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import inf

from tests.planning.brute_bound import Bound
from tests.planning.brute_moves import Moves, State, start
from tests.planning.brute_plan import Deed, as_plan
from tests.planning.brute_timetable import Timetable, timetables
from tests.planning.brute_world import World

from drawdown.mission import Mission
from drawdown.plan import Plan

SLACK = 1e-6


@dataclass(frozen=True)
class Best:
    """A best plan and its weighted value."""

    value: float
    plan: Plan


def best_plan(mission: Mission) -> Best | None:
    """Return a best plan of a tiny mission, or nothing if it has no plan."""
    world = World(mission)
    tables = [(_least(world, table), table) for table in timetables(world)]
    tables = [pair for pair in tables if pair[0] < inf]
    tables.sort(key=lambda pair: pair[0])
    for limit in _limits(tables):
        best, found = limit, None
        for least, table in tables:
            if least >= best - SLACK:
                break
            result = _search(world, table, best - table.cost)
            if result is not None:
                best, found = result[0] + table.cost, (table, result[1])
        if found is not None:
            return Best(best, as_plan(world, *found, value=best))
    return None


def _limits(tables: list[tuple[float, Timetable]]) -> Iterator[float]:
    """Yield values to look below, growing: few states are below a low one."""
    if tables:
        least = tables[0][0]
        yield from (least + 4_000 * 1.6**step for step in range(15))
        yield inf


def _least(world: World, table: Timetable) -> float:
    return table.cost + Bound(world, table)(start(world, table))


def _search(world: World, table: Timetable, limit: float):
    """Return cost and deeds of the best day plan in a frame, if below a limit."""
    moves, bound, first = Moves(world, table), Bound(world, table), start(world, table)
    costs: dict[State, float] = {first: 0.0}
    came: dict[State, tuple[State, tuple]] = {}
    order = count()
    queue = [(bound(first), next(order), 0.0, first)]
    while queue:
        _, _, cost, state = heapq.heappop(queue)
        if cost > costs[state]:
            continue
        if state.day == world.days:
            return cost, _deeds(came, state)
        for more, acts, after in moves.steps(state):
            total = cost + more
            if total >= costs.get(after, float("inf")) - SLACK:
                continue
            least = total + (bound(after) if after.day < world.days else 0.0)
            if least < limit - SLACK:
                costs[after] = total
                came[after] = (state, acts)
                heapq.heappush(queue, (least, -next(order), total, after))
    return None


def _deeds(came: dict, state: State) -> list[Deed]:
    """Return the moves and drops that led to a state, in their order."""
    deeds: list[Deed] = []
    while state in came:
        before, acts = came[state]
        deeds[:0] = [Deed(before.day, act) for act in acts]
        state = before
    return deeds
