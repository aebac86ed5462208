"""The claims ledger: who says what about one subject, how sure, and who disputes it.

It puts the claims of several documents side by side. It never says who is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.reading import News
from drawdown.reading.news.subject import Topic, same_subject, topics_of, words_for
from drawdown.reading.span import Span

__all__ = ["Entry", "Ledger", "Subject", "ledger_of"]

CONTRARY = frozenset({"deny", "defend"})
CHARGING = frozenset({"accuse", "criticize", "assert", "report", "warn", "announce"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Span):
    """One claim in the ledger."""

    id: str
    """The document and the claim: "notice.txt#k3"."""
    document: str
    date: str | None
    """The day of the document, if it gives one."""
    source: str | None
    stance: str
    hedge: str | None
    """The words that make it less sure; None if there are none."""
    via: str | None
    evidence: tuple[Span, ...]
    """What the claim itself names as its ground."""
    answers: tuple[str, ...] = ()
    """The entries that it denies or defends against."""
    disputed_by: tuple[str, ...] = ()
    """The entries that deny it or state the contrary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject and all that is claimed of it."""

    title: str
    """The actors and words that its claims share."""
    entries: tuple[Entry, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The named sources, in order of appearance."""
        return tuple(dict.fromkeys(e.source for e in self.entries if e.source))

    @property
    def is_disputed(self) -> bool:
        """Whether any claim of it is denied or contradicted."""
        return any(entry.disputed_by for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The subjects, those with most claims first."""

    subjects: tuple[Subject, ...]


def ledger_of(pages: Sequence[News]) -> Ledger:
    """Return the claims of documents ordered by subject.

    Headlines that repeat a claim of their text are left out.
    """
    topics = topics_of(pages)
    groups: list[list[Topic]] = []
    for topic in topics:
        home = max(
            groups,
            key=lambda g: max(same_subject(topic, other) for other in g),
            default=None,
        )
        if home is not None and max(same_subject(topic, o) for o in home) >= 1.0:
            home.append(topic)
        else:
            groups.append([topic])
    subjects = [_subject(group) for group in groups]
    return Ledger(subjects=tuple(sorted(subjects, key=_weight)))


def _weight(subject: Subject) -> tuple[int, int]:
    return -len(subject.sources), -len(subject.entries)


def _subject(group: Sequence[Topic]) -> Subject:
    answers = {t.key: _answered(t, group) for t in group}
    disputed: dict[str, list[str]] = {t.key: [] for t in group}
    denials = {t.key for t in group if t.claim.stance == "deny"}
    for key, others in answers.items():
        for other in others:
            if key in denials:  # a defence need not say that the charge is false
                disputed[other].append(key)
    for first, second in _opposed(group):
        disputed[first].append(second)
        disputed[second].append(first)
    return Subject(
        title=_title(group),
        entries=tuple(
            _entry(t, answers[t.key], tuple(dict.fromkeys(disputed[t.key])))
            for t in group
        ),
    )


def _answered(topic: Topic, group: Sequence[Topic]) -> tuple[str, ...]:
    """Return the charges in the group that a denial or a defence answers."""
    claim = topic.claim
    if claim.stance not in CONTRARY:
        return ()
    return tuple(
        other.key
        for other in group
        if other.claim.stance in CHARGING
        and other.claim.source != claim.source
        and (
            _linked(topic, other)
            or (other.page is not topic.page and topic.parties & other.parties)
        )
    )


def _linked(topic: Topic, other: Topic) -> bool:
    """Tell whether the page itself makes the one the answer to the other."""
    return other.page is topic.page and topic.claim.responds_to == other.claim.id


def _opposed(group: Sequence[Topic]) -> list[tuple[str, str]]:
    """Return pairs of entries of which one negates what the other states."""
    out = []
    for k, first in enumerate(group):
        for second in group[k + 1 :]:
            if first.claim.source == second.claim.source:
                continue
            if first.claim.stance in CONTRARY or second.claim.stance in CONTRARY:
                continue
            if (
                first.negative != second.negative
                and len(first.terms & second.terms) >= 3
            ):
                out.append((first.key, second.key))
    return out


def _entry(topic: Topic, answers: tuple[str, ...], disputed: tuple[str, ...]) -> Entry:
    claim, document = topic.claim, topic.page.document
    return Entry(
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        id=topic.key,
        document=document.name,
        date=document.dct.isoformat() if document.dct else None,
        source=claim.source,
        stance=claim.stance,
        hedge=claim.hedge.quote if claim.hedge else None,
        via=claim.via,
        evidence=topic.evidence,
        answers=answers,
        disputed_by=disputed,
    )


def _title(group: Sequence[Topic]) -> str:
    """Return the actors that most claims of the group are about, then its words."""
    actors = _common([a for t in group for a in t.claim.about])[:2]
    words = _common([w for t in group for w in sorted(t.terms)])
    names = [a for t in group for actor in t.page.actors for a in actor.aliases]
    taken = {part.lower() for name in names for part in name.split()}
    texts = [t.claim.quote for t in group]
    full = [words_for(w, texts) for w in words]
    plain = [w for w in full if w not in taken][:3]
    return ": ".join(part for part in (", ".join(actors), ", ".join(plain)) if part)


def _common(items: Sequence[str]) -> list[str]:
    """Return the items, the most frequent first, equals in their order."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return sorted(counts, key=lambda item: -counts[item])
