import pytest

from dateline.pipeline import code


@pytest.mark.parametrize(
    ("text", "event", "actors"),
    [
        (
            "The UN Security Council passed Resolution 900. The resolution demanded a ceasefire.",
            "REQUEST",
            ["UN Security Council"],
        ),
        ("The report, published by the ministry, blamed Kenya.", "ACCUSE", ["the ministry"]),
        ("The ministry issued a statement. The statement condemned the raid.", "ACCUSE", ["The ministry"]),
        ("A UN report accused the army of torture.", "ACCUSE", ["United Nations"]),
        ("The letter accused the army of torture.", "ACCUSE", []),
        ("The ministry issued a statement. The letter condemned the raid.", "ACCUSE", []),
    ],
)
def test_whose_words_a_document_holds(text, event, actors):
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    assert next([names[a] for a in e.actors] for e in coded.events if e.event == event) == actors
