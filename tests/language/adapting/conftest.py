"""Trees by hand in one line: `Troops|NNS|nsubj|2 left|VBD|ROOT|0`, heads counted from 1."""

from collections.abc import Callable

import pytest

from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree

_BE = frozenset("be is are was were been being am".split())


class Words:
    """The columns of a line."""

    def __init__(self, line: str) -> None:
        self.forms: list[str] = []
        self.tags: list[str] = []
        self.upos: list[str] = []
        self.rels: list[str] = []
        self.heads: list[int] = []
        for part in line.split():
            form, tag, rel, head = part.rsplit("|", 3)
            helper = rel in ("aux", "auxpass", "aux:pass", "cop") and tag[0] in "VM"
            self.forms.append(form)
            self.tags.append(tag)
            self.upos.append("AUX" if helper or form.lower() in _BE else tables().upos.get(tag, "PUNCT"))
            self.rels.append(rel)
            self.heads.append(int(head) - 1)


def _tree(line: str, *, people: tuple[tuple[int, int], ...] = ()) -> Tree:
    words = Words(line)
    lemmas = ["be" if form.lower() in _BE else _LEMMAS.get(form.lower(), form.lower()) for form in words.forms]
    return Tree(words.forms, words.heads, words.rels, tags=words.tags, upos=words.upos, lemmas=lemmas, people=people)


_LEMMAS = {"told": "tell", "warned": "warn", "asked": "ask", "let": "let", "showed": "show"}


def _shown(tree: Tree) -> str:
    parts = [f"{form}|{rel}|{head + 1}" for form, rel, head in zip(tree.forms, tree.rels, tree.heads, strict=True)]
    return " ".join(parts)


@pytest.fixture
def tree() -> Callable[..., Tree]:
    """A tree from its line."""
    return _tree


@pytest.fixture
def shown() -> Callable[[Tree], str]:
    """A tree as `form|relation|head`, heads counted from 1."""
    return _shown


@pytest.fixture
def words() -> type[Words]:
    """The columns of a line."""
    return Words
