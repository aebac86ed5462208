"""Plan files: they come back as they were, say what is wrong, and are never half."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from drawdown.errors import PlanFileError
from drawdown.mission import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Incumbent,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
    Release,
    Residual,
    parse_plan,
    plan_bytes,
    read_plan,
    write_plan,
)

DAY = date(2023, 8, 1)


def plan() -> Plan:
    """Return a plan with something in each of its lists."""
    return Plan(
        mission="small",
        mission_digest="abc",
        made_by="drawdown é",
        seed=3,
        objectives=Objectives(
            people_late=0,
            attacks=0.1 + 0.2,
            protection_gap=5,
            loss=1,
            money=2,
            weighted=3,
        ),
        proof=Proof(value=3, bound=2.5, bound_by="HiGHS"),
        incumbents=(Incumbent(work=1, value=4, stage="first"),),
        closures=(
            Closure(
                site="BASE",
                closed=DAY,
                mode=ClosureMode.HANDED_OVER,
                steps=(PlannedStep(step="inventory", start=DAY, end=DAY),),
            ),
            Closure(site="HUB"),
        ),
        movements=(
            Movement(
                movement="m1",
                route="R1~",
                departs=DAY,
                arrives=DAY,
                escorts={"b": 1, "a": 2},
                trucks=3,
                people=(People(unit="BATT", persons=10),),
                loads=(Load(lot="L1", count=2, disposition=Disposition.TRANSFER),),
            ),
        ),
        disposals=(Disposal(lot="L1", disposition=Disposition.GIFT, count=1, on=DAY),),
        releases=(Release(unit="LOCAL", persons=5, on=DAY),),
        escort_releases=(
            EscortRelease(group="e", escort="E1", companies=1, site="HUB", on=DAY),
        ),
        handovers=(Handover(task="watch", start=DAY, end=DAY),),
        residuals=(Residual(task="other", gap=DAY, reason="no recipient"),),
    )


def test_a_plan_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    """Every field survives, a way back (~) and accents too."""
    write_plan(plan(), tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == plan()


def test_the_format_stands_first_and_each_movement_on_a_line_of_its_own() -> None:
    """So that a person and a text diff can read it."""
    lines = plan_bytes(plan()).decode().splitlines()
    assert lines[1] == ' "format": "drawdown-plan/1",'
    assert sum('"route": "R1~"' in line for line in lines) == 1


def test_equal_plans_give_the_same_bytes() -> None:
    """Whatever the order of a mapping, and whether 3 or 3.0 was computed."""
    (movement,) = plan().movements
    other = replace(
        plan(),
        movements=(replace(movement, escorts={"a": 2, "b": 1}),),
        proof=replace(plan().proof, value=3.0),
    )
    assert other == plan()
    assert plan_bytes(other) == plan_bytes(plan())


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0), values=st.lists(st.floats(0, 1e300), min_size=6, max_size=6)
)
def test_numbers_survive_to_the_last_digit(seed: int, values: list[float]) -> None:
    """Floats are written so that they are read as the same float."""
    names = ("people_late", "attacks", "protection_gap", "loss", "money", "weighted")
    objectives = Objectives(**dict(zip(names, values, strict=True)))
    made = replace(plan(), seed=seed, objectives=objectives)
    assert parse_plan(plan_bytes(made).decode()) == made


def damaged(**changes: object) -> str:
    """Return the text of a plan file with other values."""
    return json.dumps(json.loads(plan_bytes(plan())) | changes)


def test_every_problem_is_reported_with_its_path() -> None:
    """Unknown keys with the nearest, wrong types, wrong dates, missing values."""
    movement = {
        "movement": "m1",
        "route": "R1",
        "departs": "2023-02-30",
        "arrives": "2023-08-02",
        "truks": 3,
        "people": [{"unit": "BATT", "persons": -1}],
        "loads": [{"lot": "L1"}],
    }
    with pytest.raises(PlanFileError) as caught:
        parse_plan(damaged(movements=[movement], seed="7", colour="red"))
    places = {problem.column: problem for problem in caught.value.problems}
    assert set(places) == {
        "$.movements[0].departs",
        "$.movements[0].truks",
        "$.movements[0].people[0].persons",
        "$.movements[0].loads[0].count",
        "$.seed",
        "$.colour",
    }
    assert places["$.movements[0].truks"].hint == "did you mean trucks?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("[1]", "no JSON object"),
        ("{}", "no plan file"),
        ('{"format": "drawdown-plan/9"}', "format is drawdown-plan/9"),
        ('{"format": "drawdown-plan/1", "seed": 1, "seed": 2}', "stands twice"),
        ('{"format": "drawdown-plan/1", "seed": NaN}', "NaN is no number"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_what_is_no_plan_file_is_refused_in_words(text: str, message: str) -> None:
    """Without a traceback."""
    with pytest.raises(PlanFileError, match=message):
        parse_plan(text)


def test_a_file_that_is_not_there_is_an_error_of_the_plan_file(tmp_path: Path) -> None:
    """It names the file."""
    with pytest.raises(PlanFileError, match=r"nowhere\.json"):
        read_plan(tmp_path / "nowhere.json")


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["2023-08-01", "9999-99-99", "m1", "\ud800"])
)
anything = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["movement", "site", "lot", "steps", "persons", "x"]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(key=st.sampled_from(sorted(json.loads(plan_bytes(plan())))), value=anything)
def test_any_value_of_any_key_is_read_or_refused(key: str, value: object) -> None:
    """Nothing but the error of the plan file comes out of it."""
    with contextlib.suppress(PlanFileError):
        parse_plan(damaged(**{key: value}))
    with contextlib.suppress(PlanFileError):
        parse_plan(damaged(**{key: [value]}))


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1" * 5_000])
def test_numbers_beyond_all_bounds_are_refused(number: str) -> None:
    """They would be written as what is no JSON."""
    text = plan_bytes(plan()).decode().replace('"value": 3.0', f'"value": {number}')
    with pytest.raises(PlanFileError):
        parse_plan(text)


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from drawdown.plan import read_plan, write_plan
path = Path(sys.argv[1])
plan = read_plan(path)
for seed in range(10**9):
    write_plan(replace(plan, seed=seed, incumbents=plan.incumbents * 500), path)
    if seed == 0:
        print("writing", flush=True)
"""


def test_killed_in_the_middle_of_writing_the_plan_file_is_whole(tmp_path: Path) -> None:
    """At whatever moment: the file is an old or a new plan, never a half one."""
    path = tmp_path / "plan.json"
    write_plan(plan(), path)
    for wait in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "writing\n"
            time.sleep(0.003 * wait)
            os.kill(process.pid, signal.SIGKILL)
        assert read_plan(path).closures == plan().closures
        write_plan(plan(), path)


def test_a_plan_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """A number that JSON does not have is found before the file is touched."""
    path = tmp_path / "plan.json"
    write_plan(plan(), path)
    endless = replace(plan(), proof=Proof(value=float("inf")))
    with pytest.raises(ValueError, match="JSON"):
        write_plan(endless, path)
    assert read_plan(path) == plan()
    assert [found.name for found in tmp_path.iterdir()] == ["plan.json"]


def test_the_types_of_a_plan_give_a_json_schema() -> None:
    """Other programs can check plan files."""
    assert TypeAdapter(Plan).json_schema()["type"] == "object"
