"""Event anchors with their PLOVER type: the packs' own examples, the PLOVER gold records, PETRARCH's validation set."""

from collections.abc import Iterable
from pathlib import Path

from dateline.knowledge.examples import parse_example
from dateline.knowledge.frames import Frames, load_frames
from dateline.language.sentences import Spans
from dateline.train.examples import ANCHORS, IGNORE, Example, blank
from dateline.train.texts import inside, marked, read_rows, sentences_of

_FUNCTION = frozenset(
    "the a an of to in on at by with from for and or but that which who is are was were be been has have had will would"
    " its his her their this these those it he she they we as not after before over under into".split()
)


def from_frames(frames: Frames | None = None) -> list[Example]:
    """The examples of every frame, and its non-examples, whose marked word names no event."""
    examples = []
    for frame in (frames or load_frames()).frames.values():
        for text in frame.examples:
            examples += _marked(text, ANCHORS.index(frame.event))
        for text in frame.non_examples:
            examples += _marked(text, 0)
    return examples


def _marked(text: str, kind: int) -> list[Example]:
    example = parse_example(text)
    found = []
    for words in sentences_of(example.text):
        made = blank([example.text[a:b] for a, b in words])
        anchors = inside(words, list(example.anchors))
        made.marks["anchor"] = [kind if i in anchors[:1] else IGNORE if i in anchors else 0 for i in range(len(words))]
        found.append(made)
    return found


def read_plover(path: Path) -> list[Example]:
    """One sentence a record. Only the marked event is known: other words may name events of which gold says nothing."""
    return [
        example
        for row in read_rows(path)
        for example in _of_record(
            row["text"],
            row["gold"]["event_type_2021"],
            [span for span in row["gold"]["spans"] if span["role"] == "event"],
        )
    ]


def _of_record(text: str, kind: str, spans: list[dict[str, int]]) -> Iterable[Example]:
    whole = marked(spans)
    for words in sentences_of(text):
        example = blank([text[a:b] for a, b in words])
        values = [0 if form.lower() in _FUNCTION or not form[0].isalnum() else IGNORE for form in example.forms]
        found = inside(words, whole)
        for i in found:
            values[i] = IGNORE
        for i in inside(words, _first_content(text, words, whole)):
            values[i] = ANCHORS.index(kind)
        example.marks["anchor"] = values
        if found:
            example.kind = ANCHORS.index(kind)
        yield example


def _first_content(text: str, words: Spans, spans: Spans) -> Spans:
    """The first word of the event's spans that is no function word."""
    return next(([words[i]] for i in inside(words, spans) if text[slice(*words[i])].lower() not in _FUNCTION), [])


def read_petrarch(path: Path) -> list[Example]:
    """One sentence a record: its type where all of its triples have the same; which word names it is not told."""
    examples = []
    for row in read_rows(path):
        kinds = {event["plover_2021"] for event in row["gold"]["events"]}
        sentences = sentences_of(row["text"])
        if len(sentences) != 1 or len(kinds) > 1 or None in kinds:
            continue
        example = blank([row["text"][a:b] for a, b in sentences[0]])
        if kinds:
            example.kind = ANCHORS.index(kinds.pop())
        else:
            example.marks["anchor"] = [0] * len(example.forms)
        examples.append(example)
    return examples
