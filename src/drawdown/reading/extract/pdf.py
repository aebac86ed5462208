"""The text of a PDF, page by page."""

from drawdown.reading.extract.caps import LONGEST_TEXT, PAGES
from drawdown.reading.extract.failure import Failure

__all__ = ["pdf_text"]


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF, form feeds between its pages.

    Raises
    ------
    Failure
        If it is encrypted, broken, too long, or a scan without text.

    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        if "password" in reason or "security" in reason:
            raise Failure("the PDF is encrypted and asks for a password") from error
        raise Failure("the PDF is broken and cannot be opened") from error
    if len(pdf) > PAGES:
        raise Failure(f"the PDF has {len(pdf)} pages, more than {PAGES}")
    text = "\f".join(_pages(pdf))
    if not text.strip():
        raise Failure("the PDF has no text, only images")
    return text


def _pages(pdf: object) -> list[str]:
    out: list[str] = []
    length = 0
    for page in pdf:  # type: ignore[attr-defined]
        out.append(page.get_textpage().get_text_bounded().replace("\r\n", "\n"))
        length += len(out[-1])
        if length > LONGEST_TEXT:
            raise Failure(f"the PDF has more than {LONGEST_TEXT} characters")
    return out
