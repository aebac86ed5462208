"""The document: what the template is given, and the PDF that it gives."""

import json
from datetime import UTC, datetime, time
from importlib import import_module
from importlib.resources import files
from typing import Literal

from drawdown.brief.pictures.style import style
from drawdown.errors import UsageError
from drawdown.export.dossier import Dossier
from drawdown.export.pdf.blocks import blocks_of
from drawdown.export.pdf.sections import sections
from drawdown.export.pdf.stylesheet import paper_style

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""PDF/A: all that it takes to show it is in it, for archives. PDF/UA: headings, tables
and pictures are tagged for those who listen to them."""


def briefing_pdf(dossier: Dossier) -> bytes:
    """Return the briefing as a PDF; fonts are embedded, nothing depends on the clock.

    Raises
    ------
    UsageError
        Typst is not installed.

    """
    if not typst_is_there():
        raise UsageError(
            "to make a PDF, Typst is needed, and is not installed",
            hint="pip install 'drawdown[pdf]' — or print the page of drawdown brief",
        )
    import typst

    template = files("drawdown.export.pdf").joinpath("briefing.typ").read_bytes()
    made = typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=[*STANDARDS],
        timestamp=_made(dossier),
        sys_inputs={"data": _data(dossier)},
    )
    assert isinstance(made, bytes)
    return made


def typst_is_there() -> bool:
    """Return whether Typst can be imported."""
    try:
        import_module("typst")
    except ModuleNotFoundError:
        return False
    return True


def _made(dossier: Dossier) -> datetime:
    """Return a time of making that depends on the mission alone."""
    return datetime.combine(dossier.facts.heading.as_of, time(tzinfo=UTC))


def _data(dossier: Dossier) -> str:
    """Return what the template reads, as JSON."""
    text, heading = dossier.language.text, dossier.facts.heading
    shown = blocks_of(sections(dossier), paper_style(style()))
    return json.dumps(
        {
            "title": text("Briefing: {mission}", mission=heading.name),
            "mission": heading.name,
            "classification": dossier.classification,
            "lang": dossier.language.code,
            "rtl": dossier.language.direction == "rtl",
            "as_of": text("Data as of {day}.", day=heading.as_of),
            "page": text("Page {page} of {pages}", page="\x1e", pages="\x1f"),
            "redaction": dossier.redaction_note,
            "blocks": shown,
        },
        ensure_ascii=False,
        sort_keys=True,
    )
