"""Quotations without a cue: they continue a claim, are signed with a name, or belong to whom the text spoke of."""

from bisect import bisect_left

from msgspec.structs import replace

from dateline.claims.drafts import Draft
from dateline.claims.grammar import trimmed
from dateline.claims.layout import Layout
from dateline.claims.sources import Reader, fits, source_at, subject_source
from dateline.claims.speech import DASHES, SENTENCE_ENDS, Speech, sentence_heads
from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import CueClass
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

WORDS = load_claim_words()


def bare_quotations(
    reader: Reader,
    layout: Layout,
    speeches: list[Speech],
    owner: dict[int, TokenKey],
    by_key: dict[TokenKey, Draft],
) -> list[Draft]:
    """Quotations without a cue of their own: they continue the claim before them in the same paragraph, or open a claim
    without cue for the speaker of the paragraph before, or for the subject of the sentence before."""
    ordered = sorted(
        (
            d
            for d in by_key.values()
            if d.cue_span is not None and layout.quotes.at(d.cue_span[0]) is None and (d.spans or d.quotes)
        ),
        key=lambda d: d.cue_span or (0, 0),
    )
    starts = [d.cue_span[0] for d in ordered if d.cue_span is not None]
    out: list[Draft] = []
    last: tuple[TokenKey | None, int, Draft] | None = None
    for speech in speeches:
        if speech.index in owner:
            key = owner[speech.index]
            draft = by_key[key]
            last = (key, max(speech.end, (draft.cue_span or (0, 0))[1]), draft)
            continue
        signed = _signature(reader, layout, speech)
        if signed is not None:
            new = _cueless(layout, speech, layout.quotes.items[speech.index].parts, *signed, 0.8)
            out.append(new)
            last = (None, signed[1][1], new)
            continue
        owner_before = _colon_owner(reader, layout, speech)
        if owner_before is not None:
            new = _cueless(layout, speech, layout.quotes.items[speech.index].parts, *owner_before, 0.7)
            out.append(new)
            last = (None, speech.end, new)
            continue
        if not speech.opens or not _sentential(layout, speech):
            continue
        k = bisect_left(starts, speech.start) - 1
        near = ordered[k] if k >= 0 else None
        beyond = last is None or (near is not None and near.sentence != last[2].sentence)
        if near is not None and near.cue_span is not None and beyond and (last is None or near.cue_span[0] > last[1]):
            last = (near.key, near.cue_span[1], near)
        parts = layout.quotes.items[speech.index].parts
        if last is not None and _adjoins(layout, last[1], speech):
            before, _, draft = last
            if draft.direct and before is not None and last[1] >= speech.floor:
                current = by_key[before]
                joined = replace(
                    current, spans=tuple(sorted({*current.spans, *parts})), quotes=(*current.quotes, speech.index)
                )
                by_key[before] = joined
                last = (before, speech.end, joined)
                continue
            new = _cueless(layout, speech, parts, draft.source, draft.source_span, 0.7)
            out.append(new)
            last = (None, speech.end, new)
            continue
        found = _previous_subject(reader, layout, speech)
        if found is not None:
            key, span = found
            new = _cueless(layout, speech, parts, key, span, 0.5)
            out.append(new)
            last = (None, speech.end, new)
    return out


def _signature(reader: Reader, layout: Layout, speech: Speech) -> tuple[TokenKey, Span] | None:
    """The name after the dash that closes a quotation: `"We stay." - Ana Baran, teacher`."""
    if layout.after(speech.end, speech.ceiling) not in DASHES:
        return None
    start = layout.text.index(layout.after(speech.end, speech.ceiling), speech.end) + 1
    while start < speech.ceiling and layout.text[start] in "-–—― \u00a0":
        start += 1
    line = layout.text.find("\n", start, speech.ceiling)
    end = speech.ceiling if line < 0 else line
    keys = layout.tokens_between(start, end)
    tokens = [layout.token(k) for k in keys]
    if not keys or len(keys) > 14 or any(t.upos in ("VERB", "AUX") for t in tokens):
        return None
    if tokens[0].upos not in ("PROPN", "NOUN", "DET", "ADJ"):
        return None
    heads = [k for k, t in zip(keys, tokens, strict=True) if t.upos in ("PROPN", "NOUN")]
    tops = [k for k in heads if (k[0], layout.token(k).head) not in heads] or heads
    if not tops:
        return None
    comma = next((t.start for t in tokens if t.form == ","), end)
    span = trimmed(layout.text, start, max(comma, layout.token(tops[0]).end))
    return None if span is None else (tops[0], span)


def _sentential(layout: Layout, speech: Speech) -> bool:
    words = len(layout.text[speech.start : speech.end].split())
    return (speech.final in SENTENCE_ENDS and words >= 2) or (words >= 6 and speech.starts_paragraph)


def _adjoins(layout: Layout, end: int, speech: Speech) -> bool:
    """Nothing but the rest of one sentence stands between, and at most one paragraph's end."""
    between = layout.text[end : speech.start]
    if between.count("\n\n") > 1 or layout.paragraph_at(speech.start) - layout.paragraph_at(max(end - 1, 0)) > 1:
        return False
    first = layout.sentence_at(max(end - 1, 0))
    last = layout.sentence_at(speech.start)
    if last - first <= 1:
        return True
    middle = [s for s in range(first + 1, last) if layout.analysis.sentences[s].start < speech.start - 1]
    return all(layout.analysis.sentences[s].end - layout.analysis.sentences[s].start <= 2 for s in middle)


def _cueless(
    layout: Layout,
    speech: Speech,
    parts: tuple[Span, ...],
    source: TokenKey | None,
    span: Span | None,
    confidence: float,
) -> Draft:
    return Draft(
        sentence=layout.sentence_at(speech.start),
        cue=None,
        cue_span=None,
        spans=parts,
        heads=sentence_heads(layout, parts),
        source=source,
        source_span=span,
        addressee=None,
        value="CT+",
        rule="quotation/carried over",
        confidence=confidence,
        quotes=(speech.index,),
        direct=True,
    )


def _colon_owner(reader: Reader, layout: Layout, speech: Speech) -> tuple[TokenKey, Span] | None:
    """Who speaks after a colon without a cue: "The governor's message was short: "..."", "Baran: "..."."""
    if layout.before(speech.start, speech.floor) != ":":
        return None
    s = layout.sentence_at(speech.start - 1)
    if layout.analysis.sentences[s].start >= speech.start and s:
        s -= 1
    tree = layout.tree(s)
    root = tree.sentence.root
    if tree.tokens[root].start >= speech.start:
        return None
    if all(t.upos in ("PROPN", "NOUN", "PUNCT", "DET", "ADJ", "ADP") for t in tree.tokens if t.end <= speech.start):
        source = source_at(reader, tree, root, root)
    else:
        source = subject_source(reader, tree, root)
    if source is None:
        return None
    said = tree.tokens[source.token].lemma
    if said in reader.pack.nouns or said in _SAID:
        owners = [c for c in tree.children(source.token, "nmod") if tree.tokens[c].deprel == "nmod:poss"]
        source = source_at(reader, tree, owners[0], source.token) if owners else None
    if source is None or not fits(reader, tree, source, _thinking(reader), root):
        return None
    return (s, source.token), source.span


_SAID = WORDS.quoting.said_nouns


def _thinking(reader: Reader) -> CueClass:
    """A class whose sources must be able to think."""
    return next(c for c in reader.pack.classes if c.source == "speaker")


def _previous_subject(reader: Reader, layout: Layout, speech: Speech) -> tuple[TokenKey, Span] | None:
    """The subject of the sentence before a bare quotation in the same paragraph, if it is somebody who can speak."""
    s = layout.sentence_at(max(speech.start - 1, 0))
    sentence = layout.analysis.sentences[s]
    if sentence.start >= speech.start:
        s -= 1
        if s < 0:
            return None
        sentence = layout.analysis.sentences[s]
    if sentence.start < speech.floor or layout.quotes.quoted(sentence.start, min(sentence.end, speech.start)):
        return None
    tree = layout.tree(s)
    source = subject_source(reader, tree, sentence.root)
    if source is None:
        return None
    if not fits(reader, tree, source, _thinking(reader), sentence.root):
        return None
    return (s, source.token), source.span
