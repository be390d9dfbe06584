"""Attributions that the model sees and the packs do not: cues that no entry has, uses that no pattern covers."""

from dateline.claims.drafts import Draft
from dateline.claims.grammar import NEGATORS
from dateline.claims.layout import Layout
from dateline.language.analysis import AttributionMark, Sentence
from dateline.records.span import Span

# From this chance on the model's word is taken. Only of the narrow sense: attitudes and intentions ("urged", "backs")
# are events, not claims.
LEAST_SPEECH = 0.5
MODEL = "model"
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})
_ALIKE = 0.5


def learned_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Attributions with a source and a statement as content, where no draft has the cue or the content yet. Their
    confidence is the chance that the model gives them."""
    cues = {draft.key for draft in drafts}
    said: dict[int, list[tuple[Span, ...]]] = {}
    for draft in drafts:
        said.setdefault(draft.sentence, []).append(draft.spans)
    out: list[Draft] = []
    for sentence in layout.analysis.sentences:
        if sentence.marks is None:
            continue
        for mark in sentence.marks.attributions:
            if mark.speech < LEAST_SPEECH or (sentence.index, mark.head) in cues:
                continue
            made = _draft(sentence, mark)
            if made is not None and not any(_alike(made.spans, s) for s in said.get(sentence.index, ())):
                out.append(made)
    return out


def _draft(sentence: Sentence, mark: AttributionMark) -> Draft | None:
    source = _head(sentence, mark.source)
    content = [i for i in mark.content if i not in mark.cue]
    if source is None or sentence.tokens[source].upos not in _NOMINAL or not _states(sentence, content):
        return None
    tokens = sentence.tokens
    negated = any(tokens[c].lemma in NEGATORS for c in sentence.children[mark.head])
    return Draft(
        sentence=sentence.index,
        cue=mark.head,
        cue_span=(tokens[mark.head].start, tokens[mark.head].end),
        spans=_spans(sentence, content),
        heads=tuple((sentence.index, i) for i in content if tokens[i].head not in content and tokens[i].rel != "punct"),
        source=(sentence.index, source),
        source_span=(tokens[min(mark.source)].start, tokens[_last(sentence, mark.source)].end),
        addressee=None,
        value="Uu" if negated else "CT+",
        rule=MODEL,
        confidence=round(mark.speech, 2),
    )


def _head(sentence: Sentence, tokens: tuple[int, ...]) -> int | None:
    inside = frozenset(tokens)
    return next((i for i in tokens if sentence.tokens[i].head not in inside), None)


def _last(sentence: Sentence, tokens: tuple[int, ...]) -> int:
    return max((i for i in tokens if sentence.tokens[i].upos != "PUNCT"), default=max(tokens))


def _states(sentence: Sentence, content: list[int]) -> bool:
    """True where the content is a statement: a finite clause, or one without a verb that has a subject."""
    tokens = sentence.tokens
    return any("VerbForm=Fin" in tokens[i].feats or tokens[i].rel in ("nsubj", "csubj") for i in content)


def _spans(sentence: Sentence, content: list[int]) -> tuple[Span, ...]:
    """Runs of content words as spans; a gap of one word belongs to them."""
    spans: list[Span] = []
    last = -9
    for i in content:
        token = sentence.tokens[i]
        if i - last <= 2:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        last = i
    return tuple(spans)


def _alike(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    whole = sum(b - a for a, b in one) + sum(d - c for c, d in other) - shared
    return shared >= _ALIKE * whole
