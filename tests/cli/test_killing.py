"""Planning that is killed leaves the old plan or a better one, never a part of one."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.stand_in import THERE

from drawdown.mission import bundled, read_mission
from drawdown.plan import read_plan
from drawdown.verifying import verify

KILLS = 20
FIRST = {"tutorial": "5", "minusma": "120"}
"""Seconds for the plan that is there before the kills."""
LONGEST = 8.0
"""Seconds until a kill; the first plan is there by then or not."""

START = "from drawdown.cli import main; main()"


def start(folder: Path, mission: str, *options: str) -> subprocess.Popen[bytes]:
    """Start ``drawdown plan`` in a folder, in a process of its own."""
    call = ["plan", mission, "-o", "plan.json", *options]
    return subprocess.Popen(
        [sys.executable, "-c", START, *call],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.long
@pytest.mark.skipif(not THERE, reason="there is no planner yet")
@pytest.mark.parametrize("mission", ["tutorial", "minusma"])
def test_a_plan_survives_twenty_kills(tmp_path: Path, mission: str) -> None:
    """At twenty moments; what is on the disk is a plan that keeps all laws."""
    facts = read_mission(bundled(mission))
    start(tmp_path, mission, "--seconds", FIRST[mission]).wait()
    dice = random.Random(8)
    for _ in range(KILLS):
        process = start(tmp_path, mission, "--seconds", "60")
        try:
            process.wait(timeout=dice.uniform(0.2, LONGEST))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        shown = [file for file in tmp_path.iterdir() if not file.name.startswith(".")]
        assert [file.name for file in shown] == ["plan.json"]
        assert verify(facts, read_plan(tmp_path / "plan.json")).violations == ()
