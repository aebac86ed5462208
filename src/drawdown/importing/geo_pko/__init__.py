"""Geo-PKO: where peacekeepers were deployed, coded from published maps of the UN.

Cil, Fjelde, Hultman & Nilsson (2020), Mapping Blue Helmets: Introducing the Geocoded
Peacekeeping Operations (Geo-PKO) dataset, Journal of Peace Research 57(2), 360-370.
"""

from drawdown.importing.geo_pko.contents import Contents, contents
from drawdown.importing.geo_pko.imported import import_geo_pko

__all__ = ["Contents", "contents", "import_geo_pko"]
