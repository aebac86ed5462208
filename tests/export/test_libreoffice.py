"""The exports opened by LibreOffice, which nobody here wrote."""

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from drawdown.export.dossier import Dossier
from drawdown.export.format import Format, content

pytestmark = pytest.mark.long
REQUIRED = "DRAWDOWN_REQUIRE_OFFICE"


def converted(dossier: Dossier, which: Format, to: str, folder: Path) -> Path:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        message = "needs LibreOffice (soffice) on the path"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{message}, and {REQUIRED} is set")
        pytest.skip(message)
    path = folder / which.file_name
    made = content(dossier, which)
    assert isinstance(made, bytes)
    path.write_bytes(made)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["--convert-to", to, "--outdir", str(folder), str(path)]
    subprocess.run(
        [office, "--headless", profile, *convert],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return path.with_suffix(f".{to.split(':')[0]}")


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def test_the_workbook_is_printed_with_header_and_pages(
    dossier: Dossier, tmp_path: Path
) -> None:
    """Every sheet, with the classification and the number on each page."""
    pages = pages_of(converted(dossier, Format.XLSX, "pdf", tmp_path))
    text = "\n".join(pages)
    for title in ("Key figures", "Sites", "Movements", "Protection gap", "Escorts"):
        assert title in text
    for number, page in enumerate(pages, 1):
        assert "UN & SECRET" in page
        assert f"Page {number} of {len(pages)}" in page


def test_its_cells_are_what_was_written(dossier: Dossier, tmp_path: Path) -> None:
    """The first sheet as LibreOffice reads it: no error, no formula."""
    utf_8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    path = converted(dossier, Format.XLSX, utf_8, tmp_path)
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    figures = {row[0]: row[1] for row in rows if len(row) > 1}
    assert figures["People late"] == "22"
    assert figures["Everyone is to be out by"] == "2030-02-09"
    assert not any(cell.startswith(("#", "Err:")) for row in rows for cell in row)


def test_the_draft_of_the_transfer_plan_is_a_document(
    dossier: Dossier, tmp_path: Path
) -> None:
    """Headings, tasks, and the classification on every page."""
    pages = pages_of(converted(dossier, Format.TRANSFER_PLAN, "pdf", tmp_path))
    assert "Plan for the transfer of tasks" in pages[0]
    assert all("UN & SECRET" in page for page in pages)
    assert f"Page 1 of {len(pages)}" in " ".join(pages[0].split())
