"""Files of every kind, and of no kind: a document, or one clear error."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.errors import DocumentError
from drawdown.reading.extract.plain import decoded
from drawdown.reading.load import load_bytes, load_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = "The ministry said on Friday that the mission may leave by 30 June. " * 4


def docx(xml: str, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return out.getvalue()


def pdf(*lines: str) -> bytes:
    """A PDF of one page, written by hand."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\n"
    return out + end % table + b"startxref\n%d\n%%%%EOF" % len(out)


def test_a_saved_page_gives_its_article_without_the_menu():
    page = (
        "<html><head><title>News</title><meta property='article:published_time' "
        "content='2031-05-04T10:00:00Z'></head><body><nav><a href='#'>Menu entry</a>"
        f"</nav><article><h1>Mission to leave</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
        "</article><div class='comments'>Leave a comment</div></body></html>"
    )
    document = load_bytes(page.encode(), name="page.html")
    assert "Mission to leave" in document.text
    assert "Menu entry" not in document.text
    assert document.dct is not None
    assert document.dct.isoformat() == "2031-05-04"


def test_a_word_document_gives_its_paragraphs():
    xml = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>First</w:t></w:r><w:r><w:tab/>"
        "<w:t>line</w:t></w:r></w:p><w:p><w:r><w:t>Second</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    assert load_bytes(docx(xml), name="a.docx").text == "First\tline\n\nSecond"


def test_a_pdf_gives_its_lines():
    document = load_bytes(pdf("The mission leaves", "by 30 June 2031."), name="a.pdf")
    assert "The mission leaves" in document.text
    assert "30 June 2031" in document.text


def test_positions_count_from_the_first_character_of_the_file():
    document = load_bytes(b"\xef\xbb\xbfIt ends on 30 June 2031.\r\n", name="a.txt")
    assert document.text.index("It") == 1
    assert document.text.endswith("\r\n")


BOMB = docx(f"<w:document {W}>" + "a" * 80_000_000 + "</w:document>")
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b"<l>&b;</l>"
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"word " * 10_000_000, "larger than"),
        (b"word " * 500_000, "longer than"),
        (BOMB, "unpacks to more"),
        (docx("x", "other.xml"), "no Word document"),
        (docx("x")[:40], "broken"),
        (docx(f"<w:document {W}><w:p></w:document>"), "malformed"),
        (ENTITIES, "entities"),
        (b'<?xml version="1.0"?><a><b></a>', "malformed"),
        (b"<html></html>", "no text"),
        (b"%PDF-1.4 nothing", "broken"),
        (pdf(), "no text"),
    ],
    ids=[
        "empty", "blank", "binary", "50 MB", "long text", "zip bomb", "other archive",
        "cut archive", "malformed docx", "entities", "malformed xml", "empty page",
        "broken pdf", "empty pdf",
    ],
)  # fmt: skip
def test_what_cannot_be_read_gives_one_clear_error(data, why):
    with pytest.raises(DocumentError) as caught:
        load_bytes(data, name="file")
    assert why in caught.value.message
    assert caught.value.where == "file"


def test_a_file_that_is_not_there_is_a_document_error(tmp_path):
    with pytest.raises(DocumentError, match="cannot be opened"):
        load_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="cannot be opened"):
        load_document(tmp_path)


def test_malformed_html_is_read_as_browsers_do():
    page = (
        f"<html><body><h1>Head</h1><p>{PARAGRAPH}<b>bold <i>x<table><tr><td>{PARAGRAPH}"
    )
    assert "leave by 30 June" in load_bytes(page.encode(), name="a.html").text


@given(data=st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_are_text_or_an_error(data):
    if data[:1] in (b"<", b"%", b"P"):
        return
    try:
        text = load_bytes(data, name="a.txt").text
    except DocumentError:
        return
    assert text == decoded(data)
