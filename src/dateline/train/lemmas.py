"""Learns the exceptions of `dateline.language.lemma` from the treebanks: facts about words, no sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from dateline.language.conllu import TreeSentence
from dateline.language.lemma import by_rule
from dateline.train.examples import kept_features

_CLASSES = ("NOUN", "VERB", "ADJ", "ADV", "PRON", "DET", "SCONJ", "ADP", "PART", "NUM", "CCONJ", "PROPN", "INTJ")


def learn_lemmas(sentences: Iterable[TreeSentence]) -> list[str]:
    """Lines for `lemmas.tsv`: UPOS, form, lemma for every form that the rules get wrong, and the known verbs."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    feats: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    known: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            upos = "VERB" if word.upos == "AUX" else word.upos
            form = word.form.lower().replace("’", "'")
            if upos not in _CLASSES or "Typo=Yes" in word.feats or "_" in word.lemma or not _plain(form):
                continue
            seen[upos, form][word.lemma] += 1
            feats[upos, form][kept_features(word.feats)] += 1
            if upos == "VERB" and word.lemma.isalpha() and word.lemma.islower():
                known[word.lemma] += 1
    lines = [f"verbs\t-\t{' '.join(sorted(verb for verb, n in known.items() if n > 1))}"]
    for (upos, form), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        rare = count < 2 and upos not in ("VERB", "NOUN", "ADJ")
        if upos == "PROPN":
            plural = "Number=Plur" in feats[upos, form].most_common(1)[0][0]
            if plural and lemma.lower() != form and count > 1:
                lines.append(f"{upos}\t{form}\t{lemma}")
        elif not rare and lemma.lower() != by_rule(form, upos, feats[upos, form].most_common(1)[0][0]):
            lines.append(f"{upos}\t{form}\t{lemma.lower()}")
    return lines


def _plain(form: str) -> bool:
    return form.replace("'", "").replace(".", "").replace("-", "").isalpha()


def write_lemmas(sentences: Iterable[TreeSentence], path: Path) -> None:
    """Writes the learned table."""
    head = "# UPOS, form, lemma: forms that the rules get wrong. Learned from UD EWT and GUM train (facts, no text).\n"
    path.write_text(head + "\n".join(learn_lemmas(sentences)) + "\n", encoding="utf-8")
