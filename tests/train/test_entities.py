from dateline.language.conllu import TreeSentence, Word
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


def test_countries_are_places_and_peoples_are_no_names() -> None:
    words = [
        Word("Kenya", "Kenya", "PROPN", "NNP", "", 2, "nsubj", "Entity=(1-organization-1)"),
        Word("wants", "want", "VERB", "VBZ", "", 0, "root", ""),
        Word("Kenyans", "Kenyan", "PROPN", "NNPS", "", 2, "obj", "Entity=(2-person-1)"),
    ]
    assert entities.names(TreeSentence("d", "", tuple(words))) == [(0, 1, "place")]
