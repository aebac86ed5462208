"""The style sheet of the pictures and the script of the slider, as text."""

from importlib.resources import files

__all__ = ["script", "style"]


def style() -> str:
    """Return the style sheet; a page holds it once, whatever pictures it has."""
    return _text("pictures.css")


def script() -> str:
    """Return the script of the time slider, to stand at the end of the page.

    Without the spaces that only a reader of the code needs.
    """
    return "\n".join(line.strip() for line in _text("slider.js").splitlines())


def _text(name: str) -> str:
    return files("drawdown.brief.pictures").joinpath(name).read_text("utf-8")
