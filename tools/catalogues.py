"""Renew the catalogues of the languages from the sentences in the code.

``make catalogues`` runs this: sentences that are new are added without a translation,
those that are gone are dropped, and the compiled catalogues are written. What is still
without a translation is listed.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from drawdown.language.catalogue import DOMAIN, FOLDER
from drawdown.language.tongues import TONGUES

PACKAGE = FOLDER.parents[1]
KEYWORDS = {"text": None, "plural": (1, 2), "marked": None}
NEVER = ("importing", "reading", "stress")
"""Parts whose functions of these names have nothing to do with languages."""
FIXED = datetime(2023, 6, 30, tzinfo=UTC)
"""Files do not change with the clock."""
WIDTH = 88


def translated() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue."""
    return tuple(code for code, t in TONGUES.items() if code != "en" and not t.stand_in)


def place(code: str) -> Path:
    return FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def extracted(package: Path = PACKAGE) -> Catalog:
    """Return the sentences of the code, with the files in which they stand."""
    found = Catalog(project="drawdown", charset="utf-8", creation_date=FIXED)
    rows = extract_from_dir(
        str(package),
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        directory_filter=lambda folder: Path(folder).name not in NEVER,
    )
    for name, _, message, _, _ in rows:
        if message:
            found.add(message, None, [(name, None)])
    return found


def read(code: str) -> Catalog:
    """Return the catalogue of a language; an empty one if there is none yet."""
    if not place(code).is_file():
        return Catalog(locale=code)
    with place(code).open("rb") as file:
        return read_po(file, locale=code)


def renewed(code: str) -> Catalog:
    """Return the catalogue of a language with the sentences of the code."""
    found = read(code)
    found.update(extracted(), no_fuzzy_matching=True)
    found.obsolete.clear()
    found.fuzzy = False
    found.header_comment = f"# The sentences of drawdown: {TONGUES[code].name}."
    found.project, found.version = "drawdown", "0"
    found.revision_date = FIXED
    found.msgid_bugs_address = ""
    found.last_translator = found.language_team = "The drawdown developers"
    return found


def as_po(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(buffer, catalogue, width=WIDTH, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def without_translation(catalogue: Catalog) -> list[Message]:
    """Return the sentences that have no translation, or one that is only guessed."""
    return [
        message
        for message in catalogue
        if message.id and (message.fuzzy or not all(_strings(message)))
    ]


def _strings(message: Message) -> tuple[str, ...]:
    found = message.string or ""
    return (found,) if isinstance(found, str) else tuple(found)


def main() -> int:
    for code in translated():
        catalogue = renewed(code)
        place(code).parent.mkdir(parents=True, exist_ok=True)
        place(code).write_bytes(as_po(catalogue))
        place(code).with_suffix(".mo").write_bytes(as_mo(catalogue))
        open_ = without_translation(catalogue)
        print(f"{code}: {len(catalogue)} sentences, {len(open_)} without translation")
        for message in open_:
            print(f"  {message.id}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
