import pytest

from dateline.export.rule_words import refusal_words, rule_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("subj of 'shelled' (subject)", "subject of 'shelled'"),
        ("obj of 'shelled' (subject)", "object of 'shelled' (subject of a passive)"),
        ("subj of 'shelled' (by-agent)", "subject of 'shelled' (the by-phrase of a passive)"),
        ("obl:to of 'sent' (oblique)", "'to' phrase of 'sent'"),
        (
            "subj of 'raid' (light verb, coordination)",
            "subject of 'raid' (of the verb that carries the noun; shared with the verb it is coordinated with)",
        ),
        ("obj.owner of 'hit' (owner inside object)", "owner of the object of 'hit'"),
        ("comp.subj of 'urged' (subj inside complement)", "subject of the clause of 'urged'"),
        ("frame assault.open_fire, entry 'open obj:fire'", "entry 'open + object 'fire'' of frame assault.open_fire"),
        ("frame agree.agree, entry 'agree xcomp'", "entry 'agree + infinitive' of frame agree.agree"),
        ("frame threaten.warn", "frame threaten.warn says so"),
        ("no operator", "told as a fact: no word makes it future, possible or denied"),
        ("status:plan 'planned'", "'planned' stands over it (operator plan)"),
        ("modal 'could'", "the modal 'could' stands over it"),
        ("negation 'not'", "'not' negates it"),
        ("place: near", "a place in its 'near' phrase"),
        ("place: in, inside the phrase", "a place in its 'in' phrase inside the words that name a participant"),
        ("effect:killed 'killing'", "'killing' states it"),
        ("reason: 'in response to'", "'in response to' links it to what it answers"),
        ("say:say/final", "entry 'say' of cue class say; content: the clause before it"),
        (
            "accordance:according to/sentence",
            "entry 'according to' of cue class accordance; content: the rest of the sentence",
        ),
        (
            "same happening as before (score 2.5)",
            "joined with what was told before: enough agrees, nothing contradicts",
        ),
        ("its result in a participial clause", "its result in a participial clause"),
    ],
)
def test_rules_in_words(rule: str, words: str) -> None:
    assert rule_words(rule) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            "'injured' without what its sense needs (assault.injure: advcl)",
            "'injured' without what its sense needs (it needs a certain adverbial clause; frame assault.injure)",
        ),
        (
            "'struck' in another sense (assault.strike: blocked by subj); 'fire' only describes 'chief'",
            "'struck' in another sense (ruled out by subject; frame assault.strike); 'fire' only describes 'chief'",
        ),
        ("'attacked' in a sentence about sport ('match')", "'attacked' in a sentence about sport ('match')"),
    ],
)
def test_refusals_in_words(reason: str, words: str) -> None:
    assert refusal_words(reason) == words
