"""Explanations that name places, legs and steps instead of saying their ids."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from drawdown.language import Language
from drawdown.mission import Mission
from drawdown.plan.names import named
from drawdown.planning.explain import Explanation

__all__ = ["Naming"]


@dataclass(frozen=True)
class Naming:
    """The names of what explanations tell of, for readers who do not know the ids."""

    mission: Mission
    language: Language

    @cached_property
    def _names(self) -> dict[str, str]:
        """The name by id. A route is known by its ends: what is told is how it goes."""
        mission = self.mission
        legs = {leg.leg_id: leg for leg in mission.legs}
        found = {row.leg_id: row.name for row in mission.legs}
        for route in mission.routes:
            modes = dict.fromkeys(legs[leg].mode.value for leg in route.legs)
            by = self.language.list([named(self.language, mode) for mode in modes])
            found[route.route_id] = found[f"{route.route_id}~"] = by
        found |= {
            row.step_id: named(self.language, row.step_id)
            for row in mission.steps
            if "_" in row.step_id
        }
        found |= {row.node_id: row.name for row in mission.nodes}
        found |= {row.exit_id: row.name for row in mission.exits}
        found |= {row.site_id: row.name for row in mission.sites}
        return {key: name for key, name in found.items() if name and name != key}

    @cached_property
    def _ids(self) -> re.Pattern[str] | None:
        """Any of the ids as a word; those that could be words of a sentence are not."""
        ids = [key for key in self._names if key.lower() != key or "_" in key]
        if not ids:
            return None
        longest_first = sorted(ids, key=lambda key: (-len(key), key))
        either = "|".join(re.escape(key) for key in longest_first)
        return re.compile(rf"(?<![\w~-])(?:{either})(?![\w~-])")

    def told(self, sentence: str) -> str:
        """Return a sentence with names for ids."""
        if self._ids is None:
            return sentence
        return self._ids.sub(lambda found: self._names[found.group()], sentence)

    def explained(self, found: Explanation) -> Explanation:
        """Return an explanation with names for ids in all its sentences."""
        return replace(
            found,
            headline=self.told(found.headline),
            rules=tuple(
                replace(rule, text=self.told(rule.text), change=self.told(rule.change))
                for rule in found.rules
            ),
            notes=tuple(self.told(note) for note in found.notes),
            last_days=tuple(self.told(day) for day in found.last_days),
        )
