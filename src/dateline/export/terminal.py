"""Cards in a terminal, drawn with rich. Without colors the words of a sentence are marked with brackets."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.export.cards import Card, CardField, Mark, cards_of
from dateline.export.runs import cut_runs
from dateline.records.document import CodedDocument
from dateline.records.span import Span

STYLES = {
    "event": "bold reverse",
    "actors": "bold cyan",
    "recipients": "bold magenta",
    "authorizers": "bold blue",
    "instruments": "yellow",
    "objects": "yellow",
    "place": "green",
    "when": "bright_blue",
    "effects": "red",
    "source": "bold cyan",
    "cue": "bold reverse",
    "content": "italic",
    "claims": "underline",
}
"""Colors by field; a field that is not listed is underlined."""


def show(document: CodedDocument, console: Console, *, why: bool = False) -> None:
    """Prints the document: a card for each event, then for each claim; `why` adds reasons, and sentences without
    events."""
    cards = cards_of(document)
    console.print(Rule(_heading(document), align="left", style="dim"))
    for card in cards.events:
        console.print(_panel(card, document.text, console, why=why, border="cyan"))
    if not cards.events:
        console.print(Padding("no events", (0, 2)), style="dim")
    for card in cards.claims:
        console.print(_panel(card, document.text, console, why=why, border="dim"))
    if why and document.uncoded:
        console.print(Text("sentences without an event", style="bold"))
        for sentence in document.uncoded:
            words = _words(document.text, sentence.span)
            console.print(Padding(Text.assemble(words, " — ", (sentence.reason, "dim")), (0, 2)))
    console.print(Text(_counts(document), style="dim"))


def _heading(document: CodedDocument) -> Text:
    parts = [document.published or "no date", document.publisher, document.title, document.source or document.id]
    return Text(" · ".join(part for part in parts if part))


def _counts(document: CodedDocument) -> str:
    counts = ((len(document.events), "event"), (len(document.claims), "claim"), (len(document.sentences), "sentence"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts)


def _panel(card: Card, text: str, console: Console, *, why: bool, border: str) -> RenderableType:
    title = Text.assemble((card.id, "dim"), " ", (card.title, "bold"), (f"  {' · '.join(card.tags)}", "dim"))
    parts: list[RenderableType] = [_fields(card)]
    parts += [_sentence(span, card.marks, text, console) for span in card.sentences]
    if why and card.why:
        parts.append(_reasons(card, text))
    return Panel(
        Group(*parts),
        title=title,
        title_align="left",
        subtitle=Text(f"confidence {card.confidence:.2f}", style="dim"),
        subtitle_align="right",
        border_style=border,
    )


def _fields(card: Card) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", min_width=13, no_wrap=True)
    grid.add_column(ratio=1)
    for field in card.fields:
        grid.add_row(field.label, _values(field))
    return grid


def _values(field: CardField) -> Text:
    words = Text()
    for number, value in enumerate(field.values):
        if number:
            words.append("; ")
        words.append(value.text, style=STYLES.get(field.name, "") if field.name != "event" else "bold")
        if value.note:
            words.append(f" ({value.note})", style="dim")
    return words


def _sentence(span: Span, marks: Iterable[Mark], text: str, console: Console) -> RenderableType:
    words = Text(style="none")
    open_bracket = False
    colored = console.is_terminal and not console.no_color
    shown = marks if colored else (mark for mark in marks if mark.field != "content")
    runs = cut_runs(((mark.span, mark.field) for mark in shown), start=span[0], end=span[1])
    for run in runs:
        part = text[run.start : run.end].replace("\n", " ")
        # The first field of a run gives its color; the words of an event show over all else.
        field = "event" if "event" in run.keys else run.keys[0] if run.keys else None
        if field and colored:
            words.append(part, style=STYLES.get(field, "underline"))
        else:
            # Marks that touch share one pair of brackets.
            words.append(("[" if field and not open_bracket else "]" if open_bracket and not field else "") + part)
            open_bracket = field is not None
    if open_bracket:
        words.append("]")
    return Padding(words, (1, 0, 0, 2))


def _reasons(card: Card, text: str) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", min_width=13, no_wrap=True)
    grid.add_column(ratio=1)
    for reason in card.why:
        words = f"“{_words(text, reason.span)}”  " if reason.span else ""
        grid.add_row(reason.field, Text.assemble(words, (reason.rule, "dim italic")))
    return Padding(Group(Text("why", style="bold"), grid), (1, 0, 0, 0))


def _words(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())
