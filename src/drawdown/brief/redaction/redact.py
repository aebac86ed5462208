"""The step from the facts of a briefing to those of a level."""

from dataclasses import replace

from drawdown.brief.facts import Briefing
from drawdown.brief.facts.basis import Basis
from drawdown.brief.facts.crossings import Crossing
from drawdown.brief.facts.dangers import Danger, DangerKind
from drawdown.brief.facts.heading import Heading
from drawdown.brief.facts.sources import TableEvidence
from drawdown.brief.redaction import communities, goods, places
from drawdown.brief.redaction.coarse import figures
from drawdown.brief.redaction.level import Level
from drawdown.brief.redaction.names import hidden_names, without
from drawdown.language import ENGLISH, Language

__all__ = ["redacted"]

FOR_PARTNERS = frozenset({DangerKind.CROSSING, DangerKind.LEG, DangerKind.TIGHT})
FOR_ALL = frozenset({DangerKind.CROSSING})
"""Dangers that are told; the others say where and when a mission is weak."""


def redacted(
    briefing: Briefing, level: Level, language: Language = ENGLISH
) -> Briefing:
    """Return a briefing from which all is left out that a level leaves out.

    Parameters
    ----------
    briefing
        All facts.
    level
        For whom it is.
    language
        Of the words that stand for what is coarsened.

    """
    if level is Level.NONE or level.value == briefing.redaction:
        return briefing
    names = hidden_names(briefing)
    if level is Level.PARTNER:
        kept = _for_partners(briefing, language)
    else:
        kept = _for_all(briefing, language)
    found: Briefing = without(replace(kept, redaction=level.value), names)
    return found


def _for_partners(b: Briefing, language: Language) -> Briefing:
    start = b.heading.start
    legs = tuple(places.leg(one) for one in b.legs)
    return replace(
        b,
        heading=_heading(b.heading),
        sites=tuple(places.site(one, start, language) for one in b.sites),
        nodes=tuple(places.node(one) for one in b.nodes),
        legs=legs,
        units=goods.by_country(b.units),
        lots=goods.lots(b.lots, start),
        movements=goods.movements(b.movements, start),
        escorts=goods.together_as_one(b.escorts, language),
        protection=communities.in_cells(b.protection, language),
        chains=(),
        dangers=tuple(_danger(d) for d in b.dangers if d.kind in FOR_PARTNERS),
        assumptions=tuple(replace(one, notes=()) for one in b.assumptions),
        evidence=_evidence(b.evidence),
        comparison=None if b.comparison is None else replace(b.comparison, changes=()),
    )


def _for_all(b: Briefing, language: Language) -> Briefing:
    start, partner = b.heading.start, _for_partners(b, language)
    return replace(
        partner,
        sites=tuple(places.public_site(one, start, language) for one in b.sites),
        legs=tuple(places.public_leg(one) for one in b.legs),
        units=(),
        lots=goods.everywhere(b.lots, start),
        movements=(),
        escorts=(),
        protection=communities.totals(b.protection),
        crossings=tuple(_crossing(one) for one in b.crossings),
        dangers=tuple(_danger(d) for d in b.dangers if d.kind in FOR_ALL),
    )


def _heading(heading: Heading) -> Heading:
    """Return the heading; of broken laws only which ones."""
    broken = tuple(replace(one, where="", message="") for one in heading.broken)
    return replace(heading, broken=broken, lapsed=figures(heading.lapsed))


def _danger(danger: Danger) -> Danger:
    return replace(danger, basis=Basis(confidence=danger.basis.confidence))


def _crossing(crossing: Crossing) -> Crossing:
    """Return a crossing in round numbers, from nowhere in particular."""
    still = tuple(
        replace(one, persons=_round(one.persons), items=_round(one.items))
        for one in crossing.still
    )
    return replace(
        crossing,
        persons=_round(crossing.persons),
        items=_round(crossing.items),
        still=still,
        origins=(),
    )


def _round(amount: int) -> int:
    return int(figures(amount))


WITHOUT_SOURCES = frozenset({"units", "escorts", "communities"})
"""Tables whose sources tell who or what is where."""


def _evidence(found: tuple[TableEvidence, ...]) -> tuple[TableEvidence, ...]:
    return tuple(
        replace(one, sources=()) if one.table in WITHOUT_SOURCES else one
        for one in found
    )
