"""How ``drawdown read`` shows a reading to people."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from drawdown.reading.clause import Clause
from drawdown.reading.limit import Limit
from drawdown.reading.reading import Reading

__all__ = ["show_reading"]

_QUOTE = 220


def show_reading(reading: Reading, console: Console | None = None) -> None:
    """Print a reading: head, vote, clauses, authority windows, commitments, claims."""
    console = console or Console()
    _head(reading, console)
    _clauses(reading.clauses, console)
    _windows(reading, console)
    _commitments(reading, console)
    _claims(reading, console)
    _events(reading, console)


def _head(reading: Reading, console: Console) -> None:
    document, structure = reading.document, reading.structure
    title = structure.title if structure and structure.title else _headline(reading)
    console.rule(Text(title or document.name, style="bold"), align="left")
    facts = [document.kind, {"en": "English", "fr": "French"}[document.language]]
    if document.dct:
        facts.append(document.dct.isoformat())
    if reading.names.mission:
        facts.append(reading.names.mission)
    console.print(Text(" · ".join([*facts, document.name]), style="dim"))
    if reading.vote:
        console.print(Text(_vote(reading), style="italic"))


def _headline(reading: Reading) -> str:
    parts = [s for s in reading.document.segments if s.type == "headline"]
    return reading.document.text[parts[0].start : parts[0].end] if parts else ""


def _vote(reading: Reading) -> str:
    vote = reading.vote
    assert vote is not None
    words = [f"Vote: {vote.outcome or 'outcome not stated'}"]
    words += ["unanimously"] if vote.unanimous else []
    if vote.in_favour is not None:
        derived = " (derived)" if vote.in_favour_derived else ""
        words.append(f"{vote.in_favour} in favour{derived}")
    words += [f"{vote.against} against"] if vote.against is not None else []
    words += [f"{vote.abstaining} abstaining"] if vote.abstaining is not None else []
    words += [f"drafted by {vote.drafter}"] if vote.drafter else []
    return ", ".join([*words, *vote.faults])


def _clauses(clauses: Sequence[Clause], console: Console) -> None:
    dated = [clause for clause in clauses if clause.dates]
    if not clauses:
        return
    title = f"Clauses with a limit in time ({len(dated)} of {len(clauses)})"
    table = _table(title, "¶", "when", "who must or may do what")
    for clause in dated:
        when = "\n".join(_when(limit) for limit in clause.dates)
        who = f"{clause.actor} · {clause.force.replace('_', ' ')}"
        table.add_row(clause.para or "", when, _two(who, clause.quote))
    console.print(table)


def _when(limit: Limit) -> str:
    role = limit.role.replace("_", " ")
    if limit.iso is None:
        return f"“{_short(limit.quote, 60)}”\n{role}"
    inferred = " (year inferred)" if limit.inferred else ""
    return f"{limit.type.replace('_', ' ')} {limit.iso}{inferred}\n{role}"


def _windows(reading: Reading, console: Console) -> None:
    if not reading.windows:
        return
    table = _table("Authority that lapses", "¶", "until", "who may do what")
    for window in reading.windows:
        until = window.ends.isoformat() if window.ends else f"“{window.until.quote}”"
        what = _two(window.actor, window.power)
        for limit in window.limits:
            what.append(f"\n  {_short(limit.quote, 100)}", style="dim")
        table.add_row(window.para or "", until, what)
    console.print(table)


def _commitments(reading: Reading, console: Console) -> None:
    due = [(c.due, c) for c in reading.commitments if c.due is not None]
    if not due:
        return
    table = _table("Commitments, by due date", "¶", "due", "who owes what")
    for limit, item in sorted(due, key=lambda pair: pair[0].iso or "~"):
        said = limit.iso or f"“{_short(limit.quote, 60)}”"
        who = f"{item.party} ({item.kind.replace('_', ' ')})"
        table.add_row(item.para or "", said, _two(who, item.act))
    console.print(table)


def _claims(reading: Reading, console: Console) -> None:
    if reading.news is None or not reading.news.claims:
        return
    table = _table("Claims", "", "stance", "who says so")
    for claim in reading.news.claims:
        hedge = f"\n“{claim.hedge.quote}”" if claim.hedge else ""
        who = claim.source or "(nobody is named)"
        table.add_row("", claim.stance + hedge, _two(who, claim.quote))
    console.print(table)


def _events(reading: Reading, console: Console) -> None:
    if reading.news is None or not reading.news.events:
        return
    table = _table("Timeline", "", "when", "what")
    for event in reading.news.events:
        table.add_row("", event.edtf or "not fixed", _short(event.quote))
    console.print(table)


def _table(title: str, number: str, when: str, what: str) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
    table.add_column(number, width=8 if number else 0, style="dim")
    table.add_column(when, width=24, overflow="fold", style="cyan")
    table.add_column(what, ratio=1, overflow="fold")
    return table


def _two(who: str, words: str) -> Text:
    """Return a cell: who on the first line, the words below."""
    return Text.assemble((who, "bold"), "\n", _short(words))


def _short(quote: str, length: int = _QUOTE) -> str:
    said = " ".join(quote.split())
    return said if len(said) <= length else said[: length - 1].rstrip() + "…"
