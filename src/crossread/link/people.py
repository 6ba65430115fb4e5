"""The user's word on who is who: a small file, `crossread.people`, beside the accounts or named on the command line.

    # one rule a line; names as the accounts write them, case and articles aside
    one: Olga Tikhanova = Tihanova
    two: Ada Venn | Otto Venn
    name: the Harbour Fox is Ada Venn
    kind: Tarnguard is organization

A line that cannot be understood is said to be so, with its number; the others apply. The user's word is final: it goes
before every likeness and every constraint of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from crossread.records import EntityKind, Notice, Reading

PEOPLE_FILE = "crossread.people"
RuleKind = Literal["one", "two", "name", "kind"]
SEPARATORS: dict[str, str] = {"one": "=", "two": "|", "name": " is ", "kind": " is "}
EXAMPLES = {
    "one": "one: Olga Tikhanova = Tihanova",
    "two": "two: Ada Venn | Otto Venn",
    "name": "name: the Harbour Fox is Ada Venn",
    "kind": "kind: Tarnguard is organization",
}
ARTICLES = frozenset({"the", "a", "an"})
# More is no file of rules.
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the file: its number, what it says, and of which names (of `kind`, the second is the kind)."""

    line: int
    kind: RuleKind
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}: {SEPARATORS[self.kind].strip().join(f' {name} ' for name in self.names).strip()}"


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule of a file, in its order."""

    rules: tuple[Rule, ...] = ()

    def of(self, kind: RuleKind) -> tuple[Rule, ...]:
        """The rules of one kind."""
        return tuple(rule for rule in self.rules if rule.kind == kind) if self.rules else ()


NO_RULES = Rules()


def plain_form(text: str) -> str:
    """A name or wording as rules compare it: case, articles and spaces aside.

    >>> plain_form("The  Harbour Fox") == plain_form("harbour fox")
    True
    """
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def find_people(roots: Iterable[Path], given: Path | None = None) -> tuple[Rules, tuple[Notice, ...]]:
    """The rules of the file given, or of the `crossread.people` in or beside each folder of accounts."""
    places = [given] if given else [place for root in roots for place in _beside(root)]
    rules: list[Rule] = []
    notices: list[Notice] = []
    for place in dict.fromkeys(places):
        if not given and not place.is_file():
            continue
        try:
            text = place.read_bytes()[:MOST_BYTES].decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            told = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            notices.append(
                Notice(None, "people-file", f"{place.name} could not be read: {told}; no rule of it applies")
            )
            continue
        found, told_of = parse_people(text, place.name)
        rules += found.rules
        notices += told_of
    return Rules(tuple(rules)), tuple(notices)


def _beside(root: Path) -> tuple[Path, ...]:
    """Where a file of rules may lie for accounts given as a file or folder."""
    if str(root) == "-":
        return ()
    return (root / PEOPLE_FILE, root.parent / PEOPLE_FILE) if root.is_dir() else (root.parent / PEOPLE_FILE,)


def parse_people(text: str, name: str = PEOPLE_FILE) -> tuple[Rules, tuple[Notice, ...]]:
    """The rules of a file's text, and a notice for each line that could not be understood or contradicts another."""
    rules: list[Rule] = []
    notices: list[Notice] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#", 1)[0].strip()
        if not words:
            continue
        made = _parse_line(number, words)
        problem = made if isinstance(made, str) else _contradiction(made, rules)
        if problem:
            notices.append(Notice(None, "people-line", f"{name}, line {number}: {problem}; the line is left out"))
        elif isinstance(made, Rule):
            rules.append(made)
    return Rules(tuple(rules)), tuple(notices)


def _parse_line(number: int, words: str) -> Rule | str:
    """The rule of a line, or what is wrong with it."""
    head, colon, rest = words.partition(":")
    kind = head.strip().casefold()
    if not colon or kind not in SEPARATORS:
        return f"'{words[:60]}' begins with none of one:, two:, name:, kind: (as in '{EXAMPLES['one']}')"
    names = tuple(" ".join(part.split()) for part in rest.split(SEPARATORS[kind]))
    if len(names) < 2 or not all(plain_form(name) for name in names) or (kind in ("name", "kind") and len(names) > 2):
        return f"'{words[:60]}' does not read as '{EXAMPLES[kind]}'"
    if kind == "kind" and names[1].casefold() not in get_args(EntityKind):
        return f"'{names[1][:30]}' is no kind; the kinds are {', '.join(get_args(EntityKind))}"
    if kind == "kind":
        names = names[0], names[1].casefold()
    return Rule(number, kind, names)  # type: ignore[arg-type]


def _contradiction(rule: Rule, earlier: Sequence[Rule]) -> str | None:
    """Why a rule cannot hold beside those before it."""
    named = {plain_form(name) for name in rule.names}
    for other in earlier:
        common = named & {plain_form(name) for name in other.names}
        pair = {rule.kind == "two", other.kind == "two"} == {True, False}
        if pair and len(common) > 1 and "kind" not in (rule.kind, other.kind):
            return f"it contradicts line {other.line} ('{other}')"
    return None


def unused_rules(rules: Rules, readings: Iterable[Reading]) -> tuple[Notice, ...]:
    """A notice for each rule that names somebody no account names."""
    if not rules.rules:
        return ()
    known = {plain_form(r.document.words(m.span)) for r in readings for m in r.mentions if m.form != "pronoun"}
    made = []
    for rule in rules.rules:
        names = rule.names[:1] if rule.kind == "kind" else rule.names
        missing = [name for name in names if plain_form(name) not in known]
        if missing:
            told = f"line {rule.line} ('{rule}') names {', '.join(missing)}, whom no account names"
            made.append(Notice(None, "people-unused", f"{PEOPLE_FILE}: {told}; check the spelling"))
    return tuple(made)
