"""``drawdown demo``: one mission read, planned, verified and shown."""

from pathlib import Path

from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.cli.app import PROBLEMS
from drawdown.cli.documents import mission_by_documents, show_documents
from drawdown.cli.plan_output import PlanOutput
from drawdown.cli.plan_report import plan_report
from drawdown.cli.planning import exit_code, planned
from drawdown.errors import UsageError
from drawdown.mission import bundled
from drawdown.plan import read_plan
from drawdown.planning.plan_mission import Effort
from drawdown.verifying import verify
from drawdown.verifying.report import in_words
from drawdown.whole_file import write_whole

MISSION = "minusma"
FOLDER = Path("out")


def demo(*, seconds: float = 70.0) -> int:
    """Read the documents of the bundled MINUSMA mission, plan, verify, and brief.

    The plan is by the dates of the documents. It is written to out/minusma-plan.json,
    the briefing to out/minusma-brief.html. Exit code 0: a plan that the verifier
    accepts, in time or late; 1: none; others as for plan.

    Parameters
    ----------
    seconds
        How long to plan.

    """
    if not 0 < seconds < float("inf"):
        raise UsageError(f"--seconds {seconds} means nothing", hint="it is above 0")
    folder = bundled(MISSION)
    if told := show_documents(folder):
        print(told, flush=True)
    mission = mission_by_documents(folder)
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{MISSION}-plan.json"
    result = planned(mission, Effort(seconds=seconds), PlanOutput(path))
    print(plan_report(mission, result, path, MISSION))
    if result.plan is None:
        return exit_code(result)
    plan = read_plan(path)
    verdict = verify(mission, plan)
    print(
        f"\nThe verifier, which shares no code with the planner:\n{in_words(verdict)}"
    )
    briefing = FOLDER / f"{MISSION}-brief.html"
    write_whole(briefing, page(gather(mission, plan, verdict)).encode())
    print(f"\nThe briefing, to be opened in a browser: {briefing}")
    return 0 if verdict.holds else PROBLEMS
