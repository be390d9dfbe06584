"""What the network is trained to lessen: the cross entropies of all heads, each weighted by the recipe."""

import torch
from torch import Tensor
from torch.nn import functional as F

from dateline.train.batches import Batch
from dateline.train.examples import IGNORE
from dateline.train.network import CLASSES, SIGNS, TAGS, Network
from dateline.train.recipe import Recipe


def losses(
    network: Network, outputs: tuple[Tensor, ...], batch: Batch, recipe: Recipe, *, marks: bool = True
) -> Tensor:
    """The sum for one batch. Without `marks` only trees and tags count."""
    arcs, dependents, heads, tags, marked, roles = (output.float() for output in outputs)
    total = _trees(network, arcs, dependents, heads, batch) + _tags(network, tags, batch, recipe)
    return total + _marks(network, marked, roles, batch, recipe) if marks else total


def _trees(network: Network, arcs: Tensor, dependents: Tensor, heads: Tensor, batch: Batch) -> Tensor:
    words = torch.arange(arcs.shape[1], device=arcs.device)
    arcs = arcs.masked_fill((words[None, :] >= batch.words[:, None])[:, None, :], -1e4)
    gold = batch.targets["heads"]
    known = gold != IGNORE
    if not bool(known.any()):
        return arcs.sum() * 0.0
    loss = F.cross_entropy(arcs[known], gold[known])
    chosen = heads.gather(1, gold.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
    relations = network.relations(dependents[known], chosen[known])
    return loss + F.cross_entropy(relations, batch.targets["rel"][known], ignore_index=IGNORE)


def _tags(network: Network, tags: Tensor, batch: Batch, recipe: Recipe) -> Tensor:
    known = batch.targets["heads"] != IGNORE
    *parts, begins = torch.split(tags, network.tag_sizes, dim=-1)
    loss = tags.sum() * 0.0
    for name, scores in zip(TAGS, parts, strict=True):
        target = batch.targets[name]
        labeled = target != IGNORE
        if bool(labeled.any()):
            # Divided by all words with a tree, so that a rare target does not outweigh the others.
            part = F.cross_entropy(scores[labeled], target[labeled], reduction="sum")
            loss = loss + recipe.weight(name) * part / max(int(labeled.sum()), int(known.sum()) // 2, 1)
    return loss + recipe.weight("begins") * _sign(begins.squeeze(2), batch.targets["begins"], known)


def _marks(network: Network, marked: Tensor, roles: Tensor, batch: Batch, recipe: Recipe) -> Tensor:
    parts = torch.split(marked, network.mark_sizes, dim=-1)
    classes, signs = parts[: len(CLASSES)], parts[len(CLASSES) :]
    loss = marked.sum() * 0.0
    for name, scores in zip(CLASSES, classes, strict=True):
        target = batch.targets[name]
        labeled = target != IGNORE
        if bool(labeled.any()):
            part = F.cross_entropy(scores[labeled], target[labeled], reduction="sum")
            loss = loss + recipe.weight(name) * part / max(int(labeled.sum()), 100)
    for name, sign in zip(SIGNS, signs, strict=True):
        if name == "causal":
            loss = loss + recipe.weight(name) * _sign(sign[:, 0, 0], batch.causal, least=8)
        else:
            loss = loss + recipe.weight(name) * _sign(sign.squeeze(2), batch.targets[name], least=100)
    if len(batch.cues):
        row, word = batch.cues[:, 0], batch.cues[:, 1]
        width = roles.shape[2] // 2
        scores = network.roles(roles[row, :, :width], roles[row, word, width:])
        loss = loss + recipe.weight("roles") * F.cross_entropy(
            scores.reshape(-1, scores.shape[2]), batch.roles.reshape(-1), ignore_index=IGNORE
        )
    return loss + recipe.weight("kind") * _kinds(classes[CLASSES.index("anchor")], batch)


def _sign(scores: Tensor, target: Tensor, also: Tensor | None = None, *, least: int = 1) -> Tensor:
    """Binary cross entropy of what is known, as if of `least` items at least."""
    labeled = target != IGNORE
    if also is not None:
        labeled = labeled & also
    if not bool(labeled.any()):
        return scores.sum() * 0.0
    loss = F.binary_cross_entropy_with_logits(scores[labeled], target[labeled].float(), reduction="sum")
    return loss / max(int(labeled.sum()), least)


def _kinds(anchors: Tensor, batch: Batch) -> Tensor:
    """That some word of the sentence names an event of its type: one minus the chance that none does."""
    rows = (batch.kinds != IGNORE).nonzero()[:, 0]
    if not len(rows):
        return anchors.sum() * 0.0
    chance = anchors[rows].softmax(2).gather(2, batch.kinds[rows][:, None, None].expand(-1, anchors.shape[1], 1))
    words = torch.arange(anchors.shape[1], device=anchors.device)[None, :]
    inside = (words > 0) & (words < batch.words[rows][:, None])
    none = torch.log1p(-chance.squeeze(2).clamp(max=0.999)).masked_fill(~inside, 0.0).sum(1)
    return -torch.log1p(-none.exp().clamp(max=0.999)).sum() / max(len(rows), 8)
