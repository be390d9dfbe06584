import pytest

from dateline import errors


@pytest.mark.parametrize(
    ("word", "hint"),
    [("asault", " (did you mean 'assault'?)"), ("assault", " (did you mean 'assault'?)"), ("zzz", ""), ("", "")],
)
def test_the_nearest_word(word, hint):
    assert errors.nearest(word, ["assault", "aid"]) == hint


def test_an_input_error_names_its_place():
    assert str(errors.InputError("the text is empty", where="a.txt, line 3")) == "a.txt, line 3: the text is empty"
    assert str(errors.InputError("the text is empty")) == "the text is empty"
    assert errors.InputError("x", where="a.txt").where == "a.txt"


def test_all_errors_share_one_base():
    raised = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert len(raised) == 6
    assert all(issubclass(e, errors.DatelineError) for e in raised)
