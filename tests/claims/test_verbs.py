"""From a verb or adjective to the draft of its claim."""

import pytest

from dateline.claims.verbs import quote_cue, verb_drafts


@pytest.mark.parametrize(
    ("text", "form", "rule", "value"),
    [
        ("The navy denied that it had rammed the trawler.", "denied", "deny:deny/clause", "CT-"),
        ("The squadron denied jamming the beacon.", "denied", "deny:deny/gerund", "CT-"),
        ("Both factions denied any part in the ambush.", "denied", "deny:deny/object", "CT-"),
        ("The army neither confirmed nor denied the raid.", "confirmed", "confirm:confirm/object", "Uu"),
        ("The envoy is confident that both sides will sign.", "confident", "believe-adjective:confident/clause", "PR+"),
        ("Troops opened fire, the report said.", "said", "say:say/final", "CT+"),
        ("The envoy believes the talks will fail.", "believes", "believe:believe/clause", "PR+"),
    ],
)
def test_rule_and_value(reading, text, form, rule, value):
    reader, layout = reading(text)
    made = layout.tree(0)
    (draft,) = verb_drafts(reader, made, next(t.i for t in made.tokens if t.form == form))
    assert (draft.rule, draft.value) == (rule, value)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The army neither confirmed nor denied the raid.", "denied"),
        ("No official confirmed the report.", "confirmed"),
        ("The governor told residents to leave.", "leave"),
        ("Dogs barked all night.", "barked"),
    ],
)
def test_no_draft(reading, text, form):
    reader, layout = reading(text)
    made = layout.tree(0)
    assert not [d for d in verb_drafts(reader, made, next(t.i for t in made.tokens if t.form == form)) if d.spans]


def test_quote_cue(reading):
    reader, layout = reading("Rebels shelled the town.")
    assert quote_cue(reader, layout.tree(0), 1) is None
    reader, layout = reading('The envoy said: "We will stay."')
    assert quote_cue(reader, layout.tree(0), 2).name == "say:say"
