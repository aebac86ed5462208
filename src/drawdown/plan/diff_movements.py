"""Compare the movements of two plans, whose names need not be the same."""

from collections.abc import Callable, Hashable, Iterator

from drawdown.plan.changes import Change, Figure
from drawdown.plan.plan import Movement, Plan

Key = Callable[[Movement], Hashable]
Pair = tuple[Movement, Movement]


def movement_changes(before: Plan, after: Plan) -> Iterator[Change]:
    """Yield the movements that changed, were left out, or are new.

    Movements that differ in nothing but their name are the same. Of the others, those
    of the same name and route are compared, then those that carry the same on the
    same route on another day.
    """
    old, new = list(before.movements), list(after.movements)
    _match(old, new, _all_but_name)
    pairs = [*_match(old, new, _name_and_route), *_match(old, new, _all_but_days)]
    for one, other in pairs:
        yield from _changed(one, other)
    for gone in old:
        yield _change(gone.movement, "movement", before=_summary(gone))
    for come in new:
        yield _change(come.movement, "movement", after=_summary(come))


def _match(old: list[Movement], new: list[Movement], key: Key) -> list[Pair]:
    """Take the movements with equal keys out of both lists; return them in pairs."""
    waiting: dict[Hashable, list[Movement]] = {}
    for movement in reversed(new):
        waiting.setdefault(key(movement), []).append(movement)
    pairs, kept = [], []
    for movement in old:
        found = waiting.get(key(movement))
        if found:
            pairs.append((movement, found.pop()))
        else:
            kept.append(movement)
    taken = {id(other) for _, other in pairs}
    old[:] = kept
    new[:] = [movement for movement in new if id(movement) not in taken]
    return pairs


def _all_but_name(movement: Movement) -> Hashable:
    days = (movement.departs, movement.arrives, movement.permit_asked)
    return (*_all_but_days(movement), *days)


def _name_and_route(movement: Movement) -> Hashable:
    return (movement.movement, movement.route)


def _all_but_days(movement: Movement) -> tuple[Hashable, ...]:
    return (
        movement.route,
        tuple(sorted(movement.escorts.items())),
        movement.trucks,
        movement.low_loaders,
        frozenset(movement.people),
        frozenset(movement.loads),
    )


def _changed(one: Movement, other: Movement) -> Iterator[Change]:
    """Yield what changed of a movement."""
    before, after = _facts(one), _facts(other)
    for what in dict.fromkeys([*before, *after]):
        old, new = before.get(what), after.get(what)
        if old != new:
            yield _change(one.movement, what, before=old, after=new)


def _facts(movement: Movement) -> dict[str, Figure]:
    """Return all that is said of a movement."""
    asked = movement.permit_asked
    facts: dict[str, Figure] = {
        "departs": movement.departs.isoformat(),
        "arrives": movement.arrives.isoformat(),
        "permit asked": asked.isoformat() if asked else None,
        "trucks": movement.trucks,
        "low-loaders": movement.low_loaders,
    }
    for group, count in movement.escorts.items():
        facts[f"companies of {group}"] = count
    for people in movement.people:
        _add(facts, f"persons of {people.unit}", people.persons)
        _add(facts, f"guards of {people.unit}", people.guards)
    for load in movement.loads:
        by = f" to {load.disposition.value}" if load.disposition else ""
        _add(facts, f"items of {load.lot}{by}", load.count)
    return facts


def _add(facts: dict[str, Figure], what: str, amount: int) -> None:
    before = facts.get(what, 0)
    assert isinstance(before, int)
    facts[what] = before + amount


def _summary(movement: Movement) -> str:
    """Say in a few words what a movement is."""
    persons = sum(people.persons for people in movement.people)
    items = sum(load.count for load in movement.loads)
    vehicles = movement.trucks + movement.low_loaders
    return (
        f"{movement.route} on {movement.departs}: {persons} persons, {items} items, "
        f"{vehicles} trucks and low-loaders"
    )


def _change(
    name: str, what: str, *, before: Figure = None, after: Figure = None
) -> Change:
    return Change(part="movements", name=name, what=what, before=before, after=after)
