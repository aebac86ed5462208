"""Why a plan is as it is: binding rules, slack in days, last days.

Everything is computed from the mission and the plan alone, by looking at one thing
with all else as planned; nothing of the search is asked.
"""

from drawdown.planning.explain.change import Effect, effect, effect_in_words
from drawdown.planning.explain.explain import explain
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.words import as_object, in_words

__all__ = [
    "Effect",
    "Explanation",
    "Rule",
    "as_object",
    "effect",
    "effect_in_words",
    "explain",
    "in_words",
]
