"""Quotations and their cues: which "she said" belongs to which quotation, also where the tree is wrong.

Quotation marks and word order are read first here, the tree second: parsers pull the speaker of a long quotation into
it. A quotation that stands inside a clause ("called it 'a farce'") is left to the tree.
"""

from bisect import bisect_left

from msgspec.structs import replace

from dateline.claims.bare import bare_quotations
from dateline.claims.drafts import Draft
from dateline.claims.grammar import DAYS
from dateline.claims.layout import Layout
from dateline.claims.sources import Reader, Source, addressee, source_at, subject_source
from dateline.claims.speech import BOUNDARY, SENTENCE_ENDS, Speech, sentence_heads, speech_of
from dateline.claims.verbs import quote_cue
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

_LONGEST = 45
"""How many tokens a cue clause beside a quotation may have."""


def attach_quotations(reader: Reader, layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations beside their cues as content, drafts for cues that only a quotation shows, and
    drafts without a cue for quotations that go on without one."""
    by_key = {d.key: d for d in drafts if d.key is not None}
    keyless = [d for d in drafts if d.key is None]
    claimed: dict[TokenKey, list[int]] = {}
    speeches = [s for n in range(len(layout.quotes.items)) if (s := speech_of(layout, n)) is not None]
    owner: dict[int, TokenKey] = {}
    tails: set[TokenKey] = set()
    for speech in speeches:
        tail = _tail_cue(reader, layout, speech, by_key)
        lead = _lead_cue(reader, layout, speech, by_key, tails)
        if lead is not None and (lead not in tails or tail is None):
            owner[speech.index] = lead
        elif tail is not None:
            owner[speech.index] = tail
            tails.add(tail)
        if speech.index in owner:
            claimed.setdefault(owner[speech.index], []).append(speech.index)
    by_index = {s.index: s for s in speeches}
    for key, indices in claimed.items():
        by_key[key] = _with_speech(reader, layout, by_key.get(key), key, [by_index[n] for n in indices])
    bare = bare_quotations(reader, layout, speeches, owner, by_key)
    return [*by_key.values(), *keyless, *bare]


def _tail_cue(reader: Reader, layout: Layout, speech: Speech, by_key: dict[TokenKey, Draft]) -> TokenKey | None:
    """The cue after a quotation: `"...," she told reporters` or `"...," said the mayor`."""
    after = layout.after(speech.end, speech.ceiling)
    if after == "" or (speech.final == "." and after not in (",", "—", "–", "-")):
        return None
    end = _tail_end(layout, speech)
    seen_verb = False
    for count, key in enumerate(layout.tokens_between(speech.end, end)):
        token = layout.token(key)
        if count > _LONGEST or token.form in (";", ":") or (token.form in SENTENCE_ENDS and token.rel == "punct"):
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


def _lead_cue(
    reader: Reader, layout: Layout, speech: Speech, by_key: dict[TokenKey, Draft], tails: set[TokenKey]
) -> TokenKey | None:
    """The cue before a quotation: `The envoy said: "..."`, also where the colon ends the paragraph before."""
    floor = speech.floor
    mark = layout.before(speech.start, floor)
    if mark == "" and layout.before(speech.start, 0) == ":":
        floor = layout.paragraph(max(layout.paragraph_at(speech.start) - 1, 0))[0]
        mark = ":"
    saying = mark != "" and mark not in BOUNDARY
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
        if mark == "," and draft is None and key not in tails:
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
            heads=sentence_heads(layout, parts),
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
        heads=sentence_heads(layout, parts),
        quotes=indices,
        source=source,
        source_span=source_span,
        rule=draft.rule.partition("/")[0] + "/quotation",
        confidence=0.95,
        direct=True,
    )


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


def _nominals(layout: Layout, start: int, key: TokenKey) -> list[Span]:
    """The stretch between a quotation and its cue, if a noun stands there: then the speaker stands there, whatever the
    tree says ("...," Baran told the radio)."""
    cue = layout.token(key).start
    if any(layout.token(k).upos in ("NOUN", "PROPN", "PRON") for k in layout.tokens_between(start, cue)):
        return [(start, cue)]
    return []


def surface_source(reader: Reader, layout: Layout, key: TokenKey, speech: Speech) -> Source | None:
    """The speaker by word order: the noun phrase between the quotation and its cue, else the one after the cue."""
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
