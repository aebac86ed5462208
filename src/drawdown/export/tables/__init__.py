"""The tables of the workbook and of the CSV folder, one file each."""

from collections.abc import Callable

from drawdown.export.dossier import Dossier
from drawdown.export.table import Table
from drawdown.export.tables.assumptions import assumptions
from drawdown.export.tables.closing_steps import closing_steps
from drawdown.export.tables.dispositions import dispositions
from drawdown.export.tables.escorts import escorts
from drawdown.export.tables.evidence_by_table import evidence_by_table
from drawdown.export.tables.key_figures import key_figures
from drawdown.export.tables.movements import movements
from drawdown.export.tables.protection import protection
from drawdown.export.tables.sites import sites
from drawdown.export.tables.sources import sources
from drawdown.export.tables.tasks import tasks

__all__ = ["ALL", "tables_of"]

ALL: tuple[Callable[[Dossier], Table], ...] = (
    key_figures,
    sites,
    closing_steps,
    movements,
    dispositions,
    tasks,
    protection,
    escorts,
    assumptions,
    evidence_by_table,
    sources,
)
"""In the order of the sheets."""


def tables_of(dossier: Dossier) -> tuple[Table, ...]:
    """Return all tables of one mission and plan."""
    return tuple(make(dossier) for make in ALL)
