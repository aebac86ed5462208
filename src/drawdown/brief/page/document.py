"""The page: one HTML file that asks nothing of the network."""

import base64
import hashlib
from importlib.resources import files

import htpy as h
import minify_html

from drawdown import __version__
from drawdown.brief.boundaries import Boundaries, packaged_boundaries
from drawdown.brief.facts import Briefing
from drawdown.brief.page.assumed import assumed
from drawdown.brief.page.breaks import breaks
from drawdown.brief.page.calendar import calendar
from drawdown.brief.page.chain import chain
from drawdown.brief.page.compared import compared
from drawdown.brief.page.contents import contents, questions
from drawdown.brief.page.curves import curves
from drawdown.brief.page.escorts import escorts
from drawdown.brief.page.gantt_section import gantt_section
from drawdown.brief.page.gaps import gaps
from drawdown.brief.page.glance import glance
from drawdown.brief.page.headline import headline
from drawdown.brief.page.html import Node, drawn
from drawdown.brief.page.kept import redaction
from drawdown.brief.page.map_section import map_section
from drawdown.brief.page.setting import Setting
from drawdown.brief.page.sheets import sheets
from drawdown.brief.page.shutting import shutting
from drawdown.brief.page.slider_section import slider
from drawdown.brief.page.sources import legend, sources
from drawdown.brief.page.tasks import tasks
from drawdown.brief.page.value import value
from drawdown.brief.pictures.style import script, style
from drawdown.language import ENGLISH, Language

__all__ = ["page"]

STAND_IN = (
    "p,li,td,th,dd,dt,h1,h2,h3,h4,summary,caption,figcaption"
    "{unicode-bidi:plaintext}p,li,dd,dt,h1,h2,h3,h4,summary,caption,.t th,.t td"
    "{text-align:right}.t .num td,.t .num thead th:not(:first-child){text-align:left}"
)
"""English words in a layout from right to left keep their own order."""


def page(
    briefing: Briefing,
    language: Language = ENGLISH,
    *,
    classification: str = "",
    boundaries: Boundaries | None = None,
) -> str:
    """Return the briefing as one HTML file.

    Parameters
    ----------
    briefing
        The facts; nothing else is shown.
    language
        Of all sentences; what the tables say stays as it is.
    classification
        A line on top of every printed page; "" for none.
    boundaries
        Land and borders of the map; absent: the packaged ones.

    """
    setting = Setting(briefing, language, classification)
    css, code = _css(setting).strip(), script().strip()
    spoken = "en" if language.tongue.stand_in else language.code
    document = h.html(lang=spoken, dir=language.direction)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width,initial-scale=1"),
            h.meta(http_equiv="Content-Security-Policy", content=_policy(css, code)),
            h.meta(name="referrer", content="no-referrer"),
            h.meta(name="generator", content=f"drawdown {__version__}"),
            h.title[
                language.text("Briefing: {mission}", mission=briefing.heading.name)
            ],
            h.style[drawn(css)],
        ],
        h.body[
            h.a(".skip", href="#main")[language.text("Skip to the briefing")],
            _header(setting),
            h.main("#main")[_main(setting, boundaries or packaged_boundaries())],
            _footer(setting),
            h.script[drawn(code)],
        ],
    ]
    return minify_html.minify(
        str(document),
        keep_html_and_head_opening_tags=True,
        minify_css=False,
        minify_js=False,
    )


def _main(setting: Setting, boundaries: Boundaries) -> list[Node]:
    text = setting.language.text
    moving = h.section("#places", aria_labelledby="places-h")[
        slider(setting), map_section(setting, boundaries), gantt_section(setting)
    ]
    parts: list[tuple[str, str, Node]] = [
        ("compared", text("Compared"), compared(setting)),
        ("closing", text("Closing days"), glance(setting)),
        ("places", text("Map and time chart"), moving),
        ("tasks", text("Tasks"), tasks(setting)),
        ("shutting", text("If a border shuts"), shutting(setting)),
        ("breaks", text("What could break it"), breaks(setting)),
        ("curves", text("People and goods by day"), curves(setting)),
        ("escorts", text("Escorts"), escorts(setting)),
        ("protection", text("Protection"), gaps(setting)),
        ("value", text("Value"), value(setting)),
        ("movements", text("Movements"), calendar(setting)),
        ("chain", text("Critical path"), chain(setting)),
        ("sites", text("Site sheets"), sheets(setting)),
        ("assumptions", text("Assumptions"), assumed(setting)),
        ("sources", text("Sources"), sources(setting)),
    ]
    shown = [part for part in parts if part[2] is not None]
    return [
        headline(setting),
        questions(setting),
        contents(setting, [(name, title) for name, title, _ in shown]),
        *(part for _, _, part in shown),
    ]


def _header(setting: Setting) -> h.Element:
    text, heading = setting.language.text, setting.briefing.heading
    said = [
        text("Data as of {day}.", day=heading.as_of),
        text("Decision: {symbol}.", symbol=heading.symbol) if heading.symbol else "",
        text("Plan made by {who}.", who=heading.made_by) if heading.made_by else "",
        text(
            "What is planned is a plan of the tables and no forecast; claims belong to "
            "the sources that are named."
        ),
    ]
    return h.header[
        _class(setting),
        h.h1[text("Briefing: {mission}", mission=heading.name)],
        redaction(setting),
        h.p(".meta")[" ".join(part for part in said if part)],
        legend(setting),
    ]


def _class(setting: Setting) -> Node:
    return h.p(".class")[setting.classification] if setting.classification else None


def _footer(setting: Setting) -> h.Element:
    text = setting.language.text
    return h.footer[
        h.p(".small")[
            text(
                "Made with drawdown {version}. The section numbers (§) are those of "
                "its laws, docs/law.",
                version=__version__,
            )
        ],
        _class(setting),
    ]


def _css(setting: Setting) -> str:
    """Return the style sheet, with the margins of printed pages."""
    own = files("drawdown.brief.page").joinpath("page.css").read_text("utf-8")
    text, heading = setting.language.text, setting.briefing.heading
    below = text("Data as of {day}.", day=heading.as_of)
    margins = (
        "@page{margin:16mm 12mm 16mm;"
        f"@top-center{{content:{_quoted(setting.classification)};"
        "font:700 9pt sans-serif}"
        f"@bottom-left{{content:{_quoted(heading.name)};font:8pt sans-serif}}"
        f"@bottom-center{{content:{_quoted(below)};font:8pt sans-serif}}"
        '@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}'
    )
    stand_in = STAND_IN if setting.language.tongue.stand_in else ""
    return style() + own + margins + stand_in


def _quoted(words: str) -> str:
    """Return words as a string of a style sheet; only letters and digits stay plain."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in words) + '"'


def _policy(css: str, code: str) -> str:
    """Return the policy that lets nothing run or load but what is in the page."""
    return (
        f"default-src 'none';style-src '{_hash(css)}';script-src '{_hash(code)}';"
        "base-uri 'none';form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
