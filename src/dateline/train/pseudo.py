"""Trees for sentences that have none: what the network itself gives them once it has learned the treebanks.

Without them the later stages teach those sentences everything but their trees, and the trees of reports come apart: on
sentences of the PLOVER records the share of crossing arcs rose from 1.3 to 7.6 in a hundred words, while the scores on
the treebanks hardly fell.
"""

import torch
from msgspec import Struct

from dateline.language.pieces import Pieces
from dateline.train.batches import batches, make_batch
from dateline.train.examples import Example
from dateline.train.network import TAGS, Network

_TREE = ("heads", "rel", "upos", "feats")


class PseudoTree(Struct, frozen=True, array_like=True):
    """Targets of one sentence as an example has them; all empty for a sentence that was not read."""

    heads: list[int]
    rel: list[int]
    upos: list[int]
    feats: list[int]


_NOTHING = PseudoTree([], [], [], [])


@torch.no_grad()
def parse(network: Network, examples: list[Example], pieces: Pieces, *, budget: int = 3000) -> list[PseudoTree]:
    """The best head, relation, part of speech and features of every word, each chosen for itself.

    Sentences too long for the encoder get nothing.
    """
    network.eval()
    found: dict[int, PseudoTree] = {}
    for group in batches(examples, pieces, budget):
        batch = make_batch(group, pieces).to(network.arc.device)
        arcs, dependents, heads, tags, _, _ = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
        words = torch.arange(arcs.shape[1], device=arcs.device)
        arcs = arcs.masked_fill((words[None, :] >= batch.words[:, None])[:, None, :], -1e4)
        # No word is its own head.
        best = arcs.masked_fill(torch.eye(len(words), dtype=torch.bool, device=arcs.device)[None], -1e4).argmax(2)
        parts = dict(zip(TAGS, torch.split(tags, network.tag_sizes, dim=-1), strict=False))
        upos, feats = parts["upos"].argmax(2), parts["feats"].argmax(2)
        for row, example in enumerate(group):
            inside = slice(1, len(example.forms) + 1)
            chosen = best[row, inside]
            rel = network.relations(dependents[row, inside], heads[row, chosen]).argmax(1)
            found[id(example)] = PseudoTree(
                chosen.tolist(), rel.tolist(), upos[row, inside].tolist(), feats[row, inside].tolist()
            )
    return [found.get(id(example), _NOTHING) for example in examples]


def grow(examples: list[Example], trees: list[PseudoTree]) -> int:
    """Writes the trees into the examples; returns how many got one."""
    grown = 0
    for example, tree in zip(examples, trees, strict=True):
        if tree.heads:
            for name in _TREE:
                setattr(example, name, list(getattr(tree, name)))
            grown += 1
    return grown
