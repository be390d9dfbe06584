from pathlib import Path

from dateline.knowledge.describe import describe
from dateline.knowledge.ontology import load_ontology

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_committed_page_is_the_one_that_the_pack_gives():
    assert PAGE.read_text(encoding="utf-8") == describe(load_ontology()), "run python -m dateline.knowledge.describe"


def test_every_code_stands_on_the_page():
    page = describe(load_ontology())
    for code in (*load_ontology().cameo, *load_ontology().contexts, *load_ontology().types):
        assert f"| {code} |" in page
