"""Who can be a source, and the words that name it."""

import pytest

from dateline.claims.sources import addressee, first_person, fits, source_at, subject_source

TEXT = "The commander, General Baran, said the siege was over."


def _group(reader, id):
    return next(c for c in reader.pack.classes if c.id == id)


def test_words_of_a_source_hold_title_and_name(reading):
    reader, layout = reading(TEXT)
    found = subject_source(reader, layout.tree(0), 6)
    assert TEXT[slice(*found.span)] == "The commander, General Baran"


def test_relative_pronoun_stands_for_its_noun(reading):
    text = "The minister, who said the damage was severe, resigned."
    reader, layout = reading(text)
    found = subject_source(reader, layout.tree(0), 4)
    assert (text[slice(*found.span)], layout.tree(0).tokens[found.token].form) == ("who", "minister")


def test_whoever_issued_the_statement(reading):
    text = "The harbor issued a statement saying that its gates were open."
    reader, layout = reading(text)
    assert text[slice(*subject_source(reader, layout.tree(0), 5).span)] == "The harbor"


@pytest.mark.parametrize(
    ("text", "cue", "kind", "group", "expected"),
    [
        ("The council says troops must leave.", 2, "organization", "believe", True),
        ("The council says troops must leave.", 2, "weapon", "believe", False),
        ("The council says troops must leave.", 2, "organization", "show", False),
        ("Troops opened fire, the report said.", 6, "other", "show", True),
        ("Troops opened fire, the report said.", 6, "other", "believe", False),
        ("Troops opened fire, the report said.", 6, "other", "suggest", True),
    ],
)
def test_what_a_class_asks_of_its_source(reading, text, cue, kind, group, expected):
    reader, layout = reading(text, [{"words": ["council", "report"], "kind": kind}])
    source = subject_source(reader, layout.tree(0), cue)
    assert fits(reader, layout.tree(0), source, _group(reader, group), cue) is expected


def test_addressee(reading):
    _, layout = reading("The clerk told the court he had seen nothing.")
    assert addressee(layout.tree(0), 2, 1) == (0, 4)
    _, layout = reading("The council says troops must leave.")
    assert addressee(layout.tree(0), 2, 1) is None


def test_first_person(reading):
    reader, layout = reading("We condemn the attack.")
    assert first_person(layout.tree(0), source_at(reader, layout.tree(0), 0, 1))
