"""Every example of every frame runs through the coder: anchor, type and roles must come out as marked."""

import pytest

from dateline.knowledge.examples import parse_example
from dateline.knowledge.frames import load_frames
from dateline.pipeline import code

FRAMES = load_frames().frames
FIELD = {
    "actor": "actors",
    "recipient": "recipients",
    "object": "objects",
    "instrument": "instruments",
    "authorizer": "authorizers",
}


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def faults(frame, marked):
    """What the coder got wrong in one example, in words."""
    example = parse_example(marked)
    coded = code(example.text, published="2024-06-03")
    out = []
    named = [e for e in coded.events if any(overlap(m, a) for a in example.anchors for m in e.mentions)]
    right = [
        e
        for e in named
        if e.event == frame.event or (e.event == "AGREE" and frame.event in ("AID", "CONSULT", "SUPPORT", "COOPERATE"))
    ]
    if not right:
        return [f"coded {[(e.event, coded.text[e.anchor[0] : e.anchor[1]]) for e in coded.events]}"]
    entities = {e.id: e for e in coded.entities}
    for span, role in example.participants:
        words = coded.text[span[0] : span[1]]
        if role == "place":
            ids = [e.place for e in right if e.place]
        else:
            ids = [i for e in right for i in getattr(e, FIELD[role])]
        if not any(overlap(m.head, span) for i in ids for m in entities[i].mentions):
            out.append(f"{role} [{words}] is not among {[entities[i].name for i in ids]}")
    return out


EXAMPLES = [(f.id, e) for f in FRAMES.values() for e in f.examples]
NON_EXAMPLES = [(f.id, e) for f in FRAMES.values() for e in f.non_examples]


@pytest.mark.parametrize(("frame", "marked"), EXAMPLES, ids=[f"{f}-{n}" for n, (f, _) in enumerate(EXAMPLES)])
def test_example(frame, marked):
    assert faults(FRAMES[frame], marked) == []


@pytest.mark.parametrize(("frame", "marked"), NON_EXAMPLES, ids=[f"{f}-{n}" for n, (f, _) in enumerate(NON_EXAMPLES)])
def test_non_example(frame, marked):
    example = parse_example(marked)
    coded = code(example.text, published="2024-06-03")
    wrong = [
        e.event
        for e in coded.events
        if e.event == FRAMES[frame].event and any(overlap(m, a) for a in example.anchors for m in e.mentions)
    ]
    assert wrong == []
