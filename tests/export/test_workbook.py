"""The workbook, opened by a reader that shares no code with its writer."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.export.workbook import workbook
from drawdown.language import Language
from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.verifying import verify

HEADER = 3
"""The row with the names of the columns."""
FORMULAS = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from(["=", "+", "-", "@", "\t=", "='", "{=", "http://", "mailto:"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20),
)


def opened(dossier: Dossier) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(dossier)))


def rows_of(sheet: Any) -> list[dict[str, object]]:
    names = [cell.value for cell in sheet[HEADER]]
    rows = sheet.iter_rows(min_row=HEADER + 1, values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_sheets_are_the_tables_in_their_order(dossier: Dossier) -> None:
    """The key figures come first."""
    assert opened(dossier).sheetnames == [
        "Key figures",
        "Sites",
        "Closing steps",
        "Movements",
        "Dispositions",
        "Tasks",
        "Protection gap",
        "Escorts",
        "Assumptions",
        "Evidence",
        "Sources",
    ]


def test_every_sheet_can_be_filtered_scrolled_and_printed(dossier: Dossier) -> None:
    """Header in sight, filter over all rows, landscape, one page wide, who may see."""
    for sheet in opened(dossier):
        assert sheet.freeze_panes == f"B{HEADER + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{HEADER}:")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
        assert sheet.oddHeader.center.text == "UN && SECRET"
        assert sheet.oddFooter.right.text == "Page &P of &N"


def test_sites_have_their_days_planned_and_real(dossier: Dossier, plan: Plan) -> None:
    """Dates are dates, and a site that stays open has none."""
    sites = {row["Site"]: row for row in rows_of(opened(dossier)["Sites"])}
    fort, hub = sites["FORT"], sites["HUB"]
    closure = next(c for c in plan.closures if c.site == "FORT")
    assert closure.closed is not None
    assert fort["Closing day"] == datetime.combine(closure.closed, datetime.min.time())
    assert fort["How it ends"] == "handed over"
    assert fort["Last people really left"] == datetime(2030, 1, 31)  # noqa: DTZ001
    assert hub["Closing day"] is None
    assert hub["How it ends"] == "stays open for the liquidation"


def test_values_are_those_of_the_judge(
    dossier: Dossier, mission: Mission, plan: Plan
) -> None:
    """The key figures say what ``verify`` says."""
    figures = {
        row["Figure"]: row["Value"] for row in rows_of(opened(dossier)["Key figures"])
    }
    found = verify(mission, plan).objectives
    assert figures["People late"] == found.people_late == 22
    assert figures["Expected attacks"] == pytest.approx(found.attacks)
    together = figures["Weighed together, by the weights of the mission"]
    assert together == pytest.approx(found.weighted)


def test_every_item_stands_in_the_dispositions(
    dossier: Dossier, mission: Mission
) -> None:
    """Their sum is what the mission had on day 0."""
    rows = rows_of(opened(dossier)["Dispositions"])
    assert sum(int(str(row["Items"])) for row in rows) == sum(
        lot.count for lot in mission.lots
    )


def test_an_item_without_a_disposition_is_shown(bare: Dossier) -> None:
    """Where nothing is planned, no item has an end."""
    rows = rows_of(opened(bare)["Dispositions"])
    assert {row["Disposition"] for row in rows} == {"none in this plan"}


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=FORMULAS)
@example(text="=1+1")
@example(text='=HYPERLINK("http://x","y")')
@example(text="@SUM(A1)")
def test_text_that_looks_like_a_formula_stays_text(
    text: str, with_name: Callable[[str], Dossier]
) -> None:
    """No cell of a workbook is a formula or a link, whatever the tables say."""
    for sheet in opened(with_name(text)):
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_language_changes_the_titles_and_not_the_values(
    dossier: Dossier, mission: Mission, plan: Plan
) -> None:
    """A French workbook has the same numbers in the same places."""
    french = made(mission, plan, language=Language("fr"))
    english = opened(dossier)["Sites"]
    translated = opened(french).worksheets[1]
    numbers = [
        [cell.value for cell in row if isinstance(cell.value, int | float | date)]
        for row in translated.iter_rows(min_row=HEADER + 1)
    ]
    assert numbers == [
        [cell.value for cell in row if isinstance(cell.value, int | float | date)]
        for row in english.iter_rows(min_row=HEADER + 1)
    ]
