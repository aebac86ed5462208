"""A draft of the plan for the transfer of tasks, that the Council may ask for.

It says what the mission's tables and the plan say, with blanks where a human must
decide; it adds no fact of its own.
"""

from drawdown.export.transfer_plan.docx import transfer_plan_docx
from drawdown.export.transfer_plan.markdown import transfer_plan_markdown

__all__ = ["transfer_plan_docx", "transfer_plan_markdown"]
