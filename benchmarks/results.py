"""RESULTS.md: each script writes its own section, between its markers, with date, command and machine."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


def write_section(name: str, lines: list[str], *, command: str, path: Path = RESULTS) -> None:
    """Replace what stands between `<!-- name -->` and `<!-- /name -->`. Raises ValueError when a marker is missing."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    text = path.read_text(encoding="utf-8")
    if begin not in text or end not in text:
        raise ValueError(f"{path.name} has no section {name!r}")
    head, rest = text.split(begin, 1)
    tail = rest.split(end, 1)[1]
    measured = f"Measured {datetime.now(UTC):%Y-%m-%d} with `{command}` on {machine()}."
    path.write_text("\n".join([head + begin.rstrip(), measured, "", *lines, end]) + tail, encoding="utf-8")


def machine() -> str:
    """Cores, vector instructions and memory: what a speed depends on."""
    parts = [f"{os.cpu_count()} cores"]
    cpuinfo, meminfo = Path("/proc/cpuinfo"), Path("/proc/meminfo")
    if cpuinfo.exists():
        flags = cpuinfo.read_text()
        known = ((" avx512_vnni", "AVX-512 with VNNI"), (" avx512f", "AVX-512"), (" avx2", "AVX2"))
        parts += [name for flag, name in known if flag in flags][:1]
    if meminfo.exists():
        parts.append(f"{int(meminfo.read_text().split()[1]) / 2**20:.0f} GiB")
    return f"{', '.join(parts)}, Python {platform.python_version()}"


def command_line(*options: str) -> str:
    """How this script was called, with the folder of the data left out."""
    return " ".join(["python", f"benchmarks/{Path(sys.argv[0]).name}", *options])
