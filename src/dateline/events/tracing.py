"""Tracing: every entry that a word could have been, which one it was, and what spoke against the others.

The coder's own functions are asked again, entry by entry; nothing here decides anything.
"""

from typing import Literal

from msgspec import Struct

from dateline.events.anchors import Anchor, Lookup, Lost, barred, entries_of, find_anchors, lookups, weigh
from dateline.events.asking import (
    CLASS_WORDS,
    condition_words,
    deciding_word,
    need_words,
    requirement_words,
    slot_words,
    standing_words,
)
from dateline.events.classes import classes_of
from dateline.events.screening import screen
from dateline.events.senses import ClassesOf, find_required
from dateline.knowledge.frames import Entry, Frames, load_frames
from dateline.language.analysis import Analysis, Sentence
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

Verdict = Literal["matched", "later", "blocked", "unmet", "missing", "untried"]
"""`later`: it fits too, but another entry stands before it. `blocked`: a condition that rules it out holds. `unmet`: a
condition that it needs does not hold. `missing`: a dependent that it asks for is not there. `untried`: the word cannot
name an event where it stands."""


class Candidate(Struct, frozen=True):
    """An entry that was looked at for a word. `entry` is in the notation of the packs, `words` says it for a reader;
    `reason` is empty for the entry that matched."""

    entry: str
    words: str
    frame: str
    event: str
    pack: str
    verdict: Verdict
    reason: str = ""


class WordTrace(Struct, frozen=True):
    """A word that has entries. `anchor` is true if it names an event in the end, `reason` says why not; `weak` words
    name one only with somebody who acts. `carrier` is the light verb of an event noun."""

    token: int
    span: Span
    form: str
    anchor: bool
    reason: str
    weak: bool
    carrier: str | None
    candidates: tuple[Candidate, ...]


def trace_words(
    analysis: Analysis, resolution: Resolution, index: int, frames: Frames | None = None
) -> tuple[WordTrace, ...]:
    """The words of sentence `index` that have entries in the lexicon, in text order."""
    frames = frames if frames is not None else load_frames()
    sentence = analysis.sentences[index]
    found, refused = find_anchors(analysis, resolution, index, frames)
    kept, screened = screen(analysis, resolution, index, found)
    standing = {anchor.token: anchor for anchor in kept}
    reasons = {refusal.token: refusal.reason for refusal in (*refused, *screened)}
    reasons |= {t: f"it is part of the words of '{sentence.tokens[a.token].form}'" for a in found for t in a.consumed}

    def classes(token: int) -> frozenset[str]:
        return classes_of(analysis, resolution, index, token)

    out: list[WordTrace] = []
    for token in sentence.tokens:
        entries, noun = entries_of(token, frames)
        if not entries:
            continue
        closed = barred(sentence, resolution, index, token.i, noun=noun)
        candidates: list[Candidate] = []
        if closed:
            candidates = [_candidate(entry, "untried", closed) for entry in entries]
        else:
            for lookup in lookups(sentence, token, entries, frames, noun=noun):
                taken = any(candidate.verdict == "matched" for candidate in candidates)
                candidates += _weighed(sentence, token.i, lookup, classes, taken=taken)
        anchor = standing.get(token.i)
        carrier = anchor.carrier if anchor is not None else None
        out.append(
            WordTrace(
                token=token.i,
                span=(token.start, token.end),
                form=token.form,
                anchor=anchor is not None,
                reason="" if anchor is not None else _reason(reasons.get(token.i, ""), candidates),
                weak=anchor is not None and anchor.entry.frame.weak,
                carrier=None if carrier is None else sentence.tokens[carrier].form,
                candidates=tuple(candidates),
            )
        )
    return tuple(out)


def _reason(refused: str, candidates: list[Candidate]) -> str:
    if refused:
        return refused
    return "no entry fits: each asks for words that are not there" if candidates else ""


def _weighed(sentence: Sentence, i: int, lookup: Lookup, classes: ClassesOf, *, taken: bool) -> list[Candidate]:
    out: list[Candidate] = []
    for entry in lookup.entries:
        verdict = weigh(sentence, i, entry, lookup, classes)
        if isinstance(verdict, Lost):
            out.append(_lost(sentence, i, entry, verdict, lookup, classes))
        elif taken:
            out.append(_candidate(entry, "later", "fits too, but the first that fits counts"))
        else:
            out.append(_matched(sentence, i, verdict, lookup, classes))
            taken = True
    return out


def _candidate(entry: Entry, verdict: Verdict, reason: str, words: str = "") -> Candidate:
    frame = entry.frame
    return Candidate(entry.text, words or entry_words(entry), frame.id, frame.event, frame.source, verdict, reason)


def entry_words(entry: Entry, found: tuple[str, ...] = ()) -> str:
    """`open + object 'fire'`; `found` are the words that fulfilled its requirements."""
    parts = (requirement_words(r, found[n] if n < len(found) else "") for n, r in enumerate(entry.requires))
    return " + ".join((entry.lemma, *parts))


def _matched(sentence: Sentence, i: int, anchor: Anchor, lookup: Lookup, classes: ClassesOf) -> Candidate:
    tokens = find_required(sentence, i, anchor.entry.requires, lookup.slots, classes) or ()
    words = entry_words(anchor.entry, tuple(sentence.tokens[t].form for t in tokens))
    return _candidate(anchor.entry, "matched", "", words)


def _lost(sentence: Sentence, i: int, entry: Entry, lost: Lost, lookup: Lookup, classes: ClassesOf) -> Candidate:
    condition = lost.condition
    if condition is None:
        missing = next(r for r in entry.requires if find_required(sentence, i, (r,), lookup.slots, classes) is None)
        return _candidate(entry, "missing", f"no {requirement_words(missing)}")
    if lost.blocked:
        word = deciding_word(condition, lost.slots, sentence, i, classes)
        if word is None or condition.negated:
            return _candidate(entry, "blocked", f"ruled out by {condition_words(condition)}")
        form = sentence.tokens[word].form
        kinds = sorted(condition.classes & classes(word))
        as_what = f" ({', '.join(CLASS_WORDS[kind] for kind in kinds)})" if kinds else ""
        return _candidate(
            entry, "blocked", f"ruled out by its {slot_words(condition.slot, condition.preps)} '{form}'{as_what}"
        )
    needs = entry.frame.noun_needs if entry.pos == "noun" else entry.frame.needs
    need = next(n for n in needs if n[0] == condition)
    there = [word for c in need for word in standing_words(c, lost.slots, sentence, i)]
    here = f"; here: {', '.join(repr(word) for word in dict.fromkeys(there))}" if there else "; there is none"
    return _candidate(entry, "unmet", f"needs {need_words(need)}{here}")
