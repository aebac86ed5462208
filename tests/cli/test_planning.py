"""``drawdown plan`` and ``demo``: what they print and write, and how they leave."""

import errno
import json
from pathlib import Path

import pytest
from tests.cli import stand_in
from tests.cli.stand_in import THERE, Planner, tutorial_plan

from drawdown.cli import demo as demo_module
from drawdown.cli import plan_output, planning
from drawdown.cli.demo import demo
from drawdown.cli.explaining import explain
from drawdown.cli.planning import plan
from drawdown.errors import MissionError, UsageError
from drawdown.mission import bundled, export_workbook, read_mission, write_mission
from drawdown.plan import read_plan

FILE = Path("tutorial-plan.json")


@pytest.fixture
def planner(monkeypatch, tmp_path) -> Planner:
    """Return a planner that finds the best plan of the tutorial at once."""
    made = Planner()
    monkeypatch.setattr(planning, "plan_mission", made)
    monkeypatch.chdir(tmp_path)
    return made


def test_a_plan_is_written_and_told(planner, capsys) -> None:
    """Values with units and bounds, gap, dates, losses, residuals, what next."""
    assert plan("tutorial") == 0
    mission = read_mission(bundled("tutorial"))
    assert read_plan(FILE) == tutorial_plan(mission)
    out = capsys.readouterr().out
    for said in (
        "planned in 1.5 s, the first plan after 0.5 s",
        "protection gap      700  bound not known   threatened person-days",
        "gap               0.00%",
        "RIVER  River post    2030-03-04  handed over: Prefect of the river district",
        "HILL   Hill post     2030-03-15  left",
        "HQ     Headquarters  stays open for the liquidation",
        "transferred         4           12,000 USD lost",
        "Tasks: 1 handed over, 0 residual",
        "drawdown verify tutorial tutorial-plan.json",
        "drawdown explain tutorial-plan.json HILL --mission tutorial",
    ):
        assert said in out


def test_progress_stands_on_standard_error_in_plain_lines(planner, capsys) -> None:
    """When nobody watches: incumbent, bound, gap and time."""
    plan("tutorial", json_=True)
    captured = capsys.readouterr()
    json.loads(captured.out)
    assert "   0.5 s  searching" in captured.err
    assert "\x1b" not in captured.err


def test_a_program_reads_the_result_as_one_object(planner, capsys) -> None:
    """With all that is proven, and where the plan is."""
    assert plan("tutorial", json_=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["status"] == "planned"
    assert found["value"] == found["bound"] == 126_750
    assert found["gap"] == 0
    assert (found["seconds"], found["first_plan_seconds"]) == (1.5, 0.5)
    assert found["objectives"]["money"] == 95_550
    assert found["plan"] == str(FILE)
    assert {"bounds", "conflict", "relaxations"} <= set(found)


def test_better_plans_are_on_the_disk_while_the_search_goes_on(planner) -> None:
    """The plan of the moment is a whole file."""
    seen = []
    planner.between = lambda: seen.append(read_plan(FILE).seed)
    plan("tutorial")
    assert seen == [99]
    assert read_plan(FILE).seed == 0


@pytest.mark.parametrize(
    ("status", "parts", "code"),
    [
        ("planned", {}, 0),
        ("late", {}, 1),
        ("late", {"conflict": ("the deadline",)}, 3),
        ("infeasible", {"plan": None, "conflict": ("no escorts",)}, 3),
        ("planned", {"plan": None}, 1),
    ],
)
def test_the_exit_code_says_what_came_out(
    planner, monkeypatch, capsys, status, parts, code
) -> None:
    """0 in time, 1 late or nothing found, 3 there is none."""
    monkeypatch.setattr(planning, "plan_mission", Planner(status, **parts))
    assert plan("tutorial") == code
    out = capsys.readouterr().out
    assert all(sentence in out for sentence in parts.get("conflict", ()))
    assert FILE.exists() is (parts.get("plan", ...) is not None)


def test_what_cannot_be_met_is_printed_as_an_object_too(
    planner, monkeypatch, capsys
) -> None:
    """No plan: null figures, and the conflict in words."""
    none = Planner("infeasible", plan=None, conflict=("no way out of HILL",))
    monkeypatch.setattr(planning, "plan_mission", none)
    assert plan("tutorial", json_=True) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["plan"] is None
    assert found["value"] is None
    assert found["conflict"] == ["no way out of HILL"]


def test_options_reach_the_planner(planner) -> None:
    """And a limit of work without one of time is no limit of time."""
    plan("tutorial", seconds=7, gap=0.02, seed=3, workers=1)
    plan("tutorial", work=100)
    plan("tutorial")
    first, second, third = planner.efforts
    assert (first.seconds, first.gap, first.seed, first.workers) == (7, 0.02, 3, 1)
    assert (second.seconds, second.work) == (None, 100)
    assert (third.seconds, third.work, third.workers) == (60, None, 2)


@pytest.mark.parametrize(
    "options",
    [
        {"seconds": 0},
        {"seconds": -1},
        {"seconds": float("nan")},
        {"seconds": float("inf")},
        {"gap": -0.1},
        {"gap": 1},
        {"gap": float("nan")},
        {"seed": -1},
        {"workers": 0},
        {"work": 0},
    ],
)
def test_numbers_that_mean_nothing_are_refused(planner, options) -> None:
    """Before anything is read or written."""
    with pytest.raises(UsageError, match=f"--{next(iter(options))}"):
        plan("tutorial", **options)
    assert not FILE.exists()


def test_a_mission_that_is_none_is_refused(planner) -> None:
    """With the nearest name."""
    with pytest.raises(UsageError, match="did you mean tutorial"):
        plan("tutorail")
    with pytest.raises(UsageError, match="no such folder or workbook"):
        plan("missions/none")


def test_a_mission_with_problems_is_not_planned(planner, tmp_path) -> None:
    """All problems are listed, and no plan is written."""
    write_mission(read_mission(bundled("tutorial")), tmp_path / "m")
    units = tmp_path / "m" / "units.csv"
    units.write_text(units.read_text().replace("HILL,15,8", "HIL,fifteen,8"))
    with pytest.raises(MissionError) as caught:
        plan(str(tmp_path / "m"))
    assert len(caught.value.problems) >= 2
    assert planner.efforts == []
    assert not FILE.exists()


def test_a_workbook_is_planned_like_a_folder(planner, tmp_path, capsys) -> None:
    """Named by its id, whatever the name of the file."""
    export_workbook(read_mission(bundled("tutorial")), tmp_path / "book.xlsx")
    assert plan(str(tmp_path / "book.xlsx")) == 0
    assert FILE.exists()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("none/plan.json", "no such folder"),
        ("folder", "this is a folder"),
        ("notes.txt", "no plan"),
    ],
)
def test_a_plan_goes_nowhere_where_something_would_be_lost(
    planner, tmp_path, output, said
) -> None:
    """Known before an hour of planning, not after it."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=said):
        plan("tutorial", output=Path(output))
    assert planner.efforts == []
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_an_older_plan_is_replaced(planner) -> None:
    """Planning again takes no other step."""
    plan("tutorial", output=Path("mine.json"))
    assert plan("tutorial", output=Path("mine.json")) == 0


def test_a_change_of_the_tables_is_explained_after_two_steps(
    planner, tmp_path, capsys
) -> None:
    """Change a number, plan again: the older plan is kept, and explain finds it."""
    write_mission(read_mission(bundled("tutorial")), tmp_path / "m")
    plan("m")
    assert not Path("tutorial-plan.before.json").exists()
    units = tmp_path / "m" / "sites.csv"
    units.write_text(units.read_text().replace("25,6,2,2,6", "26,6,2,2,6"))
    plan("m")
    capsys.readouterr()
    assert explain(FILE, "RIVER", mission="m") == 0
    out = capsys.readouterr().out
    assert "What changed since tutorial-plan.before.json" in out
    assert "made from other tables" in out
    explain(FILE, "RIVER", mission="m", json_=True)
    assert json.loads(capsys.readouterr().out)["change"]["other_tables"] is True


def test_a_full_disk_is_an_error_in_words(planner, monkeypatch) -> None:
    """And what was written before stays."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    plan("tutorial")
    before = FILE.read_bytes()
    monkeypatch.setattr(plan_output, "write_plan", full)
    with pytest.raises(UsageError, match="No space left"):
        plan("tutorial")
    assert FILE.read_bytes() == before


def test_the_demo_plans_verifies_and_shows(planner, monkeypatch, capsys) -> None:
    """Into the folder out; here with a smaller mission."""
    monkeypatch.setattr(demo_module, "MISSION", "tutorial")
    assert demo(seconds=5) == 0
    out = capsys.readouterr().out
    assert "no violation" in out
    assert str(Path("out") / FILE) in out
    assert read_plan(Path("out") / FILE).objectives.money == 95_550
    assert planner.efforts[0].seconds == 5


real = pytest.mark.skipif(not THERE, reason="there is no planner yet")


@real
def test_the_tutorial_is_planned_by_the_planner(tmp_path, monkeypatch, capsys) -> None:
    """A small run from the command to the verified file."""
    monkeypatch.chdir(tmp_path)
    assert plan("tutorial", seconds=20) == 0
    assert read_plan(FILE).objectives.people_late == 0


@real
def test_the_same_seed_and_work_give_the_same_bytes(tmp_path, monkeypatch) -> None:
    """Without a limit of time."""
    monkeypatch.chdir(tmp_path)
    for name in ("one.json", "two.json"):
        plan("tutorial", seed=5, work=50, output=Path(name))
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_the_stand_in_is_like_the_planner() -> None:
    """The same fields, so that these tests test what is there."""
    import drawdown.planning.plan_mission as planner_module

    for name in ("Effort", "Progress", "Result"):
        fields = getattr(planner_module, name).__dataclass_fields__
        assert set(getattr(stand_in, name).__dataclass_fields__) <= set(fields)
