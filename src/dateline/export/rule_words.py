"""Rules in words: what the short notes of `why` mean for a reader who has not seen the code."""

import re
from functools import cache

from dateline.events.asking import SLOT_WORDS, slot_words

_VIA = {
    "participle": "whom the participle describes",
    "coordination": "shared with the verb it is coordinated with",
    "subject control": "through the verb that governs it: its subject is meant",
    "object control": "through the verb that governs it: its object is meant",
    "by-agent": "the by-phrase of a passive",
    "relative clause": "the noun that the relative clause describes",
    "owner of the instrument": "whoever owns the instrument acts",
    "owner of the object": "whoever owns the thing is acted upon",
    "hung on the object": "attached to the object",
    "subject of the governing clause": "of the clause above it",
    "accused of it": "who is accused of it does it",
    "giver of the order": "who gives the order",
    "clause of the noun": "of the clause that the noun stands in",
    "giver of the permission": "who gives the permission",
    "light verb": "of the verb that carries the noun",
    "causative": "who has it done",
}
_PLAIN_VIA = frozenset(
    "subject|object|oblique|possessor|indirect object|noun modifier|adjective|compound|own".split("|")
)

_FRAMES = {
    "clause": "content: the clause under it",
    "final": "content: the clause before it",
    "sentence": "content: the rest of the sentence",
    "interposed": "content: the sentence it stands in the middle of",
    "parataxis": "content: the sentence beside it",
    "colon": "content: what follows the colon",
    "object": "content: its object",
    "small": "content: its object and what is said of it",
    "blame": "content: what somebody is blamed for",
    "infinitive": "content: its infinitive",
    "gerund": "content: its gerund",
    "raise": "content: the clause of its subject",
    "copula": "content: what follows 'is'",
    "quotation": "content: the quotation beside it",
    "preposition": "content: the phrase under it",
    "statement": "content: the whole statement",
    "carried over": "content: goes on from the quotation before it",
    "quoted as": "content: what somebody is quoted as saying",
}

_WHOLE = {
    "no operator": "told as a fact: no word makes it future, possible or denied",
    "no time in the text: day of publication": "the text gives no time: day of publication",
    "time expression": "the time expression of its clause",
    "place: the thing acted on is a place": "what is acted on is itself a place",
    "place: inside the phrase of a participant": "a place inside the words that name a participant",
    "place: governing clause": "a place of the clause above it",
    "place: named by the frame": "the entry says that this slot holds the place",
    "place: what is visited": "what is visited is where it happens",
    "place: compound": "a place that stands before the noun",
    "discourse: country of all placed events": "no place given; the country where all placed events of the text lie",
    "discourse: place of the event before it in the paragraph": "no place given; that of the event before it",
    "discourse: said at the meeting": "said at a meeting: taken from it",
    "narrative: time of the event before it in the paragraph": "no time given; that of the event before it",
    "taken from the summary it is part of": "not told here; taken from the event it is part of",
    "the speaker of the claim does it by saying so": "who says it does it by saying so",
    "claims responsibility": "who claims it as theirs did it",
    "claims: denied, asserted by nobody": "the text has it only as denied",
    "actor of the act that is judged": "only the act is named; who did it is meant",
    "echo of the event before it": "says again what was told before",
    "what is asked for or promised": "names what is asked for or promised",
    "time far before publication": "lies long before publication",
    "nobody does it": "nobody does it",
    "present progressive": "present progressive",
    "citing": "cites somebody",
    "headline": "the headline names who says it",
}

_SLOT_RULE = re.compile(r"(\w+)(?:\.(\w+))?(?::([^ .]+(?: [^ .]+)?))?(?:\.(\w+))? of '(.*)' \((.*)\)")
_STATUS_RULE = re.compile(r"status:([\w-]+) '(.*)'")
_GRAMMAR = {"nsubj": "subject", "obj": "object", "obl": "prepositional phrase"}
_REFUSED = re.compile(r"\((\w+\.\w+): (blocked by )?(\w+)\)")
_INNER = {"owner": "owner of the ", "subj": "subject of the ", "any": "who acts in the "}


@cache
def rule_words(rule: str) -> str:
    """The rule for a reader; as it is where it reads well already."""
    if rule in _WHOLE:
        return _WHOLE[rule]
    slot = _SLOT_RULE.fullmatch(rule)
    if slot is not None:
        return _slot(*slot.groups())
    frame = re.fullmatch(r"frame (\S+), entry '(.*)'", rule)
    if frame is not None:
        return f"entry '{_entry(frame[2])}' of frame {frame[1]}"
    if rule.startswith("same happening as before"):
        return "joined with what was told before: enough agrees, nothing contradicts"
    subject = re.fullmatch(r"'(.*)' is the (nsubj|obj|obl) of the verb", rule)
    if subject is not None:
        return f"joined: '{subject[1]}' is the {_GRAMMAR[subject[2]]} of the verb that names the same act"
    if re.fullmatch(r"frame \S+", rule):
        return f"{rule} says so"
    status = _STATUS_RULE.fullmatch(rule)
    if status is not None:
        return f"'{status[2]}' stands over it (operator {status[1]})"
    for start, words in (
        ("modal ", "the modal {} stands over it"),
        ("negation ", "{} negates it"),
        ("reason: ", "{} links it to what it answers"),
        ("determiner ", "the determiner {} stands before it"),
    ):
        if rule.startswith(start):
            return words.format(rule.removeprefix(start))
    effect = re.fullmatch(r"effect:(\w+) '(.*)'", rule)
    if effect is not None:
        return f"'{effect[2]}' states it"
    place = re.fullmatch(r"place: ([a-z]+(?: [a-z]+)?)(, inside the phrase)?", rule)
    if place is not None:
        inside = " inside the words that name a participant" if place[2] else ""
        return f"a place in its '{place[1]}' phrase{inside}"
    cue = re.fullmatch(r"(\S+?):(.+)/([\w ]+)", rule)
    if cue is not None:
        return f"entry '{cue[2]}' of cue class {cue[1]}; {_FRAMES.get(cue[3], cue[3])}"
    if rule.startswith("quotation/"):
        return "a quotation without a cue; " + _FRAMES.get(rule.partition("/")[2], rule.partition("/")[2])
    return rule


def refusal_words(reason: str) -> str:
    """The reason for a sentence without an event, with the slots that it names in words."""
    return _REFUSED.sub(
        lambda found: (
            f"({'ruled out by' if found[2] else 'it needs a certain'} {slot_words(found[3])}; frame {found[1]})"
        ),
        reason,
    )


def _entry(notation: str) -> str:
    """An entry without its long lists: `open + object + 'for/to' phrase`."""
    lemma, *parts = notation.split(" ")
    out = [lemma]
    for part in parts:
        relations, _, words = part.partition(":")
        preps, _, _ = words.partition("=")
        first = relations.split("|")[0]
        if first in ("obl", "nmod", "advcl") and preps:
            out.append(slot_words(first, preps.split("|")))
        elif words and words.count("|") < 2 and words == words.lower():
            out.append(f"{slot_words(first)} '{words.replace('|', ' or ')}'")
        else:
            out.append(slot_words(first))
    return " + ".join(out)


def _slot(name: str, before: str | None, prep: str | None, after: str | None, word: str, via: str) -> str:
    kind = SLOT_WORDS.get(name, name)
    if prep:
        kind = f"'{prep}' {'clause' if name in ('advcl', 'acl', 'comp') else 'phrase'}"
    inner = before or after
    said = f"{_INNER.get(inner, inner + ' of the ') if inner else ''}{kind} of '{word}'"
    notes: list[str] = []
    if inner:
        via = ""
    elif name == "obj" and via == "subject":
        notes.append("subject of a passive")
        via = ""
    elif via.startswith("light verb, "):
        notes.append("of the verb that carries the noun")
        via = via.removeprefix("light verb, ")
    if via and via not in _PLAIN_VIA:
        notes.append(_VIA.get(via, via))
    return f"{said} ({'; '.join(notes)})" if notes else said
