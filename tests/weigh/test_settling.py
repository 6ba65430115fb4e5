"""No words are shown twice: not under two standings, and not as two findings in words alone."""

from crossread.records import Evidence, Finding, Place
from crossread.weigh.settling import settle

HERE, THERE = Evidence("a", 0, 40), Evidence("b", 0, 40)


def finding(ident: str, kind: str, standing: str = "repeated", score: float = 0.8) -> Finding:
    """A finding on the same two sentences."""
    return Finding(ident, kind, Place("a", 0, 40), (HERE, THERE), standing, True, score)  # type: ignore[arg-type]


def shown(*findings: Finding) -> list[str]:
    return [f.id for f in settle(findings) if f.shown]


def test_two_clauses_of_one_sentence_are_shown_once() -> None:
    """Of two findings in words on the same evidence the likelier stands, the other is kept as a lead."""
    assert shown(finding("x", "statement", score=0.8), finding("y", "statement", score=0.9)) == ["y"]


def test_a_value_goes_before_words_of_another_standing() -> None:
    """What says how many is more precise than what only says it."""
    assert shown(finding("x", "statement", "corroborated"), finding("y", "figure", "disputed")) == ["y"]


def test_two_values_of_one_sentence_are_both_shown() -> None:
    """'Six killed and ten hurt' are two figures, each worth showing."""
    assert shown(finding("x", "figure"), finding("y", "figure")) == ["x", "y"]
