"""Text of SVG and HTML elements: escaped, short, the same for the same input."""

from html import escape as _escape

__all__ = ["described", "element", "escape", "path", "short"]


def escape(text: str) -> str:
    """Return the text as it stands inside an element or a quoted attribute."""
    return _escape(text, quote=True)


def short(value: float, digits: int = 1) -> str:
    """Return the shortest text of a rounded number: ``12.5``, ``12``, ``-.5``."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Return an element; ``class_`` is ``class``, ``_`` in a name is ``-``."""
    written = "".join(
        f' {_name(key)}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else short(value)


def path(points: tuple[tuple[float, float], ...], *, close: bool = False) -> str:
    """Return the data of a path through the points, to a tenth, as differences."""
    whole = [(round(x * 10), round(y * 10)) for x, y in points]
    parts = [f"M{short(whole[0][0] / 10)} {short(whole[0][1] / 10)}"]
    steps = []
    for (x, y), (px, py) in zip(whole[1:], whole, strict=False):
        if (x, y) != (px, py):
            dx, dy = short((x - px) / 10), short((y - py) / 10)
            steps.append(dx + (dy if dy.startswith("-") else f" {dy}"))
    if steps:
        parts.append("l" + steps[0])
        parts += [s if s.startswith("-") else f" {s}" for s in steps[1:]]
    return "".join(parts) + ("z" if close else "")


def described(
    key: str, title: str, description: str, content: str, /, **attributes: str | float
) -> str:
    """Return a picture with its title and description for those who do not see it."""
    head = (
        f'<title id="{escape(key)}-t">{escape(title)}</title>'
        f'<desc id="{escape(key)}-d">{escape(description)}</desc>'
    )
    return element(
        "svg",
        head + content,
        xmlns="http://www.w3.org/2000/svg",
        id=key,
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        **attributes,
    )
