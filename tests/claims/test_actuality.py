"""Whether a cue reports a saying at all."""

import pytest

from dateline.claims.actuality import governor_of, is_open


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("If the envoy says that the talks failed, the truce ends.", "says", True),
        ("The mayor should admit that the bridge fell.", "admit", True),
        ("The army neither confirmed nor denied the raid.", "denied", True),
        ("The navy denied that it had rammed the trawler.", "denied", False),
    ],
)
def test_open(tree, text, form, expected):
    made, at = tree(text)
    assert is_open(made, at(form)) is expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The presidency declined to say whether the envoy had left.", "say", "withheld"),
        ("The mayor wanted to say that the bridge was safe.", "say", "blocked"),
        ("The navy denied that it had rammed the trawler.", "denied", ""),
        ("The bishop was quoted as saying the church would help.", "saying", ""),
    ],
)
def test_governor(reading, text, form, expected):
    reader, layout = reading(text)
    made = layout.tree(0)
    assert governor_of(reader, made, next(t.i for t in made.tokens if t.form == form)) == expected
