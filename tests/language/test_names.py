import pytest

from dateline.language.names import tidy


def tree(text: str) -> tuple[list[str], list[str], list[int], list[str]]:
    """`word/UPOS/head/rel` items, heads counted from 0 and -1 for the root."""
    items = [item.split("/") for item in text.split()]
    return [i[0] for i in items], [i[1] for i in items], [int(i[2]) for i in items], [i[3] for i in items]


SPOKE = tree(
    "Press/PROPN/1/compound Secretary/PROPN/2/nmod:desc Ana/PROPN/4/nsubj Ruiz/PROPN/2/flat spoke/VERB/-1/root"
)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([(2, 4, "person", 0.9)], [(2, 4, "person", 0.9)]),
        ([(0, 4, "person", 0.9)], [(2, 4, "person", 0.9)]),  # titles are cut off
        ([(1, 2, "person", 0.9)], []),  # only a title
        ([(0, 2, "person", 0.9)], []),  # an office
        ([(2, 3, "person", 0.9)], [(2, 4, "person", 0.9)]),  # the rest of a flat name
        ([(2, 3, "person", 0.8), (3, 4, "place", 0.6)], [(2, 4, "person", 0.8)]),
        ([], []),
    ],
)
def test_tidy(names: list[tuple[int, int, str, float]], expected: list[tuple[int, int, str, float]]) -> None:
    assert tidy(names, *SPOKE) == expected


HARBOR = tree("Salt/PROPN/1/compound Harbor/PROPN/2/compound Bridge/PROPN/3/nsubj fell/VERB/-1/root")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([(2, 3, "place", 0.9)], [(0, 3, "place", 0.9)]),  # what the head's name lacks on the left
        ([(0, 2, "person", 0.9), (2, 3, "place", 0.6)], [(0, 3, "place", 0.6)]),  # the head's kind counts
        ([(0, 2, "place", 0.9)], [(0, 2, "place", 0.9)]),  # "Bridge" may be a common noun: left alone
    ],
)
def test_compounds(names: list[tuple[int, int, str, float]], expected: list[tuple[int, int, str, float]]) -> None:
    assert tidy(names, *HARBOR) == expected


def test_loose_links_are_cut_off() -> None:
    words = tree("of/ADP/1/case Defense/PROPN/-1/root '/PUNCT/1/punct")
    assert tidy([(0, 3, "organization", 0.5)], *words) == [(1, 2, "organization", 0.5)]


@pytest.mark.parametrize(
    ("words", "names", "expected"),
    [
        # A town and its state are two names; a part of a state is one.
        (
            "in/ADP/1/case Harbor/PROPN/-1/root Texas/PROPN/1/appos",
            [(1, 3, "place", 0.9)],
            [(1, 2, "place", 0.9), (2, 3, "place", 0.9)],
        ),
        ("in/ADP/2/case Southern/PROPN/2/amod Texas/PROPN/-1/root", [(1, 3, "place", 0.9)], [(1, 3, "place", 0.9)]),
        ("in/ADP/2/case New/PROPN/2/amod Mexico/PROPN/-1/root", [(1, 3, "place", 0.9)], [(1, 3, "place", 0.9)]),
        # A country is a place also where it acts; a person may be called like one.
        ("Iran/PROPN/1/nsubj agrees/VERB/-1/root", [(0, 1, "organization", 0.9)], [(0, 1, "place", 0.9)]),
        ("Chad/PROPN/1/nsubj agrees/VERB/-1/root", [(0, 1, "person", 0.9)], [(0, 1, "person", 0.9)]),
        # The rest of a company's name, and of a name with a hyphen.
        (
            "Salt/PROPN/3/nsubj ,/PUNCT/2/punct Inc./PROPN/0/list fell/VERB/-1/root",
            [(0, 1, "organization", 0.9)],
            [(0, 3, "organization", 0.9)],
        ),
        (
            "Al/PROPN/2/compound -/PUNCT/2/punct Nur/PROPN/3/nsubj fell/VERB/-1/root",
            [(0, 1, "organization", 0.9)],
            [(0, 3, "organization", 0.9)],
        ),
        # No names: an address, a site, a people, the portfolio of an office.
        ("ask/VERB/-1/root ann@example.org/X/0/obj", [(1, 2, "organization", 0.9)], []),
        ("visit/VERB/-1/root example.org/X/0/obj", [(1, 2, "organization", 0.9)], []),
        ("Kenyans/PROPN/1/nsubj fled/VERB/-1/root", [(0, 1, "person", 0.9)], []),
        ("Secretary/PROPN/-1/root of/ADP/2/case State/PROPN/0/nmod", [(2, 3, "organization", 0.9)], []),
    ],
)
def test_whole_names_and_no_names(
    words: str, names: list[tuple[int, int, str, float]], expected: list[tuple[int, int, str, float]]
) -> None:
    assert tidy(names, *tree(words)) == expected
