"""The pictures of a page as pictures of their own: style and shared parts inside."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.html import HtmlElement

from drawdown.export.pdf.stylesheet import UNFILLED

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
REFERENCE = re.compile(r"url\(['\"]?#([^)'\"]+)['\"]?\)")
NAMES = {
    "viewbox": "viewBox",
    "preserveaspectratio": "preserveAspectRatio",
    "patternunits": "patternUnits",
    "patterntransform": "patternTransform",
    "patterncontentunits": "patternContentUnits",
    "clippath": "clipPath",
    "clippathunits": "clipPathUnits",
    "textlength": "textLength",
    "lengthadjust": "lengthAdjust",
    "refx": "refX",
    "refy": "refY",
    "markerwidth": "markerWidth",
    "markerheight": "markerHeight",
}
"""Names as SVG writes them; readers of HTML make them small."""
LANE_HEIGHT = "20"
"""Of a row of the time chart, where the page says it by its style."""


def alone(
    picture: HtmlElement,
    parts: Mapping[str, HtmlElement],
    style: str,
    *,
    width: float,
    around: str = "",
) -> str:
    """Return a picture that needs nothing of its page.

    Parameters
    ----------
    picture
        The ``svg`` element.
    parts
        The elements of the whole page by id; those that the picture uses go into it.
    style
        The style sheet.
    width
        Where the picture says that it is as wide as its place.
    around
        The classes of the element around it, which the style sheet may name.

    """
    made = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    for name, value in picture.attrib.items():
        if name not in ("xmlns", "style", "aria-labelledby", "role", "tabindex"):
            made.set(NAMES.get(name, name), value)
    _size(made, picture, width)
    sheet = etree.SubElement(made, f"{{{SVG}}}style")
    sheet.text = f"text{{font-family:'Libertinus Serif'}}{style}"
    content = etree.SubElement(made, f"{{{SVG}}}g")
    if around:
        content.set("class", around)
    _copy_children(picture, content)
    defs = etree.SubElement(made, f"{{{SVG}}}defs")
    here = {one.get("id") for one in picture.iter() if one.get("id")}
    for name in _needed(picture, parts, here):
        _copy(parts[name], defs)
    return str(etree.tostring(made, encoding="unicode"))


def _size(made: etree._Element, picture: HtmlElement, width: float) -> None:
    """Give a picture that is as wide as its place a size of its own."""
    view = picture.get("viewbox", "").split()
    if picture.get("width", "%").endswith("%"):
        stretched = picture.get("preserveaspectratio") == "none"
        made.set("width", view[2] if view and not stretched else f"{width:g}")
    if "height" not in picture.attrib:
        made.set("height", view[3] if view else LANE_HEIGHT)


def _needed(
    picture: HtmlElement, parts: Mapping[str, HtmlElement], here: set[str | None]
) -> Iterator[str]:
    """Yield the ids of the parts that a picture uses, and that these use."""
    found: dict[str, None] = {}
    waiting = [picture]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in found and name not in here and name in parts:
                found[name] = None
                waiting.append(parts[name])
    yield from found


def _references(element: HtmlElement) -> Iterator[str]:
    for one in element.iter():
        for name, value in one.attrib.items():
            if name in ("href", "xlink:href") and value.startswith("#"):
                yield value[1:]
            yield from REFERENCE.findall(value)


def _copy_children(source: HtmlElement, target: etree._Element) -> None:
    for one in source:
        if isinstance(one.tag, str) and one.tag not in ("title", "desc", "a"):
            _copy(one, target)
        elif one.tag == "a":
            _copy_children(one, target)


def _copy(source: HtmlElement, target: etree._Element) -> None:
    made = etree.SubElement(target, f"{{{SVG}}}{NAMES.get(source.tag, source.tag)}")
    for name, value in source.attrib.items():
        made.set(NAMES.get(name, name), value)
    if "fill" not in source.attrib and source.get("class"):
        made.set("class", f"{source.get('class')} {UNFILLED}")
    made.text = source.text
    for one in source:
        if isinstance(one.tag, str) and one.tag not in ("title", "desc"):
            _copy(one, made)
            made[-1].tail = one.tail
        elif one.tail:
            last = made[-1] if len(made) else None
            if last is None:
                made.text = (made.text or "") + one.tail
            else:
                last.tail = (last.tail or "") + one.tail
