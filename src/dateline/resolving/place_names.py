"""Which words of a text are names of places, and what stands around them that says so or says where.

The model's own mentions are a hint only: it calls a country an organization where it acts, and cuts rare names in two.
Runs of capitalized words are matched against the gazetteer, longest name first.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.place_keys import fold
from dateline.language.analysis import Analysis, NameMention, Sentence, Token
from dateline.resolving.place_words import PlaceWords, place_words

_LONGEST = 6
_INNER = frozenset(
    {"of", "de", "al", "el", "la", "del", "du", "des", "d'", "-", "–", "ez", "es", "ed", "'", "’", "the"}
)
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "an", "az", "ad", "es", "ez", "er"})
_KNOWN_STATES = frozenset({"USA", "CAN", "AUS", "GBR"})
_FAMOUS = frozenset({"PCLI", "CONT", "OCN", "SEA"})


class Toponym(Struct, frozen=True):
    """A name that may be a place: tokens `[first, last)`, its words, what it may stand for, and the evidence.

    `kinds` are the features that a word beside it asks for ("X province"); `inside` is the index, among the toponyms of
    the text, of the place that holds it ("Mosul, Iraq"); `strength` adds up how much speaks for a place at all;
    `embedded` marks a place in the name of an institution ("the Texas Forest Service"); `loose` candidates share only
    the consonants of the name.
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
    embedded: bool = False
    loose: bool = False


def find_toponyms(analysis: Analysis, gazetteer: Gazetteer) -> list[Toponym]:
    """All names of places in text order, with every place that they may stand for."""
    words = place_words()
    found: list[Toponym] = []
    for sentence in analysis.sentences:
        here: list[Toponym] = []
        for first, last in _runs(sentence.tokens):
            here.extend(_of_run(sentence, first, last, gazetteer, words))
        found.extend(_linked(sentence, here, len(found), words))
    return found


def _runs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Runs of capitalized words, small words inside them included."""
    i, size = 0, len(tokens)
    while i < size:
        if not _is_capital(tokens[i]):
            i += 1
            continue
        # "al-Hilla": the article belongs to the name though it is small.
        start = i - 2 if i > 1 and tokens[i - 1].form == "-" and tokens[i - 2].form in _ARTICLES else i
        last = i + 1
        while last < size:
            if _is_capital(tokens[last]):
                last += 1
                continue
            inner = last
            while inner < size and inner < last + 2 and tokens[inner].form.lower() in _INNER:
                inner += 1
            if inner == last or inner >= size or not _is_capital(tokens[inner]):
                break
            last = inner + 1
        yield start, last
        i = last


def _is_capital(token: Token) -> bool:
    form = token.form
    return form[0].isupper() and token.upos not in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "NUM", "PUNCT")


def _of_run(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer, words: PlaceWords) -> Iterable[Toponym]:
    tokens = sentence.tokens
    i = first
    while i < last:
        if not _is_capital(tokens[i]) and tokens[i].form not in _ARTICLES:
            i += 1
            continue
        found = None
        end = min(last, i + _LONGEST)
        if (
            last < len(tokens) - 1
            and tokens[last].form in ("and", "'s", "’s")
            and tokens[last - 1].form.lower() in words.joined
        ):
            end = min(len(tokens), i + _LONGEST + 2)
        for j in range(end, i, -1):
            if tokens[j - 1].form.lower() in _INNER:
                continue
            found = _toponym(sentence, i, j, first, last, gazetteer, words)
            if found is not None:
                break
        if found is None:
            i += 1
            continue
        yield found
        i = found.last


def _toponym(
    sentence: Sentence, i: int, j: int, first: int, last: int, gazetteer: Gazetteer, words: PlaceWords
) -> Toponym | None:
    """The words `[i, j)` of the run `[first, last)` as a toponym; None where no place has that name."""
    tokens = sentence.tokens
    text = text_of(tokens, i, j)
    low = text.lower()
    if j - i == 1 and (low in words.generic or tokens[i].upos not in ("PROPN", "NOUN", "X", "INTJ")):
        return None
    if low in words.never:
        return None
    candidates = gazetteer.lookup(text)
    if len(text) <= 4 and len(text.strip(".")) <= 3:
        candidates = _short(text, tokens[i - 1].form if i else "", candidates, words)
    elif text.count(".") >= 2:
        candidates = tuple(c for c in candidates if c.feature in ("PCLI", "ADM1"))
    loose = False
    name = _name_at(sentence, i, j)
    alone = (i, j) == (first, last) and j - i <= 3
    if not candidates and alone and name is not None and name.kind == "place" and (name.first, name.last) == (i, j):
        candidates, loose = gazetteer.lookup_loose(text)[:8], True
    if not candidates:
        return None
    kinds, candidates = _by_class_word(tokens, i, j, candidates, words)
    rest_before = [t.form.lower() for t in tokens[first:i] if t.form.lower() not in _INNER and t.form not in _ARTICLES]
    rest_after = [t.form.lower() for t in tokens[j:last] if t.form.lower() not in _INNER]
    wider = name is not None and name.kind == "organization" and name.last - name.first > j - i + 1
    embedded = wider or any(w.rstrip(".") in words.institutions for w in rest_after + rest_before)
    part_of_person = name is not None and name.kind == "person" and bool(rest_after or rest_before)
    if part_of_person and (j - i == 1 or (name is not None and name.last - name.first > j - i)):
        return None
    if rest_after and rest_after[0] in words.media and not embedded and j - i == 1:
        return None
    strength = _strength(sentence, i, j, name, candidates, words)
    if embedded:
        strength = _fame(candidates[0], tokens, i, j, words) + (
            0.8 if not rest_before or rest_before[-1] in words.institutions else -2.0
        )
    else:
        if rest_before in (["d"], ["r"], ["i"]):
            strength += 2.0  # "D-Kanawha", the seat of an American lawmaker
        elif rest_before and rest_before[-1] not in words.classes:
            # "South Plains" is no Plains, but "Northern Iraq" is in Iraq.
            wide = candidates[0].feature in ("PCLI", "ADM1", "RGN", "CONT") or rest_before[-1].endswith("ern")
            strength -= 0.0 if wide and rest_before[-1] in words.modifiers else 2.5
        if rest_after and rest_after[0] not in words.classes and rest_after[0] not in words.titles:
            strength -= 2.0 if fold(candidates[0].name) == fold(text) else 3.5
    if low in words.surnames or low in words.common:
        strength -= 2.0
    return Toponym(
        sentence=sentence.index,
        first=i,
        last=j,
        head=_head(tokens, i, j),
        words=text,
        candidates=candidates,
        strength=strength - (2.0 if loose else 0.0),
        kinds=kinds,
        # Where the model saw a place and no institution, the place is one that the text names.
        embedded=embedded and (name is None or name.kind != "place"),
        loose=loose,
    )


def _name_at(sentence: Sentence, i: int, j: int) -> NameMention | None:
    """The model's mention that shares most words with `[i, j)`."""
    best, most = None, 0
    for name in sentence.names:
        shared = min(name.last, j) - max(name.first, i)
        if shared > most:
            best, most = name, shared
    return best


def _short(text: str, before: str, candidates: tuple[Candidate, ...], words: PlaceWords) -> tuple[Candidate, ...]:
    """Names of two or three letters: countries and abbreviated states as they are written, nothing else."""
    bare = text.replace(".", "")
    if text in words.written or (bare.isupper() and "." in text and text in words.states):
        return tuple(c for c in candidates if c.feature in ("PCLI", "ADM1", "RGN"))
    if text in words.states or (text.isupper() and before == "," and "." not in text):
        return tuple(c for c in candidates if c.feature == "ADM1" and c.country in ("USA", "CAN", "AUS"))
    return candidates if text.lower() in words.short and not text.isupper() else ()


def _by_class_word(
    tokens: tuple[Token, ...], i: int, j: int, candidates: tuple[Candidate, ...], words: PlaceWords
) -> tuple[frozenset[str] | None, tuple[Candidate, ...]]:
    """Narrows by the word that says what it is: "Aleppo province", "the town of Hit", "River Nile"."""
    spot = None
    after = True
    if j < len(tokens) and tokens[j].form.lower() in words.classes and tokens[j].upos in ("NOUN", "PROPN"):
        spot = tokens[j]
    elif i >= 2 and tokens[i - 1].form.lower() == "of" and tokens[i - 2].form.lower() in words.classes:
        spot, after = tokens[i - 2], False
    elif i >= 1 and tokens[i - 1].form.lower() in words.classes and tokens[i - 1].upos in ("NOUN", "PROPN"):
        spot, after = tokens[i - 1], False
    # "The port of Sudan" is in the country.
    if spot is None or not candidates or (candidates[0].feature == "PCLI" and not after):
        return None, candidates
    kinds = words.classes[spot.form.lower()]
    fitting = tuple(c for c in candidates if c.feature in kinds)
    if spot.form.lower() in words.upper and any(c.feature == "ADM1" for c in fitting):
        fitting = tuple(c for c in fitting if c.feature != "ADM2")
    return (kinds, fitting) if fitting else (None, candidates)


def _strength(
    sentence: Sentence, i: int, j: int, name: NameMention | None, candidates: tuple[Candidate, ...], words: PlaceWords
) -> float:
    """How much says that this is a place: the model, the preposition, a word of place beside it, its fame."""
    tokens = sentence.tokens
    score = 0.0
    if name is not None:
        exact = name.last - name.first <= j - i
        if name.kind == "place":
            score += 1.2 + 1.6 * name.score
        elif name.kind == "person":
            score -= 0.7 + 1.5 * name.score if exact else 3.5
        elif name.kind == "organization":
            score -= 0.3 if exact else 0.8
    before = tokens[i - 1].form.lower() if i else ""
    at = i - 1
    if before in ("the", *words.modifiers) and i > 1:
        score += 1.5 if before in words.modifiers else 0.0
        at = i - 2
        before = tokens[at].form.lower() if before != "the" or tokens[at].upos == "ADP" else before
    if before in words.locative:
        score += words.locative[before]
    elif before == "," and at > 0 and tokens[at - 1].upos == "PROPN":
        score += 0.8
    elif before == "of" and at > 0 and tokens[at - 1].form.lower() in words.classes:
        score += 3.0
    elif before == "of":
        score += 1.5 if at > 0 and tokens[at - 1].form in (",", "others") else 0.6
    if j < len(tokens):
        after = tokens[j].form.lower()
        if after in words.classes:
            score += 1.5
        elif after == "," and j + 1 < len(tokens) and tokens[j + 1].upos == "PROPN":
            score += 0.5
        elif after in words.residents:
            score += 1.5
        elif after in words.ways:
            score -= 2.5
        if i == 0 and after in ("—", "--", "–", "(", ",", "-") and text_of(tokens, i, j).isupper():
            score += 2.5
    if before.rstrip(".") in words.titles:
        score -= 4.0
    return score + _fame(candidates[0], tokens, i, j, words)


def _fame(top: Candidate, tokens: tuple[Token, ...], i: int, j: int, words: PlaceWords) -> float:
    """What the best known place of the name speaks for by itself; names of several words are seldom anything else."""
    score = 0.0
    if top.feature in _FAMOUS or (top.feature == "RGN" and top.population >= 100_000):
        score = 2.5
    elif top.feature == "ADM1" and top.country in _KNOWN_STATES:
        score = 2.2
    elif top.population > 1_000_000:
        score = 1.5
    elif top.population > 100_000:
        score = 0.9
    elif top.population < 5_000 and j - i == 1:
        score = -0.6
    if j - i > 1:
        score += 2.0 if tokens[j - 1].form.lower() in words.classes else 0.5
    return score


def _linked(sentence: Sentence, found: list[Toponym], base: int, words: PlaceWords) -> list[Toponym]:
    """Notes which place holds which ("Mosul, Iraq"), and hands plurals back ("Clarke, Madison and Oconee counties")."""
    tokens = sentence.tokens
    out = list(found)
    plural: frozenset[str] | None = None
    for n in range(len(found) - 1, -1, -1):
        this = out[n]
        link = [t.form.lower() for t in tokens[this.last : found[n + 1].first]] if n + 1 < len(found) else []
        if link == ["and"] and this.embedded and tokens[this.first - 1].form == "of":
            out[n + 1] = replace(out[n + 1], embedded=True)  # "the Islamic State of Iraq and Syria"
        is_list = bool(link) and set(link) <= {",", "and", "or", "&"}
        if is_list:
            # Places are listed with places.
            weak, firm = sorted((n, n + 1), key=lambda k: out[k].strength)
            if out[firm].strength >= 2.0 and not out[firm].embedded and not out[weak].embedded:
                out[weak] = replace(out[weak], strength=out[weak].strength + 1.0)
            this = out[n]
        if this.kinds is not None and this.last < len(tokens) and tokens[this.last].form.lower().endswith("s"):
            plural = this.kinds
        elif plural is not None and is_list:
            fitting = tuple(c for c in this.candidates if c.feature in plural)
            if fitting:
                out[n] = replace(this, kinds=plural, candidates=fitting, strength=this.strength + 2.0)
            continue
        else:
            plural = None
        if not link or link[0] not in (",", "(", "in") or len(link) > 2:
            continue
        if (len(link) == 1 or link[1] in words.modifiers or link[1] == "in") and any(
            c.feature in ("PCLI", "ADM1", "RGN", "ADM2", "ISL", "PPL", "PPLC") for c in found[n + 1].candidates
        ):
            out[n] = replace(this, inside=base + n + 1)
    return out


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of the range that hangs on something outside of it."""
    return next((t.i for t in tokens[first:last] if not first <= t.head < last), last - 1)


def text_of(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The words with spaces as in the text."""
    out = [tokens[first].form]
    for i in range(first + 1, last):
        if tokens[i].start > tokens[i - 1].end:
            out.append(" ")
        out.append(tokens[i].form)
    return "".join(out)
