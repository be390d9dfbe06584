from datetime import date

import pytest

from dateline.resolving.actors import Reader
from dateline.resolving.phrases import find_phrases

DAY = date(2021, 2, 26)


def reading(analysis, head, **options):
    phrases = find_phrases(analysis)
    reader = Reader(analysis.text, on=DAY, phrases=phrases, **options)
    phrase = next(phrase for phrase in phrases if phrase.head == head - 1)
    return reader.read(analysis.sentences[0], phrase)


@pytest.mark.parametrize(
    ("line", "head", "kind", "country", "sector"),
    [
        ("Iraqi/ADJ/2/amod soldiers/NOUN/0/root/soldier/Plur", 2, "military", "IRQ", "MIL"),
        ("[organization Hamas/PROPN/2/compound ] officials/NOUN/0/root/official/Plur", 2, "population", "PSE", "REB"),
        ("[organization Hamas/PROPN/2/compound ] fighters/NOUN/0/root/fighter/Plur", 2, "armed_group", "PSE", "REB"),
        ("[organization UN/PROPN/2/compound ] peacekeepers/NOUN/0/root/peacekeeper/Plur", 2, "military", "IGO", "MIL"),
        ("police/NOUN/2/compound spokesman/NOUN/0/root", 2, "person", None, "COP"),
        ("a/DET/3/det Danish/ADJ/3/amod commander/NOUN/0/root", 3, "person", "DNK", "MIL"),
        ("a/DET/2/det commander/NOUN/0/root", 2, "person", None, None),
        (
            "members/NOUN/0/root/member/Plur of/ADP/3/case [organization Hamas/PROPN/1/nmod ]",
            1,
            "armed_group",
            "PSE",
            "REB",
        ),
        ("a/DET/2/det number/NOUN/0/root of/ADP/4/case rebels/NOUN/2/nmod/rebel/Plur", 2, "armed_group", None, "REB"),
        ("a/DET/2/det group/NOUN/0/root of/ADP/4/case gunmen/NOUN/2/nmod/gunman/Plur", 2, "armed_group", None, "REB"),
        ("civilians/NOUN/0/root/civilian/Plur", 1, "population", None, "CVL"),
        ("the/DET/2/det Americans/PROPN/0/root//Plur", 2, "population", "USA", "CVL"),
        ("Scotland/PROPN/0/root", 1, "country", "GBR", None),
        ("the/DET/3/det Foreign/PROPN/3/compound Secretary/PROPN/0/root", 3, "person", "GBR", "GOV"),
        ("[organization European/ADJ/2/amod Union/PROPN/0/root ]", 2, "organization", "IGO", None),
        ("a/DET/2/det hospital/NOUN/0/root", 2, "facility", None, None),
        (
            ("a/DET/4/det U.S.~/PROPN/3/compound -~/PUNCT/1/punct led/VERB/4/amod/lead coalition/NOUN/0/root"),
            5,
            "military",
            None,
            "MIL",
        ),
    ],
)
def test_who_a_phrase_names(parsed, line, head, kind, country, sector):
    line = line.replace(
        "/PROPN/3/compound -~/PUNCT/1/punct led/VERB/4", "/PROPN/4/compound -~/PUNCT/2/punct led/VERB/5"
    )
    found = reading(parsed(line), head)
    assert (found.kind, found.country, found.sector) == (kind, country, sector)


def test_backing_is_an_affiliation_and_never_the_country(parsed):
    line = (
        "Iranian~/ADJ/3/compound -~/PUNCT/1/punct backed/VERB/4/amod/back militia/NOUN/0/root"
        " in/ADP/6/case Iraq/PROPN/4/nmod"
    )
    found = reading(parsed(line), 4)
    assert (found.country, found.sector) == ("IRQ", "REB")
    assert [(a.relation, a.country) for a in found.affiliations] == [("backed_by", "IRN")]


def test_a_title_before_a_name_is_a_role_with_its_words(parsed):
    analysis = parsed(
        "[organization Pentagon/PROPN/3/compound ] press/NOUN/3/compound"
        " secretary/NOUN/4/nmod:desc"
        " [person John/PROPN/0/root Kirby/PROPN/4/flat ]"
    )
    found = reading(analysis, 4)
    (role,) = found.roles
    assert analysis.text[role.span[0] : role.span[1]] == role.title == "Pentagon press secretary"
    assert role.organization == "U.S. Department of Defense"
    assert (found.country, found.sector, found.known.name) == ("USA", "GOV", "John Kirby")


def test_a_name_without_title_takes_its_office_from_the_date(parsed):
    found = reading(parsed("[person Lloyd/PROPN/3/nsubj Austin/PROPN/1/flat ] left/VERB/0/root"), 1)
    (role,) = found.roles
    assert (role.title, role.span, role.organization) == ("secretary of defense", None, "U.S. Department of Defense")


def test_an_unknown_person_takes_country_and_sector_from_the_title(parsed):
    found = reading(
        parsed("Chadian/ADJ/2/amod minister/NOUN/3/nmod:desc [person Ali/PROPN/0/root Zed/PROPN/3/flat ]"), 3
    )
    assert (found.kind, found.proper, found.country, found.sector) == ("person", "Ali Zed", "TCD", "GOV")


@pytest.mark.parametrize(
    ("line", "head", "name"),
    [
        ("[person Kait'ib/PROPN/0/root Hezbollah/PROPN/1/flat ]", 1, "Kata'ib Hezbollah"),
        ("[organization Salt/PROPN/2/compound Hezbollah/PROPN/0/root ]", 2, None),
        ("The/DET/2/det [person Taliban/PROPN/0/root ]", 2, "Taliban"),
        ("[person Petro/PROPN/0/root Haydenko/PROPN/1/flat ]", 1, None),
    ],
)
def test_a_part_of_a_name_resolves_nothing(parsed, line, head, name):
    found = reading(parsed(line), head)
    assert (found.known.name if found.known else None) == name


@pytest.mark.parametrize(
    ("line", "head", "name"),
    [
        (
            "the/DET/4/det Kurdistan/PROPN/4/compound regional/ADJ/4/amod government/NOUN/0/root",
            4,
            "Kurdistan Regional Government",
        ),
        ("the/DET/3/det Assad/ADJ/3/amod regime/NOUN/0/root", 3, "Assad regime"),
        ("the/DET/3/det Zed/PROPN/3/compound government/NOUN/0/root", 3, None),
    ],
)
def test_a_known_name_may_end_in_a_small_word(parsed, line, head, name):
    found = reading(parsed(line), head)
    assert (found.known.name if found.known else None) == name


def test_what_the_text_says_now_goes_before_old_offices(parsed):
    analysis = parsed(
        "[organization U.N./PROPN/2/compound ] mediator/NOUN/3/nmod:desc [person"
        " Madeleine/PROPN/0/root Albright/PROPN/3/flat ]"
    )
    found = reading(analysis, 3)
    assert (found.known.name, found.country, found.sector) == ("Madeleine Albright", "IGO", None)


def test_the_vote_of_the_document_settles_the_kind(parsed):
    line = "[person Zedville/PROPN/2/nsubj ] grew/VERB/0/root"
    assert reading(parsed(line), 1).kind == "person"
    assert reading(parsed(line), 1, votes={"zedville": "place"}).kind == "place"
