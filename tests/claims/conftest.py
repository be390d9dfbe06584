"""Sentences with their trees from trees.txt, as the language stage hands them on, and a resolution by hand."""

from functools import cache
from pathlib import Path

import pytest

from dateline.claims.grammar import Tree
from dateline.claims.layout import Layout
from dateline.claims.quotations import find_quotations
from dateline.claims.sources import Reader
from dateline.knowledge.cues import load_cues
from dateline.language.analysis import Analysis, Token, make_sentence
from dateline.records import Document, Entity, Mention
from dateline.resolving.resolution import Resolution

FEATS = {
    "past": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "fin": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "part": "Tense=Past|VerbForm=Part",
    "ing": "Tense=Pres|VerbForm=Part",
    "inf": "VerbForm=Inf",
    "imp": "Mood=Imp|VerbForm=Fin",
}


@cache
def treebank():
    """Text -> lines, one a sentence."""
    found = {}
    for block in Path(__file__).with_name("trees.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("//")]
        if lines:
            found[lines[0].removeprefix("# ")] = lines[1:]
    return found


def _sentence(index, line, text, at):
    tokens = []
    for i, item in enumerate(line.split(" ")):
        form, lemma, upos, head, deprel, *feats = item.removeprefix("~").split("/")
        start = text.index(form, at)
        at = start + len(form)
        tokens.append(
            Token(
                i=i,
                start=start,
                end=at,
                form=form,
                lemma=form.lower() if lemma == "_" else lemma,
                upos=upos,
                feats=FEATS[feats[0]] if feats else "",
                head=int(head) - 1,
                deprel=deprel,
            )
        )
    return make_sentence(index, tokens), at


def _analysis(text):
    sentences, at = [], 0
    for paragraph in text.split("\n"):
        for line in treebank()[paragraph]:
            sentence, at = _sentence(len(sentences), line, text, at)
            sentences.append(sentence)
    paragraphs, start = [], 0
    for paragraph in text.split("\n"):
        paragraphs.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return Analysis(text=text, sentences=tuple(sentences), paragraphs=tuple(paragraphs), model="by hand")


def _resolution(analysis, entities=()):
    """`entities`: dicts with `words` (forms that head its mentions), `name`, `kind` and any other field of Entity."""
    built, entity_of = [], {}
    for n, given in enumerate(entities):
        fields = dict(given)
        words = fields.pop("words")
        mentions = []
        for sentence in analysis.sentences:
            for token in sentence.tokens:
                if token.form in words:
                    entity_of[(sentence.index, token.i)] = n
                    span = (token.start, token.end)
                    form = {"PROPN": "name", "PRON": "pronoun"}.get(token.upos, "nominal")
                    mentions.append(Mention(span=span, head=span, form=form))
        built.append(Entity(id=str(n), mentions=tuple(mentions), **{"name": words[0], "kind": "person", **fields}))
    return Resolution(entities=tuple(built), entity_of=entity_of, phrases={}, times=(), time_of={}, counts={})


@pytest.fixture
def analysis():
    """Text -> Analysis. Every line of the text is a paragraph that stands in trees.txt."""
    return _analysis


@pytest.fixture
def resolution():
    return _resolution


@pytest.fixture
def document():
    return lambda text, **fields: Document(id="d", text=text, **fields)


@pytest.fixture
def reading():
    """Text -> (reader, layout), what the functions inside the stage work on."""

    def read(text, entities=()):
        found = _analysis(text)
        reader = Reader(text=text, pack=load_cues(), resolution=_resolution(found, entities))
        return reader, Layout(found, find_quotations(text, found.paragraphs))

    return read


@pytest.fixture
def tree():
    """Text -> (Tree of its first sentence, function from a form to its token)."""

    def build(text):
        made = Tree(_analysis(text).sentences[0])

        def at(form):
            return next(t.i for t in made.tokens if t.form == form)

        return made, at

    return build


@pytest.fixture
def words():
    """Spans -> their words."""
    return lambda text, spans: [text[a:b] for a, b in spans]
