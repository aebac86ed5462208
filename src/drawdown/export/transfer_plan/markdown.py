"""The draft as Markdown."""

import re
from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.transfer_plan.blocks import (
    Block,
    Bullets,
    Grid,
    Heading,
    Paragraph,
    Quotation,
    parts_of,
)
from drawdown.export.transfer_plan.content import content

SPECIAL = re.compile(r"([\\`*_<>\[\]|~])")
AT_START = re.compile(r"^([#+\-=]|\d+[.)])")


def transfer_plan_markdown(dossier: Dossier) -> bytes:
    """Return the draft in UTF-8; blanks are bold."""
    blocks = ("\n".join(_lines(block)) for block in content(dossier))
    return ("\n\n".join(blocks) + "\n").encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_marked(block.text)}"
        case Paragraph():
            yield _start(_marked(block.text))
        case Quotation():
            yield f"> “{_marked(block.words)}”"
            yield ">"
            yield f"> {_marked(block.source)}"
        case Bullets():
            yield from (f"- {_start(_marked(item))}" for item in block.items)
        case Grid():
            yield _row(block.head)
            yield "|" + "---|" * len(block.head)
            yield from (_row(row) for row in block.rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_marked(cell) for cell in cells) + " |"


def _marked(text: str) -> str:
    """Return a text on one line in which nothing is taken for a sign of Markdown."""
    plain = " ".join(text.split())
    return "".join(
        f"**[{_escaped(part[1:-1])}]**" if is_blank else _escaped(part)
        for part, is_blank in parts_of(plain)
    )


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def _start(text: str) -> str:
    """Return a text that does not begin a heading or a list."""
    return AT_START.sub(lambda found: f"\\{found[0]}", text)
