"""The problem of one region, and what its solutions are in the problem of all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drawdown.mission.duties import Task
from drawdown.mission.mission import Mission
from drawdown.planning.assembly import Key
from drawdown.planning.holds import who_stays
from drawdown.planning.problem import Problem, compile_problem
from drawdown.planning.regions import Region
from drawdown.planning.shares import Share, everything
from drawdown.planning.solution import Move, Solution
from drawdown.planning.timetable import scheduled


def mission_of(problem: Problem, region: Region, share: Share) -> Mission:
    """Return the rows of a mission that are of a region, with its share of the rest;
    steps and teams are those of all regions.
    """
    mission, sites = problem.mission, region.sites
    towns = _towns(problem, region)
    return replace(
        mission,
        sites=tuple(s for s in mission.sites if s.site_id in sites),
        nodes=(),
        exits=share.exits,
        units=tuple(u for u in mission.units if u.site_id in sites),
        escorts=tuple(e for e in mission.escorts if e.home_id in sites),
        lots=tuple(lot for lot in mission.lots if lot.site_id in sites),
        fleets=share.fleets,
        legs=tuple(leg for leg in mission.legs if leg.leg_id in region.legs),
        routes=tuple(r for r in mission.routes if r.route_id in region.routes),
        windows=tuple(w for w in mission.windows if w.leg_id in region.legs),
        hazards=tuple(h for h in mission.hazards if h.leg_id in region.legs),
        tasks=tuple(_tasks(mission, region)),
        communities=tuple(c for c in mission.communities if c.community_id in towns),
        threats=tuple(t for t in mission.threats if t.community_id in towns),
        closures_actual=(),
        departures_actual=(),
    )


def _towns(problem: Problem, region: Region) -> set[str]:
    """Return the communities that sites of a region may protect."""
    radius = float(problem.protection.radius.max())
    return {
        town
        for town, near in problem.protection.near.items()
        if any(km <= radius and site in region.sites for site, km in near.items())
    }


def _tasks(mission: Mission, region: Region) -> Iterator[Task]:
    """Yield the tasks of a region, and those of the whole mission; where people stay
    for one of these, they stay in one region.
    """
    for task in mission.tasks:
        if task.site_id in region.sites:
            yield task
        elif task.site_id is None:
            unit = who_stays(mission, task) if task.must and task.role else None
            here = unit is not None and unit.site_id in region.sites
            yield replace(task, must=task.must and here)


def problem_of(problem: Problem, region: Region, share: Share) -> Problem:
    """Return the problem of a region with its share of what regions share: plans of all
    regions together are a plan of the whole.

    Steps have the days that they have in the whole, where all regions wait for the same
    teams.
    """
    laid = compile_problem(mission_of(problem, region, share))
    opening, closing = (
        {s.name: days[s.name] for s in laid.sites if s.name in days}
        for days in (problem.opening, problem.closing_steps)
    )
    return scheduled(laid, opening, closing)


def mission_alone(problem: Problem, region: Region) -> Mission:
    """Return the rows of a region that has all that regions share for itself.

    What any plan of the whole does in the region is a plan of this mission: it keeps to
    the same ways, days and guards, and takes no more of exits, aircraft, teams and
    visiting trucks than there are. Each cost arises at a site, at a community, on a
    way or with an item of one region. So the costs of a plan are the sum of its costs
    in the regions, and the sum of bounds of all regions is a bound on every plan of the
    whole.
    """
    return mission_of(problem, region, everything(problem, region))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """By their numbers in the problem of a region: the numbers in the whole."""

    ways: tuple[int, ...]
    commodities: tuple[int, ...]
    parcels: tuple[int, ...]
    classes: tuple[int, ...]


def numbers(problem: Problem, part: Problem) -> Numbers:
    """Return the numbers that the things of a region have in the whole problem."""
    ways = {way.route_id: way.index for way in problem.ways}
    parcels = {parcel.lots: n for n, parcel in enumerate(problem.cargo.parcels)}
    goods, classes = problem.cargo.commodities, problem.people.classes
    return Numbers(
        ways=tuple(ways[way.route_id] for way in part.ways),
        commodities=tuple(goods.index(kind) for kind in part.cargo.commodities),
        parcels=tuple(parcels[parcel.lots] for parcel in part.cargo.parcels),
        classes=tuple(classes.index(kind) for kind in part.people.classes),
    )


def renumbered(known: Numbers, solution: Solution) -> Solution:
    """Return a solution of the problem of a region by the numbers of the whole."""
    moves = [_move(known, move) for move in solution.moves.values()]
    return replace(
        solution,
        moves={(move.way, move.day): move for move in moves},
        moved={known.parcels[n]: count for n, count in solution.moved.items()},
        leaving={
            (site, known.commodities[kind], *rest): count
            for (site, kind, *rest), count in solution.leaving.items()
        },
        stuck={_stuck(known, key): count for key, count in solution.stuck.items()},
    )


def united(parts: Sequence[Solution]) -> Solution:
    """Return renumbered solutions of all regions as one of the whole problem; its value
    is the sum of theirs.
    """
    stuck: dict[Key, int] = defaultdict(int)
    for part in parts:
        for key, count in part.stuck.items():
            # Trucks of several regions may be stuck at the same exit.
            stuck[key] += count
    return Solution(
        closings={k: v for part in parts for k, v in part.closings.items()},
        moves=dict(sorted((k, v) for part in parts for k, v in part.moves.items())),
        moved={k: v for part in parts for k, v in part.moved.items()},
        leaving={k: v for part in parts for k, v in part.leaving.items()},
        ending={k: v for part in parts for k, v in part.ending.items()},
        released={k: v for part in parts for k, v in part.released.items()},
        stuck=dict(stuck),
        value=sum(part.value for part in parts),
    )


def _move(known: Numbers, move: Move) -> Move:
    def named(counts: Mapping[int, int], names: tuple[int, ...]) -> dict[int, int]:
        return {names[number]: count for number, count in counts.items()}

    return replace(
        move,
        way=known.ways[move.way],
        cargo=named(move.cargo, known.commodities),
        people=named(move.people, known.classes),
    )


def _stuck(known: Numbers, key: Key) -> Key:
    if key[0] == "unended":
        return ("unended", known.parcels[key[1]])
    if key[0] == "stuck" and key[1] == "I":
        return (*key[:3], known.commodities[key[3]])
    if key[0] == "stuck" and key[1] == "P":
        return (*key[:3], known.classes[key[3]])
    return key
