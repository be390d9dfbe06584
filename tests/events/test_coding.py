"""Whole texts through all stations: what a reader would expect of short reports. All texts are invented."""

import pytest
from msgspec.structs import replace

from dateline.events.coding import LEAST_SUSPECTED, suspected
from dateline.language.analysis import AnchorMark, Marks
from dateline.language.trees import read_tree
from dateline.pipeline import code

DAY = "2024-06-03"  # a Monday


def coded(text, **options):
    return code(text, published=DAY, **options)


def events(text):
    return coded(text).events


def names(document, ids):
    by_id = {e.id: e for e in document.entities}
    return [by_id[i].name for i in ids]


def one(text):
    found = events(text)
    assert len(found) == 1, [(e.event, text[e.anchor[0] : e.anchor[1]]) for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels shelled the town of Azaz with mortars on Sunday.", "ASSAULT"),
        ("The French foreign minister condemned Iran for the attack.", "ACCUSE"),
        ("Police arrested two editors in Minsk.", "COERCE"),
        ("The United States imposed sanctions on Iran.", "SANCTION"),
        ("Norway pledged 20 million dollars to Somalia.", "AGREE"),
        ("Thousands of students protested in Nairobi.", "PROTEST"),
        ("Russia withdrew its troops from Kherson.", "RETREAT"),
    ],
)
def test_types(text, event):
    assert event in [e.event for e in events(text)]


def test_one_happening_is_one_record_however_often_it_is_mentioned():
    text = (
        "Israeli jets bombed a weapons depot near Homs on Sunday. The strike destroyed the depot, the army said. "
        "This operation was the third in a week."
    )
    assault = [e for e in events(text) if e.event == "ASSAULT"]
    assert len(assault) == 1
    words = {text[a:b] for a, b in assault[0].mentions}
    assert {"bombed", "strike", "destroyed", "operation"} <= words


def test_what_contradicts_stays_apart():
    text = (
        "Rebels attacked a police station in Kano on Sunday. Soldiers attacked a rebel camp near Maiduguri on Saturday."
    )
    assert len([e for e in events(text) if e.event == "ASSAULT"]) == 2


def test_the_strikes_belong_to_those_who_carried_them_out():
    text = (
        "U.S. forces bombed a militia depot in eastern Syria on Sunday. "
        '"The depot was used by the militia that fired rockets at our bases in Iraq," the defense secretary said.'
    )
    document = coded(text)
    actors = [names(document, e.actors) for e in document.events if e.event == "ASSAULT"]
    assert len(actors) == 2
    assert "U.S. forces" in actors[0]
    assert all("militia" in name for name in actors[1])


def test_owner_of_the_struck_thing_is_the_recipient():
    document = coded("Syrian troops shelled rebel positions near Idlib.")
    event = document.events[0]
    assert names(document, event.actors) == ["Syrian troops"]
    assert any("position" in n for n in names(document, event.objects))


def test_the_answer_names_what_it_answers():
    document = coded("Turkey shelled Kurdish positions in Syria in retaliation for an attack on its police in Ankara.")
    answers = [e for e in document.events if e.responds_to]
    assert len(answers) == 1
    earlier = next(e for e in document.events if e.id == answers[0].responds_to[0])
    assert document.text[earlier.anchor[0] : earlier.anchor[1]] == "attack"


def test_a_toll_in_the_next_sentence_belongs_to_the_attack():
    document = coded(
        "A car bomb exploded outside a court in Quetta on Sunday. At least nine soldiers died and 30 were wounded."
    )
    effects = [(f.kind, f.count.min, f.count.max) for e in document.events for f in e.effects if f.count]
    assert ("killed", 9, None) in effects
    assert ("injured", 30, 30) in effects


def test_every_field_and_every_silent_sentence_has_a_reason():
    document = coded("Rebels shelled Azaz on Sunday. The weather was mild. The carmaker struck a deal with a supplier.")
    event = document.events[0]
    assert {"event", "actors", "status", "when"} <= {w.field for w in event.why}
    assert len(document.uncoded) == 2
    assert all(u.reason for u in document.uncoded)


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored twice and sealed the match.",
        "Shares of the retailer were hit by a price war.",
        "The conductor died of a stroke during the opera.",
        "In the new film, soldiers storm a castle and kill the king.",
    ],
)
def test_traps_yield_no_force(text):
    assert not [e for e in events(text) if e.event in ("ASSAULT", "MOBILIZE", "COERCE")]


def test_the_same_text_gives_the_same_records():
    text = "Rebels shelled Azaz on Sunday. The army said it had repelled the attack."
    assert coded(text) == coded(text)


def test_a_number_after_at_is_no_clock():
    document = coded("The agency put the number of the displaced at 800,000 GMT on Monday.")
    assert all(t.type != "TIME" for t in document.times)


# text, type, actors, recipients: whom the construction names
NAMED = [
    ("The guards would not let her leave and stabbed the mayor.", "ASSAULT", ["The guards"], ["the mayor"]),
    ("The union stands shoulder to shoulder with the people of Kenya.", "SUPPORT", ["The union"], ["the people of Kenya"]),
    ("The army fights against Boko Haram near Diffa.", "ASSAULT", ["The army"], ["Boko Haram"]),
    ("Troops fought rebels in Kivu.", "ASSAULT", ["Troops"], ["rebels"]),
    ("Iraqi troops clashed with militants.", "ASSAULT", ["Iraqi troops", "militants"], []),
    ("The alliance will consult with its partners in June.", "AGREE", ["The alliance"], ["its partners"]),
    ("Kenyan troops will take part in the offensive against al-Shabaab.", "ASSAULT", ["Kenyan troops"], ["al-Shabaab"]),
    ("Norway did not take part in the raid on the camp.", "ASSAULT", [], []),
    ("Police thwarted a plot to bomb a ferry.", "ASSAULT", [], []),
    ("Loyal troops freed the Libyan town of Sabha from militia control.", "ASSAULT", ["Loyal troops"], ["militia"]),
    ("Minister Dahl welcomes the Government of Chad’s capture of the town.", "ASSAULT", ["the Government of Chad"], []),
    ("Norway mourns the victims in Monday's bombing in Gao.", "ASSAULT", [], ["the victims"]),
    ("Norway mourns those killed in the attack in Gao.", "ASSAULT", [], ["those killed"]),
    ("The army detained those who marched in Gao.", "COERCE", ["The army"], ["those who marched"]),
    ("Smugglers burned the customs post.", "ASSAULT", ["Smugglers"], []),
    ("Youths burned a patrol boat in Gao.", "ASSAULT", ["Youths"], []),
    ("The militia attacked an army base.", "ASSAULT", ["The militia"], ["army"]),
    ("Customs officers seized a shipment of grain belonging to the militia.", "COERCE", ["Customs officers"], ["the militia"]),
    ("The junta banned two opposition parties.", "COERCE", ["The junta"], ["two opposition parties"]),
    ("Guards tied up the herders and then beat them.", "ASSAULT", ["Guards"], ["the herders"]),
    ("Norway stays committed to working jointly with Chad.", "AGREE", ["Norway"], ["Chad"]),
    ("Secretary of State Ann Hill and foreign partners met rebel leaders.", "CONSULT", ["Ann Hill", "foreign partners", "rebel leaders"], []),
    ("The American envoys, joined by the Omani minister, met rebel leaders.", "CONSULT", ["The American envoys", "the Omani minister", "rebel leaders"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "actors", "recipients"), NAMED)
def test_whom_the_construction_names(text, event, actors, recipients):
    document = coded(text)
    found = next(e for e in document.events if e.event == event)
    assert (names(document, found.actors), names(document, found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Troops fought rebels in Kivu.", "actual"),
        ("The sheriff would not let her leave and arrested two students.", "actual"),
        ("The generals would shell and burn the village if talks failed.", "hypothetical"),
        ("Kenyan troops will take part in the offensive against al-Shabaab.", "future"),
        ("Norway did not take part in the raid on the camp.", "actual"),
        ("Police thwarted a plot to bomb a ferry.", "negated"),
    ],
)
def test_status_of_coordinated_and_past_verbs(text, status):
    assert {e.status for e in events(text) if e.event in ("ASSAULT", "COERCE")} == {status}


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Gunmen attacked a kiosk in Gao.", "ASSAULT", "Gao"),
        ("The minister met the premier on the sidelines of the assembly in Geneva.", "CONSULT", "Geneva"),
        ("In Niger, the army retook more than 300 square kilometers of land.", "ASSAULT", "Niger"),
        ("The envoy joined the minister and foreign partners in Oslo for talks on aid.", "CONSULT", "Oslo"),
    ],
)
def test_the_named_place_inside_or_around(text, event, place):
    document = coded(text)
    found = next(e for e in document.events if e.event == event)
    assert names(document, [found.place] if found.place else []) == [place]


def test_the_time_beside_a_judging_present_belongs_to_what_is_judged():
    text = "Norway condemns the attacks last week in Gao and Kidal."
    when = {e.event: e.when for e in events(text)}
    assert (when["ASSAULT"].from_, when["ACCUSE"].from_) == ("2024-05-27", "2024-06-03")


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        (
            "The army lost nine soldiers and three trucks in the assault on Gao.",
            [("killed", "combatant", 9), ("destroyed", "unknown", 3)],
        ),
        ("A bomb killed nine people in Gao, and some 20 were hurt.", [("killed", "unknown", 9), ("injured", "unknown", 20)]),
        ("The mayor was at his desk when he was killed by rebels.", [("killed", "unknown", 1)]),
        ("Rebels shot those who fled.", []),
    ],
)  # fmt: skip
def test_effects_and_their_counts(text, effects):
    told = [e for event in events(text) for e in event.effects]
    assert [(e.kind, e.victim, e.count.min) for e in told if e.count] == effects


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Police reported three attacks in Lima. The worst incident took place at a port where a bomb exploded.",
            [["attacks"], ["incident", "took", "exploded"]],
        ),
        (
            "A bomb exploded in Lima. The incident took place at a resort.",
            [["exploded", "incident", "took"]],
        ),
    ],
)
def test_the_foremost_of_several_is_told_after_it(text, mentions):
    assert [[text[a:b] for a, b in e.mentions] for e in events(text)] == mentions


@pytest.mark.parametrize(
    ("score", "hint"), [(0.82, "the model sees ASSAULT in 'roughed' (0.82)"), (LEAST_SUSPECTED - 0.01, "")]
)
def test_a_suspicion_of_the_model_is_told(score, hint):
    sentence = read_tree("They they PRON 2 nsubj\nroughed rough VERB 0 root\nhim he PRON 2 obj")
    anchors = (AnchorMark(0, "AID", 0.3), AnchorMark(1, "ASSAULT", score))
    marks = Marks((), anchors, (1.0,) * 3, 0.0, ())
    assert suspected(replace(sentence, marks=marks)) == hint
    assert suspected(sentence) == ""
