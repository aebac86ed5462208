"""The facts that a briefing and its exports show, computed once from a plan."""

from drawdown.brief.facts.briefing import Briefing, gather

__all__ = ["Briefing", "gather"]
