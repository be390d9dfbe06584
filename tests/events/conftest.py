"""A resolution written by hand: entities by the word that heads them."""

import pytest

from dateline.events.draft import Draft
from dateline.records import Entity, Event, Mention
from dateline.resolving.phrases import find_phrases
from dateline.resolving.quantities import count_of
from dateline.resolving.resolution import Resolution


def _resolution(analysis, **entities):
    """`entities` maps a word to the fields of its entity; words that share a `name` are one entity."""
    built, entity_of, phrases, counts = [], {}, {}, {}
    by_name = {}
    for phrase in find_phrases(analysis):
        phrases[(phrase.sentence, phrase.head)] = phrase
        count = count_of(analysis.sentences[phrase.sentence], phrase.head)
        if count is not None:
            counts[(phrase.sentence, phrase.head)] = count
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            fields = entities.get(token.form)
            if fields is None:
                continue
            span = (token.start, token.end)
            name = fields.get("name", token.form)
            if name not in by_name:
                by_name[name] = len(built)
                known = {"kind": "other", "name": name, **fields}
                built.append(Entity(id=str(len(built)), mentions=(Mention(span, span, "name"),), **known))
            entity_of[(sentence.index, token.i)] = by_name[name]
    return Resolution(entities=tuple(built), entity_of=entity_of, phrases=phrases, times=(), time_of={}, counts=counts)


@pytest.fixture
def by_hand():
    return _resolution


def _draft(sentence=0, token=0, **fields):
    known = {
        "tokens": (token,),
        "pos": "verb",
        "frame": "assault.strike",
        "event": "ASSAULT",
        "modes": (),
        "contexts": (),
        "cameo": None,
        "reciprocal": False,
        "fillers": (),
        "status": "actual",
        "historical": False,
        "place": None,
        "time": None,
        "effects": (),
        "count": None,
        "why": (),
        "confidence": 0.5,
    }
    return Draft(sentence=sentence, token=token, **{**known, **fields})


@pytest.fixture
def draft():
    """A draft with the fields that matter, the others empty."""
    return _draft


def _event(id="0", anchor=(0, 1), **fields):
    known = {
        "mentions": (anchor,),
        "event": "ASSAULT",
        "modes": (),
        "contexts": (),
        "cameo": None,
        "quad": "material conflict",
        "score": -10.0,
        "actors": (),
        "recipients": (),
        "authorizers": (),
        "instruments": (),
        "objects": (),
        "place": None,
        "when": None,
        "status": "actual",
        "historical": False,
        "effects": (),
        "responds_to": (),
        "purpose": (),
        "claims": (),
        "why": (),
        "confidence": 0.5,
    }
    return Event(id=id, anchor=anchor, **{**known, **fields})


@pytest.fixture
def event():
    """An event record with the fields that matter, the others empty."""
    return _event
