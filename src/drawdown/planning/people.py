"""People by class: those whom the model need not tell apart."""

from collections import defaultdict
from dataclasses import dataclass, field

from drawdown.mission.mission import Mission


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleClass:
    """People who guard or not, with the same due day and the same exits."""

    guard: bool
    due: int
    """The last day on which they are not late."""
    exits: tuple[str, ...]
    escort: str | None = None
    """The row of escorts that they are the companies of."""

    @property
    def plain(self) -> "PeopleClass":
        """Return the class that they would be in if they were no escorts."""
        return PeopleClass(guard=self.guard, due=self.due, exits=self.exits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The people of one unit who belong to one class."""

    unit: str
    site: str
    persons: int


@dataclass(slots=True, kw_only=True)
class People:
    """All people of the mission, by class."""

    classes: list[PeopleClass] = field(default_factory=list)
    parts: list[list[Part]] = field(default_factory=list)
    """The movable people of each class."""
    standing: dict[str, int] = field(default_factory=dict)
    """Guard-capable people who remain at a site, by site."""
    remaining: dict[str, int] = field(default_factory=dict)
    """People who remain at a site, by site."""

    def at(self, number: int) -> dict[str, int]:
        """Return the movable persons of one class by site on day 0."""
        total: dict[str, int] = defaultdict(int)
        for part in self.parts[number]:
            total[part.site] += part.persons
        return dict(total)

    def add(self, key: PeopleClass, part: Part) -> None:
        """Add the people of one unit to their class."""
        if part.persons <= 0:
            return
        if key not in self.classes:
            self.classes.append(key)
            self.parts.append([])
        self.parts[self.classes.index(key)].append(part)


def people(mission: Mission) -> People:
    """Return the people of the mission by class; those who remain are set apart.

    Of a unit, the people of its escort companies remain first, then guards (§6.3),
    then others.
    """
    found = People()
    companies = defaultdict(list)
    for escort in mission.escorts:
        companies[escort.unit_id].append(escort)
    for unit in mission.units:
        if unit.local:
            continue
        due = mission.deadline
        if unit.leaves_by is not None:
            due = min(due, mission.day(unit.leaves_by))
        keep_guards = min(unit.remains, unit.guard_capable)
        keep_others = unit.remains - keep_guards
        found.standing[unit.site_id] = found.standing.get(unit.site_id, 0) + keep_guards
        found.remaining[unit.site_id] = (
            found.remaining.get(unit.site_id, 0) + unit.remains
        )
        others = unit.strength - unit.guard_capable
        for escort in companies[unit.unit_id]:
            stay = min(keep_others, escort.persons)
            keep_others -= stay
            others -= escort.persons
            found.add(
                PeopleClass(
                    guard=False, due=due, exits=unit.exits, escort=escort.escort_id
                ),
                Part(
                    unit=unit.unit_id,
                    site=unit.site_id,
                    persons=escort.persons - stay,
                ),
            )
        found.add(
            PeopleClass(guard=True, due=due, exits=unit.exits),
            Part(
                unit=unit.unit_id,
                site=unit.site_id,
                persons=unit.guard_capable - keep_guards,
            ),
        )
        found.add(
            PeopleClass(guard=False, due=due, exits=unit.exits),
            Part(unit=unit.unit_id, site=unit.site_id, persons=others - keep_others),
        )
    return found
