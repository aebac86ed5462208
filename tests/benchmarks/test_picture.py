"""The picture of RESULTS.md."""

import itertools
import re

import pytest
from tests.benchmarks.courses import loser, unbuilt, winner

pytestmark = pytest.mark.usefixtures("bench_group")


def drawn(lines, path):
    from against.picture import draw

    draw(lines, path)
    return path.read_text("utf-8")


def test_the_same_timelines_give_the_same_bytes(tmp_path):
    lines = [winner(), loser(), unbuilt()]
    one = drawn(lines, tmp_path / "one.svg")
    assert one == drawn(lines, tmp_path / "two.svg")
    assert len(one) < 150_000
    assert "date" not in one


def test_each_mission_has_a_panel_that_says_who_has_no_plan(tmp_path):
    other = winner()
    other.case, other.seed = "minusma", None
    text = drawn([winner(), loser(), unbuilt(), other], tmp_path / "one.svg")
    assert "scale 3, seed 0" in text
    assert ">minusma<" in text
    assert text.count("CP-SAT: no plan") == 1
    assert text.count("HiGHS: no plan, no bound above 0") == 1
    assert "drawdown: no plan" not in text


def test_of_many_seeds_the_first_is_drawn(tmp_path):
    text = drawn([winner(4), loser(4), winner(5)], tmp_path / "one.svg")
    assert "seed 4" in text
    assert "seed 5" not in text


def test_solvers_differ_in_line_as_well_as_in_colour():
    from against.picture import LOOKS
    from against.race import SOLVERS

    assert set(LOOKS) == set(SOLVERS)
    assert len({str(look.line) for look in LOOKS.values()}) == len(SOLVERS)
    light = sorted(_luminance(look.colour) for look in LOOKS.values())
    assert all(b - a > 0.1 for a, b in itertools.pairwise(light))


def _luminance(colour):
    red, green, blue = (
        int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", colour)
    )
    return 0.299 * red + 0.587 * green + 0.114 * blue
