"""The judge shares no code with the planner."""

import ast
from pathlib import Path

import drawdown.verifying

ALLOWED = ("drawdown.mission", "drawdown.plan.plan", "drawdown.verifying")
FOLDER = Path(drawdown.verifying.__file__).parent


def test_the_judge_imports_types_and_nothing_else_of_the_product() -> None:
    """Mission types, plan types, itself, and numpy."""
    for path in FOLDER.glob("*.py"):
        tree = ast.parse(path.read_text())
        names = {
            node.module
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
        }
        ours = {name for name in names if name.startswith("drawdown")}
        assert all(name.startswith(ALLOWED) for name in ours), path.name
