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

    def read(self, marks: Floats, roles: Floats, first: int, last: int) -> Marks:
        """The marks of one sentence: rows `[first, last)` of its segment's arrays, row 0 being the start."""
        inner = marks[first:last]
        happened = _chance(inner[:, self.signs["happened"]])
        return Marks(
            attributions=self._attributions(inner, roles[first:last]),
            anchors=self._anchors(inner),
            happened=tuple(np.round(happened, 3).tolist()),
            causal=round(float(_chance(marks[0, self.signs["causal"]])), 3),
            reasons=self._reasons(inner),
        )

    def _attributions(self, marks: Floats, roles: Floats) -> tuple[AttributionMark, ...]:
        cue, speech = _chance(marks[:, self.signs["cue"]]), _chance(marks[:, self.signs["speech"]])
        chosen = np.flatnonzero(np.maximum(cue, speech) >= LEAST_CUE)
        if not len(chosen):
            return ()
        width = roles.shape[1] // 2
        ones = np.ones((len(roles), 1), np.float32)
        words = np.concatenate([roles[:, :width], ones], 1)
        cues = np.concatenate([roles[chosen, width:], ones[: len(chosen)]], 1)
        pairs = np.tensordot(cues, self.pairs, 1)
        scores = np.einsum("crw,nw->cnr", pairs, words)
        best = scores.argmax(2)
        found = []
        for row, i in zip(best, chosen.tolist(), strict=True):
            row[i] = _CUE
            parts = [tuple(np.flatnonzero(row == kind).tolist()) for kind in (_SOURCE, _CONTENT, _CUE)]
            found.append(AttributionMark(i, round(float(cue[i]), 3), round(float(speech[i]), 3), *parts))
        return tuple(found)

    def _anchors(self, marks: Floats) -> tuple[AnchorMark, ...]:
        scores = marks[:, self.classes["anchor"]]
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        found = []
        for i in np.flatnonzero(1.0 - chances[:, 0] >= LEAST_ANCHOR).tolist():
            best = int(chances[i, 1:].argmax()) + 1
            found.append(AnchorMark(i, self.anchors[best], round(float(chances[i, best]), 3)))
        return tuple(found)

    def _reasons(self, marks: Floats) -> tuple[str, ...]:
        best = marks[:, self.classes["reason"]].argmax(1)
        return tuple([self.reasons[k] for k in best.tolist()]) if best.any() else ()


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
