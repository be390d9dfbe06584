"""Pairs and those who met: who stands behind "the two leaders", "both sides", "we"."""

import pytest

from dateline.events.collectives import is_pair
from dateline.pipeline import code
from dateline.records import Entity, Mention


def actors(text):
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    return [(e.event, [names[a] for a in e.actors]) for e in coded.events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway's premier met Kenya's president on Monday. The two leaders agreed to lift the ban.",
            ["Norway's premier", "Kenya's president"],
        ),
        ("Norway and Kenya signed a pact in Oslo. Both sides agreed to meet again.", ["Norway", "Kenya"]),
        (
            'Foreign Minister Dahl met Foreign Minister Otieno in Rome. "We agreed to lift the ban," Dahl said.',
            ["Dahl", "Otieno"],
        ),
        ("The two leaders agreed to lift the ban.", ["The two leaders"]),
        ("Rebels attacked the town of Gao. Both sides agreed to a truce.", ["Both sides"]),
        ("Norway, Chad and Kenya met in Oslo. Both sides agreed to a truce.", ["Both sides"]),
        ('"We agreed to lift the ban," Foreign Minister Dahl said.', ["Dahl"]),
    ],
)
def test_who_agreed(text, told):
    assert next(names for event, names in actors(text) if event == "AGREE") == told


def test_a_pair_beside_its_members_is_left_out():
    text = "Norway's premier met Kenya's president in Oslo, where the two leaders discussed aid."
    assert actors(text)[0] == ("CONSULT", ["Norway's premier", "Kenya's president"])


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("the two leaders", "nominal", True),
        ("Both sides", "nominal", True),
        ("two leaders", "nominal", False),
        ("the leaders", "nominal", False),
        ("The Two Rivers", "name", False),
    ],
)
def test_what_names_a_pair(name, form, expected):
    entity = Entity(id="0", name=name, kind="population", mentions=(Mention((0, 1), (0, 1), form),))
    assert is_pair(entity) is expected
