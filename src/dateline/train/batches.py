"""Batches of sentences of like length as tensors."""

import random
from collections.abc import Iterator

import torch
from msgspec import Struct
from torch import Tensor

from dateline.language.pieces import MARK, Pieces
from dateline.train.examples import IGNORE, MARKS, Example

_TARGETS = ("heads", "rel", "upos", "feats", "semantic", "names", "mentions", "begins")
MOST_PIECES = 320


class Batch(Struct):
    """Tensors of some sentences. Words begin with the start piece at index 0; `targets` have IGNORE there.

    `cues` are (row, word) of every cue, `roles` what the words of its row are to it. `causal` and `kinds` go by row.
    """

    ids: Tensor
    shapes: Tensor
    lengths: Tensor
    firsts: Tensor
    words: Tensor
    targets: dict[str, Tensor]
    cues: Tensor
    roles: Tensor
    causal: Tensor
    kinds: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device."""
        tables = {name: getattr(self, name).to(device) for name in self.__struct_fields__ if name != "targets"}
        return Batch(targets={name: table.to(device) for name, table in self.targets.items()}, **tables)


def length(example: Example, pieces: Pieces) -> int:
    """How many pieces the sentence fills, start and end included."""
    return 2 + sum(len(pieces(form)) for form in example.forms)


def make_batch(examples: list[Example], pieces: Pieces) -> Batch:
    """Pads the sentences to one rectangle."""
    longest = max(length(e, pieces) for e in examples)
    widest = max(len(e.forms) for e in examples) + 1
    count = len(examples)
    ids = torch.zeros(count, longest, dtype=torch.long)
    shapes = torch.full((count, longest), MARK, dtype=torch.long)
    firsts = torch.zeros(count, widest, dtype=torch.long)
    targets = {name: torch.full((count, widest), IGNORE, dtype=torch.long) for name in (*_TARGETS, *MARKS)}
    cues: list[tuple[int, int]] = []
    roles: list[list[int]] = []
    lengths, words = [], []
    for row, example in enumerate(examples):
        line, marks, starts = [pieces.first], [MARK], [0]
        for form, shape in zip(example.forms, example.shapes, strict=True):
            starts.append(len(line))
            part = pieces(form)
            line += part
            marks += [shape] * len(part)
        line.append(pieces.last)
        marks.append(MARK)
        ids[row, : len(line)] = torch.tensor(line)
        shapes[row, : len(line)] = torch.tensor(marks)
        firsts[row, : len(starts)] = torch.tensor(starts)
        for name in _TARGETS:
            targets[name][row, 1 : len(starts)] = torch.tensor(getattr(example, name))
        for name, values in example.marks.items():
            targets[name][row, 1 : len(starts)] = torch.tensor(values)
        for role in example.roles:
            cues.append((row, role.cue + 1))
            roles.append([IGNORE, *role.values, *[IGNORE] * (widest - len(starts))])
        lengths.append(len(line))
        words.append(len(starts))
    targets["heads"][targets["heads"] == -1] = IGNORE
    return Batch(
        ids=ids,
        shapes=shapes,
        lengths=torch.tensor(lengths),
        firsts=firsts,
        words=torch.tensor(words),
        targets=targets,
        cues=torch.tensor(cues, dtype=torch.long).view(-1, 2),
        roles=torch.tensor(roles, dtype=torch.long).view(-1, widest),
        causal=torch.tensor([example.causal for example in examples]),
        kinds=torch.tensor([example.kind for example in examples]),
    )


def batches(
    examples: list[Example], pieces: Pieces, budget: int, rng: random.Random | None = None
) -> Iterator[list[Example]]:
    """Groups of sentences of like length within a budget of pieces, in random order if `rng` is given."""
    sized = [(length(e, pieces), e) for e in examples]
    sized = [(n, e) for n, e in sized if n <= MOST_PIECES]
    noise = rng.random if rng else float
    sized.sort(key=lambda pair: pair[0] * (1 + 0.2 * noise()))
    groups: list[list[Example]] = []
    current: list[Example] = []
    longest = 0
    for n, example in sized:
        if current and max(longest, n) * (len(current) + 1) > budget:
            groups.append(current)
            current, longest = [], 0
        current.append(example)
        longest = max(longest, n)
    if current:
        groups.append(current)
    if rng:
        rng.shuffle(groups)
    yield from groups
