import pytest

from dateline.resolving.times_atoms import atoms_of

CASES = [
    ("mid-August 2014", ["mid", "-", "August", "2014"], "m-My"),
    ("Feb. 25, 2021", ["Feb.", "25", ",", "2021"], "Md,y"),
    ("3:20p.m. GMT", ["3:20", "p.m.", "GMT"], "czZ"),
    ("3.20 pm", ["3.20", "pm"], "cz"),
    ("3 o'clock", ["3", "o'clock"], "dz"),
    ("2021-02-25T18:00Z", ["2021-02-25T18:00Z"], "I"),
    ("the 1990s", ["the", "1990s"], "gs"),
    ("1,500 men", ["1,500", "men"], "ix"),
    ("they may march", ["they", "may", "march"], "xxx"),
    ("Monday's", ["Monday", "'s"], "W'"),
    ("the 3rd", ["the", "3rd"], "gd"),
    ("¹", ["¹"], "x"),
    ("9" * 5000 + "th", ["9" * 5000 + "th"], "x"),
]


@pytest.mark.parametrize(("text", "words", "kinds"), CASES)
def test_atoms(text, words, kinds):
    atoms = atoms_of(text, 0, len(text))
    assert [atom.text for atom in atoms] == words
    assert "".join(atom.kind for atom in atoms) == kinds


def test_offsets_point_into_the_whole_text():
    text = "Before. On May 5 it fell."
    assert [text[a.start : a.end] for a in atoms_of(text, 8, len(text))] == ["On", "May", "5", "it", "fell", "."]
