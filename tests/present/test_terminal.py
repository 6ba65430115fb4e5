"""The terminal's summary fits a screen and says what is in dispute."""

from crossread.present import summarize
from crossread.records import Dossier


def test_summary_tells_counts_findings_and_notices(dossier: Dossier) -> None:
    """Accounts, standings, the foremost finding with both values, and the notice."""
    told = summarize(dossier, width=72)
    assert "2 accounts by 2 outlets" in told
    assert "≠ Disputed: 1" in told
    assert "9 people / 11 people" in told
    assert "c.bin is no text" in told
    assert all(len(line) <= 144 for line in told.split("\n"))
    assert "\x1b" not in told
    assert "\x1b[1;31m" in summarize(dossier, with_color=True)


def test_summary_of_nothing(dossier: Dossier) -> None:
    """No account is a summary of zeros, not a fault."""
    assert summarize(Dossier(dossier.generator, ())).startswith("0 accounts")
