"""The page of the documentation with the help of every command.

``python -m drawdown.cli.documentation > docs/cli.md`` writes it; a test compares.
"""

import io
from collections.abc import Iterator

from rich.console import Console

from drawdown.cli.app import app, describe

WIDTH = 80
PARTS = (("movements", "export"), ("movements", "import"))
"""Commands within commands."""

BEGINNING = """\
# The command line

`drawdown COMMAND --help` prints what stands here. MISSION is a mission folder, a
workbook, or the name of a bundled mission (`minusma`, `unamid`, `tutorial`). Progress
goes to standard error, results to standard output; `--json` prints one object and
nothing else. `drawdown --debug …` shows where an error comes from.

| Exit code | Meaning |
|---|---|
| 0 | good |
| 1 | problems were found; a plan is late; two plans differ |
| 2 | the call is off: an option, a name, a file that would be lost |
| 3 | no plan exists that meets the requirements; they are named |
| 130 | stopped by Ctrl-C before there was a plan to keep |
"""

OBJECT = """\
`plan --json` prints `status` (`planned`, `late`, `infeasible`), `value`, `bound` and
`gap` (a share; null where nothing is proven), `seconds`, `first_plan_seconds`,
`objectives` and `bounds` (the five values and their weighted sum; a bound that is not
known is null), `levels` (the values that had their turn, where the mission serves them
strictly in their order), `conflict`, `relaxations`, `relaxed_plans` (paths of their
plans, in the same order; each is a plan of the mission as that relaxation changes it),
and `plan`, the path of the plan file.
"""


def cli_page() -> str:
    """Return the page: exit codes, then every command with its help."""
    return "\n".join([BEGINNING, *_commands()])


def _commands() -> Iterator[str]:
    names = sorted(name for name in app if not name.startswith("-"))
    for name in names:
        yield _section((name,))
        if name == "plan":
            yield OBJECT
        yield from (_section(part) for part in PARTS if part[0] == name)


def _section(tokens: tuple[str, ...]) -> str:
    lines = [line.rstrip() for line in _help(tokens).strip().splitlines()]
    title = f"## drawdown {' '.join(tokens)}"
    return "\n".join([title, "", "```text", *lines, "```", ""])


def _help(tokens: tuple[str, ...]) -> str:
    """Return what a command prints when it is asked for help."""
    text = io.StringIO()
    console = Console(file=text, width=WIDTH, color_system=None, force_terminal=False)
    describe(list(tokens))
    app([*tokens, "--help"], console=console, result_action="return_value")
    return text.getvalue()


if __name__ == "__main__":
    print(cli_page(), end="")
