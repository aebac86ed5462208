"""The formats: their names, the files that they give, and what makes them."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from drawdown.export.dossier import Dossier

__all__ = ["Format", "content", "format_of"]


class Format(StrEnum):
    """What a mission and a plan can be written as."""

    XLSX = "xlsx"
    """A workbook of all tables."""
    CSV = "csv"
    """A folder of the same tables."""
    GEOJSON = "geojson"
    """A map of sites, legs, exits and communities."""
    ICS = "ics"
    """A calendar of the dates that people have to keep."""
    MSPDI = "mspdi"
    """A project for MS Project, ProjectLibre and others (XML)."""
    PDF = "pdf"
    """The briefing on paper."""
    TRANSFER_PLAN = "transfer-plan"
    """A draft of the plan for the transfer of tasks (Word)."""
    TRANSFER_PLAN_MD = "transfer-plan-md"
    """The same as Markdown."""

    @property
    def file_name(self) -> str:
        """Return the name of its file, or of its folder, among those of all formats."""
        return NAMES[self]

    @property
    def is_folder(self) -> bool:
        """Return whether it gives a folder of files."""
        return self is Format.CSV


NAMES: Mapping[Format, str] = {
    Format.XLSX: "plan.xlsx",
    Format.CSV: "tables",
    Format.GEOJSON: "map.geojson",
    Format.ICS: "dates.ics",
    Format.MSPDI: "project.xml",
    Format.PDF: "briefing.pdf",
    Format.TRANSFER_PLAN: "transfer-plan.docx",
    Format.TRANSFER_PLAN_MD: "transfer-plan.md",
}
SUFFIXES: Mapping[str, Format] = {
    ".xlsx": Format.XLSX,
    ".geojson": Format.GEOJSON,
    ".json": Format.GEOJSON,
    ".ics": Format.ICS,
    ".xml": Format.MSPDI,
    ".pdf": Format.PDF,
    ".docx": Format.TRANSFER_PLAN,
    ".md": Format.TRANSFER_PLAN_MD,
}
MAKERS: Mapping[Format, str] = {
    Format.XLSX: "workbook:workbook",
    Format.CSV: "csv_folder:csv_folder",
    Format.GEOJSON: "geojson:geojson",
    Format.ICS: "calendar:calendar",
    Format.MSPDI: "mspdi:mspdi",
    Format.PDF: "pdf:briefing_pdf",
    Format.TRANSFER_PLAN: "transfer_plan:transfer_plan_docx",
    Format.TRANSFER_PLAN_MD: "transfer_plan:transfer_plan_markdown",
}
"""Modules are imported only when their format is asked for."""

Content = bytes | dict[str, bytes]
"""One file, or the files of a folder by name."""


def format_of(path: Path) -> Format | None:
    """Return the format that the ending of a file name says; absent: it says none."""
    return SUFFIXES.get(path.suffix.lower())


def content(dossier: Dossier, which: Format) -> Content:
    """Return what a mission and a plan are in a format."""
    module, name = MAKERS[which].split(":")
    make: Callable[[Dossier], Content]
    make = getattr(import_module(f"drawdown.export.{module}"), name)
    return make(dossier)
