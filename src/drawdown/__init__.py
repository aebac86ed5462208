"""Plan, prove and explain the end of a peace operation."""

__version__ = "0.1.0"
