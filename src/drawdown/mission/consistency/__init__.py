"""Whether the tables of a mission fit together: one file for each subject."""

from drawdown.mission.consistency.judge import inconsistencies, problems_of

__all__ = ["inconsistencies", "problems_of"]
