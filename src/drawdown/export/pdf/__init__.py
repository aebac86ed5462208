"""The briefing on paper: the sections of the page as a tagged PDF, set by Typst.

Typst is an extra (``pip install 'drawdown[pdf]'``): it weighs 34 MB.
"""

from drawdown.export.pdf.document import briefing_pdf, typst_is_there

__all__ = ["briefing_pdf", "typst_is_there"]
