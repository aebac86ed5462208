"""What is left out or coarsened of a briefing, by level: one step on its facts.

Pages and exports show nothing but the facts of a briefing, so that what is redacted
here is nowhere in them: not in pictures, not in data of scripts, not in alternative
texts. What each level does stands in ``docs/briefing.md``.
"""

from drawdown.brief.redaction.level import Level
from drawdown.brief.redaction.redact import redacted

__all__ = ["Level", "redacted"]
