"""The command line: one file per group of commands, each a thin call of the library."""

from drawdown.cli.app import main

__all__ = ["main"]
