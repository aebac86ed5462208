"""Names that must not be left anywhere: a last look at every text of the facts."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

from drawdown.brief.facts import Briefing

__all__ = ["hidden_names", "without"]

GONE = "…"


def hidden_names(briefing: Briefing) -> frozenset[str]:
    """Return the names of communities and units that no other thing bears.

    A town can be a community and a site, or a part of a site's name; the names of
    sites and exits stay whole.
    """
    places = [site.name for site in briefing.sites] + [e.name for e in briefing.exits]
    shown = {word for name in places for word in _parts(name)}
    shown |= {site.site_id for site in briefing.sites}
    names = {one.name for one in briefing.protection.communities}
    names |= {one.community_id for one in briefing.protection.communities}
    names |= {unit.unit_id for unit in briefing.units}
    # A unit's name is often a word such as company; only longer ones tell who it is.
    names |= {unit.name for unit in briefing.units if len(unit.name.split()) > 1}
    names |= {group.group for group in briefing.escorts if not group.group.isalpha()}
    return frozenset(name for name in names - shown if name)


def _parts(name: str) -> set[str]:
    """Return all runs of whole words of a name."""
    cuts = [0, *(m.end() for m in re.finditer(r"[\W_]+", name)), len(name)]
    ends = [*(m.start() for m in re.finditer(r"[\W_]+", name)), len(name)]
    return {name[a:b] for a in cuts for b in ends if a < b}


def without(thing: Any, names: frozenset[str]) -> Any:
    """Return facts in which no text holds one of the names.

    A source that does is left out whole: a part of an address leads nowhere.
    """
    if not names:
        return thing
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    any_of = "|".join(re.escape(name) for name in longest_first)
    return _without(thing, re.compile(rf"(?<![^\W_])(?:{any_of})(?![^\W_])"))


def _without(thing: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(thing, str):
        return pattern.sub(GONE, thing) if type(thing) is str else thing
    if isinstance(thing, tuple):
        kept = [_without(one, pattern) for one in thing]
        return tuple(
            new
            for old, new in zip(thing, kept, strict=True)
            if not (_is_address(old) and old != new)
        )
    if isinstance(thing, Mapping):
        return MappingProxyType({k: _without(v, pattern) for k, v in thing.items()})
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {}
        for field in fields(thing):
            old = getattr(thing, field.name)
            new = _without(old, pattern)
            if new is not old and new != old:
                changed[field.name] = new
        return replace(thing, **changed) if changed else thing
    return thing


def _is_address(thing: object) -> bool:
    return isinstance(thing, str) and "://" in thing
