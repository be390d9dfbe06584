"""A dependency tree as lines: one a word, in text order, so that reading down gives the sentence.

The sign before a word tells where its dependents are: above it, below it, on both sides, or nowhere. A word whose
branch would cross others hangs on the nearest word above its head where it does not.
"""

from collections.abc import Sequence

from dateline.language.analysis import Token

_SIGNS = {(False, False): "─", (True, False): "┴", (False, True): "┬", (True, True): "┼"}
_ASCII = str.maketrans({"╭": ",", "├": "+", "╰": "`", "│": "|", "─": "-", "┴": "+", "┬": "+", "┼": "+"})


def tree_lines(tokens: Sequence[Token]) -> tuple[tuple[int, str], ...]:
    """For every line the index of its token and the branch to draw before the word.

    >>> from dateline.language.trees import read_tree
    >>> sentence = read_tree("Rebels rebel NOUN 2 nsubj\\nshelled shell VERB 0 root\\ntowns town NOUN 2 obj")
    >>> for i, branch in tree_lines(sentence.tokens):
    ...     print(branch, sentence.tokens[i].form)
    ╭── Rebels
    ┼ shelled
    ╰── towns
    """
    before: list[list[int]] = [[] for _ in tokens]
    after: list[list[int]] = [[] for _ in tokens]
    tops: list[int] = []
    for i, head in enumerate(drawn_heads(tokens)):
        if head < 0:
            tops.append(i)
        else:
            (before if i < head else after)[head].append(i)
    out: list[tuple[int, str]] = []
    # A stack instead of recursion: a long list in a sentence is a deep tree. What comes first is pushed last.
    todo: list[tuple[bool, int, str, str, str]] = [(True, top, "", "", "") for top in reversed(tops)]
    while todo:
        whole, i, above, here, below = todo.pop()
        if not whole:
            out.append((i, here + _SIGNS[bool(before[i]), bool(after[i])]))
            continue
        below_last = len(after[i]) - 1
        for n in range(below_last, -1, -1):
            last = n == below_last
            branch = "╰─" if last else "├─"
            todo.append((True, after[i][n], below + "│ ", below + branch, below + ("  " if last else "│ ")))
        todo.append((False, i, "", here, ""))
        for n in range(len(before[i]) - 1, -1, -1):
            branch = "├─" if n else "╭─"
            todo.append((True, before[i][n], above + ("│ " if n else "  "), above + branch, above + "│ "))
    return tuple(out)


def drawn_heads(tokens: Sequence[Token]) -> list[int]:
    """The heads to draw: those of the tree, but the next one above where a branch would cross another."""
    heads = [token.head for token in tokens]
    while True:
        first, last = _ranges(heads)
        for i, head in enumerate(heads):
            between = range(min(i, head) + 1, max(i, head)) if head >= 0 else range(0)
            if any(not first[head] <= first[n] <= last[head] for n in between):
                heads[i] = heads[head]
                break
        else:
            return heads


def _ranges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """When a walk through the tree enters a word, and the last entry under it: what lies between is under the word."""
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head >= 0:
            children[head].append(i)
    first, last = [0] * len(heads), [0] * len(heads)
    clock = 0
    todo = [(i, False) for i, head in enumerate(heads) if head < 0]
    while todo:
        i, leaving = todo.pop()
        if leaving:
            last[i] = clock - 1
            continue
        first[i] = clock
        clock += 1
        todo.append((i, True))
        todo.extend((child, False) for child in children[i])
    return first, last


def plain_signs(branch: str) -> str:
    """The branch in ASCII, for terminals that have nothing else."""
    return branch.translate(_ASCII)
