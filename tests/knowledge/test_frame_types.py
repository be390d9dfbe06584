from typing import get_args

import pytest

from dateline.knowledge.conditions import SLOTS
from dateline.knowledge.entries import parse_entry
from dateline.knowledge.frame_types import DEEP, EFFECTS, NOUN_SLOTS, ROLES, STATUSES, Entry
from dateline.knowledge.frames import load_frames
from dateline.records.event import EffectKind, Status


@pytest.mark.parametrize(
    "text",
    ["hit", "open obj:fire", "blow prt:up", "come obl:under=attack|fire", "strike compound|amod:air", "plead obl:with"],
)
def test_an_entry_in_words_is_the_entry_as_written(text):
    lemma, requires = parse_entry(text)
    frame = load_frames().frames["assault.strike"]
    assert Entry(lemma, requires, frame, "verb").text == text


def test_the_words_of_frames_are_those_of_the_records():
    assert set(EFFECTS) == set(get_args(EffectKind))
    assert set(STATUSES) == set(get_args(Status))
    assert NOUN_SLOTS <= SLOTS
    assert not DEEP & ROLES
