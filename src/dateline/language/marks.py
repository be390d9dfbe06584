"""What the model says beyond the tree: attributions, event anchors, whether something happened, stated reasons."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.language.analysis import AnchorMark, AttributionMark, Marks

Floats = NDArray[np.float32]
# A word whose chance to be a cue is below this is not looked at further; what a caller takes is for the caller to say.
LEAST_CUE = 0.2
LEAST_ANCHOR = 0.2
_NONE, _SOURCE, _CONTENT, _CUE = range(4)


class MarkReader(Struct, frozen=True):
    """Decodes the second block of outputs. `classes` and `signs` are the columns by name; `pairs` scores roles:
    (role width + 1, roles, role width + 1)."""

    classes: dict[str, slice]
    signs: dict[str, int]
    anchors: list[str]
    reasons: list[str]
    pairs: Any

    def batch(self, marks: Floats, roles: Floats) -> "BatchMarks":
        """The outputs of a batch, (rows, words, columns), worked out as far as whole arrays allow."""
        first = min(self.signs.values())
        chances = _chance(marks[:, :, first:])
        anchors = marks[:, :, self.classes["anchor"]]
        shares = np.exp(anchors - anchors.max(2, keepdims=True))
        shares /= shares.sum(2, keepdims=True)
        cues = np.maximum(chances[:, :, self.signs["cue"] - first], chances[:, :, self.signs["speech"] - first])
        happened = np.round(chances[:, :, self.signs["happened"] - first].astype(np.float64), 3)
        return BatchMarks(
            reader=self,
            chances={name: chances[:, :, column - first] for name, column in self.signs.items()},
            cued=[np.flatnonzero(row >= LEAST_CUE).tolist() for row in cues],
            anchored=[np.flatnonzero(row <= 1 - LEAST_ANCHOR).tolist() for row in shares[:, :, 0]],
            anchors=shares,
            happened=happened.tolist(),
            reasons=marks[:, :, self.classes["reason"]].argmax(2).tolist(),
            roles=roles,
        )


class BatchMarks(Struct, frozen=True):
    """The marks of a batch. `cued` and `anchored` are the words of each row that are worth a look."""

    reader: MarkReader
    chances: dict[str, Floats]
    cued: list[list[int]]
    anchored: list[list[int]]
    anchors: Floats
    happened: list[list[float]]
    reasons: list[list[int]]
    roles: Floats

    def read(self, row: int, first: int, last: int) -> Marks:
        """The marks of one sentence: words `[first, last)` of a row, whose word 0 is the start of its segment."""
        reasons = self.reasons[row][first:last]
        return Marks(
            attributions=self._attributions(row, first, last),
            anchors=self._anchors(row, first, last),
            happened=tuple(self.happened[row][first:last]),
            causal=round(float(self.chances["causal"][row, 0]), 3),
            reasons=tuple([self.reader.reasons[k] for k in reasons]) if any(reasons) else (),
        )

    def _attributions(self, row: int, first: int, last: int) -> tuple[AttributionMark, ...]:
        chosen = [i for i in self.cued[row] if first <= i < last]
        if not chosen:
            return ()
        roles = self.roles[row]
        width = roles.shape[1] // 2
        ones = np.ones((last - first, 1), np.float32)
        words = np.concatenate([roles[first:last, :width], ones], 1)
        found = []
        for i in chosen:
            pairs = np.tensordot(np.append(roles[i, width:], np.float32(1)), self.reader.pairs, 1)
            best = (words @ pairs.T).argmax(1)
            best[i - first] = _CUE
            source, content, cue = (tuple(np.flatnonzero(best == kind).tolist()) for kind in (_SOURCE, _CONTENT, _CUE))
            score, speech = (round(float(self.chances[name][row, i]), 3) for name in ("cue", "speech"))
            found.append(AttributionMark(i - first, score, speech, source, content, cue))
        return tuple(found)

    def _anchors(self, row: int, first: int, last: int) -> tuple[AnchorMark, ...]:
        found = []
        for i in self.anchored[row]:
            if first <= i < last:
                shares = self.anchors[row, i, 1:]
                best = int(shares.argmax())
                found.append(AnchorMark(i - first, self.reader.anchors[best + 1], round(float(shares[best]), 3)))
        return tuple(found)


def mark_reader(described: dict[str, Any], pairs: Any) -> MarkReader:
    """The reader for a model as its `model.json` describes it."""
    labels = described["labels"]
    classes, start = {}, 0
    for name in described["classes"]:
        classes[name] = slice(start, start + len(labels[name]))
        start += len(labels[name])
    signs = {name: start + i for i, name in enumerate(described["signs"])}
    return MarkReader(classes, signs, labels["anchor"], labels["reason"], pairs)


def _chance(scores: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
