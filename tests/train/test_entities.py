from dateline.language.conllu import TreeSentence
from dateline.train import entities


def test_spans_with_one_inside_another(visit: TreeSentence) -> None:
    assert sorted(entities.spans(visit)) == [(0, 3, "person"), (4, 8, "organization"), (7, 8, "place")]


def test_phrase_heads(visit: TreeSentence) -> None:
    assert {head: kind for head, (_, _, kind) in entities.phrase_heads(visit).items()} == {
        1: "person",
        5: "organization",
        7: "place",
    }


def test_names_are_outermost_and_without_titles(visit: TreeSentence) -> None:
    assert entities.names(visit) == [(1, 3, "person"), (5, 8, "organization")]


def test_common_nouns_are_no_names(flight: TreeSentence) -> None:
    assert entities.names(flight) == []
