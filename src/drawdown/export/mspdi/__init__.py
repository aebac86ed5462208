"""MS Project XML (MSPDI): the plan as a project, read by planning programs.

Steps, milestones and weeks of movements by site, with links, a baseline and the days on
which sites were really closed. Every day of the week is worked, for eight hours.
"""

from drawdown.export.mspdi.project import mspdi

__all__ = ["mspdi"]
