"""The benchmarks are scripts: what they share is imported from their folder, as Python does when it runs them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
