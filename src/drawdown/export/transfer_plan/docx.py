"""The draft as a Word document."""

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from drawdown.export.dossier import Dossier
from drawdown.export.fixed_zip import with_fixed_times
from drawdown.export.sheet_text import clean
from drawdown.export.transfer_plan.blocks import (
    Block,
    Bullets,
    Grid,
    Heading,
    Paragraph,
    Quotation,
    parts_of,
)
from drawdown.export.transfer_plan.content import content

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands as the time of making in every document, so that equal ones are equal."""
WIDTH, HEIGHT, MARGIN = 21.0, 29.7, 2.2
"""Of the page (A4), in centimetres."""
SMALL = Pt(8.5)


def transfer_plan_docx(dossier: Dossier) -> bytes:
    """Return the draft (.docx); blanks are highlighted."""
    document = docx.Document()
    _describe(document, dossier)
    _set_page(document, dossier)
    _set_font(document)
    for block in content(dossier):
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return with_fixed_times(out.getvalue())


def _describe(document: Any, dossier: Dossier) -> None:
    properties = document.core_properties
    properties.title = dossier.language.text("Plan for the transfer of tasks")
    properties.subject = clean(dossier.facts.heading.name)
    properties.author = "drawdown"
    properties.comments = clean(dossier.classification)
    properties.keywords = ""
    properties.language = dossier.language.code
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    properties.last_modified_by = "drawdown"
    properties.revision = 1
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fr-FR" if dossier.language.code == "fr" else "en-GB")
    fonts.append(language)


def _set_font(document: Any) -> None:
    """Use a font that every machine has, or has one of the same widths for."""
    font = document.styles["Normal"].font
    font.name, font.size = "Arial", Pt(10)


def _set_page(document: Any, dossier: Dossier) -> None:
    """Set A4, and write classification and page numbers on every page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(WIDTH), Cm(HEIGHT)
    section.left_margin = section.right_margin = Cm(MARGIN)
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(clean(dossier.classification)).bold = True
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    text = dossier.language.text
    words = text(
        "Page {page} of {pages}", page="\x1ePAGE\x1e", pages="\x1eNUMPAGES\x1e"
    )
    for number, part in enumerate(words.split("\x1e")):
        run = foot.add_run()
        if number % 2:
            _add_field(run, part)
        else:
            run.text = part


def _add_field(run: Any, name: str) -> None:
    """Add a field that the program fills in: PAGE, NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    shown = OxmlElement("w:t")
    shown.text = "1"
    inner = OxmlElement("w:r")
    inner.append(shown)
    field.append(inner)
    run._element.addnext(field)  # noqa: SLF001  the library has no fields


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(clean(block.text), block.level)
        case Paragraph():
            _write(document.add_paragraph(), block.text)
        case Quotation():
            _write(document.add_paragraph(style="Intense Quote"), f"“{block.words}”")
            source = document.add_paragraph(style="Caption")
            _write(source, block.source)
        case Bullets():
            for item in block.items:
                _write(document.add_paragraph(style="List Bullet"), item)
        case Grid():
            _add_grid(document, block)


def _write(paragraph: Any, text: str) -> None:
    """Write a text; blanks are highlighted and bold, so that grey print shows them."""
    for part, is_blank in parts_of(clean(text)):
        run = paragraph.add_run(part)
        if is_blank:
            run.bold = True
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _add_grid(document: Any, grid: Grid) -> None:
    """Add a table whose head is repeated on every page."""
    table = document.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, grid.head, strict=True):
        cell.paragraphs[0].add_run(clean(text)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001
    for row in grid.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], text)
    _set_widths(table, grid)


def _set_widths(table: Any, grid: Grid) -> None:
    whole, total = WIDTH - 2 * MARGIN, sum(grid.widths)
    widths = [Cm(whole * share / total) for share in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        _keep_together(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            for run in cell.paragraphs[0].runs:
                run.font.size = SMALL


def _keep_together(row: Any) -> None:
    """Keep a row from being broken over two pages."""
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
