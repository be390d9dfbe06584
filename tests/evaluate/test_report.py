from dateline.evaluate.counting import Found, Share
from dateline.evaluate.records import Miss, Scores
from dateline.evaluate.report import as_figures, as_lines, miss_line

SCORES = Scores(
    events=Found(2, 4, 4),
    claims=Found(1, 1, 2),
    records=Share(1, 4),
    fields={"event": Share(1, 2), "when": Share(0, 0), "source": Share(1, 1), "factuality": Share(2, 3)},
)


def test_figures_are_rounded_and_null_without_gold() -> None:
    figures = as_figures(SCORES)
    assert figures["events_f1"] == 0.5
    assert figures["records"] == 0.25
    assert figures["claims_f1"] == 0.6667
    assert figures["event"] == 0.5
    assert figures["when"] is None
    assert figures["source_entity"] == 1.0
    assert figures["factuality"] == 0.6667


def test_lines_leave_out_what_gold_does_not_have() -> None:
    lines = as_lines(SCORES)
    assert lines[0] == "events    P 0.500  R 0.500  F1 0.500   (gold 4, predicted 4)"
    assert "records   1 right of 4 gold = 0.250" in lines
    assert "  event          1/2 = 0.500" in lines
    assert not any("when" in line for line in lines)


def test_a_miss_reads_as_one_line() -> None:
    assert miss_line(Miss("d", "e1", "when", "2016", "nothing")) == "d e1 when: gold 2016 | coded nothing"
    assert miss_line(Miss("d", "e1", "missed", "ASSAULT raid", "")) == "d e1 missed: ASSAULT raid"
    assert (
        miss_line(Miss("d", "", "document", "coded", "no prediction")) == "d document: gold coded | coded no prediction"
    )
