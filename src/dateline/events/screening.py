"""Screening: words of conflict in a sentence about sport, business, nature, accidents or the arts."""

import tomllib
from functools import cache
from importlib.resources import files

from dateline.events.anchors import Anchor, Refusal
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution

ARMED = frozenset({"MIL", "REB", "COP", "SPY", "PRM", "UAF", "GOV", "OPP", "PTY", "JUD", "LEG", "LAB"})
SCREENED = frozenset(
    {
        "ASSAULT",
        "MOBILIZE",
        "COERCE",
        "RETREAT",
        "THREATEN",
        "AGREE",
        "COOPERATE",
        "SUPPORT",
        "REJECT",
        "CONCEDE",
        "PROTEST",
        "AID",
        "SANCTION",
        "ACCUSE",
        "REQUEST",
        "CONSULT",
    }
)
ARMS = frozenset(
    [
        "bomb",
        "missile",
        "rocket",
        "shell",
        "mortar",
        "grenade",
        "gunman",
        "gunfire",
        "bullet",
        "rifle",
        "airstrike",
        "militant",
        "militia",
        "rebel",
        "insurgent",
        "soldier",
        "troops",
        "army",
        "police",
        "protester",
        "artillery",
        "drone",
        "explosive",
        "jihadist",
        "terrorist",
        "hostage",
        "ceasefire",
        "sanction",
    ]
)


@cache
def load_domains() -> dict[str, str]:
    """Lemma to domain."""
    path = files("dateline.knowledge") / "data" / "domains.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {word: row["id"] for row in raw["domain"] for word in row["words"]}


def screen(
    analysis: Analysis, resolution: Resolution, index: int, anchors: tuple[Anchor, ...]
) -> tuple[tuple[Anchor, ...], tuple[Refusal, ...]]:
    """The anchors that stand, and refusals for those that a domain word explains away."""
    if not anchors:
        return anchors, ()
    domains = load_domains()
    sentence = analysis.sentences[index]
    found = next(
        (
            (t, domains[t.lemma.lower()])
            for t in sentence.tokens
            if t.lemma.lower() in domains and t.upos in ("NOUN", "PROPN", "VERB", "ADJ")
        ),
        None,
    )
    if found is None or any(t.lemma.lower() in ARMS for t in sentence.tokens):
        return anchors, ()
    for token in sentence.tokens:
        entity = resolution.entity(index, token.i)
        if entity is not None and (
            entity.sector in ARMED or entity.kind in ("country", "military", "armed_group", "government")
        ):
            return anchors, ()
    word, domain = found
    kept: list[Anchor] = []
    refused: list[Refusal] = []
    for anchor in anchors:
        form = sentence.tokens[anchor.token].form
        if anchor.entry.frame.event in SCREENED:
            refused.append(Refusal(anchor.token, f"'{form}' in a sentence about {domain} ('{word.form}')"))
        else:
            kept.append(anchor)
    return tuple(kept), tuple(refused)
