"""The briefing as one self-contained page: HTML, pictures, style and script in it."""

from drawdown.brief.page.document import page

__all__ = ["page"]
