"""A sentence's tree while it is being rebuilt: the one thing here that changes in place, and no rule ever sees it."""

from collections.abc import Container, Sequence


class Tree:
    """Words with heads (-1 is the root) and relations; `children[i]` are kept in step by `attach` and `replace`."""

    def __init__(
        self,
        forms: Sequence[str],
        heads: Sequence[int],
        rels: Sequence[str],
        *,
        tags: Sequence[str],
        upos: Sequence[str],
        lemmas: Sequence[str],
        people: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`tags` are Penn tags ("" where there are none), `people` the token ranges of persons' names."""
        self.forms = list(forms)
        self.lower = [form.lower() for form in forms]
        self.heads = as_tree(heads)
        self.rels = list(rels)
        self.tags = list(tags)
        self.upos = list(upos)
        self.lemmas = list(lemmas)
        self.people = tuple(people)
        self._below: list[set[int]] = [set() for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head >= 0:
                self._below[head].add(i)

    def __len__(self) -> int:
        return len(self.heads)

    def children(self, i: int, rels: Container[str] | None = None) -> list[int]:
        """The children of word `i` in text order, all or those with one of the relations."""
        return sorted(c for c in self._below[i] if rels is None or self.rels[c] in rels)

    def child(self, i: int, rels: Container[str]) -> int | None:
        """The first child with one of the relations, or None."""
        return min((c for c in self._below[i] if self.rels[c] in rels), default=None)

    def attach(self, i: int, head: int, rel: str | None = None) -> None:
        """Hangs word `i` on `head` (-1: makes it the root); without `rel` it keeps its relation.

        Nothing happens where that would close a circle.
        """
        if rel is not None:
            self.rels[i] = rel
        if head == i or head == self.heads[i] or self.is_above(i, head):
            return
        if self.heads[i] >= 0:
            self._below[self.heads[i]].discard(i)
        self.heads[i] = head
        if head >= 0:
            self._below[head].add(i)

    def replace(self, old: int, new: int, *, rel: str) -> None:
        """Puts `new`, a word somewhere below `old`, in its place; `old` hangs on it as `rel`, so do its children."""
        head, role = self.heads[old], self.rels[old]
        self._below[self.heads[new]].discard(new)
        self.heads[new], self.rels[new] = head, role
        if head >= 0:
            self._below[head].discard(old)
            self._below[head].add(new)
        self.heads[old], self.rels[old] = new, rel
        self._below[new].add(old)
        for child in self.children(old):
            self.attach(child, new)

    def is_above(self, upper: int, lower: int) -> bool:
        """Whether `upper` is `lower` or lies above it."""
        while lower >= 0:
            if lower == upper:
                return True
            lower = self.heads[lower]
        return False

    def deepest_first(self) -> list[int]:
        """All words, each before the one that it hangs on, as the tree is now; siblings in text order."""
        order: list[int] = []
        waiting = [i for i, head in enumerate(self.heads) if head < 0]
        while waiting:
            i = waiting.pop()
            order.append(i)
            waiting += self.children(i)
        order.reverse()
        return order

    def is_nominal(self, i: int) -> bool:
        """Whether what hangs on the word is part of a noun phrase, not of a clause."""
        return self.upos[i] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X") and self.child(i, _CLAUSAL) is None


_CLAUSAL = frozenset(("cop", "nsubj", "nsubj:pass", "nsubjpass"))


def as_tree(heads: Sequence[int]) -> list[int]:
    """The heads with one root and no circle: a second root hangs on the first, and so does a circle's first word."""
    count = len(heads)
    result = [head if 0 <= head < count and head != i else -1 for i, head in enumerate(heads)]
    root = next((i for i, head in enumerate(result) if head < 0), 0)
    if count:
        result[root] = -1
    state = [0] * count  # 0 not seen, 1 on the way up, 2 known to reach the root
    for start in range(count):
        way, i = [], start
        while i >= 0 and state[i] == 0:
            state[i] = 1
            way.append(i)
            i = result[i]
        if i >= 0 and state[i] == 1:
            result[i] = root
        for i in way:
            state[i] = 2
    return [head if head >= 0 or i == root else root for i, head in enumerate(result)]
