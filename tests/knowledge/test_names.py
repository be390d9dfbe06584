import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.names import name_key, sound_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Da’esh", "daesh"),
        ("U.S.", "us"),
        ("al-Shabaab", "al shabaab"),
        ("the White House", "white house"),
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("Syria's", "syrias"),
        ("", ""),
    ],
)
def test_name_key(name, key):
    assert name_key(name) == key


@pytest.mark.parametrize(
    "names",
    [
        ("Kait'ib Hezbollah", "Kata'ib Hizbullah", "Kataib Hizballah"),
        ("Jabhat al-Nusra", "Jubhat an-Nusrah"),
        ("Haider al-Abadi", "Haydar al-Abadi"),
        ("Muammar Qaddafi", "Moammar Kadhafi"),
    ],
)
def test_transliterations_share_a_rough_key(names):
    assert len({sound_key(name) for name in names}) == 1
    assert sound_key(names[0])


@pytest.mark.parametrize("name", ["Hezbollah", "Hamas", "Daesh", "Ali"])
def test_short_names_have_no_rough_key(name):
    assert sound_key(name) == ""


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name):
    assert name_key(name_key(name)) == name_key(name)
