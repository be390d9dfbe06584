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


@pytest.mark.parametrize(
    ("pronoun", "taken"), [("she", "the spokeswoman"), ("he", "the king"), ("her", "the spokeswoman")]
)
def test_gender(parsed, pronoun, taken):
    clusters = Clusters()
    for head, words in enumerate(("the spokeswoman", "the king")):
        found = item(words, "person", head, form="nominal")
        clusters.put(found, clusters.new(found))
        clusters[clusters.of[(0, head)]].gender = "f" if "woman" in words else "m"
    sentence = parsed("x/PRON/2/nsubj fled/VERB/0/root", "y/PRON/2/nsubj fled/VERB/0/root").sentences[1]
    number = taken_up(clusters, sentence, item(pronoun, "other", 0, form="pronoun", sentence=1))
    assert clusters[number].last.reading.words == taken


def test_the_subject_above_is_likely(parsed):
    clusters = Clusters()
    for head, words in ((0, "Norway"), (2, "Chad")):
        found = item(words, "country", head)
        clusters.put(found, clusters.new(found))
    sentence = parsed(
        "Norway/PROPN/2/nsubj told/VERB/0/root Chad/PROPN/2/iobj of/ADP/6/case its/PRON/6/nmod:poss plan/NOUN/2/obl"
    ).sentences[0]
    number = taken_up(clusters, sentence, item("its", "other", 4, form="pronoun"))
    assert clusters[number].last.reading.words == "Norway"


def test_an_empty_it_is_nothing(parsed):
    clusters = Clusters()
    found = item("Chad", "country", 0)
    clusters.put(found, clusters.new(found))
    sentence = parsed(
        "x/NOUN/0/root", "it/PRON/3/nsubj is/AUX/3/cop vital/ADJ/0/root to/PART/5/mark act/VERB/3/csubj"
    ).sentences[1]
    assert taken_up(clusters, sentence, item("it", "other", 0, form="pronoun", sentence=1)) is None


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
