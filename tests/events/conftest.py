"""A resolution written by hand: entities by the word that heads them."""

import pytest

from dateline.records import Entity, Mention
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
