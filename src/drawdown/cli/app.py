"""The program ``drawdown``: its commands, its exit codes, how it reports errors."""

import sys
from pathlib import Path

from cyclopts import App

from drawdown import __version__
from drawdown.errors import (
    DrawdownError,
    MissionError,
    PlanFileError,
    TableError,
    UsageError,
)

GOOD = 0
PROBLEMS = 1
USAGE = 2
NO_PLAN = 3

PLANNER = Path(__file__).parents[1] / "planning" / "plan_mission.py"
"""Commands that plan are there as soon as the planner is."""

app = App(
    name="drawdown",
    version=__version__,
    help="Plan, prove and explain the end of a peace operation.",
)
app.command(
    "drawdown.cli.mission:check",
    name="check",
    help="Report everything that is wrong in a mission.",
)
app.command(
    "drawdown.cli.mission:new",
    name="new",
    help="Write a template of a mission, with comments.",
)
app.command(
    "drawdown.cli.exporting:export",
    name="export",
    help="Write a mission as a workbook, or a plan as files of other programs.",
)
app.command(
    "drawdown.cli.importing:import_",
    name="import",
    help="Write a mission folder from a workbook, or from a table of another program.",
)
app.command(
    "drawdown.cli.mission:schema",
    name="schema",
    help="Print the JSON Schema of a mission, a table or a plan.",
)
app.command(
    "drawdown.cli.generating:generate",
    name="generate",
    help="Write a synthetic mission of any size.",
)
if PLANNER.is_file():
    app.command(
        "drawdown.cli.planning:plan",
        name="plan",
        help="Plan a mission: a verified plan and how good it is proven to be.",
    )
    app.command(
        "drawdown.cli.demo:demo",
        name="demo",
        help="Plan, verify and show the bundled MINUSMA mission.",
    )
app.command(
    "drawdown.cli.explaining:explain",
    name="explain",
    help="Say why a site, lot, unit or task is planned as it is.",
)
app.command(
    "drawdown.cli.briefing:brief",
    name="brief",
    help="Write the briefing of a plan as one page.",
)
app.command(
    "drawdown.cli.reading:read",
    name="read",
    help="Read documents: clauses, commitments, claims, with their quotes.",
)
app.command(
    "drawdown.cli.ledger:ledger",
    name="ledger",
    help="List who claims what in documents, by subject.",
)
app.command(
    "drawdown.cli.related:related",
    name="related",
    help="Compare the documents on one event.",
)
app.command(
    "drawdown.cli.verifying:verify",
    name="verify",
    help="Check a plan against a mission, and compute its values again.",
)
app.command(
    "drawdown.cli.verifying:diff",
    name="diff",
    help="Say what changed from one plan to another.",
)
app.command(
    "drawdown.cli.verifying:movements",
    name="movements",
    help="Write or read the movements of a plan as a CSV table.",
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    describe(arguments)
    try:
        code = app(arguments, result_action="return_value")
    except DrawdownError as error:
        if debug:
            raise
        sys.exit(report(error))
    except KeyboardInterrupt:
        print("stopped; nothing is lost that was written before", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(GOOD)
    sys.exit(code if isinstance(code, int) else GOOD)


def describe(arguments: list[str]) -> None:
    """Let the help of a command be its whole docstring; the list has one line of it."""
    name = arguments[0] if arguments else ""
    if name in app and not name.startswith("-"):
        command = app[name]
        if command.default_command is not None:
            command.help = None


def report(error: DrawdownError) -> int:
    """Print an error to standard error; return the exit code that belongs to it."""
    print(f"drawdown: {error}", file=sys.stderr)
    if isinstance(error, MissionError | PlanFileError | TableError):
        for problem in error.problems:
            print(f"  {problem}", file=sys.stderr)
    return USAGE if isinstance(error, UsageError) else PROBLEMS
