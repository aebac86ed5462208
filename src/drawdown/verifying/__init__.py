"""The independent judge: checks a plan against a mission, and knows no planner."""

from drawdown.verifying.verdict import Verdict, Violation
from drawdown.verifying.verify import RULES, verify

__all__ = ["RULES", "Verdict", "Violation", "verify"]
