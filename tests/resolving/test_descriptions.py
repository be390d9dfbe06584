import pytest

from dateline.knowledge.nouns import load_nouns
from dateline.resolving.clusters import Clusters, Item
from dateline.resolving.descriptions import described
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import Phrase


def named(words, kind, country=None, sector=None):
    reading = Reading(Phrase(0, 0, 0, 1, "name"), "name", kind, words, words.lower(), country, sector, proper=words)
    return Item(reading=reading, sentence=0, head=0, kind=kind, key=f"name:{words.lower()}")


def nominal(words, *, definite=True, plural=False, traits=(), country=None):
    lemma = words.split()[-1]
    noun = load_nouns().get(lemma)
    reading = Reading(
        Phrase(1, 2, 0, 3, "nominal"),
        "nominal",
        noun.kind,
        words,
        lemma,
        country,
        noun.sector,
        noun=noun,
        traits=frozenset(traits),
        definite=definite,
        plural=plural,
    )
    return Item(reading=reading, sentence=1, head=2, kind=noun.kind, key=None)


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        (named("Alpha Front", "armed_group"), nominal("the group"), True),
        (named("Alpha Front", "armed_group"), nominal("the terrorist group", traits=["terrorist"]), True),
        (named("Alpha Front", "armed_group"), nominal("the other group", traits=["christian"]), False),
        (named("Alpha Front", "armed_group"), nominal("this barbaric group", traits=["barbaric"]), True),
        (named("Alpha Front", "armed_group"), nominal("a group", definite=False), False),
        (named("Alpha Front", "armed_group"), nominal("the ministry"), False),
        (named("Ministry of Trade", "government"), nominal("the ministry"), True),
        (named("Chad", "country", "TCD"), nominal("the country"), True),
        (named("Chad", "country", "TCD"), nominal("the country", country="NER"), False),
        (named("Ana Ruiz", "person"), nominal("the minister"), False),
        (named("Ana Ruiz", "person"), nominal("the suspect"), True),
    ],
)
def test_described(first, then, found):
    clusters = Clusters()
    number = clusters.new(first)
    clusters.put(first, number)
    if then.reading.lemma == "suspect":
        then = Item(reading=then.reading, sentence=1, head=2, kind="person", key=None)
    assert described(clusters, then) == (number if found else None)
