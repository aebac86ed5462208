"""Whom a task protects, and who lives near where it is done."""

from drawdown.brief.facts.protection import CommunityFacts
from drawdown.brief.facts.tasks import TaskFacts
from drawdown.export.dossier import Dossier
from drawdown.export.nearby import communities_near
from drawdown.export.transfer_plan.blocks import blank

NAMED = 8
"""Communities that are named one by one."""


def protected(dossier: Dossier, task: TaskFacts) -> str:
    """Return whom a task protects, as far as the mission says it.

    The mission says it only of tasks whose recipient protects communities; of others
    it is a blank, beside what is known of the people who live there.
    """
    say, text = dossier.language, dossier.language.text
    near = communities_near(dossier, task.site_id)
    radius = dossier.facts.protection.radius_km
    if task.protects:
        if near and radius is not None:
            return text(
                "Protects: {communities}, within {km} km.",
                communities=_named(dossier, near),
                km=radius,
            )
        return text("Protects: {blank}.", blank=blank(say, text("which communities")))
    question = blank(say, text("who depends on this task"))
    if task.site_id is None or not near or radius is None:
        return text("Protects or serves: {blank}.", blank=question)
    return text(
        "Protects or serves: {blank}. Within {km} km live: {communities}.",
        blank=question,
        km=radius,
        communities=_named(dossier, near),
    )


def _named(dossier: Dossier, near: tuple[CommunityFacts, ...]) -> str:
    """Return communities with their people; many are summed up."""
    say = dossier.language
    ordered = sorted(near, key=lambda one: (-(one.population or 0), one.name))
    shown = [_one(dossier, one) for one in ordered[:NAMED]]
    rest = ordered[NAMED:]
    if rest:
        shown.append(
            say.plural("one more community", "{n} more communities", len(rest))
        )
    return say.list(shown)


def _one(dossier: Dossier, community: CommunityFacts) -> str:
    text = dossier.language.text
    if community.population is None:
        return text("{name} (population unknown)", name=community.name)
    return text(
        "{name} ({people} people)", name=community.name, people=community.population
    )
