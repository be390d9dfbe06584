import pytest

from dateline.resolving.clusters import Clusters, Item
from dateline.resolving.pronouns import stands_alone, taken_up
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import Phrase


def item(words, kind, head, *, form="name", sentence=0, plural=False, **more):
    reading = Reading(
        Phrase(sentence, head, head, head + 1, form), form, kind, words, words.lower(), proper=words, plural=plural
    )
    return Item(reading=reading, sentence=sentence, head=head, kind=kind, key=None, **more)


@pytest.mark.parametrize(
    ("pronoun", "taken"),
    [("he", "Ruiz"), ("it", "Chad"), ("they", "gunmen"), ("this", None), ("you", None), ("everyone", None)],
)
def test_agreement(parsed, pronoun, taken):
    clusters = Clusters()
    for found in (
        item("Ruiz", "person", 0),
        item("Chad", "country", 1),
        item("gunmen", "armed_group", 2, form="nominal", plural=True),
    ):
        clusters.put(found, clusters.new(found))
    sentence = parsed("x/PRON/2/nsubj fled/VERB/0/root", "y/PRON/2/nsubj fled/VERB/0/root").sentences[1]
    number = taken_up(clusters, sentence, item(pronoun, "other", 0, form="pronoun", sentence=1))
    assert (clusters[number].last.reading.words if number is not None else None) == taken


def test_far_and_later_mentions_are_not_taken(parsed):
    clusters = Clusters()
    for found in (item("Ruiz", "person", 0), item("Zed", "person", 5, sentence=4)):
        clusters.put(found, clusters.new(found))
    sentence = parsed(*["x/PRON/2/nsubj fled/VERB/0/root"] * 5).sentences[4]
    assert taken_up(clusters, sentence, item("he", "other", 0, form="pronoun", sentence=4)) is None


def test_who_stands_alone():
    assert stands_alone(item("he", "other", 0, form="pronoun"))
    assert stands_alone(item("many", "other", 0, form="pronoun"))
    assert not stands_alone(item("it", "other", 0, form="pronoun"))
    assert not stands_alone(item("anyone", "other", 0, form="pronoun"))
