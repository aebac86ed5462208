"""Suggestions: the name that was probably meant."""

import pytest

from drawdown.mission.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("GOA", ["OGO", "GAO", "KDL"], "GAO"),
        ("site", ["sites", "steps"], "sites"),
        ("STRENGTH", ["strength"], "strength"),
        ("xyz", ["sites"], None),
        ("", ["sites"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_probably_meant(
    name: str, known: list[str], meant: str | None
) -> None:
    """Letters in another order, in another case, left out."""
    assert nearest(name, known) == meant


def test_nothing_is_suggested_if_nothing_is_near() -> None:
    """No hint is better than a wrong one."""
    assert did_you_mean("xyz", ["sites"]) == ""
