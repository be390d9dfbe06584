import msgspec
import pytest

from dateline.knowledge.claim_words import load_claim_words

PACK = msgspec.to_builtins(load_claim_words())
CLASSES = {f"{table}.{name}": words for table, classes in PACK.items() for name, words in classes.items()}


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_holds_lower_case_words_once(name):
    words = list(CLASSES[name])
    assert words
    assert len(set(words)) == len(words)
    assert all(word == word.lower() for word in words)


def test_what_weakens_to_possible_never_weakens_to_probable():
    weakening = load_claim_words().weakening
    assert not weakening.possible_adverbs & weakening.probable_adverbs
    assert not weakening.possible_heads & weakening.probable_heads


def test_the_speaker_and_the_speakers_differ():
    sources = load_claim_words().sources
    assert not sources.speaker & sources.speakers
    assert not sources.first_person & sources.third_person


def test_the_pack_is_read_once():
    assert load_claim_words() is load_claim_words()
