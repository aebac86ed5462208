"""Which lines between areas are drawn as not agreed.

Natural Earth draws who holds a place, not who owns it. The maps of the United Nations
mark these lines as undetermined, as lines of control, or do not draw them as
international boundaries (UN Geospatial, Clear Map and its notes). The pairs below are
drawn dashed for that reason; what is dashed says nothing about who is right.
"""

DISPUTED = {
    frozenset(pair)
    for pair in (
        ("EH", "MA"),  # Western Sahara: a Non-Self-Governing Territory
        ("EH", "DZ"),
        ("EH", "MR"),
        ("SD", "SS"),  # final boundary not yet determined, status of Abyei open
        ("PS", "IL"),  # armistice lines
        ("IL", "SY"),  # the Golan
        ("KR", "KP"),  # armistice line
    )
}
BOXES = {
    frozenset(("IN", "PK")): (72.5, 32.0, 81.0, 37.5),  # Jammu and Kashmir
    frozenset(("IN", "CN")): (72.5, 32.0, 81.0, 37.5),  # Aksai Chin
    frozenset(("EG", "SD")): (33.0, 21.9, 37.5, 24.0),  # Hala'ib, Bi'r Tawil
    frozenset(("KE", "SS")): (33.9, 4.0, 36.1, 6.0),  # Ilemi
}
"""West, south, east and north of the part of a line that is disputed."""


def kind(sides: list[dict], arc: list[tuple[float, float]]) -> str:
    """Return ``coast``, ``border`` or ``disputed`` for an arc with these areas."""
    if len(sides) == 1:
        return "coast"
    pair = frozenset(side["id"] for side in sides)
    if "" in pair or pair in DISPUTED:
        return "disputed"
    if pair in BOXES:
        west, south, east, north = BOXES[pair]
        x, y = arc[len(arc) // 2]
        if west <= x <= east and south <= y <= north:
            return "disputed"
    return "border"
