from hypothesis import given
from hypothesis import strategies as st

from dateline.export.tree_lines import drawn_heads, plain_signs, tree_lines
from dateline.language.analysis import Token
from dateline.language.trees import read_tree

STRIKE = """
The the DET 2 det
army _ NOUN 3 nsubj
shelled shell VERB 0 root
a a DET 6 det
crowded _ ADJ 6 amod
market _ NOUN 3 obj
on _ ADP 8 case
Monday _ PROPN 3 obl
"""
DRAWN = """
  ╭── The
╭─┴ army
┼ shelled
│ ╭── a
│ ├── crowded
├─┴ market
│ ╭── on
╰─┴ Monday
"""


def drawn(table: str) -> str:
    sentence = read_tree(table)
    return "\n".join(f"{branch} {sentence.tokens[i].form}" for i, branch in tree_lines(sentence.tokens))


def test_a_tree() -> None:
    assert drawn(STRIKE) == DRAWN.strip("\n")


def test_reading_down_gives_the_sentence_even_where_branches_cross() -> None:
    crossing = "a a DET 3 det\nb b NOUN 4 obj\nc c NOUN 4 obj\nd d VERB 0 root\ne e ADP 2 case"
    sentence = read_tree(crossing)
    assert [i for i, _ in tree_lines(sentence.tokens)] == [0, 1, 2, 3, 4]
    assert drawn_heads(sentence.tokens) == [3, 3, 3, -1, 3]


def test_a_deep_tree_does_not_exhaust_the_stack() -> None:
    tokens = [Token(i, i * 2, i * 2 + 1, "x", "x", "X", "", i - 1, "dep" if i else "root") for i in range(3000)]
    assert len(tree_lines(tokens)) == 3000


def test_ascii() -> None:
    assert plain_signs("│ ╰─┼") == "| `-+"
    assert all(plain_signs(line.split(" ")[0]).isascii() for line in DRAWN.split("\n"))


@st.composite
def trees(draw: st.DrawFn) -> list[Token]:
    """Any tree over a few words: each word hangs on one that was placed before it, in any text order."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = {order[0]: -1}
    for n, i in enumerate(order[1:], start=1):
        heads[i] = order[draw(st.integers(0, n - 1))]
    return [Token(i, i, i + 1, "x", "x", "X", "", heads[i], "dep") for i in range(len(order))]


@given(trees())
def test_any_tree_is_drawn_in_text_order(tokens: list[Token]) -> None:
    assert [i for i, _ in tree_lines(tokens)] == list(range(len(tokens)))
