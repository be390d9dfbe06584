from dateline.language.adapting.tables import tables


def test_what_the_tables_give_are_relations_of_one_scheme() -> None:
    found = tables()
    assert not found.schemes.clear & found.schemes.ud
    assert not set(found.clear.values()) & (found.schemes.clear - {"prep", "dep"})
    assert {fixed.rel for fixed in found.fixed} == {"case", "mark", "cc", "advmod"}
    assert set(found.names.values()) == {"person", "organization", "place", "nationality", "weapon", "vehicle"}


def test_every_expression_has_several_words() -> None:
    assert all(" " in words for fixed in tables().fixed for words in fixed.words)
