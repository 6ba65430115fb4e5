"""The command line: what goes where, and how each run ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.cli.__main__ import main

ACCOUNT = "The ferry stopped on 3 May 2031, Ada Holm said. “Nine people were aboard,” she said.\n"


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """One account in a file."""
    path = tmp_path / "account.txt"
    path.write_text(ACCOUNT, encoding="utf-8")
    return path


def test_read_writes_dossier_and_report(account: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files go to the folder, the summary to standard output, talk to standard error."""
    assert main(["read", str(account), "-o", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 account by 1 outlet")
    assert "report.html" in err and "report.html" not in out
    assert main(["verify", str(tmp_path / "out" / "dossier.json")]) == 0


def test_json_goes_to_standard_output(account: Path) -> None:
    """In a pipe there is the dossier and nothing else, on either stream."""
    done = subprocess.run([sys.executable, "-m", "crossread.cli", "read", str(account), "--json"],
                          capture_output=True, check=True)  # fmt: skip
    assert json.loads(done.stdout)["documents"][0]["text"] == ACCOUNT
    assert done.stderr == b""


def test_standard_input_is_an_account() -> None:
    """`-` reads what comes in."""
    done = subprocess.run([sys.executable, "-m", "crossread.cli", "read", "-", "--json"], input=ACCOUNT.encode(),
                          capture_output=True, check=True)  # fmt: skip
    assert json.loads(done.stdout)["documents"][0]["id"] == "-"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["read", "no-such-folder"], 1, "no-such-folder"),
        (["read", "x", "--json", "--markdown"], 2, "--json"),
        (["verify", "no-such.json"], 1, "no-such.json"),
    ],
)
def test_failures_are_told_in_a_sentence(
    arguments: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done ends with its exit code and a sentence, never a traceback."""
    assert main(arguments) == code
    err = capsys.readouterr().err
    assert err.startswith("crossread: ") and told in err and "Traceback" not in err


def test_reader_of_a_pipe_may_leave(account: Path) -> None:
    """`crossread read … --json | head -1` ends quietly."""
    command = f"{sys.executable} -m crossread.cli read {account} --json | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert done.stdout == b"{\n" and done.stderr == b""


def test_version_loads_next_to_nothing() -> None:
    """Asking for the version loads neither records nor numpy nor a template engine."""
    code = "import sys\nfrom crossread.cli.__main__ import build_parser\nbuild_parser()\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "jinja2", "msgspec", "lxml", "crossread.records", "crossread.pipeline"} & set(loaded)
