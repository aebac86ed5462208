"""A mutation fuzzer for the readers: no crash, no slipped span, no runaway time.

``python tests/reading/fuzzer.py SECONDS [SEED] [FOLDER of seed texts]``
"""

import contextlib
import random
import sys
import time
from dataclasses import fields, is_dataclass
from pathlib import Path

from drawdown.errors import DocumentError
from drawdown.reading.load import load_bytes
from drawdown.reading.reading import Reading, read
from drawdown.reading.span import Span

SEEDS = (
    "Resolution 9 (2031)\n\nAdopted by the Security Council at its 9th meeting, on "
    "3 March 2031\n\nThe Security Council,\n\nRecalling its resolution 8 (2030),\n\n"
    "1. Decides to extend until 31 December 2031 the mandate of UNXYZ;\n\n2. Requests "
    "the Secretary-General to report within 90 days and every six months;\n\n(a) the "
    "withdrawal, by the end of April 2032, of its Force;\n\nAnnex\n\n1. One.",
    "Résolution 9 (2031)\n\nLe Conseil de sécurité,\n\n1. Décide de proroger jusqu’au "
    "31 décembre 2031 le mandat de la MINUXYZ ;\n\n2. Prie le Secrétaire général de "
    "lui faire rapport d’ici à la fin d’avril 2032, tous les trois mois ;",
    "Menu | Home\n\nMission to leave, ministry says\n\n4 May 2031\n\nThe ministry said "
    "on Friday that the “mission” may leave by 30 June, and accused “others” of $20 "
    "million in losses since late 2029.\n\nRelated posts\n\nLeave a comment",
)
TOKENS = (
    "until ",
    " by ",
    "within 90 days ",
    ", and ",
    "; ",
    "31 December 2031",
    "late 2021",
    "the ",
    "of ",
    "decides to ",
    "Requests ",
    "that ",
    "(a) ",
    "1. ",
    "\n",
    "\n\n",
    "\f",
    "“",
    "”",
    "'",
    "(",
    ")",
    "\u00a0",
    "\u00ad",
    "\u0000",
    "𝒳",
    "é",
    "—",
    "in ",
    "from ",
    "the Secretary-General ",
    "said ",
    "accused ",
    "according to ",
    "May ",
    "2023 ",
    "$",
    "no later than ",
    "every ",
    "month ",
    "and ",
    "Security Council ",
    ", ",
    "... ",
)
SLOWEST = 2.0
"""Seconds that a text of a few thousand characters may take."""


def mutated(rng: random.Random, text: str) -> str:
    """Return a text changed at a few places."""
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(text) + 1)
        cut = rng.choice((0, 0, 1, 5, 40))
        piece = rng.choice((*TOKENS, text[at : at + 60], rng.choice(TOKENS) * 30))
        text = text[:at] + piece + text[at + cut :]
    return text[:8_000]


def spans_of(value: object):
    """Yield every span in a reading."""
    if isinstance(value, Span):
        yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)


def check(reading: Reading) -> None:
    """Fail where a span does not quote the text."""
    text = reading.document.text
    for span in spans_of(reading):
        assert text[span.start : span.end] == span.quote, span


def attempt(data: bytes) -> float:
    """Read bytes as plain text; return the seconds that it took."""
    start = time.perf_counter()
    with contextlib.suppress(DocumentError):
        check(read(load_bytes(data, name="fuzz.txt")))
    return time.perf_counter() - start


def fuzz(seconds: float, seed: int, texts: tuple[str, ...] = SEEDS) -> int:
    """Fuzz for some seconds; return how many texts were read."""
    rng = random.Random(seed)
    done, stop = 0, time.perf_counter() + seconds
    while time.perf_counter() < stop:
        text = rng.choice(texts)
        if len(text) > 6_000:
            at = rng.randrange(len(text) - 5_000)
            text = text[at : at + 5_000]
        text = mutated(rng, text)
        data = text.encode()
        if rng.random() < 0.1:
            data = bytes(rng.choice((b, rng.randrange(256))) for b in data[:500])
        try:
            taken = attempt(data)
        except Exception:
            print(f"seed {seed}, text {done}: {data!r}", file=sys.stderr)
            raise
        assert taken < SLOWEST, f"seed {seed}, text {done}: {taken:.1f} s: {data!r}"
        done += 1
    return done


if __name__ == "__main__":
    seed_texts = SEEDS
    if len(sys.argv) > 3:
        files = sorted(Path(sys.argv[3]).rglob("*.txt"))
        seed_texts += tuple(f.read_text(encoding="utf-8") for f in files)
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    print(fuzz(float(sys.argv[1]), number, seed_texts), "texts read")
