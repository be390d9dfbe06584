"""The best tree: maximum spanning arborescence with one root (Chu-Liu/Edmonds), for when greedy heads are no tree."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether heads (index 0 is the root node itself, its own entry ignored) form a tree with one word at the root."""
    return bool(are_trees(heads[None, :], np.array([len(heads)]))[0])


def are_trees(heads: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The same for a batch (sentences, words); `sizes` are the words of each sentence, the root node included."""
    count, width = heads.shape
    inside = np.arange(width)[None, :] < sizes[:, None]
    inside[:, 0] = False
    single = ((heads == 0) & inside).sum(1) == 1
    reached = np.where(inside, heads, 0)
    # After k rounds every entry points 2**k steps up; without a cycle all end at the root.
    for _ in range(max(1, int(width).bit_length())):
        reached = np.take_along_axis(reached, reached, 1)
    return np.asarray(single & (reached == 0).all(1)) if count else np.zeros(0, bool)


def best_tree(scores: Scores) -> NDArray[np.int64]:
    """Heads of the tree with the highest sum of `scores[dependent, head]`, node 0 being the root with one child.

    Entry 0 of the result is 0. Scores must be finite.
    """
    size = len(scores)
    if size <= 2:
        return np.zeros(size, np.int64)
    weights = np.array(scores, np.float64)
    spread = float(weights.max() - weights.min()) + 1.0
    np.fill_diagonal(weights, -np.inf)
    weights[0, :] = -np.inf
    heads = _arborescence(weights)
    if int((heads[1:] == 0).sum()) > 1:
        # Every use of a root arc now costs more than any tree can gain elsewhere: the best tree has just one.
        # Not done at once, since without good root arcs the cycles to contract are many.
        weights[:, 0] -= spread * size
        heads = _arborescence(weights)
    heads[0] = 0
    return heads


def _arborescence(weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Best heads for `weights[dependent, head]`; contracts one cycle after the other."""
    size = len(weights)
    heads: NDArray[np.int64] = weights.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = weights[members, heads[members]]
    # Arcs into the cycle: taking one frees the arc that its end had inside. Arcs out of it: the best member.
    into = weights[np.ix_(members, outside)] - kept[:, None]
    out = weights[np.ix_(outside, members)]
    count = len(outside)
    smaller = np.full((count + 1, count + 1), -np.inf)
    smaller[:count, :count] = weights[np.ix_(outside, outside)]
    smaller[count, :count] = into.max(0)
    smaller[:count, count] = out.max(1)
    smaller[0, :] = -np.inf
    found = _arborescence(smaller)
    entry_head = int(found[count])
    entry = int(into[:, entry_head].argmax())
    result = heads.copy()
    for place in range(1, count):
        target = int(found[place])
        node = int(outside[place])
        result[node] = members[int(out[place].argmax())] if target == count else outside[target]
    result[members[entry]] = outside[entry_head]
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """The nodes of some cycle, None if there is none."""
    state = [0] * len(heads)
    state[0] = -1
    parents = heads.tolist()
    for start in range(1, len(parents)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = parents[node]
        if state[node] == start:
            cycle = [node]
            following = parents[node]
            while following != node:
                cycle.append(following)
                following = parents[following]
            return cycle
    return None
