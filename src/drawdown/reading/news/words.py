"""Words with their places in the text, the unit that the news rules look at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Word", "plain", "words_of"]

#: One character for one, so that positions stay what they are.
PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2011": "-",
        "\u2010": "-",
        "–": "—",
        "―": "—",
    }
)

WORD = re.compile(
    r"""(?:[A-Z]\.){2,}                      # U.S., A.U.
      | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|St|Jr|Sr|MM?|Mme)\.
      | [ap]\.m\.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|er|s)?\b
      | 's\b                                 # the possessive stands alone
      | \b(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu)'(?=\w)
      | \w+n't\b
      | [^\W\d_]+(?:-\w+)*
      | \w+
      | \S""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark, or a whole quotation that counts as one word.

    Positional, because a page has a thousand of them.
    """

    text: str
    """The word as the rules see it: straight quotes, plain spaces."""
    start: int
    end: int
    low: str
    """The word in lower case."""

    @property
    def is_quote(self) -> bool:
        """Tell whether this is a quotation taken as one word."""
        return self.low == "«q»"

    @property
    def is_name(self) -> bool:
        """Tell whether the word is written as a name: it has a capital first."""
        return self.text[:1].isupper() and not self.is_quote

    @property
    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not self.is_quote and not any(c.isalnum() for c in self.text)


def plain(text: str) -> str:
    """Return the text with straight quotes and plain spaces, of the same length."""
    return text.translate(PLAIN)


def words_of(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int]] = ()
) -> tuple[Word, ...]:
    """Return the words between two places of a plain text; each quotation is one."""
    out: list[Word] = []
    place = start
    for begin, stop in quotes:
        if begin < place or begin >= end:
            continue
        out.extend(_words(text, place, begin))
        out.append(Word(text[begin : min(stop, end)], begin, min(stop, end), "«q»"))
        place = min(stop, end)
    out.extend(_words(text, place, end))
    return tuple(out)


def _words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match.group(), match.start(), match.end(), match.group().lower())
        for match in WORD.finditer(text, start, end)
    ]
