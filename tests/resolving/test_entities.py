"""Whole documents, from hand-built trees to entities."""

import pytest

from dateline.records import Document
from dateline.resolving.entities import quotations, resolve


def resolved(analysis, published="2021-02-26"):
    return resolve(Document(id="x", text=analysis.text, published=published), analysis)


def entity_at(resolution, sentence, head):
    found = resolution.entity(sentence, head - 1)
    assert found is not None
    return found


STRIKE = (
    "Kenyan/ADJ/2/amod forces/NOUN/3/nsubj/force/Plur struck/VERB/0/root/strike"
    " a/DET/8/det"
    " Rwandan~/ADJ/7/compound -~/PUNCT/5/punct backed/VERB/8/amod/back militia/NOUN/3/obj"
    " in/ADP/10/case"
    " [place Somalia~/PROPN/8/nmod ] ./PUNCT/3/punct",
    "The/DET/4/det same/ADJ/4/amod Sufi/ADJ/4/amod militia/NOUN/5/nsubj"
    " attacked/VERB/0/root/attack"
    " [place Kenya/PROPN/7/compound ] bases~/NOUN/5/obj/base/Plur ./PUNCT/5/punct",
)


def test_forces_militia_and_countries(parsed):
    resolution = resolved(parsed(*STRIKE))
    forces, militia = entity_at(resolution, 0, 2), entity_at(resolution, 0, 8)
    assert (forces.kind, forces.country, forces.sector) == ("military", "KEN", "MIL")
    assert (militia.kind, militia.country, militia.sector) == ("armed_group", "SOM", "REB")
    assert [(a.relation, a.country) for a in militia.affiliations] == [("backed_by", "RWA")]
    assert entity_at(resolution, 1, 4) is militia
    somalia = entity_at(resolution, 0, 10)
    assert (somalia.kind, somalia.country, somalia.place.precision) == ("country", "SOM", 6)
    kenya = entity_at(resolution, 0, 1)
    assert (kenya.kind, kenya.name) == ("country", "Kenya")
    assert entity_at(resolution, 1, 6) is kenya
    assert kenya is not forces
    assert entity_at(resolution, 1, 7).kind == "facility"


def test_mentions_carry_the_words_of_the_text(parsed):
    analysis = parsed(*STRIKE)
    resolution = resolved(analysis)
    words = {analysis.text[m.span[0] : m.span[1]]: m.form for e in resolution.entities for m in e.mentions}
    assert words["a Rwandan-backed militia in Somalia"] == "nominal"
    assert words["Somalia"] == "name"
    for entity in resolution.entities:
        for mention in entity.mentions:
            assert mention.span[0] <= mention.head[0] < mention.head[1] <= mention.span[1]
    assert [entity.id for entity in resolution.entities] == [str(i) for i in range(len(resolution.entities))]


SECRETARIES = (
    "[person John/PROPN/9/nsubj Kirby~/PROPN/1/flat ] ,/PUNCT/7/punct the/DET/7/det"
    " [organization Pentagon/PROPN/7/compound ]"
    " press/NOUN/7/compound secretary~/NOUN/1/appos ,/PUNCT/1/punct"
    " thanked/VERB/0/root/thank Defense/PROPN/11/compound"
    " Secretary/PROPN/12/nmod:desc [person Lloyd/PROPN/9/obj Austin~/PROPN/12/flat ]"
    " ./PUNCT/9/punct",
    ("The/DET/2/det secretary/NOUN/5/nsubj of/ADP/4/case defense/NOUN/2/nmod left/VERB/0/root/leave ./PUNCT/5/punct"),
    ("The/DET/3/det press/NOUN/3/compound secretary/NOUN/4/nsubj stayed/VERB/0/root/stay ./PUNCT/4/punct"),
    ("He/PRON/2/nsubj told/VERB/0/root/tell reporters/NOUN/2/iobj/reporter/Plur so~/ADV/2/advmod ./PUNCT/2/punct"),
)


def test_offices_lead_to_their_holders(parsed):
    resolution = resolved(parsed(*SECRETARIES))
    kirby, austin = entity_at(resolution, 0, 1), entity_at(resolution, 0, 12)
    assert (kirby.name, kirby.sector, kirby.country) == ("John Kirby", "GOV", "USA")
    assert entity_at(resolution, 0, 7) is kirby
    assert entity_at(resolution, 1, 2) is austin
    assert entity_at(resolution, 2, 3) is kirby
    assert entity_at(resolution, 3, 1) is kirby
    assert [role.title for role in austin.roles] == ["Defense Secretary"]
    assert entity_at(resolution, 3, 3).sector == "JRN"


def test_the_group_is_the_armed_group_and_not_its_namesake(parsed):
    resolution = resolved(
        parsed(
            (
                "[person Kait'ib/PROPN/3/nsubj Hezbollah/PROPN/1/flat ] fired/VERB/0/root/fire"
                " rockets~/NOUN/3/obj/rocket/Plur ./PUNCT/3/punct"
            ),
            ("The/DET/2/det group/NOUN/3/nsubj denied/VERB/0/root/deny it~/PRON/3/obj ./PUNCT/3/punct"),
            "[person Hezbollah/PROPN/2/nsubj ] agreed~/VERB/0/root/agree ./PUNCT/2/punct",
        )
    )
    brigades = entity_at(resolution, 0, 1)
    assert (brigades.name, brigades.country) == ("Kata'ib Hezbollah", "IRQ")
    assert entity_at(resolution, 1, 2) is brigades
    lebanese = entity_at(resolution, 2, 1)
    assert (lebanese.name, lebanese.country) == ("Hezbollah", "LBN")
    assert entity_at(resolution, 0, 4).kind == "weapon"


def test_acronyms_counts_and_containers(parsed):
    resolution = resolved(
        parsed(
            "The/DET/4/det [organization Salt/PROPN/3/compound River/PROPN/4/compound"
            " Brigade/PROPN/8/nsubj ] (~/PUNCT/6/punct"
            " [organization SRB~/PROPN/4/appos ] )/PUNCT/6/punct held/VERB/0/root/hold a/DET/10/det"
            " number/NOUN/8/obj of/ADP/12/case"
            " hostages~/NOUN/10/nmod/hostage/Plur ./PUNCT/8/punct",
            (
                "The/DET/2/det [organization SRB/PROPN/3/nsubj ] freed/VERB/0/root/free"
                " 12/NUM/5/nummod hostages~/NOUN/3/obj/hostage/Plur ./PUNCT/3/punct"
            ),
        )
    )
    brigade = entity_at(resolution, 0, 4)
    assert brigade.name == "Salt River Brigade"
    assert entity_at(resolution, 0, 6) is brigade
    assert entity_at(resolution, 1, 2) is brigade
    assert entity_at(resolution, 0, 10) is entity_at(resolution, 0, 12)
    freed = entity_at(resolution, 1, 5)
    assert (freed.count.min, freed.count.max) == (12, 12)
    assert resolution.counts[(1, 4)] == freed.count


def test_a_capital_acts_as_its_government_and_is_else_a_place(parsed):
    resolution = resolved(
        parsed(
            ("[place Moscow/PROPN/2/nsubj ] accused/VERB/0/root/accuse [place Kyiv~/PROPN/2/obj ] ./PUNCT/2/punct"),
            ("Troops/NOUN/2/nsubj/troop/Plur entered/VERB/0/root/enter [place Moscow~/PROPN/2/obj ] ./PUNCT/2/punct"),
        )
    )
    government, city = entity_at(resolution, 0, 1), entity_at(resolution, 1, 3)
    assert (government.kind, government.name, government.sector) == ("country", "Russia", "GOV")
    assert (city.kind, city.place.precision) == ("place", 1)
    assert entity_at(resolution, 0, 3).country == "UKR"


def test_the_army_is_that_of_the_soldiers(parsed):
    resolution = resolved(
        parsed(
            "Iraqi/ADJ/2/amod soldiers/NOUN/3/nsubj/soldier/Plur killed/VERB/0/root/kill"
            " gunmen/NOUN/3/obj/gunman/Plur near/ADP/6/case"
            " [place Damascus~/PROPN/3/obl ] ./PUNCT/3/punct",
            (
                "The/DET/2/det army/NOUN/3/nsubj praised/VERB/0/root/praise its/PRON/5/nmod:poss"
                " people~/NOUN/3/obj/person/Plur ./PUNCT/3/punct"
            ),
        )
    )
    assert entity_at(resolution, 1, 2).country == "IRQ"
    assert entity_at(resolution, 1, 4) is entity_at(resolution, 1, 2)
    assert entity_at(resolution, 1, 5).country == "IRQ"


def test_first_persons_go_to_their_speaker(parsed):
    resolution = resolved(
        parsed(
            '"~/PUNCT/4/punct We/PRON/4/nsubj will/AUX/4/aux act~/VERB/9/ccomp ,~/PUNCT/4/punct'
            ' "/PUNCT/4/punct [person Lloyd/PROPN/9/nsubj'
            " Austin/PROPN/7/flat ] said~/VERB/0/root/say ./PUNCT/9/punct",
            ('"~/PUNCT/4/punct I/PRON/4/nsubj am/AUX/4/cop/be proud~/ADJ/0/root .~/PUNCT/4/punct "/PUNCT/4/punct'),
        )
    )
    austin, we = entity_at(resolution, 0, 7), entity_at(resolution, 0, 2)
    assert entity_at(resolution, 1, 2) is austin
    assert we is not austin
    assert (we.country, we.sector, we.name) == ("USA", "GOV", "U.S. Department of Defense")


def test_two_people_of_one_name_stay_two(parsed):
    resolution = resolved(
        parsed(
            (
                "[person Carla/PROPN/3/nsubj Moreno/PROPN/1/flat ] leads/VERB/0/root/lead"
                " the/DET/5/det party~/NOUN/3/obj ./PUNCT/3/punct"
            ),
            "[person Moreno/PROPN/2/nsubj ] resigned~/VERB/0/root/resign ./PUNCT/2/punct",
            (
                "[person Tomas/PROPN/3/nsubj Moreno/PROPN/1/flat ] replaced/VERB/0/root/replace"
                " her~/PRON/3/obj ./PUNCT/3/punct"
            ),
        )
    )
    carla = entity_at(resolution, 0, 1)
    assert entity_at(resolution, 1, 1) is carla
    assert entity_at(resolution, 2, 1) is not carla
    assert entity_at(resolution, 2, 4) is carla


def test_words_that_only_make_up_a_name_are_no_entities(parsed):
    resolution = resolved(
        parsed(
            "The/DET/2/det Ministry/PROPN/5/nsubj of/ADP/4/case Interior/PROPN/2/nmod"
            " thanked/VERB/0/root/thank the/DET/8/det"
            " air/NOUN/8/compound force~/NOUN/5/obj ./PUNCT/5/punct"
        )
    )
    assert resolution.entity(0, 3) is None
    assert resolution.entity(0, 6) is None
    assert entity_at(resolution, 0, 8).sector == "MIL"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“So be it,” he said.", ["“So be it,”"]),
        ('"Never closed\nand on', ['"Never closed']),
        ("none", []),
    ],
)
def test_quotations(text, words):
    assert [text[first:last] for first, last in quotations(text)] == words


def test_an_empty_text_has_nobody():
    from dateline.language.analysis import Analysis

    resolution = resolve(Document(id="x", text=""), Analysis("", (), (), "by hand"))
    assert (resolution.entities, resolution.times) == ((), ())
