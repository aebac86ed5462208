"""The briefing on paper, looked into by PDFium, which shares no code with Typst."""

import ctypes
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.export.conftest import Files

from drawdown.cli.exporting import export
from drawdown.errors import UsageError
from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.export.format import Format
from drawdown.export.pdf import briefing_pdf
from drawdown.export.pdf.stylesheet import paper_style
from drawdown.language import Language
from drawdown.mission import Mission
from drawdown.plan import Plan


@pytest.fixture(scope="session")
def content(dossier: Dossier) -> bytes:
    """Return the briefing."""
    return briefing_pdf(dossier)


@pytest.fixture(scope="session")
def document(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Return it opened."""
    opened = pypdfium2.PdfDocument(content)
    yield opened
    opened.close()


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    found = []
    for page in document:
        lines = page.get_textpage()
        found.append(lines.get_text_bounded())
        lines.close()
        page.close()
    return found


def test_the_sections_of_the_briefing_are_there(
    document: pypdfium2.PdfDocument,
) -> None:
    """From the headline to the sources, with the names of sites and tasks."""
    text = "\n".join(texts(document))
    assert "Briefing: Every law" in text
    for words in ("In brief", "When each site closes, and why", "Map", "Sources"):
        assert words in text
    for name in ("Fort", "Post", "Hub"):
        assert name in text


def test_every_page_has_its_number_and_the_classification(
    document: pypdfium2.PdfDocument,
) -> None:
    """Twice the classification: above and below."""
    pages = texts(document)
    for number, text in enumerate(pages, 1):
        assert text.count("UN & SECRET") >= 2
        assert f"Page {number} of {len(pages)}" in text


def test_it_is_tagged_and_says_that_it_is_pdf_a_and_pdf_ua(
    document: pypdfium2.PdfDocument, content: bytes
) -> None:
    """Typst refuses to write it where a picture has no description, say."""
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert re.search(rb"pdfuaid:part[>\"= ]+1", content)
    assert re.search(rb"pdfaid:part[>\"= ]+2", content)
    assert re.search(rb"pdfaid:conformance[>\"= ]+A", content)
    assert document.get_metadata_dict()["Title"] == "Briefing: Every law"


def test_all_fonts_are_embedded(document: pypdfium2.PdfDocument) -> None:
    """It looks the same on a machine without them."""
    fonts = 0
    for page in document:
        for shown in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(shown)
            assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
            fonts += 1
        page.close()
    assert fonts > 100


def test_pictures_are_drawn_and_not_left_out(document: pypdfium2.PdfDocument) -> None:
    """The map has the colours of sea or land, which no text has."""
    colours: set[tuple[int, ...]] = set()
    for page in document:
        pixels = page.render(scale=0.5, rev_byteorder=True).to_numpy()[..., :3]
        colours |= set(map(tuple, np.unique(pixels.reshape(-1, 3), axis=0).tolist()))
        page.close()
    assert {(244, 241, 234), (219, 232, 240)} & colours


def test_the_time_of_making_is_that_of_the_data(
    document: pypdfium2.PdfDocument,
) -> None:
    """No clock."""
    when = document.get_metadata_dict()["CreationDate"]
    assert when.startswith("D:20291231")


def test_text_of_the_tables_is_never_markup(mission: Mission, plan: Plan) -> None:
    """Signs of Typst and of HTML stand on the page as they stand in the table."""
    name = "#panic() $x$ *a* <b>c</b> @ref [d]"
    odd = replace(
        mission,
        header=replace(mission.header, name=name),
        sites=tuple(replace(site, name=name) for site in mission.sites),
    )
    opened = pypdfium2.PdfDocument(briefing_pdf(made(odd, plan)))
    assert name in " ".join(texts(opened)[0].split())
    opened.close()


def test_french_and_right_to_left_pages_are_made(mission: Mission, plan: Plan) -> None:
    """Each says its language."""
    for code in ("fr", "ar"):
        language = Language(code)
        content = briefing_pdf(made(mission, plan, language=language))
        opened = pypdfium2.PdfDocument(content)
        size = pdfium.FPDFCatalog_GetLanguage(opened, None, 0)
        held = ctypes.create_string_buffer(size)
        short = ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFCatalog_GetLanguage(opened, short, size)
        assert held.raw.decode("utf-16-le").startswith(code)
        opened.close()


def test_a_plan_with_nothing_in_it_is_a_document_too(bare: Dossier) -> None:
    """It says that the plan breaks laws."""
    opened = pypdfium2.PdfDocument(briefing_pdf(bare))
    assert "breaks the laws" in texts(opened)[0]
    opened.close()


def test_without_typst_the_mend_is_named(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.setitem(sys.modules, "typst", None)
    mission, plan = files
    with pytest.raises(UsageError, match="pip install 'drawdown\\[pdf\\]'"):
        export(str(mission), plan, output=tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_without_typst_all_other_formats_are_written(
    files: Files,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The missing one is named on standard error."""
    monkeypatch.setitem(sys.modules, "typst", None)
    mission, plan = files
    export(str(mission), plan, to=["all"], output=tmp_path / "out")
    there = {path.name for path in (tmp_path / "out").iterdir()}
    expected = {which.file_name for which in Format} - {Format.PDF.file_name}
    assert there == expected
    assert "drawdown[pdf]" in capsys.readouterr().err


def test_the_style_of_paper_has_no_variables_and_no_other_media() -> None:
    """What a drawer of pictures cannot read is left out."""
    css = (
        ":root{--ink:#000;--tint:#eee}"
        "@media print{:root{--ink:#111}.a{fill:red}}"
        ".a{fill:var(--ink);width:calc(1px + 2%)}"
        ".b:not([fill]){fill:var(--tint)}.c{x:var(--day,0%)}"
    )
    assert paper_style(css) == (".a{fill:#000}.b.unfilled{fill:#eee}.c{x:0%}")
