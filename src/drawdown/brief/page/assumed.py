"""What the plan rests on without anybody having reported it, the largest first."""

import htpy as h

from drawdown.brief.facts.assumptions import Assumption
from drawdown.brief.page.html import Row, table
from drawdown.brief.page.setting import Setting
from drawdown.mission.descriptions import column_texts
from drawdown.mission.tables import BY_NAME

__all__ = ["assumed"]


def assumed(setting: Setting) -> h.Element:
    """Return the section on assumptions."""
    text, found = setting.language.text, setting.briefing.assumptions
    figures = [one for one in found if one.usd is not None]
    limits = [one for one in found if one.usd is None]
    return h.section("#assumptions", aria_labelledby="assumptions-h")[
        h.h2("#assumptions-h")[text("Assumptions, ranked by size")],
        h.p[
            text(
                "What nobody reported was assumed, and says so in its row. Two lists, "
                "because two things can hang on it: the values of the plan, and its "
                "dates."
            )
        ],
        table(
            text(
                "What the values rest on: USD of the weighted sum computed with "
                "assumed values; one amount can rest on several"
            ),
            [
                text("Table and column"),
                text("Assumed"),
                text("USD that rest on it"),
                text("Notes of the tables"),
            ],
            (_figure(setting, one) for one in figures),
            kind="num",
        )
        if figures
        else None,
        table(
            text(
                "What the dates rest on: the share of the days on which the plan "
                "stands at an assumed limit; a limit that is never reached may be "
                "wrong without a consequence"
            ),
            [
                text("Table and column"),
                text("Assumed"),
                text("Days at the limit"),
                text("Notes of the tables"),
            ],
            (_limit(setting, one) for one in limits),
            kind="num",
        )
        if limits
        else None,
    ]


def _name(one: Assumption) -> h.Element:
    meaning = column_texts(BY_NAME[one.table].row).get(one.column, "")
    return h.a(href=f"#t-{one.table}", title=meaning.replace("``", "") or None)[
        f"{one.table}: {one.column}"
    ]


def _count(setting: Setting, one: Assumption) -> str:
    return setting.language.text(
        "{assumed} of {values}", assumed=one.assumed, values=one.values
    )


def _figure(setting: Setting, one: Assumption) -> Row:
    usd = setting.millions(one.usd or 0.0)
    return [_name(one), _count(setting, one), usd, "; ".join(one.notes)]


def _limit(setting: Setting, one: Assumption) -> Row:
    share = setting.language.percent(one.at_limit or 0.0)
    return [_name(one), _count(setting, one), share, "; ".join(one.notes)]
