"""Value by disposition and class."""

from collections import defaultdict

import htpy as h

from drawdown.brief.facts.basis import together
from drawdown.brief.facts.lots import LotFacts
from drawdown.brief.page.html import Node, Row, drawn, table
from drawdown.brief.page.setting import MILLION, Setting
from drawdown.brief.pictures.bars import draw_bars
from drawdown.brief.pictures.chart_input import BarsInput, BarsRow
from drawdown.mission import Disposition

__all__ = ["value"]


def value(setting: Setting) -> Node:
    """Return the section on how items end, and what is lost."""
    text = setting.language.text
    classes: dict[str, list[LotFacts]] = defaultdict(list)
    for lot in setting.briefing.lots:
        classes[lot.class_id].append(lot)
    if not classes:
        return None
    used = [by for by in Disposition if any(l.by(by) for l in setting.briefing.lots)]
    order = sorted(classes, key=lambda name: (-_worth(classes[name]), name))
    return h.section("#value", aria_labelledby="value-h")[
        h.h2("#value-h")[text("Value by class and disposition")],
        drawn(draw_bars(_bars(setting, classes, order, used), setting.wording)),
        table(
            text("Items by class and disposition, and the USD that are lost"),
            [
                text("Class"),
                text("Items"),
                *(setting.word(by.value) for by in used),
                text("Worth"),
                text("Lost"),
            ],
            (_row(setting, classes[name], used) for name in order),
            kind="num",
        ),
    ]


def _worth(lots: list[LotFacts]) -> float:
    return sum(one.value or 0.0 for lot in lots for one in lot.ended)


def _worth_by(lots: list[LotFacts], by: Disposition) -> float:
    return sum(
        one.value or 0.0 for lot in lots for one in lot.ended if one.disposition is by
    )


def _bars(
    setting: Setting,
    classes: dict[str, list[LotFacts]],
    order: list[str],
    used: list[Disposition],
) -> BarsInput:
    text = setting.language.text
    return BarsInput(
        key="bars",
        title=text("Value of the items of each class by disposition"),
        description=text(
            "Of {all} in all, {lost} are lost by the ways in which the items end.",
            all=setting.millions(sum(_worth(lots) for lots in classes.values())),
            lost=setting.millions(setting.briefing.heading.objectives.loss),
        ),
        unit=text("million USD"),
        parts=tuple(setting.word(by.value) for by in used),
        rows=tuple(
            BarsRow(
                name=setting.goods(classes[name][0]),
                values=tuple(_worth_by(classes[name], by) / MILLION for by in used),
                label=setting.millions(_worth(classes[name])),
            )
            for name in order
        ),
    )


def _row(setting: Setting, lots: list[LotFacts], used: list[Disposition]) -> Row:
    number = setting.number
    lost = sum(one.lost or 0.0 for lot in lots for one in lot.ended)
    counts = [sum(lot.by(by) for lot in lots) for by in used]
    return [
        [
            setting.goods(lots[0]),
            setting.mark(together(lot.basis for lot in lots), "lots"),
        ],
        number(sum(lot.count for lot in lots)),
        *(number(count) if count else "–" for count in counts),
        setting.millions(_worth(lots)),
        setting.millions(lost) if lost else "–",
    ]
