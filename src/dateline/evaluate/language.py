"""Scores of the language model against treebanks in CoNLL-U: with gold words, and from raw text (CoNLL 2018)."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from dateline.language.analysis import Sentence
from dateline.language.analyzing import analyze
from dateline.language.conllu import TreeSentence, read_conllu
from dateline.language.model import MOST_PIECES, Model, load_model


class ParseScores(Struct, frozen=True):
    """Percentages over all words, punctuation included. `las` compares relations without subtypes, `las_full` with."""

    words: int
    uas: float
    las: float
    las_full: float
    upos: float


class RawScores(Struct, frozen=True):
    """F1 percentages from raw text: a word counts if its span is right, a tree arc if both ends are."""

    words: float
    sentences: float
    upos: float
    lemmas: float
    uas: float
    las: float


class PlacedWord(Struct, frozen=True):
    """A word of either side: where it stands, where its head stands (None for the root), and its labels."""

    span: tuple[int, int]
    head: tuple[int, int] | None
    rel: str
    upos: str
    lemma: str


def score_gold_words(path: Path, *, model: Model | None = None) -> ParseScores:
    """Parses the gold words of a CoNLL-U file, one batch per document as at run time."""
    model = model or load_model()
    total = uas = las = full = upos = 0
    for document in documents(read_conllu(path)):
        fitting = [s for s in document if model.length([w.form for w in s.words]) <= MOST_PIECES]
        for sentence, (tree,) in zip(fitting, model.parse([[w.form for w in s.words] for s in fitting]), strict=True):
            for i, word in enumerate(sentence.words):
                total += 1
                upos += tree.upos[i] == word.upos
                if tree.heads[i] + 1 == word.head:
                    uas += 1
                    las += universal(tree.rels[i]) == universal(word.deprel)
                    full += tree.rels[i] == word.deprel
    return ParseScores(total, *(_percent(n, total) for n in (uas, las, full, upos)))


def score_raw_text(path: Path, *, model: Model | None = None) -> RawScores:
    """Analyzes the text of every document of a CoNLL-U file and compares spans, tags and trees."""
    model = model or load_model()
    counts = dict.fromkeys(("gold", "found", "words", "upos", "lemmas", "uas", "las"), 0)
    bounds = dict.fromkeys(("gold", "found", "right"), 0)
    for document in documents(read_conllu(path)):
        text, gold, gold_bounds = lay_out(document)
        analysis = analyze(text, model=model)
        found = [word for sentence in analysis.sentences for word in placed(sentence)]
        _compare(gold, found, counts)
        found_bounds = {(s.tokens[0].start, s.tokens[-1].end) for s in analysis.sentences}
        bounds["gold"] += len(gold_bounds)
        bounds["found"] += len(found_bounds)
        bounds["right"] += len(found_bounds & gold_bounds)
    return RawScores(
        sentences=_f1(bounds["right"], bounds["gold"], bounds["found"]),
        **{n: _f1(counts[n], counts["gold"], counts["found"]) for n in ("words", "upos", "lemmas", "uas", "las")},
    )


def documents(sentences: Iterable[TreeSentence]) -> list[list[TreeSentence]]:
    """Sentences grouped by document."""
    groups: list[list[TreeSentence]] = []
    for sentence in sentences:
        if not groups or groups[-1][-1].document != sentence.document:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def lay_out(document: list[TreeSentence]) -> tuple[str, list[PlacedWord], set[tuple[int, int]]]:
    """The text of a document (paragraphs by blank lines), its words with their spans, and the sentences' spans."""
    text = ""
    words: list[PlacedWord] = []
    bounds: set[tuple[int, int]] = set()
    for sentence in document:
        if text:
            text += "\n\n" if sentence.new_paragraph else " "
        spans = _spans(sentence, len(text))
        text += sentence.text
        bounds.add((spans[0][0], spans[-1][1]))
        for word, span in zip(sentence.words, spans, strict=True):
            head = spans[word.head - 1] if word.head else None
            words.append(PlacedWord(span, head, universal(word.deprel), word.upos, word.lemma))
    return text, words, bounds


def placed(sentence: Sentence) -> list[PlacedWord]:
    """The tokens of an analyzed sentence in the form that is compared."""
    tokens = sentence.tokens
    return [
        PlacedWord(
            (t.start, t.end),
            (tokens[t.head].start, tokens[t.head].end) if t.head >= 0 else None,
            t.rel,
            t.upos,
            t.lemma,
        )
        for t in tokens
    ]


def universal(deprel: str) -> str:
    """A relation without its subtype."""
    return deprel.partition(":")[0]


def _spans(sentence: TreeSentence, offset: int) -> list[tuple[int, int]]:
    """Where the words stand. A word that is not written so ("to" of "wanna") takes as many characters as are left."""
    spans = []
    text, place = sentence.text, 0
    for word in sentence.words:
        while place < len(text) and text[place].isspace():
            place += 1
        end = min(len(text), place + len(word.form))
        if text[place:end] != word.form:
            nearby = text.find(word.form, place, place + len(word.form) + 4)
            if nearby >= 0:
                place, end = nearby, nearby + len(word.form)
        spans.append((offset + place, offset + end))
        place = end
    return spans


def _compare(gold: list[PlacedWord], found: list[PlacedWord], counts: dict[str, int]) -> None:
    by_span = {word.span: word for word in gold}
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    for word in found:
        other = by_span.get(word.span)
        if other is None:
            continue
        counts["words"] += 1
        counts["upos"] += word.upos == other.upos
        counts["lemmas"] += word.lemma == other.lemma
        if word.head == other.head:
            counts["uas"] += 1
            counts["las"] += word.rel == other.rel


def _f1(right: int, gold: int, found: int) -> float:
    return _percent(2 * right, gold + found)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
