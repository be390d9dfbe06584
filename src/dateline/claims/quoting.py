"""Quotations and their cues: which "she said" belongs to which quotation, also where the tree is wrong.

Quotation marks and word order are read first here, the tree second: parsers pull the speaker of a long quotation into
it. A quotation that stands inside a clause ("called it 'a farce'") is left to the tree.
"""

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from dateline.claims.drafts import Draft
from dateline.claims.grammar import DAYS, trimmed
from dateline.claims.layout import Layout
from dateline.claims.sources import Reader, Source, addressee, fits, source_at, subject_source
from dateline.claims.verbs import quote_cue
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

_DASHES = frozenset("-–—―")
_OPEN_ENDS = frozenset(",?!…—–-")
_SENTENCE_ENDS = frozenset(".?!…")
_BOUNDARY = frozenset(".?!…:,;—–-)\"”’'»")
_LONGEST = 45
"""How many tokens a cue clause beside a quotation may have."""


class Speech(Struct, frozen=True, gc=False):
    """A quotation that stands for itself, as one or more sentences or as a part of one beside its cue."""

    index: int
    start: int
    end: int
    floor: int
    ceiling: int
    opens: bool
    final: str
    starts_paragraph: bool


def attach_quotations(reader: Reader, layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations beside their cues as content, drafts for cues that only a quotation shows, and
    drafts without a cue for quotations that go on without one."""
    by_key = {d.key: d for d in drafts if d.key is not None}
    keyless = [d for d in drafts if d.key is None]
    claimed: dict[TokenKey, list[int]] = {}
    speeches = [s for n in range(len(layout.quotes.items)) if (s := _speech(layout, n)) is not None]
    owner: dict[int, TokenKey] = {}
    tails: dict[int, TokenKey] = {}
    for speech in speeches:
        tail = _tail_cue(reader, layout, speech, by_key)
        lead = _lead_cue(reader, layout, speech, by_key)
        if lead is not None and (lead not in tails.values() or tail is None):
            owner[speech.index] = lead
        elif tail is not None:
            owner[speech.index] = tail
            tails[speech.index] = tail
        if speech.index in owner:
            claimed.setdefault(owner[speech.index], []).append(speech.index)
    by_index = {s.index: s for s in speeches}
    for key, indices in claimed.items():
        by_key[key] = _with_speech(reader, layout, by_key.get(key), key, [by_index[n] for n in indices])
    bare = _bare(reader, layout, speeches, owner, by_key)
    return [*by_key.values(), *keyless, *bare]


def _speech(layout: Layout, n: int) -> Speech | None:
    """The quotation as speech, or None where it stands inside a clause."""
    quote = layout.quotes.items[n]
    if quote.depth:
        return None
    text = layout.text
    floor = layout.paragraph(layout.paragraph_at(quote.start))[0]
    ceiling = layout.paragraph(layout.paragraph_at(quote.end - 1))[1]
    before = layout.before(quote.start, floor)
    inner_end = quote.end - 1 if quote.closed else quote.end
    final = layout.before(inner_end, quote.start + 1)
    after = layout.after(quote.end, ceiling)
    if before and before not in _BOUNDARY and not _after_saying(layout, quote.start, floor):
        return None
    if (
        final not in _SENTENCE_ENDS
        and final not in _OPEN_ENDS
        and after not in ("", ",", ".", ";", ":", "—", "–", "―", "-", "!", "?")
    ):
        return None
    if not any(c.isalnum() for c in text[quote.start : quote.end]):
        return None
    return Speech(
        index=n,
        start=quote.start,
        end=quote.end,
        floor=floor,
        ceiling=ceiling,
        opens=before == "" or before in _SENTENCE_ENDS or before in "\"”’'»)",
        final=final if final in _SENTENCE_ENDS or final in _OPEN_ENDS else after,
        starts_paragraph=before == "",
    )


def _after_saying(layout: Layout, start: int, floor: int) -> bool:
    word = layout.text[max(floor, start - 24) : start].rstrip().rpartition(" ")[2].lower()
    return word in _SAYING


_SAYING = frozenset(
    "said says say saying words reads read added adding replied declared wrote writes shouted shouting announced tweeted posted asked answered".split()
)


def _tail_cue(reader: Reader, layout: Layout, speech: Speech, by_key: dict[TokenKey | None, Draft]) -> TokenKey | None:
    """The cue after a quotation: `"...," she told reporters` or `"...," said the mayor`."""
    after = layout.after(speech.end, speech.ceiling)
    if after == "" or (speech.final == "." and after not in (",", "—", "–", "-")):
        return None
    end = _tail_end(layout, speech)
    seen_verb = False
    for count, key in enumerate(layout.tokens_between(speech.end, end)):
        token = layout.token(key)
        if count > _LONGEST or token.form in (";", ":") or (token.form in _SENTENCE_ENDS and token.rel == "punct"):
            return None
        if token.upos not in ("VERB", "AUX", "NOUN"):
            continue
        if token.upos == "VERB" and token.rel != "acl":
            if quote_cue(reader, layout.tree(key[0]), key[1]) is not None:
                draft = by_key.get(key)
                own = draft is not None and any(a >= token.start for a, _ in draft.spans)
                if own and speech.final in ("?", "!") and layout.text[speech.end : token.start].strip()[:1].isupper():
                    return None
                return None if seen_verb else key
            seen_verb = seen_verb or "VerbForm=Fin" in token.feats
        elif (
            token.upos == "NOUN"
            and count < 2
            and token.form.lower() in ("says", "claims", "reports", "notes", "states")
        ):
            return key
    return None


def _tail_end(layout: Layout, speech: Speech) -> int:
    at = speech.end
    while at < speech.ceiling and layout.text[at].isspace():
        at += 1
    sentence = layout.analysis.sentences[layout.sentence_at(min(at, len(layout.text) - 1))]
    end = min(sentence.end, speech.ceiling)
    following = layout.quotes.inside(speech.end, end)
    return min([end, *(layout.quotes.items[n].start for n in following)])


def _lead_cue(reader: Reader, layout: Layout, speech: Speech, by_key: dict[TokenKey | None, Draft]) -> TokenKey | None:
    """The cue before a quotation: `The envoy said: "..."`, also where the colon ends the paragraph before."""
    floor = speech.floor
    mark = layout.before(speech.start, floor)
    if mark == "" and layout.before(speech.start, 0) == ":":
        floor = layout.paragraph(max(layout.paragraph_at(speech.start) - 1, 0))[0]
        mark = ":"
    saying = mark != "" and mark not in _BOUNDARY
    if mark not in (":", ",") and not saying:
        return None
    sentence = layout.analysis.sentences[layout.sentence_at(max(speech.start - 1, 0))]
    if sentence.start >= speech.start and sentence.index:
        sentence = layout.analysis.sentences[sentence.index - 1]
    start = max(sentence.start, floor)
    if mark == ":" and sentence.end - sentence.start < 3 and sentence.index:
        start = layout.analysis.sentences[sentence.index - 1].start
    earlier = bisect_left(layout.quotes.starts, speech.start) - 1
    if earlier >= 0:
        start = max(start, layout.quotes.parts[earlier][1])
    best: TokenKey | None = None
    for key in layout.tokens_between(start, speech.start)[-_LONGEST:]:
        token = layout.token(key)
        if token.upos != "VERB" or token.deprel == "acl:relcl":
            continue
        if quote_cue(reader, layout.tree(key[0]), key[1]) is None:
            if "VerbForm=Fin" in token.feats and token.rel in ("root", "conj", "parataxis") and mark == ",":
                best = None
            continue
        draft = by_key.get(key)
        if mark == "," and draft is None:
            continue
        best = key
    return best


def _with_speech(reader: Reader, layout: Layout, draft: Draft | None, key: TokenKey, speeches: list[Speech]) -> Draft:
    """The draft with these quotations as its content, its source looked for outside them."""
    parts = tuple(part for s in speeches for part in layout.quotes.items[s.index].parts)
    indices = tuple(s.index for s in speeches)
    source, source_span = (draft.source, draft.source_span) if draft is not None else (None, None)
    between = [] if speeches[0].end > layout.token(key).start else _nominals(layout, speeches[0].end, key)
    if (
        source is None
        or source_span is None
        or layout.quotes.at(layout.token(source).start) is not None
        or (between and not any(a <= layout.token(source).start < b for a, b in between))
    ):
        found = surface_source(reader, layout, key, speeches[0])
        source, source_span = (None, None) if found is None else ((key[0], found.token), found.span)
    elif layout.quotes.quoted(*source_span):
        token = layout.token(source)
        source_span = (token.start, token.end)
    cue = quote_cue(reader, layout.tree(key[0]), key[1])
    if draft is None:
        token = layout.token(key)
        tree = layout.tree(key[0])
        return Draft(
            sentence=key[0],
            cue=key[1],
            cue_span=(token.start, token.end),
            spans=parts,
            heads=_heads(layout, parts),
            source=source,
            source_span=source_span,
            addressee=addressee(tree, key[1], -1),
            value=cue.group.factuality if cue is not None else "CT+",
            rule=f"{cue.name if cue is not None else 'say'}/quotation",
            confidence=0.85,
            quotes=indices,
            direct=True,
        )
    spans = (*parts, *_beyond(layout, draft, speeches))
    return replace(
        draft,
        spans=tuple(sorted(spans)),
        heads=_heads(layout, parts),
        quotes=indices,
        source=source,
        source_span=source_span,
        rule=draft.rule.partition("/")[0] + "/quotation",
        confidence=0.95,
        direct=True,
    )


def _nominals(layout: Layout, start: int, key: TokenKey) -> list[Span]:
    """The stretch between a quotation and its cue, if a noun stands there: then the speaker stands there, whatever the
    tree says ("...," Baran told the radio)."""
    cue = layout.token(key).start
    if any(layout.token(k).upos in ("NOUN", "PROPN", "PRON") for k in layout.tokens_between(start, cue)):
        return [(start, cue)]
    return []


def _beyond(layout: Layout, draft: Draft, speeches: list[Speech]) -> list[Span]:
    """What the tree gives beside the quotation: the unquoted second part of an interposed cue, nothing else."""
    cue_end = draft.cue_span[1] if draft.cue_span is not None else 0
    if draft.rule.endswith(("/clause", "/quote", "/quotation", "/object", "/small")):
        return []
    out: list[Span] = []
    for start, end in draft.spans:
        if start >= cue_end and not layout.quotes.quoted(start, end) and speeches[0].end <= cue_end:
            out.append((start, end))
    return out


def _heads(layout: Layout, parts: tuple[Span, ...]) -> tuple[TokenKey, ...]:
    """The roots of the sentences inside the quotation."""
    out: list[TokenKey] = []
    for start, end in parts:
        for s in layout.sentences_in(start, end):
            sentence = layout.analysis.sentences[s]
            if sentence.start >= start - 1 and sentence.end <= end + 1:
                out.append((s, sentence.root))
    return tuple(out)


def surface_source(reader: Reader, layout: Layout, key: TokenKey, speech: Speech) -> Source | None:
    """The speaker by word order: the noun phrase between the quotation and its cue, else the one right after the cue."""
    tree = layout.tree(key[0])
    tokens, cue = tree.tokens, key[1]
    low = speech.end if speech.end <= tokens[cue].start else -1
    before = [
        t.i
        for t in tokens[:cue]
        if t.start >= low and t.upos in ("NOUN", "PROPN", "PRON") and layout.quotes.at(t.start) is None
    ]
    if low < 0:
        found = subject_source(reader, tree, cue)
        if found is not None:
            return found
    pools = [before]
    after: list[int] = []
    for t in tokens[cue + 1 : cue + 30]:
        if t.rel == "punct" or layout.quotes.at(t.start) is not None:
            break
        if t.upos in ("NOUN", "PROPN", "PRON"):
            after.append(t.i)
    pools.append(after)
    for pool in pools:
        pool = [t for t in pool if tokens[t].lemma.lower() not in DAYS]
        tops = [t for t in pool if tokens[t].head not in pool]
        tops = [t for t in tops if tokens[t].rel in ("nsubj",)] or tops[:1]
        if tops:
            found = source_at(reader, tree, tops[0], cue)
            if found is None:
                continue
            low_bound = max(low, 0) if tops[0] < cue else tokens[cue].end
            high = tokens[cue].start if tops[0] < cue else found.span[1]
            span = (max(found.span[0], low_bound), min(found.span[1], high))
            span = (span[0], max(span[1], tokens[tops[0]].end))
            while span[0] < span[1] and layout.text[span[0]] in " ,\n—–-":
                span = (span[0] + 1, span[1])
            if layout.quotes.quoted(*span) or span[0] >= span[1]:
                span = (tokens[tops[0]].start, tokens[tops[0]].end)
            return Source(found.token, span)
    return None


def _bare(
    reader: Reader,
    layout: Layout,
    speeches: list[Speech],
    owner: dict[int, TokenKey],
    by_key: dict[TokenKey | None, Draft],
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
        if not speech.opens or not _sentential(layout, speech):
            continue
        k = bisect_left(starts, speech.start) - 1
        near = ordered[k] if k >= 0 else None
        if near is not None and near.cue_span is not None and (last is None or near.cue_span[0] > last[1]):
            last = (near.key, near.cue_span[1], near)
        parts = layout.quotes.items[speech.index].parts
        if last is not None and _adjoins(layout, last[1], speech):
            key, _, draft = last
            if draft.direct and key is not None and last[1] >= speech.floor:
                current = by_key[key]
                joined = replace(
                    current, spans=tuple(sorted({*current.spans, *parts})), quotes=(*current.quotes, speech.index)
                )
                by_key[key] = joined
                last = (key, speech.end, joined)
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
    if layout.after(speech.end, speech.ceiling) not in _DASHES:
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
    return speech.final in _SENTENCE_ENDS and words >= 2 or (words >= 6 and speech.starts_paragraph)


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
        heads=_heads(layout, parts),
        source=source,
        source_span=span,
        addressee=None,
        value="CT+",
        rule="quotation/carried over",
        confidence=confidence,
        quotes=(speech.index,),
        direct=True,
    )


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
    group = next(c for c in reader.pack.classes if c.source == "speaker")
    if not fits(reader, tree, source, group, sentence.root):
        return None
    return (s, source.token), source.span
