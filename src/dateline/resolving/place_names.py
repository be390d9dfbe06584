"""Which words of a text are names of places, and what stands around them that says so or says where."""

from collections.abc import Iterable

from msgspec import Struct

from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.language.analysis import Analysis, NameMention, Sentence, Token
from dateline.resolving.place_words import PlaceWords, place_words


class Toponym(Struct, frozen=True):
    """A name that may be a place: tokens `[first, last)`, its words, what it may stand for, and the evidence.

    `kinds` are the features that a word beside it asks for ("X province"); `inside` is the token of the place that
    holds it ("Mosul, Iraq"); `strength` adds up how much speaks for a place at all.
    """

    sentence: int
    first: int
    last: int
    head: int
    words: str
    candidates: tuple[Candidate, ...]
    strength: float
    kinds: frozenset[str] | None = None
    inside: int | None = None
    is_name: bool = False


def find_toponyms(analysis: Analysis, gazetteer: Gazetteer) -> list[Toponym]:
    """All names of places in text order, with every place that they may stand for."""
    words = place_words()
    found: list[Toponym] = []
    for sentence in analysis.sentences:
        found.extend(_of_sentence(sentence, gazetteer, words))
    return found


def _of_sentence(sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords) -> list[Toponym]:
    taken = [False] * len(sentence.tokens)
    spans: list[tuple[int, int, NameMention | None]] = []
    for name in sorted(sentence.names, key=lambda n: (n.first, -n.last)):
        if not any(taken[name.first : name.last]):
            spans.append((name.first, name.last, name))
            taken[name.first : name.last] = [True] * (name.last - name.first)
    spans.extend((first, last, None) for first, last in _runs(sentence.tokens, taken))
    spans.sort(key=lambda span: span[0])
    out: list[Toponym] = []
    for first, last, name in spans:
        for toponym in _read(sentence, first, last, name, gazetteer, words):
            out.append(toponym)
    return _contained(sentence, out)


def _runs(tokens: tuple[Token, ...], taken: list[bool]) -> Iterable[tuple[int, int]]:
    """Runs of capitalized proper nouns that the model saw no name in, small words inside them included."""
    i, size = 0, len(tokens)
    while i < size:
        if taken[i] or not _is_proper(tokens[i]):
            i += 1
            continue
        last = i + 1
        while last < size and not taken[last]:
            if _is_proper(tokens[last]):
                last += 1
            elif (
                tokens[last].form.lower() in ("of", "de", "al", "el", "la", "del", "-", "ez", "es", "the", "'", "’")
                and last + 1 < size
                and not taken[last + 1]
                and _is_proper(tokens[last + 1])
                and tokens[last].end + 1 >= tokens[last + 1].start
            ):
                last += 2
            else:
                break
        yield i, last
        i = last


def _is_proper(token: Token) -> bool:
    return token.upos == "PROPN" and token.form[:1].isupper() and token.form[:1].isalpha()


def _read(
    sentence: Sentence, first: int, last: int, name: NameMention | None, gazetteer: Gazetteer, words: PlaceWords
) -> Iterable[Toponym]:
    """The toponyms of one name span: the whole, else its longest parts that the gazetteer knows."""
    tokens = sentence.tokens
    kind = name.kind if name is not None else ""
    while first < last and tokens[first].form.lower() in ("the", "greater", "downtown", "occupied", "rural"):
        first += 1
    whole = _toponym(sentence, first, last, kind, gazetteer, words)
    if whole is not None:
        yield whole
        return
    if kind == "person" or last - first <= 1:
        return
    if kind == "organization" or (kind == "" and last - first > 1 and _is_institution(tokens[last - 1], words)):
        return
    # "eastern Syria", "Baghdad Tuesday", "City of Mosul": the longest known parts, left to right.
    i = first
    while i < last:
        for j in range(last, i, -1):
            if (i, j) == (first, last):
                continue
            part = _toponym(sentence, i, j, "part" if kind == "" else kind, gazetteer, words)
            if part is not None:
                yield part
                i = j
                break
        else:
            i += 1


def _is_institution(token: Token, words: PlaceWords) -> bool:
    return token.form.lower() in words.institutions


def _toponym(
    sentence: Sentence, first: int, last: int, kind: str, gazetteer: Gazetteer, words: PlaceWords
) -> Toponym | None:
    if first >= last:
        return None
    tokens = sentence.tokens
    text = _text(tokens, first, last)
    low = text.lower()
    if low in words.never or (last - first == 1 and tokens[first].upos not in ("PROPN", "NOUN", "X")):
        return None
    if len(text) <= 3 and "." not in text and not text.isupper() and low not in words.short:
        return None
    candidates = gazetteer.lookup(text)
    if len(text.strip(".")) <= 3 and candidates:
        candidates = _short(text, sentence, first, candidates, words)
    kinds, first, last, candidates = _by_class_word(sentence, first, last, candidates, gazetteer, words)
    strength = _strength(sentence, first, last, kind, candidates, words)
    if not candidates and strength >= 3.0 and kind in ("place", "") and last - first <= 3:
        candidates = gazetteer.lookup_loose(text)[:8]
        strength -= 2.0
    if not candidates:
        return None
    return Toponym(
        sentence=sentence.index,
        first=first,
        last=last,
        head=_head(tokens, first, last),
        words=_text(tokens, first, last),
        candidates=candidates,
        strength=strength,
        kinds=kinds,
        is_name=kind == "place",
    )


def _short(
    text: str, sentence: Sentence, first: int, candidates: tuple[Candidate, ...], words: PlaceWords
) -> tuple[Candidate, ...]:
    """Names of two or three letters: countries and abbreviated states as they are written, nothing else."""
    if text in ("US", "UK", "UAE", "DRC", "USA", "PRC", "DMZ", "CAR", "ROK", "KSA") or text.count(".") >= 2:
        return candidates
    before = sentence.tokens[first - 1].form if first else ""
    if before == "," and (text.isupper() or text.endswith(".")):
        return tuple(c for c in candidates if c.feature == "ADM1")
    if text.endswith(".") and text[0].isupper():
        return tuple(c for c in candidates if c.feature == "ADM1" and c.country == "USA")
    return () if text.isupper() or text.lower() not in words.short else candidates


def _by_class_word(
    sentence: Sentence,
    first: int,
    last: int,
    candidates: tuple[Candidate, ...],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> tuple[frozenset[str] | None, int, int, tuple[Candidate, ...]]:
    """Narrows by the word that says what it is: "Aleppo province", "the town of Hit", "River Nile"."""
    tokens = sentence.tokens
    kinds: frozenset[str] | None = None
    if last < len(tokens) and tokens[last].form.lower() in words.classes and tokens[last].upos in ("NOUN", "PROPN"):
        kinds = words.classes[tokens[last].form.lower()]
    elif last - first > 1 and tokens[last - 1].form.lower() in words.classes:
        kinds = words.classes[tokens[last - 1].form.lower()]
        if not candidates:
            candidates = gazetteer.lookup(_text(tokens, first, last - 1))
    elif first >= 2 and tokens[first - 1].form.lower() == "of" and tokens[first - 2].form.lower() in words.classes:
        kinds = words.classes[tokens[first - 2].form.lower()]
    elif first >= 1 and tokens[first - 1].form.lower() in words.classes and tokens[first - 1].upos in ("NOUN", "PROPN"):
        kinds = words.classes[tokens[first - 1].form.lower()]
    if kinds is not None:
        fitting = tuple(c for c in candidates if c.feature in kinds)
        if fitting:
            return kinds, first, last, fitting
    return None, first, last, candidates


def _strength(
    sentence: Sentence, first: int, last: int, kind: str, candidates: tuple[Candidate, ...], words: PlaceWords
) -> float:
    """How much says that this is a place: the model, the preposition, a word of place beside it, its fame."""
    tokens = sentence.tokens
    score = {"place": 3.0, "part": -0.5, "person": -3.5, "organization": -2.0}.get(kind, 0.0)
    before = tokens[first - 1].form.lower() if first else ""
    if before in ("the", "downtown", "central", "northern", "southern", "eastern", "western") and first > 1:
        score += 0.0 if before == "the" else 1.5
        before = tokens[first - 2].form.lower() if before != "the" or tokens[first - 2].upos == "ADP" else before
    if before in words.locative:
        score += words.locative[before]
    elif before == "," and first > 1 and tokens[first - 2].upos == "PROPN":
        score += 1.0
    elif before == "of" and first > 1 and tokens[first - 2].form.lower() in words.classes:
        score += 3.0
    if last < len(tokens):
        after = tokens[last].form.lower()
        if after in words.classes:
            score += 1.5
        elif after == "," and last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN":
            score += 0.5
        elif after in words.titles or tokens[last].upos == "PROPN":
            score -= 1.5
    if before.rstrip(".") in words.titles:
        score -= 4.0
    if candidates:
        top = candidates[0]
        if top.feature == "PCLI" or (top.feature in ("ADM1", "CONT", "OCN", "SEA", "RGN") and top.population > 100_000):
            score += 2.0
        elif top.population > 1_000_000:
            score += 1.5
        elif top.population > 100_000:
            score += 0.7
        elif top.population < 5_000 and last - first == 1:
            score -= 0.7
    return score


def _contained(sentence: Sentence, found: list[Toponym]) -> list[Toponym]:
    """Notes for "Mosul, Iraq" and "Paris (Texas)" which place holds which."""
    tokens = sentence.tokens
    out = list(found)
    for n in range(len(found) - 1):
        this, following = found[n], found[n + 1]
        link = [t.form for t in tokens[this.last : following.first]]
        if link in ([","], ["("], [",", "in"], ["in"], [",", "northern"], [",", "southern"], [",", "eastern"], [",", "western"]):
            wide = any(c.feature in ("PCLI", "ADM1", "RGN", "ADM2") for c in following.candidates)
            if wide:
                out[n] = _with_inside(this, n + 1)
    return out


def _with_inside(toponym: Toponym, index: int) -> Toponym:
    return Toponym(
        sentence=toponym.sentence,
        first=toponym.first,
        last=toponym.last,
        head=toponym.head,
        words=toponym.words,
        candidates=toponym.candidates,
        strength=toponym.strength + 1.0,
        kinds=toponym.kinds,
        inside=index,
        is_name=toponym.is_name,
    )


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of the range that hangs on something outside of it."""
    return next((t.i for t in tokens[first:last] if not first <= t.head < last), last - 1)


def _text(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The words with spaces as in the text."""
    out = [tokens[first].form]
    for i in range(first + 1, last):
        if tokens[i].start > tokens[i - 1].end:
            out.append(" ")
        out.append(tokens[i].form)
    return "".join(out)
