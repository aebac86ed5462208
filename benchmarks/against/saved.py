"""Timelines in a file, so that tables and pictures can be made again."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from against.timeline import ModelSize, Point, Timeline


def save(timelines: Sequence[Timeline], path: Path) -> None:
    """Write timelines, one point a line; times to 10 ms, amounts to a dollar."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ",\n".join(_text(line) for line in timelines)
    path.write_text(f"[\n{text}\n]\n", encoding="utf-8")


def saved(path: Path) -> list[Timeline]:
    """Return the timelines of a file."""
    return [_timeline(one) for one in json.loads(path.read_text(encoding="utf-8"))]


def _text(line: Timeline) -> str:
    said = asdict(line)
    points = said.pop("points")
    for key in ("laid_out", "loaded", "memory", "seconds"):
        said[key] = None if said[key] is None else round(said[key], 2)
    head = json.dumps(said, ensure_ascii=False)
    rows = ",\n".join(
        json.dumps(
            [round(p["seconds"], 2), *map(_usd, (p["value"], p["priced"], p["bound"]))]
        )
        for p in points
    )
    return f'{head[:-1]}, "points": [\n{rows}\n]}}'


def _usd(amount: float | None) -> int | None:
    return None if amount is None else round(amount)


def _timeline(said: dict) -> Timeline:
    points = [
        Point(seconds=seconds, value=value, priced=priced, bound=bound)
        for seconds, value, priced, bound in said.pop("points")
    ]
    size = said.pop("size")
    return Timeline(
        **said, points=points, size=None if size is None else ModelSize(**size)
    )
