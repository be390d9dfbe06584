"""The second block of outputs: arrays written by hand, marks read from them."""

import numpy as np
import pytest

from dateline.language.analysis import AnchorMark, Marks
from dateline.language.marks import MarkReader, mark_reader

DESCRIBED = {
    "labels": {"reason": ["none", "cause"], "anchor": ["none", "AID", "ASSAULT"]},
    "classes": ["reason", "anchor"],
    "signs": ["cue", "speech", "happened", "causal"],
}
WIDTH = 2
YES, NO = 4.0, -4.0


@pytest.fixture
def reader() -> MarkReader:
    # A word is source where its first number is 1, content where its second is; to any cue.
    pairs = np.zeros((WIDTH + 1, 4, WIDTH + 1), np.float32)
    pairs[WIDTH, 0, WIDTH] = 0.5
    pairs[WIDTH, 1, 0] = pairs[WIDTH, 2, 1] = 1.0
    return mark_reader(DESCRIBED, pairs)


def arrays(words: int) -> tuple[np.ndarray, np.ndarray]:
    marks = np.zeros((words + 1, 9), np.float32)
    marks[:, 0] = marks[:, 2] = 9.0
    marks[:, 5:] = NO
    return marks, np.zeros((words + 1, 2 * WIDTH), np.float32)


def read(reader: MarkReader, marks: np.ndarray, roles: np.ndarray, first: int, last: int) -> Marks:
    """From the second of two rows; the first is another sentence."""
    other, nothing = arrays(len(marks) - 1)
    return reader.batch(np.stack([other, marks]), np.stack([nothing, roles])).read(1, first, last)


def test_nothing(reader: MarkReader) -> None:
    found = read(reader, *arrays(2), 1, 3)
    assert (found.attributions, found.anchors, found.reasons) == ((), (), ())
    assert found.happened == pytest.approx((0.018, 0.018))
    assert found.causal == 0.018


def test_an_attribution_counts_inside_its_sentence(reader: MarkReader) -> None:
    marks, roles = arrays(6)
    marks[4, 5] = YES
    roles[3, 0] = roles[5, 1] = roles[6, 1] = 1.0
    roles[1, 1] = 1.0
    (found,) = read(reader, marks, roles, 3, 7).attributions
    assert (found.head, found.source, found.cue, found.content) == (1, (0,), (1,), (2, 3))
    assert (found.score, found.speech) == (0.982, 0.018)


def test_anchors_with_their_type(reader: MarkReader) -> None:
    marks, roles = arrays(2)
    marks[2, 4] = 20.0
    assert read(reader, marks, roles, 1, 3).anchors == (AnchorMark(1, "ASSAULT", 1.0),)


def test_the_cause_is_asked_of_the_start_and_its_words_of_the_words(reader: MarkReader) -> None:
    marks, roles = arrays(2)
    marks[0, 8] = YES
    marks[1, 1] = 20.0
    found = read(reader, marks, roles, 1, 3)
    assert found.causal == 0.982
    assert found.reasons == ("cause", "none")
