"""Redacted exports hold nothing of what is left out, whatever the format."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from drawdown.brief.redaction import Level
from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.export.format import Format, content
from drawdown.export.quotes import DUE, Quote
from drawdown.mission import Mission
from drawdown.plan import Plan

COMMUNITY, UNIT = "Zarzaitine", "Ouagalou Rifles Battalion"
"""Names that nothing else has."""


@pytest.fixture(scope="session")
def secret(mission: Mission) -> Mission:
    """Return the mission with names that must not get out."""
    return replace(
        mission,
        communities=tuple(replace(c, name=COMMUNITY) for c in mission.communities),
        units=tuple(replace(u, name=UNIT) for u in mission.units),
    )


def of_level(mission: Mission, plan: Plan, level: Level) -> Dossier:
    quote = Quote(
        field=DUE, on=mission.header.start, words=f"by {COMMUNITY}", document="d.txt"
    )
    return made(mission, plan, level=level, quotes=(quote,))


def text_in(made: bytes | dict[str, bytes]) -> str:
    """Return all text of a file, out of archives and pages too."""
    if isinstance(made, dict):
        return "\n".join(text_in(one) for one in made.values())
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
        return "\n".join(part.decode("utf-8", "replace") for part in parts)
    if made.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(made)
        pages = [page.get_textpage().get_text_bounded() for page in document]
        document.close()
        return "\n".join(pages)
    # Long lines of calendars are folded.
    return made.decode().replace("\r\n ", "")


@pytest.mark.parametrize("level", [Level.PARTNER, Level.PUBLIC])
@pytest.mark.parametrize("which", list(Format))
def test_no_name_and_no_place_is_left(
    secret: Mission, plan: Plan, which: Format, level: Level
) -> None:
    """Names and ids of communities, names and ids of units, ids of movements."""
    found = text_in(content(of_level(secret, plan, level), which))
    assert COMMUNITY not in found
    assert UNIT not in found
    for unit in secret.units:
        assert unit.unit_id not in found.split()
    for community in secret.communities:
        assert community.community_id not in found
        if level is Level.PUBLIC:
            assert f"{community.longitude}, {community.latitude}" not in found


@pytest.mark.parametrize("which", [Format.XLSX, Format.CSV, Format.GEOJSON])
def test_without_redaction_they_are_there(
    secret: Mission, plan: Plan, which: Format
) -> None:
    """So the test above can fail."""
    found = text_in(content(of_level(secret, plan, Level.NONE), which))
    assert COMMUNITY in found


@pytest.mark.parametrize("which", list(Format))
def test_every_format_can_be_made_at_every_level(
    mission: Mission, plan: Plan, which: Format, tmp_path: Path
) -> None:
    """And says that it is redacted."""
    for level in Level:
        found = text_in(content(made(mission, plan, level=level), which))
        redacted = level.value in found and "edacted" in found
        if which is not Format.CSV:
            assert redacted is (level is not Level.NONE)
