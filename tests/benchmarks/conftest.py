"""What the tests of the benchmarks need beside the packages of the other tests."""

import importlib.util
import os

import pytest

REQUIRED = "DRAWDOWN_REQUIRE_BENCH"


@pytest.fixture
def bench_group():
    """CP-SAT and matplotlib; without them tests are skipped, not so in CI."""
    wanted = ("matplotlib", "ortools")
    missing = [name for name in wanted if importlib.util.find_spec(name) is None]
    if missing:
        message = f"needs {' and '.join(missing)} (make .venv/.bench)"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{message}, and {REQUIRED} is set")
        pytest.skip(message)
