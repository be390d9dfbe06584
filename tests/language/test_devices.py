import pytest

from dateline.errors import ModelError, SettingError
from dateline.language.devices import check_providers, providers


def test_the_processor_needs_nothing() -> None:
    assert providers("cpu") == ["CPUExecutionProvider"]
    check_providers(["CPUExecutionProvider"], "cpu")


def test_cuda_never_falls_back() -> None:
    message = r"no working CUDAExecutionProvider here \(it has: CPUExecutionProvider\).*dateline\[cuda\].*pip install"
    with pytest.raises(ModelError, match=message):
        check_providers(["CPUExecutionProvider"], "cuda")
    check_providers(["CUDAExecutionProvider", "CPUExecutionProvider"], "cuda")


def test_what_this_machine_has_decides() -> None:
    import onnxruntime

    have = onnxruntime.get_available_providers()
    if "CUDAExecutionProvider" in have:
        assert providers("cuda")[0] == "CUDAExecutionProvider"
    else:
        with pytest.raises(ModelError, match=have[0]):
            providers("cuda")


def test_an_unknown_device() -> None:
    with pytest.raises(SettingError, match=r"unknown device 'cudo' \(did you mean 'cuda'\?\): one of cpu, cuda"):
        providers("cudo")
