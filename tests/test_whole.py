"""The whole path under hostile texts: report sentences mixed with what real files hold by accident."""

import csv
from io import StringIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

import dateline
from dateline.export.html import page
from dateline.export.jsonl import to_line
from dateline.export.table import TableWriter
from dateline.export.terminal import show
from dateline.records import CodedDocument
from dateline.records.span import Span

SENTENCES = (
    "Rebels shelled the town of Marhit on Monday, killing at least three people, the mayor said.",
    '"We will not leave the valley," the minister told reporters on 3 May 2024.',
    "According to the ministry, two soldiers were wounded when a convoy hit a mine near Gao.",
    "In response to the raid, the coalition struck two arms depots in eastern Syria.",
    "The envoy denied that his government had agreed to release the prisoners.",
    "Norway's foreign minister, Espen Barth Eide, met rebel commanders in Oslo; talks go on until Friday.",
    "Thousands marched in Ramallah against the curfew. Police arrested 30 of them.",
    "He said he would resign if parliament did not pass the law within 10 days.",
    "Dhaka (News Agency) — The army, it said, had neither fired nor moved.",
)
ODD = (
    '"',
    "“",
    "”",
    "''",
    "«",
    "(",
    ")]",
    "—",
    "...",
    "?!",
    "\n",
    "\n\n\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u2028",
    "\u00a0",
    "\u200b\u200d",
    "\ufeff",
    "\u202eمحمد عبد الله\u202c",
    "קול ישראל",
    "Дмитрий",
    "習近平",
    "الجيش قال:",
    "🚁🇺🇦👩‍👩‍👧",
    "e\u0301\u0301\u0301",
    "x" * 700,
    "Llanfair" * 40 + "-" * 90,
    "said " * 30,
    "the " * 40,
    "and Mali, " * 25,
    "2024-13-45",
    "99999999999999999999",
    f"{'9' * 400} people",
    f"{'9' * 5000}th of May",
    "1,000,000.5.5",
    "$5bn",
    "¹",
    "٣ ½ Ⅳ ①",
    "0 people",
    "https://example.org/a?b=c#d",
    "<b>&amp;</b>",
    "# Title",
    "- ",
    "* * *",
    "|a|b|",
    "Mr.",
    "U.S.",
    "'s",
    "n't",
    "II.",
    "today",
    "the day after the week before",
    "\x00\x07",
    "\ud800",
)
PIECE = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=8))


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A report sentence with odd characters dropped into the middle of it."""
    text = draw(st.sampled_from(SENTENCES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(ODD)) + text[at + draw(st.integers(0, 3)) :]
    return text


MIXED = st.builds(
    lambda parts, glue: glue.join(parts), st.lists(PIECE, max_size=7), st.sampled_from(("", " ", "\n", "\n\n"))
)
TEXT = st.one_of(MIXED, broken())


def all_spans(value: object) -> list[Span]:
    """Every pair of whole numbers anywhere in the JSON of a document: spans are the only such pairs in the records."""
    if isinstance(value, dict):
        return [span for item in value.values() for span in all_spans(item)]
    if not isinstance(value, list):
        return []
    if len(value) == 2 and all(type(item) is int for item in value):
        return [(value[0], value[1])]
    return [span for item in value for span in all_spans(item)]


def ids_used(document: CodedDocument) -> set[str | None]:
    """Every id that one record gives for another."""
    used: set[str | None] = set()
    for event in document.events:
        used |= {*event.actors, *event.recipients, *event.authorizers, *event.instruments, *event.objects}
        used |= {*event.responds_to, *event.claims, event.place, event.part_of}
        used |= {effect.entity for effect in event.effects}
        used |= {event.when.time if event.when else None}
    for claim in document.claims:
        used |= {claim.source, claim.addressee, claim.via, *claim.events}
    for entity in document.entities:
        used |= {link.entity for link in entity.affiliations}
    return used - {None}


def check(text: str) -> None:
    """Codes the text twice: spans inside it, ids that exist, equal records, and records that JSON gives back."""
    try:
        document = dateline.code(text, published="2024-05-15")
    except dateline.InputError:
        assert not any(character.isalnum() for character in text)
        return
    for start, end in all_spans(msgspec.to_builtins(document)):
        assert 0 <= start < end <= len(document.text)
    records = (*document.entities, *document.times, *document.events, *document.claims)
    assert len({record.id for record in records}) == len(records)
    assert ids_used(document) <= {record.id for record in records}
    assert dateline.code(text, published="2024-05-15") == document
    assert msgspec.json.decode(msgspec.json.encode(document), type=CodedDocument) == document


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_nothing_in_a_text_breaks_its_records(text: str) -> None:
    check(text)


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_every_odd_thing_between_two_sentences(odd: str) -> None:
    check(f"{SENTENCES[0]}{odd}{SENTENCES[1]}")


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_whatever_is_coded_can_be_shown(text: str) -> None:
    """Page, table, terminal and lines take every record; the table keeps a row for each event."""
    try:
        document = dateline.code(text, published="2024-05-15", id="d", title=text[:20], publisher="<Bay> & Post")
    except dateline.InputError:
        return
    html = page([document])
    assert html.count("<article") == 1
    assert "<Bay>" not in html
    table = StringIO(newline="")
    TableWriter(table).write(document)
    table.seek(0)
    assert len(list(csv.DictReader(table))) == len(document.events)
    console = Console(file=StringIO(), width=60)
    show(document, console, why=True)
    assert msgspec.json.decode(to_line(document), type=CodedDocument) == document


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "...", "\ud800", "—"], ids=ascii)
def test_a_text_without_words_is_an_input_error_or_empty(text: str) -> None:
    check(text)


def test_a_report_codes_alike_wherever_it_stands() -> None:
    """An unrelated paragraph of weather before a report moves its spans and changes nothing else."""
    report, weather = SENTENCES[0], "The weather was mild. "
    alone, after = (dateline.code(text, published="2024-05-15") for text in (report, weather + report))
    assert [(e.event, e.status, e.anchor) for e in alone.events] == [
        (e.event, e.status, (e.anchor[0] - len(weather), e.anchor[1] - len(weather))) for e in after.events
    ]
