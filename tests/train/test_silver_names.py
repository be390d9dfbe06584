import pytest

from dateline.language.conllu import TreeSentence, Word
from dateline.train.silver_names import UNSURE, silver_names

ORG = "B-organization I-organization"
PERSON = "B-person I-person I-person"


def tree(rows: str, *, document: str = "d") -> TreeSentence:
    """Rows of "form xpos head relation", separated by semicolons."""
    words = []
    for row in rows.split("; "):
        form, xpos, head, rel = row.split()
        words.append(Word(form, form.lower(), "PROPN" if xpos.startswith("NNP") else "X", xpos, "", int(head), rel, ""))
    return TreeSentence(document, "", tuple(words))


def tags(rows: str) -> str:
    return " ".join(tag or "?" for tag in silver_names([tree(rows)])[0])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A title makes a person; it is no part of the name.
        ("President NNP 2 nmod:desc; Okafor NNP 3 nsubj; spoke VBD 0 root", "O B-person O"),
        # A given name with flat parts is a person, with compound parts it need not be.
        ("Maria NNP 3 nsubj; Okafor NNP 1 flat; spoke VBD 0 root", "B-person I-person O"),
        # The last word says what it is.
        ("Zorblat NNP 2 compound; Industries NNPS 3 nsubj; failed VBD 0 root", "B-organization I-organization O"),
        ("Zorblat NNP 2 compound; River NNP 3 nsubj; rose VBD 0 root", "B-place I-place O"),
        (
            "Zorblat NNP 4 nsubj; , , 3 punct; Inc. NNP 1 list; failed VBD 0 root",
            "B-organization I-organization I-organization O",
        ),
        # An "of" belongs to a body.
        (
            "Ministry NNP 4 nsubj; of IN 3 case; Fisheries NNPS 1 nmod; failed VBD 0 root",
            "B-organization I-organization I-organization O",
        ),
        # Countries are places even where they act; peoples, months and languages are no names.
        ("Iran NNP 2 nsubj; wants VBZ 0 root; Kenyans NNPS 2 obj; in IN 5 case; March NNP 2 obl", "B-place O O O O"),
        # A town and its state are two names.
        ("in IN 2 case; Dallas NNP 0 root; , , 4 punct; TX NNP 2 appos", "O B-place O B-place"),
        # Who turns the name around is a person.
        (
            "\" `` 2 punct; Okafor NNP 0 root; , , 4 punct; Maria NNP 2 flat; \" '' 2 punct",
            "O B-person I-person I-person O",
        ),
        # Nothing is certain here: an unknown word, a shop that is called after somebody.
        ("Zorblat NNP 2 nsubj; works VBZ 0 root", "? O"),
        ("Maria NNP 3 nmod:poss; 's POS 1 case; Tacos NNPS 0 root", "? ? ?"),
    ],
)
def test_what_is_certain(rows: str, expected: str) -> None:
    assert tags(rows) == expected


def test_a_name_known_elsewhere_in_the_document() -> None:
    full = tree("Maria NNP 3 nsubj; Zorblat NNP 1 flat; spoke VBD 0 root")
    short = tree("Zorblat NNP 2 nsubj; left VBD 0 root")
    assert silver_names([full, short])[1] == ["B-person", "O"]
    other = tree("Zorblat NNP 2 nsubj; left VBD 0 root", document="another")
    assert silver_names([full, other])[1] == [UNSURE, "O"]
