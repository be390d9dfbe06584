"""Variations of training sentences: what reports and headlines do and treebanks show too seldom."""

import random
from collections.abc import Sequence

from msgspec.structs import replace

from dateline.language.pieces import LOWER, TITLE, UPPER, shape
from dateline.train.examples import IGNORE, Example, Labels, Role, blank

_LISTS = ("forms", "shapes", "heads", "rel", "upos", "feats", "semantic", "names", "mentions", "begins")

# A speaker: words, then head (counted inside, 0 is the phrase's own head) and relation of each, then parts of speech.
_Phrase = tuple[str, str, str]
_SPEAKERS: tuple[_Phrase, ...] = (
    ("the secretary", "2:det 0:-", "DET NOUN"),
    ("the minister", "2:det 0:-", "DET NOUN"),
    ("the president", "2:det 0:-", "DET NOUN"),
    ("the spokesman", "2:det 0:-", "DET NOUN"),
    ("the general", "2:det 0:-", "DET NOUN"),
    ("the ministry", "2:det 0:-", "DET NOUN"),
    ("the statement", "2:det 0:-", "DET NOUN"),
    ("the press secretary", "3:det 3:compound 0:-", "DET NOUN NOUN"),
    ("the foreign minister", "3:det 3:amod 0:-", "DET ADJ NOUN"),
    ("a senior official", "3:det 3:amod 0:-", "DET ADJ NOUN"),
    ("the secretary of defense", "2:det 0:- 4:case 2:nmod", "DET NOUN ADP NOUN"),
    ("the minister of foreign affairs", "2:det 0:- 5:case 5:amod 2:nmod", "DET NOUN ADP ADJ NOUN"),
    ("a spokeswoman for the army", "2:det 0:- 5:case 5:det 2:nmod", "DET NOUN ADP DET NOUN"),
    ("the head of the agency", "2:det 0:- 5:case 5:det 2:nmod", "DET NOUN ADP DET NOUN"),
    ("officials", "0:-", "NOUN"),
    ("witnesses", "0:-", "NOUN"),
    ("police", "0:-", "NOUN"),
    ("he", "0:-", "PRON"),
    ("she", "0:-", "PRON"),
    ("they", "0:-", "PRON"),
    ("Haddad", "0:-", "PROPN"),
    ("Lindgren", "0:-", "PROPN"),
    ("Okoye", "0:-", "PROPN"),
    ("Morrison", "0:-", "PROPN"),
    ("two residents", "2:nummod 0:-", "NUM NOUN"),
)
_TAILS: tuple[_Phrase, ...] = (
    ("on Tuesday", "2:case 0:obl", "ADP PROPN"),
    ("in a statement", "3:case 3:det 0:obl", "ADP DET NOUN"),
    ("at a briefing", "3:case 3:det 0:obl", "ADP DET NOUN"),
    ("yesterday", "0:obl:unmarked", "NOUN"),
)
_HEARERS: tuple[_Phrase, ...] = (
    ("reporters", "0:iobj", "NOUN"),
    ("journalists", "0:iobj", "NOUN"),
    ("reporters traveling with him", "0:iobj 1:acl 4:case 2:obl", "NOUN VERB ADP PRON"),
    ("reporters traveling with the secretary", "0:iobj 1:acl 5:case 5:det 2:obl", "NOUN VERB ADP DET NOUN"),
    ("journalists gathered outside the building", "0:iobj 1:acl 5:case 5:det 2:obl", "NOUN VERB ADP DET NOUN"),
)


# How often a sentence is joined with the next where the rules would keep the two together, and where they would not.
_JOINED_STICKING, _JOINED = 0.6, 0.12


def vary(example: Example, following: Sequence[Example], labels: Labels, rng: random.Random) -> Example:
    """The sentence as it is (mostly), or changed: joined with the next, cut, in other capitals, put in quotes.

    `following` are the next sentences of its document. A sentence that sticks to the next comes joined most of the
    time, since that is how the model will meet it; it may then be joined to more.
    """
    joined = 0
    while joined < len(following):
        sticks = following[joined - 1].sticks if joined else example.sticks
        if rng.random() >= (_JOINED_STICKING if sticks else 0.0 if joined else _JOINED):
            break
        longer = join(example, following[joined])
        if longer is example:
            break
        example = longer
        joined += 1
    chance = rng.random()
    if joined:
        pass
    elif chance < 0.06:
        example = drop_final_mark(example, labels)
    elif chance < 0.10:
        example = quote(example, labels, rng)
    chance = rng.random()
    if chance < 0.02:
        return recase(example, LOWER)
    if chance < 0.03:
        return recase(example, UPPER)
    if chance < 0.045:
        return recase(example, TITLE)
    return example


def drop_final_mark(example: Example, labels: Labels) -> Example:
    """Without the last word if that is punctuation and nothing hangs on it."""
    size = len(example.forms)
    if size < 3 or example.upos[-1] == IGNORE or labels.upos[example.upos[-1]] != "PUNCT" or size in example.heads:
        return example
    lists = {name: getattr(example, name)[:-1] for name in _LISTS}
    marks = {name: values[:-1] for name, values in example.marks.items()}
    roles = [Role(role.cue, role.values[:-1]) for role in example.roles if role.cue < size - 1]
    return replace(example, marks=marks, roles=roles, **lists)


def recase(example: Example, target: int) -> Example:
    """All words of letters in one case. The words stay, since the vocabulary has no capitals; only shapes change."""
    return replace(example, shapes=[target if s <= UPPER else s for s in example.shapes])


def join(example: Example, following: Example) -> Example:
    """Two sentences in one window, each with its own root; the place where the second begins is a target.

    The example itself where the two would be too long. What a word is to a cue in the other sentence is unknown.
    """
    size, more = len(example.forms), len(following.forms)
    if size + more > 110:
        return example
    joined = {name: getattr(example, name) + getattr(following, name) for name in _LISTS}
    joined["heads"] = example.heads + [h + size if h > 0 else h for h in following.heads]
    joined["begins"] = [*example.begins, 1, *following.begins[1:]]
    marks = {
        name: example.marks.get(name, [IGNORE] * size) + following.marks.get(name, [IGNORE] * more)
        for name in {**example.marks, **following.marks}
    }
    roles = [Role(role.cue, role.values + [IGNORE] * more) for role in example.roles]
    roles += [Role(role.cue + size, [IGNORE] * size + role.values) for role in following.roles]
    return replace(example, marks=marks, roles=roles, **joined)


def quote(example: Example, labels: Labels, rng: random.Random) -> Example:
    """A statement with who said it put after or before: '"...", the minister told reporters.'"""
    root = _declarative_root(example, labels)
    if root is None:
        return example
    builder = _Builder(labels)
    size = len(example.forms) - 1
    quoted = rng.random() < 0.75
    after = rng.random() < 0.8
    tells = rng.random() < 0.35
    speaker, tail = rng.choice(_SPEAKERS), rng.choice(_TAILS) if rng.random() < 0.3 else None
    verb = "told" if tells else rng.choice(("said", "said", "said", "added", "announced", "warned"))
    inverted = after and not tells and speaker[2] != "PRON" and rng.random() < 0.25
    if after:
        opening = builder.word('"', "PUNCT", "punct") if quoted else 0
        first = builder.take(example, size)
        builder.attach(opening, first + root)
        builder.word(",", "PUNCT", "punct", head=first + root)
        if quoted:
            builder.word('"', "PUNCT", "punct", head=first + root)
        if inverted:
            said = builder.word(verb, "VERB", "root")
            builder.phrase(speaker, said, "nsubj")
        else:
            subject = builder.phrase(speaker, 0, "nsubj")
            said = builder.word(verb, "VERB", "root")
            builder.attach(subject, said)
        if tells:
            builder.phrase(rng.choice(_HEARERS), said, "iobj")
        if tail:
            builder.phrase(tail, said, "obl")
        builder.relate(first + root, said, "ccomp")
    else:
        subject = builder.phrase(speaker, 0, "nsubj")
        said = builder.word(verb, "VERB", "root")
        builder.attach(subject, said)
        if tells:
            builder.phrase(rng.choice(_HEARERS), said, "iobj")
        if tail:
            builder.phrase(tail, said, "obl")
        mark = builder.word("that", "SCONJ", "mark") if rng.random() < 0.5 else 0
        first = builder.take(example, size)
        builder.attach(mark, first + root)
        builder.lower(first)
        builder.relate(first + root, said, "ccomp")
    builder.word(".", "PUNCT", "punct", head=said)
    return builder.example(example.document)


def _declarative_root(example: Example, labels: Labels) -> int | None:
    """The place (from 0) of the root, if this is a plain statement that can be quoted."""
    size = len(example.forms)
    if not 5 <= size <= 32 or example.forms[-1] != "." or 0 not in example.heads or size in example.heads:
        return None
    if any(form in "\"“”``''" for form in example.forms):
        return None
    root = example.heads.index(0)
    subjects = [
        i
        for i, (h, r) in enumerate(zip(example.heads, example.rel, strict=True))
        if h == root + 1 and r != IGNORE and labels.rel[r].startswith("nsubj")
    ]
    return root if subjects and min(subjects) < root else None


class _Builder:
    """Collects words with 1-based heads; phrases get their head when it is known."""

    def __init__(self, labels: Labels) -> None:
        self._rel = {name: i for i, name in enumerate(labels.rel)}
        self._upos = {name: i for i, name in enumerate(labels.upos)}
        self._lists: dict[str, list[int]] = {name: [] for name in _LISTS if name != "forms"}
        self._forms: list[str] = []

    def word(self, form: str, upos: str, rel: str, head: int = 0) -> int:
        """Adds one word and returns its place, counted from 1."""
        self._forms.append(form)
        proper = upos == "PROPN"
        values = {
            "shapes": shape(form),
            "heads": head,
            "rel": self._rel.get(rel, IGNORE),
            "upos": self._upos.get(upos, IGNORE),
            "feats": IGNORE,
            "semantic": IGNORE,
            "names": IGNORE if proper else 0,
            "mentions": IGNORE,
            "begins": 0,
        }
        for name, value in values.items():
            self._lists[name].append(value)
        return len(self._forms)

    def phrase(self, phrase: _Phrase, head: int, rel: str) -> int:
        """Adds a phrase and returns the place of its head word."""
        words, tree, tags = (part.split() for part in phrase)
        offset = len(self._forms)
        place = 0
        for form, node, upos in zip(words, tree, tags, strict=True):
            inner, _, own = node.partition(":")
            if inner == "0":
                place = self.word(form, upos, rel if own == "-" else own, head)
            else:
                self.word(form, upos, own, offset + int(inner))
        return place

    def take(self, example: Example, size: int) -> int:
        """Adds the first `size` words of a sentence and returns the place of the first."""
        offset = len(self._forms)
        self._forms += example.forms[:size]
        for name, values in self._lists.items():
            values += getattr(example, name)[:size]
        for i in range(offset, offset + size):
            if self._lists["heads"][i] > 0:
                self._lists["heads"][i] += offset
        if self._lists["begins"][offset] == IGNORE:
            self._lists["begins"][offset] = 0
        return offset + 1

    def attach(self, place: int, head: int) -> None:
        """Gives the word at `place` its head; place 0 means that there is no such word."""
        if place:
            self._lists["heads"][place - 1] = head

    def lower(self, place: int) -> None:
        """Takes the capital of a sentence's first word away, unless it is a name."""
        if self._lists["shapes"][place - 1] == TITLE and self._lists["upos"][place - 1] != self._upos.get("PROPN"):
            self._lists["shapes"][place - 1] = LOWER

    def relate(self, place: int, head: int, rel: str) -> None:
        """Head and relation of the word at `place`."""
        self.attach(place, head)
        self._lists["rel"][place - 1] = self._rel.get(rel, IGNORE)

    def example(self, document: str) -> Example:
        """What was built. Its first word is not a target of the boundary head."""
        lists = self._lists
        if len(lists["shapes"]) > 1 and lists["shapes"][0] == LOWER:
            lists["shapes"][0] = TITLE
        lists["begins"][0] = IGNORE
        return replace(blank(self._forms, document), **lists)
