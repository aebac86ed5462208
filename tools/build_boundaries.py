"""Build the packaged boundary set: ``python tools/build_boundaries.py FILE``.

The file is ``countries-50m.json`` of world-atlas 2.0.2, which is Natural Earth 4.1.0 at
1:50m as TopoJSON. Out comes a smaller TopoJSON without Antarctica, with ISO 3166-1
alpha-2 codes, whole names, and a second object: the lines, told apart as ``coast``,
``border``, and ``disputed``. The same input gives the same bytes.
"""

import gzip
import io
import json
import sys
from pathlib import Path

from babel.core import get_global
from boundaries import names, status
from boundaries.arcs import absolute, delta, simplified

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/drawdown/brief/boundaries/world.topojson.gz"
LEFT_OUT = {"010"}
"""Antarctica: no mission, and a ring that runs along the edge of the world."""
TOLERANCE = 0.004
"""Degrees (under half a kilometre) that a line may move when points are left out."""
STEP = 0.001
"""Degrees to which coordinates are rounded."""


def main(source: Path) -> None:
    """Read, simplify, tell lines apart, write."""
    topology = json.loads(source.read_text())
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        simplified(absolute(arc, scale, shift), TOLERANCE) for arc in topology["arcs"]
    ]
    areas = [
        _area(geometry)
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry.get("id") not in LEFT_OUT
    ]
    areas.sort(key=lambda area: (area["properties"]["name"], area["id"]))
    lines = _lines(areas, arcs)
    _write(areas, lines, arcs)


def _area(geometry: dict) -> dict:
    code = (get_global("territory_aliases").get(geometry.get("id")) or [""])[0]
    name = geometry["properties"]["name"]
    return {
        "type": geometry["type"],
        "id": code,
        "properties": {"name": names.WHOLE.get(name, name)},
        "arcs": geometry["arcs"],
    }


def _rings(area: dict) -> list[list[int]]:
    polygons = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
    return [ring for polygon in polygons for ring in polygon]


def _lines(areas: list[dict], arcs: list) -> list[dict]:
    owners: dict[int, list[dict]] = {}
    for area in areas:
        for ring in _rings(area):
            for arc in ring:
                owners.setdefault(arc if arc >= 0 else ~arc, []).append(area)
    kinds: dict[str, list[list[int]]] = {"coast": [], "border": [], "disputed": []}
    for arc, sides in sorted(owners.items(), key=lambda item: item[0]):
        kinds[status.kind(sides, arcs[arc])].append([arc])
    return [
        {"type": "MultiLineString", "properties": {"kind": kind}, "arcs": members}
        for kind, members in kinds.items()
    ]


def _write(areas: list[dict], lines: list[dict], arcs: list) -> None:
    used = sorted({arc for line in lines for [arc] in line["arcs"]})
    place = {old: new for new, old in enumerate(used)}

    def renumbered(found: object) -> object:
        if isinstance(found, list):
            return [renumbered(item) for item in found]
        assert isinstance(found, int)
        return place[found] if found >= 0 else ~place[~found]

    for geometry in [*areas, *lines]:
        geometry["arcs"] = renumbered(geometry["arcs"])
    text = json.dumps(
        {
            "type": "Topology",
            "transform": {"scale": [STEP, STEP], "translate": [-180, -90]},
            "objects": {
                "areas": {"type": "GeometryCollection", "geometries": areas},
                "lines": {"type": "GeometryCollection", "geometries": lines},
            },
            "arcs": [delta(arcs[arc], STEP) for arc in used],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
        file.write(text.encode())
    TARGET.write_bytes(packed.getvalue())
    print(f"{TARGET}: {len(packed.getvalue()):,} bytes, {len(used)} arcs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
