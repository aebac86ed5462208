"""The sections of the briefing, in the order of its page, without what moves."""

from collections.abc import Callable, Iterator

import htpy as h

from drawdown.brief.boundaries import packaged_boundaries
from drawdown.brief.page.assumed import assumed
from drawdown.brief.page.breaks import breaks
from drawdown.brief.page.calendar import calendar
from drawdown.brief.page.chain import chain
from drawdown.brief.page.curves import curves
from drawdown.brief.page.escorts import escorts
from drawdown.brief.page.gantt_section import gantt_section
from drawdown.brief.page.gaps import gaps
from drawdown.brief.page.glance import glance
from drawdown.brief.page.headline import headline
from drawdown.brief.page.html import Node
from drawdown.brief.page.map_section import map_section
from drawdown.brief.page.setting import Setting
from drawdown.brief.page.sheets import sheets
from drawdown.brief.page.shutting import shutting
from drawdown.brief.page.sources import legend, sources
from drawdown.brief.page.tasks import tasks
from drawdown.brief.page.value import value
from drawdown.export.dossier import Dossier

Section = Callable[[Setting], Node]

BEFORE: tuple[Section, ...] = (headline, glance)
"""The sections before the map and the time chart."""
AFTER: tuple[Section, ...] = (
    tasks,
    shutting,
    breaks,
    curves,
    escorts,
    gaps,
    value,
    calendar,
    chain,
    sheets,
    assumed,
    sources,
)


def sections(dossier: Dossier) -> str:
    """Return the sections as HTML."""
    setting = Setting(dossier.facts, dossier.language, dossier.classification)
    return str(h.fragment[list(_nodes(setting))])


def _nodes(setting: Setting) -> Iterator[Node]:
    yield legend(setting)
    for make in BEFORE:
        yield make(setting)
    yield map_section(setting, packaged_boundaries())
    yield gantt_section(setting)
    for make in AFTER:
        yield make(setting)
