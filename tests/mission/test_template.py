"""The template: it is a mission in order, and says what every column is."""

from pathlib import Path

from drawdown.mission import examine
from drawdown.mission.columns import columns_of
from drawdown.mission.consistency import problems_of
from drawdown.mission.example import example
from drawdown.mission.tables import TABLES
from drawdown.mission.template import template_files, write_template
from drawdown.mission.writing import rows_of


def test_the_template_is_read_as_the_example_without_a_problem(tmp_path: Path) -> None:
    """Comments and all."""
    write_template(tmp_path / "new")
    examined = examine(tmp_path / "new")
    assert examined.problems == ()
    assert examined.mission == example()


def test_the_example_has_a_row_in_every_table() -> None:
    """Nobody has to guess how one is filled in."""
    assert all(rows_of(example(), table) for table in TABLES)
    assert problems_of(example()) == ()


def test_every_column_has_a_comment() -> None:
    """In the file of its table."""
    files = {name: text.decode() for name, text in template_files().items()}
    for table in TABLES:
        text = files["mission.toml" if table.in_toml else f"{table.name}.csv"]
        for column in columns_of(table.row):
            sign = f"{column} =" if table.in_toml else f"# {column}: "
            assert sign in text, f"{table.name}.{column}"
