import os
import subprocess
import sys

import pytest

from dateline.cli.progress import progress


@pytest.mark.parametrize("wanted", [True, False])
def test_nothing_is_shown_where_nobody_watches(wanted: bool, capfd: pytest.CaptureFixture[str]) -> None:
    with progress(wanted=wanted) as advance:
        advance(120)
        advance(0)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")
def test_documents_and_words_on_a_terminal() -> None:
    import pty

    ours, theirs = pty.openpty()
    program = "from dateline.cli.progress import progress\nwith progress(wanted=True) as p: p(120); p(30)"
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=theirs, env=env, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "2 documents, 150 words" in shown
    assert done.stdout == b""
