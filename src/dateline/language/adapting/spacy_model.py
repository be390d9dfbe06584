"""A spaCy pipeline in the place of the language model. spaCy is imported when the first one is loaded."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.errors import ModelError, nearest
from dateline.language.adapting.schemes import convert, is_clear
from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree
from dateline.language.adapting.words import class_of, complete, features, joined, lemma_of
from dateline.language.analysis import Analysis, NameMention, Sentence, Token, make_sentence
from dateline.language.lemma import lemma
from dateline.language.names import tidy
from dateline.language.sentences import dateline_end, paragraphs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as Word

# Recognizers of spaCy give no probabilities; the rules want to know how far to trust a name.
_TRUST = 0.85


class SpacyModel:
    """A pipeline whose documents become analyses. `version` is its own name: `spacy:en_core_web_sm-3.8.0`."""

    def __init__(self, pipeline: "Language") -> None:
        meta = pipeline.meta
        self._pipeline = pipeline
        self.version = f"spacy:{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
        known = pipeline.pipe_labels.get("parser")
        self._clear = is_clear(known) if known else None

    def analyze(self, text: str) -> Analysis:
        """The analysis of a text. Raises ModelError if the pipeline gives no tags, no trees or no sentences.

        The pipeline sees every paragraph by itself, and all of a text at once: so no sentence runs over two, and what
        comes out depends on no other text.
        """
        blocks = paragraphs(text)
        pieces: list[tuple[int, str]] = []
        for start, end in blocks:
            cut = dateline_end(text, start, end)
            for first, last in ((start, cut), (cut, end)):
                piece = _readable(text[first:last])
                if piece.strip():
                    pieces.append((first, piece))
        docs = list(self._pipeline.pipe([piece for _, piece in pieces]))
        for (_, piece), doc in zip(pieces, docs, strict=True):
            self._check(piece, doc)
        clear = self._clear if self._clear is not None else is_clear(word.dep_ for doc in docs for word in doc)
        sentences: list[Sentence] = []
        for (start, _), doc in zip(pieces, docs, strict=True):
            for span in doc.sents:
                sentence = _sentence(len(sentences), text, start, span, clear=clear)
                if sentence is not None:
                    sentences.append(sentence)
        return Analysis(text=text, sentences=tuple(sentences), paragraphs=tuple(blocks), model=self.version)

    def _check(self, piece: str, doc: "Doc") -> None:
        if not (doc.has_annotation("POS") or doc.has_annotation("TAG")):
            self._lacks("a tagger")
        if not doc.has_annotation("DEP"):
            self._lacks("a parser")
        if not doc.has_annotation("SENT_START"):
            self._lacks("sentence boundaries")
        if doc.text != piece:
            raise ModelError(f"{self.version} changes the text, so that its words cannot be found in it again")

    def _lacks(self, what: str) -> None:
        parts = ", ".join(self._pipeline.pipe_names) or "nothing"
        raise ModelError(f"{self.version} has no {what.partition(' ')[2]}: Dateline needs {what} (it has: {parts})")


def _readable(text: str) -> str:
    """The text for the pipeline, of the same length: line breaks as spaces, and no half of a pair of code units."""
    flat = "".join([" " if c.isspace() else c for c in text])
    return flat.encode("utf-8", "replace").decode()


def _sentence(index: int, text: str, offset: int, span: "Span", *, clear: bool) -> Sentence | None:
    """The sentence without the tokens that spaCy makes of spaces; None if nothing else is there."""
    words = [word for word in span if not word.is_space]
    if not words:
        return None
    place = {word.i: i for i, word in enumerate(words)}
    entities = [(found, label) for found, label in _entities(span, place)]
    upos = [class_of(word.pos_, word.tag_, word.text) for word in words]
    feats = [features(word.morph.to_dict(), word.tag_) for word in words]
    tree = Tree(
        [word.text for word in words],
        [_head(word, place) for word in words],
        [word.dep_ for word in words],
        tags=[word.tag_ for word in words],
        upos=upos,
        lemmas=[word.lemma_ or lemma(word.text, upos[i], joined(feats[i])) for i, word in enumerate(words)],
        people=[found for found, label in entities if tables().names.get(label) == "person"],
    )
    convert(tree, clear=clear)
    semantic = _semantic(tree, entities)
    tokens = []
    for i, word in enumerate(words):
        start = offset + word.idx
        form = text[start : start + len(word.text)]
        said = complete(tree, i, feats[i])
        tokens.append(
            Token(
                i,
                start,
                start + len(form),
                form,
                lemma_of(form, upos[i], said, word.lemma_),
                upos[i],
                said,
                tree.heads[i],
                tree.rels[i],
                semantic[i],
            )
        )
    return make_sentence(index, tokens, _names(tree, entities))


def _head(word: "Word", place: dict[int, int]) -> int:
    """The head inside the sentence, past spaces; -1 for a root or where the head lies in another sentence."""
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return -1 if head.i == word.i else place.get(head.i, -1)


Entities = list[tuple[tuple[int, int], str]]


def _entities(span: "Span", place: dict[int, int]) -> Iterable[tuple[tuple[int, int], str]]:
    """Ranges of words with their label, without an article before or a genitive's mark after."""
    for found in span.ents:
        inside = [word for word in found if word.i in place]
        while inside and (inside[0].pos_ == "DET" or inside[0].lower_ in ("the", "a", "an")):
            inside = inside[1:]
        while inside and inside[-1].lower_ in ("'s", "’s", "'", "’"):
            inside = inside[:-1]
        if inside:
            yield (place[inside[0].i], place[inside[-1].i] + 1), found.label_


def _semantic(tree: Tree, entities: Entities) -> list[str]:
    result = [""] * len(tree)
    for (first, last), label in entities:
        kind = tables().semantic.get(label)
        head = next((i for i in range(first, last) if not first <= tree.heads[i] < last), None)
        if kind is not None and head is not None:
            result[head] = kind
    return result


def _names(tree: Tree, entities: Entities) -> tuple[NameMention, ...]:
    kinds = tables().names
    raw = [(first, last, kinds[label], _TRUST) for (first, last), label in entities if label in kinds]
    return tuple([NameMention(*name) for name in tidy(raw, tree.forms, tree.upos, tree.heads, tree.rels)])


@lru_cache(maxsize=2)
def load_pipeline(name: str, *, device: str = "cpu") -> SpacyModel:
    """The installed pipeline of that name, or the one in that folder. Raises ModelError if it cannot be had."""
    try:
        import spacy
    except ImportError as error:
        raise ModelError("spaCy is not installed: pip install 'dateline[spacy]'") from error
    if device == "cuda":
        _require_gpu(spacy)
    installed: list[str] = sorted(spacy.util.get_installed_models())
    try:
        return SpacyModel(spacy.load(name))
    except OSError as error:
        if "E050" not in str(error):
            raise ModelError(f"spaCy cannot load {name}: {error}") from error
        have = f"installed: {', '.join(installed)}" if installed else "none is installed"
        hint = nearest(name, installed)
        get = "python -m spacy download en_core_web_sm"
        raise ModelError(f"spaCy has no pipeline {name}{hint}; {have} (to get one: {get})") from error
    except Exception as error:
        raise ModelError(f"spaCy cannot load {name}: {error}") from error


def _require_gpu(spacy: Any) -> None:
    try:
        spacy.require_gpu()
    except ValueError as error:
        message = "--device cuda: spaCy finds no GPU; it needs an NVIDIA card and cupy: pip install 'spacy[cuda12x]'"
        raise ModelError(message) from error
