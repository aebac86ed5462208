"""Sources: how well the values of each table are known, and who says so."""

from urllib.parse import urlsplit

import htpy as h

from drawdown.brief.facts.sources import TableEvidence
from drawdown.brief.page.html import Node, Row, table
from drawdown.brief.page.setting import SIGNS, Setting

__all__ = ["legend", "sources"]


def sources(setting: Setting) -> h.Element:
    """Return the section on evidence."""
    text, found = setting.language.text, setting.briefing.evidence
    return h.section("#sources", aria_labelledby="sources-h")[
        h.h2("#sources-h")[text("Sources")],
        legend(setting),
        table(
            text("How well the values of each table are known"),
            [
                text("Table"),
                text("Rows"),
                *(setting.word(confidence.value) for confidence in SIGNS),
                text("not said"),
                text("Sources"),
            ],
            (_row(setting, one) for one in found),
            kind="num",
            ids=[f"t-{one.table}" for one in found],
        ),
        h.ol(".sources")[
            (
                h.li(id=f"s{number}")[_link(source)]
                for source, number in setting.sources.items()
            )
        ],
    ]


def legend(setting: Setting) -> h.Element:
    """Return what the signs beside figures mean."""
    text = setting.language.text
    signs = ", ".join(
        f"{text(sign)} {setting.word(confidence.value)}"
        for confidence, sign in SIGNS.items()
    )
    return h.p(".small")[
        text(
            "Small letters say how well a figure is known: {signs}; a number leads to "
            "the source, a letter alone to its table. A figure that is computed from "
            "others has the weakest letter of what it hangs on.",
            signs=signs,
        )
    ]


def _row(setting: Setting, one: TableEvidence) -> Row:
    number = setting.number
    counts = (one.reported, one.derived, one.assumed, one.unsaid)
    return [
        one.table,
        number(one.rows),
        *(number(count) if count else "–" for count in counts),
        _numbers(setting, one),
    ]


def _numbers(setting: Setting, one: TableEvidence) -> str:
    """Return the numbers of the sources of a table; those in a row as a range."""
    numbers = sorted(setting.sources[source] for source in one.sources)
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return ", ".join(
        f"{row[0]}" if len(row) == 1 else f"{row[0]}–{row[-1]}" for row in ranges
    )


def _link(source: str) -> Node:
    """Return a source; an address can be followed, and is printed whole."""
    if source.startswith(("https://", "http://")):
        return h.a(href=source)[urlsplit(source).hostname or source]
    return source
