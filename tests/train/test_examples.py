from dateline.language.conllu import TreeSentence
from dateline.train.examples import ANCHORS, IGNORE, Labels, bio, blank, from_mentions, from_tree, kept_features
from dateline.train.re3d import MentionSentence


def test_features_that_status_needs() -> None:
    assert kept_features("Definite=Def|Number=Sing|PronType=Art") == "Number=Sing|PronType=Art"
    assert kept_features("") == ""


def test_tag_set() -> None:
    assert bio(["a", "b"]) == ("O", "B-a", "I-a", "B-b", "I-b")


def test_tree_with_entities(visit: TreeSentence, labels: Labels) -> None:
    example = from_tree(visit, labels, with_entities=True)
    assert [labels.names[t] for t in example.names] == [
        "O", "B-person", "I-person", "O", "O", "B-organization", "I-organization", "I-organization", "O",
    ]  # fmt: skip
    assert [labels.semantic[s] for s in example.semantic[:4]] == ["", "person", "", ""]
    assert [labels.rel[r] for r in example.rel[:3]] == ["nmod:desc", "nsubj", "flat"]
    assert set(example.mentions) == {IGNORE}
    assert example.begins == [IGNORE] + [0] * 8


def test_without_entities_only_plain_words_are_known_not_to_be_names(visit: TreeSentence, labels: Labels) -> None:
    example = from_tree(visit, labels, with_entities=False)
    assert set(example.semantic) == {IGNORE}
    assert example.names == [IGNORE, IGNORE, IGNORE, 0, IGNORE, IGNORE, IGNORE, IGNORE, 0]


def test_mentions_have_no_tree(labels: Labels) -> None:
    sentence = MentionSentence("d", ("Near", "the", "Salt", "River", "men", "left"), ((1, 4, "place"),))
    example = from_mentions(sentence, labels)
    assert set(example.heads) == {-1}
    assert [labels.mentions[t] for t in example.mentions] == ["O", "B-place", "I-place", "I-place", "O", "O"]
    assert [labels.names[t] if t != IGNORE else None for t in example.names] == [
        None, "O", "B-place", "I-place", "O", "O",
    ]  # fmt: skip


def test_silver_names_leave_open_what_is_unsure(visit: TreeSentence, labels: Labels) -> None:
    silver = ["", "B-person", "I-person", "O", "O", "", "", "", "O"]
    example = from_tree(visit, labels, with_entities=False, silver=silver)
    assert [labels.names[t] if t != IGNORE else "" for t in example.names] == silver


def test_of_a_blank_sentence_nothing_is_known() -> None:
    example = blank(["Rain", "fell"], "d")
    for name in ("rel", "upos", "feats", "semantic", "names", "mentions", "begins"):
        assert getattr(example, name) == [IGNORE, IGNORE]
    assert example.heads == [-1, -1]
    assert (example.marks, example.roles, example.causal, example.kind) == ({}, [], IGNORE, IGNORE)


def test_anchors_are_the_types_of_the_ontology() -> None:
    from dateline.knowledge.ontology import load_ontology

    assert set(ANCHORS[1:]) == set(load_ontology().types)
    assert ANCHORS[0] == "none"
