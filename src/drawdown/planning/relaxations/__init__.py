"""Relaxations: small changes of an impossible mission, each tried by planning it."""

from drawdown.planning.relaxations.offering import Offer, offers

__all__ = ["Offer", "offers"]
