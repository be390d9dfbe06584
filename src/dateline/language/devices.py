"""Where the network runs: on the processor, or on a graphics card where onnxruntime can use one."""

from collections.abc import Sequence

from dateline.errors import ModelError, SettingError, nearest

DEVICES = ("cpu", "cuda")
_CUDA = "CUDAExecutionProvider"


def providers(device: str) -> list[str]:
    """The execution providers to ask onnxruntime for. Raises ModelError if it cannot run on the device."""
    if device not in DEVICES:
        raise SettingError(f"unknown device {device!r}{nearest(device, list(DEVICES))}: one of {', '.join(DEVICES)}")
    if device == "cpu":
        return ["CPUExecutionProvider"]
    import onnxruntime

    check_providers(onnxruntime.get_available_providers(), device)
    if hasattr(onnxruntime, "preload_dlls"):
        # Finds the CUDA libraries that came as Python packages.
        onnxruntime.preload_dlls()
    # The few steps that a graphics card has no kernel for run on the processor beside it.
    return [_CUDA, "CPUExecutionProvider"]


def check_providers(have: Sequence[str], device: str) -> None:
    """Raises ModelError if `cuda` is asked for and not among the providers; onnxruntime would go on without a word."""
    if device == "cuda" and _CUDA not in have:
        raise ModelError(
            f"--device cuda: onnxruntime has no working {_CUDA} here (it has: {', '.join(have)}). It needs an NVIDIA "
            "card, CUDA and cuDNN, and onnxruntime-gpu (dateline[cuda]) in the place of onnxruntime: "
            "pip uninstall onnxruntime, then pip install --force-reinstall 'onnxruntime-gpu[cuda,cudnn]'"
        )
