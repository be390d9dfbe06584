"""Whole attributions from trees written by hand: source, cue, content, style, value."""

import pytest

from dateline.claims.attribution import find_attributions

NONE: list[tuple[str, str, list[str], str, str]] = []

CASES = {
    "The navy denied that it had rammed the trawler.": [
        ("The navy", "denied", ["it had rammed the trawler"], "indirect", "CT-")
    ],
    "Troops opened fire, the report said.": [("the report", "said", ["Troops opened fire"], "indirect", "CT+")],
    "The port, said the operator, would stay shut.": [
        ("the operator", "said", ["The port", "would stay shut"], "indirect", "CT+")
    ],
    "Five soldiers, police said, were killed.": [
        ("police", "said", ["Five soldiers", "were killed"], "indirect", "CT+")
    ],
    "Rebels claimed to have shot down a drone.": [
        ("Rebels", "claimed", ["to have shot down a drone"], "indirect", "CT+")
    ],
    "The squadron denied jamming the beacon.": [("The squadron", "denied", ["jamming the beacon"], "indirect", "CT-")],
    "Both factions denied any part in the ambush.": [
        ("Both factions", "denied", ["any part in the ambush"], "indirect", "CT-")
    ],
    "The general boasted of having burned nine villages.": [
        ("The general", "boasted", ["having burned nine villages"], "indirect", "CT+")
    ],
    "Lima accused Quito of mining the pass.": [("Lima", "accused", ["Quito of mining the pass"], "indirect", "CT+")],
    "A spokesman called the vote a farce.": [("A spokesman", "called", ["the vote a farce"], "indirect", "CT+")],
    'The minister called the vote "a farce".': [("The minister", "called", ['the vote "a farce"'], "mixed", "CT+")],
    "The mayor put the toll at 40.": [("The mayor", "put", ["the toll at 40"], "indirect", "CT+")],
    "Analysts expect the talks to fail.": [("Analysts", "expect", ["the talks to fail"], "indirect", "PR+")],
    "The raid was claimed by the group.": [("the group", "was claimed by", ["The raid"], "indirect", "CT+")],
    "The bishop was quoted as saying the church would help.": [
        ("The bishop", "was quoted as saying", ["the church would help"], "indirect", "CT+")
    ],
    "It was reported by the radio that the town had fallen.": [
        ("the radio", "was reported by", ["the town had fallen"], "indirect", "CT+")
    ],
    "The presidency declined to say whether the envoy had left.": [
        ("The presidency", "declined to say", ["whether the envoy had left"], "indirect", "Uu")
    ],
    "The army neither confirmed nor denied the raid.": [
        ("The army", "neither confirmed nor denied", ["the raid"], "indirect", "Uu")
    ],
    "The spokesman wouldn't confirm the strike.": [
        ("The spokesman", "wouldn't confirm", ["the strike"], "indirect", "Uu")
    ],
    "According to the agency, the town fell.": [("the agency", "According to", ["the town fell"], "indirect", "CT+")],
    "The union voiced fears that the mine would close.": [
        ("The union", "fears", ["the mine would close"], "indirect", "PS+")
    ],
    "The agency's view is that the vote was fair.": [("The agency", "view", ["the vote was fair"], "indirect", "PR+")],
    "The minister, who said the damage was severe, resigned.": [
        ("who", "said", ["the damage was severe"], "indirect", "CT+")
    ],
    "The harbor issued a statement saying that its gates were open.": [
        ("The harbor", "saying", ["its gates were open"], "indirect", "CT+")
    ],
    "The clerk told the court he had seen nothing.": [
        ("The clerk", "told", ["he had seen nothing"], "indirect", "CT+")
    ],
    "The group said in a statement that it had fired the rockets.": [
        ("The group", "said", ["it had fired the rockets"], "indirect", "CT+")
    ],
    "The minister made clear that the garrison would stay.": [
        ("The minister", "made", ["the garrison would stay"], "indirect", "CT+")
    ],
    "The envoy is confident that both sides will sign.": [
        ("The envoy", "is confident", ["both sides will sign"], "indirect", "PR+")
    ],
    "The militia may have used gas, inspectors said.": [
        ("inspectors", "said", ["The militia may have used gas"], "indirect", "PS+")
    ],
    "The mayor said the toll would end, adding that nobody would be refunded.": [
        ("The mayor", "said", ["the toll would end"], "indirect", "CT+"),
        ("The mayor", "adding", ["nobody would be refunded"], "indirect", "CT+"),
    ],
    '"We hold the pass," the general said. "Nobody will leave."': [
        ("the general", "said", ['"We hold the pass,"', '"Nobody will leave."'], "direct", "CT+")
    ],
    '"Nobody will leave," the governor told the radio, "before Monday."': [
        ("the governor", "told", ['"Nobody will leave,"', '"before Monday."'], "direct", "CT+")
    ],
    '"Where is the army?" asked a nurse.': [("a nurse", "asked", ['"Where is the army?"'], "direct", "Uu")],
    'The envoy said: "We will stay."': [("The envoy", "said", ['"We will stay."'], "direct", "CT+")],
    'Residents are angry. "They promised us houses."': [
        ("Residents", "", ['"They promised us houses."'], "direct", "CT+")
    ],
    "The council says troops must leave.": [("The council", "says", ["troops must leave"], "indirect", "CT+")],
    "The mayor wanted to say that the bridge was safe.": NONE,
    "If the envoy says that the talks failed, the truce ends.": NONE,
    "The mayor should admit that the bridge fell.": NONE,
    "No official confirmed the report.": NONE,
    "The convoy was reported missing.": NONE,
    "The road is said to be open.": NONE,
    "The governor told residents to leave.": NONE,
    "The embassy welcomed the accord.": NONE,
    "We condemn the attack.": NONE,
    "Dogs barked all night.": NONE,
}


@pytest.mark.parametrize("text", CASES)
def test_attributions(text, analysis, resolution, document, words):
    found = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert [
        (
            "".join(words(text, [a.source_span] if a.source_span else [])),
            "".join(words(text, [a.cue_span] if a.cue_span else [])),
            words(text, a.content),
            a.style,
            a.factuality,
        )
        for a in found
    ] == CASES[text]


def test_nested_claims_carry_via(analysis, resolution, document):
    text = "The envoy said the king had told him that the border would open."
    outer, inner = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert (outer.via, inner.via) == (None, 0)
    assert text[slice(*inner.source_span)] == "the king"
    assert text[slice(*inner.content[0])] == "the border would open"


def test_addressee(analysis, resolution, document):
    text = "The clerk told the court he had seen nothing."
    (found,) = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert found.addressee_key == (0, 4)


def test_a_claim_inside_a_quotation_stays_inside_it(analysis, resolution, document, words):
    text = '"The king told us the war was over," the nurse said.'
    outer, inner = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert words(text, outer.content) == ['"The king told us the war was over,"']
    assert words(text, inner.content) == ["the war was over"]
    assert (outer.style, inner.style, inner.via) == ("direct", "indirect", 0)
