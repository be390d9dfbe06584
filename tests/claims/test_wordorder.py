"""Claims by the order of words."""

import pytest

from dateline.claims.wordorder import after_that, final_clause


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Troops opened fire, the report said.", "said", ("the report", "Troops opened fire")),
        ("The talks are likely to fail, diplomats said.", "said", ("diplomats", "The talks are likely to fail")),
        ("The navy denied that it had rammed the trawler.", "denied", None),
        ("Five soldiers, police said, were killed.", "said", None),
        ("The commander, General Baran, said the siege was over.", "said", None),
    ],
)
def test_final_clause(tree, text, cue, expected):
    made, at = tree(text)
    found = final_clause(made, text, at(cue))
    assert (None if found is None else (text[slice(*found[0].span)], text[slice(*found[1].spans[0])])) == expected


def test_after_that(tree, words):
    text = "The group said in a statement that it had fired the rockets."
    made, at = tree(text)
    assert words(text, after_that(made, text, at("said"), ()).spans) == ["it had fired the rockets"]
    assert after_that(made, text, at("said"), {"statement"}) is None
