import random

import pytest

from dateline.language.conllu import TreeSentence
from dateline.language.pieces import LOWER, MARK, TITLE
from dateline.train.augment import drop_final_mark, join, quote, recase, vary
from dateline.train.examples import IGNORE, Example, Labels, Role, from_tree


@pytest.fixture
def example(flight: TreeSentence, labels: Labels) -> Example:
    return from_tree(flight, labels, with_entities=False)


def check_tree(example: Example, roots: int = 1) -> None:
    size = len(example.forms)
    for name in ("shapes", "heads", "rel", "upos", "feats", "semantic", "names", "mentions", "begins"):
        assert len(getattr(example, name)) == size
    assert example.heads.count(0) == roots
    for start in range(1, size + 1):
        seen, node = set(), start
        while node:
            assert node not in seen
            seen.add(node)
            node = example.heads[node - 1]


def test_drop_final_mark(example: Example, labels: Labels) -> None:
    shorter = drop_final_mark(example, labels)
    assert shorter.forms == ["The", "troops", "left", "the", "towns"]
    assert drop_final_mark(shorter, labels) is shorter


def test_recase_changes_shapes_of_words_only(example: Example) -> None:
    assert recase(example, TITLE).shapes == [TITLE] * 5 + [MARK]
    assert recase(example, LOWER).forms == example.forms


def test_join_has_two_roots_and_knows_where_the_second_begins(example: Example) -> None:
    joined = join(example, example)
    check_tree(joined, roots=2)
    assert joined.begins.index(1) == 6
    assert joined.begins.count(1) == 1


@pytest.mark.parametrize("seed", range(30))
def test_quote_makes_a_tree_with_the_statement_below_the_verb_of_saying(
    example: Example, labels: Labels, seed: int
) -> None:
    quoted = quote(example, labels, random.Random(seed))
    check_tree(quoted)
    root = quoted.heads.index(0)
    assert quoted.forms[root] in ("said", "told", "added", "announced", "warned")
    left = quoted.forms.index("left")
    assert quoted.heads[left] == root + 1
    assert labels.rel[quoted.rel[left]] == "ccomp"
    assert any(
        h == root + 1 and labels.rel[r].startswith("nsubj") for h, r in zip(quoted.heads, quoted.rel, strict=True)
    )


def test_a_sentence_with_quotes_is_left_alone(example: Example, labels: Labels) -> None:
    example.forms[0] = '"'
    assert quote(example, labels, random.Random(1)) is example


def test_vary_never_breaks_a_tree(example: Example, labels: Labels) -> None:
    rng = random.Random(3)
    for _ in range(200):
        varied = vary(example, [example, example], labels, rng)
        check_tree(varied, roots=varied.heads.count(0))
        assert varied.heads.count(0) <= 2


def test_sentences_that_stick_come_joined_more_often(example: Example, labels: Labels) -> None:
    rng = random.Random(3)
    loose = sum(vary(example, [example], labels, rng).heads.count(0) == 2 for _ in range(200))
    example.sticks = True
    sticking = sum(vary(example, [example], labels, rng).heads.count(0) == 2 for _ in range(200))
    assert sticking > 2 * loose > 0
    assert max(vary(example, [example] * 3, labels, rng).heads.count(0) for _ in range(50)) > 2


@pytest.fixture
def attributed(example: Example) -> Example:
    """ "left" as a cue with "troops" as its source."""
    example.marks["cue"] = [0, 0, 1, 0, 0, 0]
    example.roles = [Role(2, [0, 1, 3, 0, 0, 0])]
    return example


def test_join_shifts_cues_and_knows_nothing_across_the_border(attributed: Example, flight: TreeSentence) -> None:
    joined = join(attributed, attributed)
    assert joined.marks["cue"] == attributed.marks["cue"] * 2
    assert [role.cue for role in joined.roles] == [2, 8]
    assert joined.roles[0].values == [0, 1, 3, 0, 0, 0, *[IGNORE] * 6]
    assert joined.roles[1].values == [*[IGNORE] * 6, 0, 1, 3, 0, 0, 0]


def test_join_fills_marks_that_one_side_lacks(attributed: Example, flight: TreeSentence, labels: Labels) -> None:
    plain = from_tree(flight, labels, with_entities=False)
    assert join(plain, attributed).marks["cue"] == [*[IGNORE] * 6, *attributed.marks["cue"]]


def test_without_its_last_word_a_sentence_keeps_its_cues(attributed: Example, labels: Labels) -> None:
    shorter = drop_final_mark(attributed, labels)
    assert shorter.marks["cue"] == [0, 0, 1, 0, 0]
    assert shorter.roles == [Role(2, [0, 1, 3, 0, 0])]
