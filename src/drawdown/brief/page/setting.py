"""What all parts of a page share: the facts, the language, names, marks of evidence."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import htpy as h
from babel import Locale

from drawdown.brief.facts import Briefing
from drawdown.brief.facts.basis import Basis
from drawdown.brief.facts.lots import LotFacts
from drawdown.brief.facts.network import LegFacts
from drawdown.brief.page.html import Node
from drawdown.brief.pictures.wording import Wording
from drawdown.language import Language, marked
from drawdown.plan.names import NAMES, named
from drawdown.quantities import Confidence

__all__ = ["SIGNS", "Setting"]

SIGNS = {
    Confidence.REPORTED: marked("r"),
    Confidence.DERIVED: marked("d"),
    Confidence.ASSUMED: marked("a"),
}
"""How well a figure is known, as a letter."""

MILLION = 1e6


@dataclass(frozen=True)
class Setting:
    """One briefing for one reader."""

    briefing: Briefing
    language: Language
    classification: str = ""

    @cached_property
    def sources(self) -> dict[str, int]:
        """The number of each source, in the order of the tables."""
        found = dict.fromkeys(
            source for one in self.briefing.evidence for source in one.sources
        )
        return {source: number for number, source in enumerate(found, 1)}

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables that have rows."""
        return frozenset(one.table for one in self.briefing.evidence)

    @cached_property
    def places(self) -> dict[str, str]:
        """The name of each site, exit and node."""
        b = self.briefing
        return {
            **{row.node_id: row.name for row in b.nodes},
            **{row.exit_id: row.name for row in b.exits},
            **{row.site_id: row.name for row in b.sites},
        }

    @cached_property
    def wording(self) -> Wording:
        """How the pictures write numbers and days."""
        return Wording(
            number=self.language.number,
            day=self.language.date,
            short_day=self.language.short_date,
            month=self._month,
        )

    def _month(self, day: date) -> str:
        names = self.locale.months["stand-alone"]["abbreviated"]
        return str(names[day.month]).rstrip(".")

    @cached_property
    def locale(self) -> Locale:
        """The names of months and countries."""
        return Locale.parse(self.language.tongue.locale)

    def text(self, message: str) -> str:
        """Return a sentence that is marked for the catalogues."""
        return self.language.text(message)

    def word(self, word: str) -> str:
        """Return a fixed word of the tables as it is shown."""
        return named(self.language, word)

    def goods(self, lot: LotFacts) -> str:
        """Return what the items of a lot are, and whose."""
        if lot.class_id in NAMES:
            return self.word(lot.class_id)
        name = lot.name or self.word(lot.class_id)
        return self.language.text(
            "{what}, {owner}", what=name, owner=self.word(lot.owner.value)
        )

    def number(self, amount: float) -> str:
        """Return a number; from a hundred on without decimals."""
        return self.language.number(amount, 0 if abs(amount) >= 100 else None)

    def attacks(self, amount: float) -> str:
        """Return a number of expected attacks."""
        return self.language.number(amount, 1 if amount >= 10 else 2)

    def millions(self, amount: float) -> str:
        """Return an amount of USD in millions, with three figures; less as it is."""
        if abs(amount) < MILLION:
            return self.language.money(amount)
        value = amount / MILLION
        decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
        return self.language.text(
            "{amount} million USD", amount=self.language.number(value, decimals)
        )

    def day(self, day: date | None) -> str:
        """Return a whole date; a dash if there is none."""
        return "–" if day is None else self.language.date(day)

    def short(self, day: date | None) -> str:
        """Return a date without its year, if that is the year of the deadline."""
        if day is None:
            return "–"
        same = day.year == self.briefing.heading.deadline.year
        return self.language.short_date(day) if same else self.language.date(day)

    def place(self, name: str) -> str:
        """Return the name of a site, exit or node."""
        return self.places.get(name) or name

    def leg(self, leg: LegFacts) -> str:
        """Return the name of a leg, or between which places it runs."""
        ends = (self.place(leg.from_id), self.place(leg.to_id))
        return leg.name or " – ".join(ends)

    def country(self, code: str) -> str:
        """Return the name of a country in the language of the reader."""
        return str(self.locale.territories.get(code, code))

    def site(self, name: str) -> h.Element:
        """Return the name of a site, with a link to its sheet."""
        return h.a(href=f"#site-{name}")[self.place(name)]

    def why(self, site: str, day: date | None, *, short: bool = False) -> Node:
        """Return a date with a link to the reason for it."""
        shown = self.short(day) if short else self.day(day)
        return shown if day is None else h.a(href=f"#why-{site}")[shown]

    def mark(self, basis: Basis, table: str = "") -> Node:
        """Return how well a figure is known, with a link to its sources.

        Parameters
        ----------
        basis
            What the figure rests on.
        table
            The table whose evidence is linked where there is not one source only.

        """
        if basis.confidence is None and not basis.sources:
            return None
        sign = self.text(SIGNS[basis.confidence]) if basis.confidence else "?"
        numbers = [self.sources[s] for s in basis.sources if s in self.sources]
        if len(numbers) == 1 or (numbers and not table):
            return h.a(".e", href=f"#s{numbers[0]}")[f"{sign}{numbers[0]}"]
        if table in self.tables:
            return h.a(".e", href=f"#t-{table}")[sign]
        return h.span(".e")[sign] if basis.confidence else None
