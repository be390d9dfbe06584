from pathlib import Path

import pytest
from results import write_section


def test_a_section_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text("# Results\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n<!-- accuracy -->\n<!-- /accuracy -->\n")
    write_section("speed", ["| new |"], command="python x.py", path=page)
    text = page.read_text()
    assert "old" not in text
    assert "\n| new |\n<!-- /speed -->\nafter\n" in text
    assert "with `python x.py` on " in text
    once = text
    write_section("speed", ["| new |"], command="python x.py", path=page)
    assert page.read_text() == once


def test_a_page_without_the_section_is_not_touched(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text("# Results\n")
    with pytest.raises(ValueError, match="no section 'speed'"):
        write_section("speed", [], command="", path=page)
    assert page.read_text() == "# Results\n"
