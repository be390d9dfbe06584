"""One self-contained HTML page: the text with its words marked, beside the cards. No request leaves the page.

Every value on a card has a key, every run of text the keys of the values that were read from it; page.js lights one
when the other is pointed at or focused.
"""

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from pathlib import PurePath
from typing import IO

from dateline.export.cards import Card, CardField, Value, cards_of
from dateline.export.runs import cut_runs
from dateline.export.wording import listed
from dateline.records.document import CodedDocument
from dateline.records.event import Why
from dateline.records.span import Span

LEGEND = (
    ("event", "event"),
    ("actors", "who"),
    ("recipients", "to whom"),
    ("when", "when"),
    ("place", "where"),
    ("effects", "effect"),
    ("source", "source"),
    ("cue", "cue"),
    ("content", "what is claimed"),
)

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Dateline</title>
<style>
{style}</style>
</head>
<body>
<header class="top"><h1>Dateline</h1><nav aria-label="Documents"></nav></header>
<main>
"""

_FOOT = """</main>
<script>
{script}</script>
</body>
</html>
"""


class PageWriter:
    """Writes a page document by document. The page is whole once it is closed."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._count = 0
        stream.write(_HEAD.format(style=_asset("page.css")))

    def write(self, document: CodedDocument) -> None:
        """Adds a document to the page."""
        self._count += 1
        self._stream.write(article(document, number=self._count))
        self._stream.flush()

    def close(self) -> None:
        """Ends the page. The stream stays open: it belongs to the caller."""
        self._stream.write(_FOOT.format(script=_asset("page.js")))


def page(documents: Iterable[CodedDocument]) -> str:
    """The whole page as a string."""
    from io import StringIO

    stream = StringIO()
    writer = PageWriter(stream)
    for document in documents:
        writer.write(document)
    writer.close()
    return stream.getvalue()


def article(document: CodedDocument, *, number: int) -> str:
    """The part of the page for one document."""
    cards = cards_of(document)
    prefix = f"d{number}"
    every = (*cards.events, *cards.claims)
    events = "".join(_card(card, "event", document.text, prefix) for card in cards.events)
    claims = "".join(_card(card, "claim", document.text, prefix) for card in cards.claims)
    return "\n".join(
        (
            f'<article class="document" id="{prefix}">',
            _document_head(document),
            '<div class="columns">',
            f'<section class="text" aria-label="Text">{_legend()}<div class="words" lang="{_language(document)}">'
            f"{_words_marked(document.text, every)}</div></section>",
            '<section class="cards" aria-label="Records">',
            _group("Events", len(cards.events), events, "No events were found in this text."),
            _group("Claims", len(cards.claims), claims, "Nobody is quoted or cited in this text."),
            _uncoded(document),
            "</section>",
            "</div>",
            f'<footer class="coder">{escape(_coder(document))}</footer>',
            "</article>\n",
        )
    )


def _document_head(document: CodedDocument) -> str:
    title = document.title or PurePath(document.source or document.id).name
    published = document.published or "no date of publication"
    if document.published_from:
        published += f" (from the {document.published_from})"
    facts = [escape(fact) for fact in (published, document.publisher, document.id) if fact]
    if document.url and document.url.startswith(("https://", "http://")):
        facts.append(f'<a href="{escape(document.url)}" rel="noreferrer">{escape(document.url)}</a>')
    return f'<header class="head"><h2>{escape(title)}</h2><p>{" · ".join(facts)}</p></header>'


def _legend() -> str:
    items = "".join(f'<li><span class="r {name}">{escape(label)}</span></li>' for name, label in LEGEND)
    return f'<ul class="legend" aria-label="Colors">{items}</ul>'


def _words_marked(text: str, cards: Iterable[Card]) -> str:
    marks: list[tuple[Span, tuple[str, str]]] = []
    for card in cards:
        for field in card.fields:
            for place, value in enumerate(field.values):
                marks += [(span, (_key(card, field, place), field.name)) for span in value.spans]
    handles = {mark[0][0] for mark in marks if mark[1][1] in ("event", "cue")}
    parts = []
    for run in cut_runs(marks, start=0, end=len(text)):
        words = escape(text[run.start : run.end])
        if not run.keys:
            parts.append(words)
            continue
        keys = " ".join(key for key, _ in run.keys)
        classes = " ".join(dict.fromkeys(name for _, name in run.keys))
        # Only where an event or a cue begins: a stop of the Tab key at every marked word would be too many.
        stop = ' tabindex="0"' if run.start in handles else ""
        parts.append(f'<span class="r {classes}" data-k="{keys}"{stop}>{words}</span>')
    return "".join(parts)


def _group(title: str, count: int, cards: str, empty: str) -> str:
    body = f"<ol>{cards}</ol>" if count else f'<p class="none">{escape(empty)}</p>'
    return f'<h3>{escape(title)} <span class="count">{count}</span></h3>{body}'


def _card(card: Card, kind: str, text: str, prefix: str) -> str:
    tags = "".join(f'<span class="tag">{escape(tag)}</span>' for tag in card.tags)
    rows = "".join(_row(card, field, prefix) for field in card.fields)
    return (
        f'<li class="card {kind}" id="{prefix}-{card.id}" data-card="{card.id}">'
        f'<h4 tabindex="0"><span class="id">{card.id}</span> {escape(card.title)}</h4>'
        f'<p class="tags">{tags}<span class="sure">confidence {card.confidence:.2f}</span></p>'
        f"<dl>{rows}</dl>{_why(card.why, text)}</li>"
    )


def _row(card: Card, field: CardField, prefix: str) -> str:
    values = [_value(value, _key(card, field, place), field.name, prefix) for place, value in enumerate(field.values)]
    # The words of an event are many and short: they share a line.
    lines = ["; ".join(values)] if field.name == "event" else values
    row = "".join(f"<dd>{line}</dd>" for line in lines)
    return f'<div class="row"><dt>{escape(field.label)}</dt>{row}</div>'


def _value(value: Value, key: str, name: str, prefix: str) -> str:
    note = f' <span class="note">{escape(value.note)}</span>' if value.note else ""
    words = escape(value.text)
    if value.ref:
        return f'<a class="v {name}" href="#{prefix}-{value.ref}" data-k="{key}">{words}</a>{note}'
    if value.spans:
        return f'<span class="v {name}" tabindex="0" data-k="{key}">{words}</span>{note}'
    return f"<span>{words}</span>{note}"


def _key(card: Card, field: CardField, place: int) -> str:
    return f"{card.id}.{field.name}.{place}"


def _why(reasons: tuple[Why, ...], text: str) -> str:
    if not reasons:
        return ""
    rows = "".join(
        f"<tr><th>{escape(reason.field)}</th><td>{_quoted(text, reason.span)}</td><td>{escape(reason.rule)}</td></tr>"
        for reason in reasons
    )
    return f"<details><summary>Why</summary><table>{rows}</table></details>"


def _uncoded(document: CodedDocument) -> str:
    if not document.uncoded:
        return ""
    rows = "".join(
        f"<li>{_quoted(document.text, sentence.span)} <span class='note'>{escape(sentence.reason)}</span></li>"
        for sentence in document.uncoded
    )
    summary = f"Sentences without an event ({len(document.uncoded)})"
    return f'<details class="uncoded"><summary>{summary}</summary><ol>{rows}</ol></details>'


def _quoted(text: str, span: Span | None) -> str:
    return f"<q>{escape(' '.join(text[span[0] : span[1]].split()))}</q>" if span else ""


def _language(document: CodedDocument) -> str:
    return escape(document.language or "en")


def _coder(document: CodedDocument) -> str:
    coder = document.coder
    return "Coded by Dateline " + listed((coder.version, f"model {coder.model}", f"knowledge {coder.knowledge}"))


def _asset(name: str) -> str:
    return (files("dateline.export") / name).read_text(encoding="utf-8")
