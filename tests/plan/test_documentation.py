"""What is written about plan files: it is made from the types, and up to date."""

from pathlib import Path

from drawdown.plan.documentation import plan_page

PAGE = Path(__file__).parents[2] / "docs" / "plan-file.md"


def test_the_page_of_plan_files_is_up_to_date() -> None:
    """If not: drawdown schema plan --page > docs/plan-file.md."""
    assert PAGE.read_text(encoding="utf-8") == plan_page()
