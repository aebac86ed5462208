"""The word lists of the readers: one folder for each language, reviewed like data."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["table"]


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """Return the word list ``name`` (a TOML file) of a language."""
    path = resources.files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
