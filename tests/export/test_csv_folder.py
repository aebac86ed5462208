"""The folder of CSV files."""

import csv
import io
from collections.abc import Callable

import pytest

from drawdown.export.csv_folder import csv_folder
from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.export.tables import tables_of
from drawdown.language import Language
from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.verifying import verify

MARK = b"\xef\xbb\xbf"


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_table_is_one_file_that_excel_reads_as_utf_8(dossier: Dossier) -> None:
    """Names, byte order mark, header and number of rows."""
    files = csv_folder(dossier)
    tables = tables_of(dossier)
    assert list(files) == [f"{table.name}.csv" for table in tables]
    for table, content in zip(tables, files.values(), strict=True):
        assert content.startswith(MARK)
        found = rows(content)
        assert len(found) == len(table.rows)
        if found:
            assert list(found[0]) == [column.name for column in table.columns]


def test_columns_and_words_are_the_same_in_every_language(
    dossier: Dossier, mission: Mission, plan: Plan
) -> None:
    """A program that reads the files need not know who wrote them."""
    french = made(mission, plan, language=Language("fr"))
    for name in ("sites.csv", "movements.csv", "dispositions.csv", "escorts.csv"):
        assert csv_folder(french)[name] == csv_folder(dossier)[name]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1"])
def test_a_text_like_a_formula_gets_an_apostrophe(
    text: str, with_name: Callable[[str], Dossier]
) -> None:
    """A spreadsheet that opens the file sees a text; the rest of it stays."""
    found = rows(csv_folder(with_name(text))["sites.csv"])
    assert {row["name"] for row in found} == {f"'{text}"}


def test_no_cell_of_a_mission_like_that_begins_a_formula(
    with_name: Callable[[str], Dossier],
) -> None:
    """Negative numbers are numbers and have no apostrophe."""
    for name, content in csv_folder(with_name("=cmd|'/c calc'!A1")).items():
        for row in rows(content):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), name
                if cell.startswith("-"):
                    float(cell)


def test_movements_say_who_and_what_goes(dossier: Dossier) -> None:
    """People and items are the sums of their lists."""
    for row in rows(csv_folder(dossier)["movements.csv"]):
        people = [
            int(part.rsplit(": ")[-1]) for part in row["units"].split("; ") if part
        ]
        items = [int(part.rsplit(": ")[-1]) for part in row["lots"].split("; ") if part]
        assert sum(people) == int(row["persons"])
        assert sum(items) == int(row["items"])


def test_protection_gap_by_week_sums_to_the_value_of_the_plan(
    dossier: Dossier, mission: Mission, plan: Plan
) -> None:
    """Communities of unknown population have no figure."""
    found = rows(csv_folder(dossier)["protection_gap.csv"])
    total = sum(float(row["total"]) for row in found if row["total"])
    assert total == pytest.approx(
        verify(mission, plan).objectives.protection_gap, abs=0.01
    )
    unknown = next(row for row in found if not row["population"])
    assert unknown["total"] == ""


def test_escorts_are_never_used_beyond_what_serves(dossier: Dossier) -> None:
    """In a plan that keeps the laws."""
    found = rows(csv_folder(dossier)["escorts.csv"])
    assert found
    for row in found:
        busy = int(row["used_days"]) + int(row["resting_days"])
        assert busy <= int(row["serving_days"])
