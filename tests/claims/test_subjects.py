"""Subjects that the tree hides."""

import pytest

from dateline.claims.subjects import cue_source


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The port, said the operator, would stay shut.", "said", "the operator"),
        ('"Where is the army?" asked a nurse.', "asked", "a nurse"),
        ("The mayor said the toll would end, adding that nobody would be refunded.", "adding", "The mayor"),
        ("The navy denied that it had rammed the trawler.", "denied", "The navy"),
    ],
)
def test_source(reading, text, form, expected):
    reader, layout = reading(text)
    made = layout.tree(0)
    found = cue_source(reader, made, next(t.i for t in made.tokens if t.form == form), "")
    assert text[slice(*found.span)] == expected


def test_of_a_withheld_statement(reading):
    text = "The presidency declined to say whether the envoy had left."
    reader, layout = reading(text)
    assert text[slice(*cue_source(reader, layout.tree(0), 4, "withheld").span)] == "The presidency"
