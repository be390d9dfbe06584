"""Who says "I" and "we": the speaker that the sentence, the quotation or the paragraph gives."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dateline.knowledge.reference import word_list
from dateline.language.analysis import Analysis, Sentence, Token
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

FIRST_PERSON = {
    "i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
}  # fmt: skip
_SPEECH = word_list("speech_verbs")
# What a publishing body does in its own name: its "we" a few lines on is the subject of these.
_OFFICIAL = word_list("official_verbs")


def speakers_of(analysis: Analysis, quotations: Sequence[Span]) -> dict[TokenKey, TokenKey]:
    """For every "I", "we", "our" ... the head token of its speaker's phrase; those without a speaker are left out."""
    wanted = [
        (sentence, token)
        for sentence in analysis.sentences
        for token in sentence.tokens
        if token.upos == "PRON" and token.form.lower() in FIRST_PERSON and token.form != "US"
    ]
    if not wanted:
        return {}
    sayings = _sayings(analysis.sentences)
    starts = [position for position, _ in sayings]
    colons = _colon_speakers(analysis, sayings)
    official = _official(analysis.sentences)
    header = _header_person(analysis)
    found: dict[TokenKey, TokenKey] = {}
    for sentence, token in wanted:
        speaker = _above(sentence, token)
        quoted = next((q for q in quotations if q[0] <= token.start < q[1]), None)
        if speaker is None and quoted is not None:
            speaker = _beside(analysis, sayings, starts, quoted)
        if speaker is None and quoted is None:
            speaker = _last_before(colons, token.start)
            if speaker is None and FIRST_PERSON[token.form.lower()] == "we":
                speaker = _last_before(official, token.start) or (official[0][1] if official else None)
            speaker = speaker or header
        if speaker is not None:
            found[(sentence.index, token.i)] = speaker
    return found


def _sayings(sentences: Iterable[Sentence]) -> list[tuple[int, TokenKey]]:
    """Text positions of all verbs of saying with their subjects, in text order."""
    return [
        (sentence.tokens[verb].start, (sentence.index, subject))
        for sentence in sentences
        for verb, subject in _pairs(sentence)
    ]


def _pairs(sentence: Sentence) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    pairs = []
    for token in tokens:
        if token.rel != "nsubj" or token.head < 0 or token.deprel == "nsubj:pass":
            continue
        if tokens[token.head].lemma.lower() not in _SPEECH or tokens[token.head].upos != "VERB":
            continue
        if token.upos in ("NOUN", "PROPN") or (token.upos == "PRON" and token.form.lower() in ("he", "she")):
            pairs.append((token.head, token.i))
    return pairs


def _above(sentence: Sentence, token: Token) -> TokenKey | None:
    """The subject of a verb of saying over the pronoun's clause."""
    tokens = sentence.tokens
    path = {token.i}
    node = token.head
    while node >= 0:
        above = tokens[node]
        if above.lemma.lower() in _SPEECH:
            for child in sentence.children[node]:
                if tokens[child].rel == "nsubj" and child not in path and _can_speak(tokens[child]):
                    return sentence.index, child
        path.add(node)
        node = above.head
    return None


def _can_speak(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN") or token.form.lower() in ("he", "she", "they", "it")


def _beside(
    analysis: Analysis, sayings: list[tuple[int, TokenKey]], starts: list[int], quoted: Span
) -> TokenKey | None:
    """The speaker of the quotation: named right after it, else before it in the paragraph, else before that."""
    paragraph = next((p for p in analysis.paragraphs if p[0] <= quoted[0] < p[1]), (0, len(analysis.text)))
    at = bisect_right(starts, quoted[1])
    if at < len(sayings) and sayings[at][0] < min(paragraph[1], quoted[1] + 80):
        return sayings[at][1]
    before = bisect_right(starts, quoted[0]) - 1
    if before >= 0 and sayings[before][0] >= paragraph[0]:
        return sayings[before][1]
    if at < len(sayings) and sayings[at][0] < paragraph[1]:
        return sayings[at][1]
    return sayings[before][1] if before >= 0 else None


def _colon_speakers(analysis: Analysis, sayings: list[tuple[int, TokenKey]]) -> list[tuple[int, TokenKey]]:
    """Speakers whose words follow a colon without quotation marks: "The minister said:" and then his statement."""
    found: list[tuple[int, TokenKey]] = []
    text = analysis.text
    for position, speaker in sayings:
        end = text.find(":", position, position + 120)
        if (
            end >= 0
            and "\n" not in text[position:end]
            and text[end + 1 : end + 12].strip()[:1] not in ('"', "“", "'", "‘")
        ):
            found.append((end, speaker))
    return found


def _official(sentences: Iterable[Sentence]) -> list[tuple[int, TokenKey]]:
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        for token in tokens:
            if (
                token.deprel == "nsubj"
                and token.upos == "PROPN"
                and token.head >= 0
                and tokens[token.head].lemma.lower() in _OFFICIAL
            ):
                found.append((token.start, (sentence.index, token.i)))
    return found


def _header_person(analysis: Analysis) -> TokenKey | None:
    """The person whom the heading of a statement names ("Statement by Secretary ..."), or None."""
    for sentence in analysis.sentences[:2]:
        words = {token.lemma.lower() for token in sentence.tokens}
        if not words & {"statement", "remarks", "speech", "comment", "message", "article", "minister", "secretary"}:
            continue
        if any(token.form.lower() in FIRST_PERSON and token.form != "US" for token in sentence.tokens):
            continue  # "I have spoken to the foreign minister": whoever speaks is not the one spoken to
        for name in sentence.names:
            if name.kind == "person":
                return sentence.index, _head_of(sentence, name.first, name.last)
    return None


def _head_of(sentence: Sentence, first: int, last: int) -> int:
    return next((i for i in range(first, last) if not first <= sentence.tokens[i].head < last), first)


def _last_before(marks: list[tuple[int, TokenKey]], position: int) -> TokenKey | None:
    best = None
    for at, speaker in marks:
        if at > position:
            break
        best = speaker
    return best
