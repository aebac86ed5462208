"""Team-days that steps take in a span, however they are shifted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.mission import bundled, read_mission
from drawdown.planning.problem import compile_problem
from drawdown.planning.team_work import Job, team_work
from drawdown.planning.timetable import timetabled


@given(
    days=st.integers(1, 9),
    teams=st.integers(1, 3),
    head=st.integers(0, 12),
    tail=st.integers(0, 9),
    begin=st.integers(0, 25),
    length=st.integers(1, 25),
    more=st.integers(0, 20),
)
def test_no_start_takes_less_in_a_span_than_is_counted(
    days, teams, head, tail, begin, length, more
):
    """The days counted are the least of all starts that head and closing day allow."""
    job = Job(days=days, teams=teams, head=head, tail=tail)
    closing, end = head + days - 1 + tail + more, begin + length
    starts = range(head, closing + 1 - tail - days + 1)
    inside = [max(0, min(start + days, end) - max(start, begin)) for start in starts]
    counted = job.within(begin, np.array([end]), np.array([closing]))
    assert counted.tolist() == [teams * min(inside)]


@pytest.mark.parametrize("name", ["tutorial", "minusma"])
def test_steps_of_a_timetable_do_what_is_counted(name):
    """A timetable does at least what is counted, at each site and in each span."""
    mission = read_mission(bundled(name))
    problem = timetabled(compile_problem(mission))
    steps = {step.step_id: step for step in mission.steps}
    for crew, work in team_work(problem).items():
        for site, jobs in work.items():
            spans = [
                (steps[step_id].teams, first, last + 1)
                for done in (problem.opening[site], problem.closing_steps[site])
                for step_id, (first, last) in done.items()
                if steps[step_id].crew == crew
            ]
            closing = np.array([problem.ready_to_close[site]])
            for begin in range(0, problem.days, 7):
                for end in range(begin + 1, problem.days, 10):
                    done = sum(
                        teams * max(0, min(last, end) - max(first, begin))
                        for teams, first, last in spans
                    )
                    counted = sum(
                        int(job.within(begin, np.array([end]), closing)[0])
                        for job in jobs
                    )
                    assert counted <= done
