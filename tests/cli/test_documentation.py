"""The page of the command line shows what the commands say."""

import re
from pathlib import Path

import pytest
from tests.cli.stand_in import THERE

from drawdown.cli.app import app

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "cli.md"


@pytest.mark.skipif(not THERE, reason="there is no planner yet")
def test_the_page_is_up_to_date() -> None:
    """Written by ``python -m drawdown.cli.documentation > docs/cli.md``."""
    from drawdown.cli.documentation import cli_page

    assert PAGE.read_text(encoding="utf-8") == cli_page()


def test_every_command_is_on_the_page() -> None:
    """With a section of its own."""
    page = PAGE.read_text(encoding="utf-8")
    for name in app:
        if not name.startswith("-"):
            assert f"\n## drawdown {name}\n" in page


def test_the_readme_names_commands_and_files_that_are_there() -> None:
    """Each command has a section on the page, each link leads somewhere."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    for name in re.findall(r"^\$ drawdown (\w+)", readme, flags=re.MULTILINE):
        assert f"\n## drawdown {name}\n" in page
    for link in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / link).exists(), link
