"""Documents in our own words, and the shared material where it is there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the shared material is not beside the checkout")
    return SHARED
