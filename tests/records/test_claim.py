import msgspec
import pytest

from dateline.records import Claim, CodedDocument


def test_a_claim_reads_back_equal(sample: CodedDocument) -> None:
    for claim in sample.claims:
        assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


@pytest.mark.parametrize(("field", "value"), [("style", "loud"), ("factuality", "CT"), ("content", [3])])
def test_a_value_outside_its_set_is_refused(sample: CodedDocument, field: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(msgspec.to_builtins(sample.claims[0]) | {field: value}, Claim)
