"""A clause: one act of a decision, who acts, how strongly, when, on what conditions."""

from dataclasses import dataclass

from drawdown.reading.limit import Limit
from drawdown.reading.span import Span

__all__ = ["Clause"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Span):
    """One operative act.

    ``force`` is one of decides, requests, authorizes, calls_upon, urges, encourages,
    extends, demands, acknowledges, affirms_expectation, expresses_intention, recalls
    and underscores.
    """

    para: str | None
    """The paragraph as printed, "6(b)"."""
    issuer: str | None
    """Who decides or asks."""
    actor: str
    """Who must or may act."""
    force: str
    action: str
    """What is to be done, in the document's words."""
    dates: tuple[Limit, ...] = ()
    conditions: tuple[Span, ...] = ()
    positive: bool = True
    """False where the clause forbids or ends something."""
    inherited: bool = False
    """Whether the force comes from the line above a list."""
