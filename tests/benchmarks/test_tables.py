"""The tables of RESULTS.md say what was found, and what was not."""

from tests.benchmarks.courses import loser, unbuilt, winner

from against.saved import save
from against.tables import course_table, medians_table, models_table
from planning import main, report


def rows(table):
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
    ]


def test_a_course_is_told_at_instants_and_at_the_end():
    head, _, row = rows(course_table([winner()], [10.0, 60.0]))
    told = dict(zip(head, row, strict=True))
    assert told == {
        "mission": "scale 3, seed 0",
        "solver": "drawdown",
        "first plan": "7.2 s",
        "at 10 s: value, bound, gap": "2.00, no bound, –",
        "at 60 s: value, bound, gap": "2.00, 1.00, 50.0%",
        "at the end": "1.25, 1.00, 20.0%",
        "ended": "planned, 299 s",
        "memory": "0.50 GiB",
        "verifier": "accepted",
    }


def test_a_solver_without_a_plan_is_shown_so():
    *_, incomplete, unlaid = rows(course_table([loser(), unbuilt()], [10.0, 300.0]))
    assert incomplete[2:6] == [
        "–",
        "no plan, no bound, –",
        "see the end",
        "incomplete (4,000.00), 0.50000, –",
    ]
    assert unlaid[5:7] == [
        "no plan, no bound, –",
        "ended at 16 GiB, laying out the model, 0 s",
    ]


def test_sizes_of_models_are_those_of_peers():
    lines = rows(models_table([winner(), loser(), unbuilt()]))[2:]
    assert lines == [
        ["scale 3, seed 0", "CP-SAT", "1,500", "2,000", "1,300", "8,700", "6.5 s",
         "20.0 s"],
        ["scale 3, seed 0", "HiGHS", "–", "–", "–", "–", "–", "–"],
    ]  # fmt: skip


def test_a_seed_without_a_plan_counts_as_the_worst_of_a_median():
    late = winner(2)
    late.points = late.points[2:]
    three = [winner(0), winner(1), late, *(loser(seed) for seed in range(3))]
    *_, won, lost = rows(medians_table(three, [60.0]))
    assert won == ["scale 3", "drawdown", "3 of 3", "7.2 s", "50.0%", "20.0%"]
    assert lost == ["scale 3", "CP-SAT", "0 of 3", "–", "–", "–"]
    two = [winner(0), winner(1), loser(2)]
    two[2].solver = "drawdown"
    assert rows(medians_table(two, [60.0]))[-1][2:] == [
        "2 of 3", "7.2 s", "50.0%", "20.0%",
    ]  # fmt: skip


def test_one_seed_has_no_median():
    assert medians_table([winner(), loser()], [60.0]) == ""


def test_saved_timelines_are_printed_without_measuring(tmp_path, capsys, bench_group):
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    save([winner()], one)
    save([loser()], other)
    picture = tmp_path / "picture.svg"
    main(["--draw", str(one), str(other), "--picture", str(picture)])
    assert capsys.readouterr().out.strip() == report([winner(), loser()])
    assert "no plan" in picture.read_text("utf-8")
