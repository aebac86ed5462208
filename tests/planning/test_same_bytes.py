"""The same mission, seed and work give the same plan, byte for byte."""

import os
import subprocess
import sys

import pytest

from drawdown.mission import bundled, read_mission, write_mission
from drawdown.mission.generate import generate

RUN = "from drawdown.cli import main; main()"
MISSIONS = {
    "tutorial": lambda: read_mission(bundled("tutorial")),
    "generated, two sites": lambda: generate(0.15, 0),
}


def planned(mission, out, *, seed, hashing):
    """Return the bytes of a plan that a process of its own made."""
    arguments = ["--work", "3", "--seed", str(seed), "-o", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", RUN, "plan", str(mission), *arguments],
        # Sets of words are gone through in another order in each process.
        env={**os.environ, "PYTHONHASHSEED": hashing},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out.read_bytes()


@pytest.mark.parametrize("name", MISSIONS)
def test_two_processes_make_the_same_plan(name, tmp_path):
    write_mission(MISSIONS[name](), tmp_path / "mission")
    first = planned(tmp_path / "mission", tmp_path / "1.json", seed=7, hashing="1")
    second = planned(tmp_path / "mission", tmp_path / "2.json", seed=7, hashing="2")
    assert first == second
