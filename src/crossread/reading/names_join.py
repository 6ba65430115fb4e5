"""The trained tagger's names and the rules' names as one list.

The tagger knows what stands where a name stands; the rules know names by heart, see a name's whole account and keep
long names whole. Where both mark a place, the name is as long as either has it and each votes for its kind; what one of
them marks alone stays where it is sure. In the end every name has one kind over the whole account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.gazetteer import demonyms, roles, titles
from crossread.reading.names_cut import known_kind
from crossread.reading.names_record import Name, Names
from crossread.records import EntityKind

# What stands alone must be at least so sure (CrossNER politics and UNER EWT, development parts).
RULE_ALONE = 0.8
TAGGED_ALONE = 0.7
# A name of the tagger's that the rules cut in several stays whole where the tagger is so sure.
TAGGED_WHOLE = 0.7
# A rule's score where nothing spoke for the kind, and how much more each further point counts than one of the tagger's.
RULE_GUESS = 0.5
RULE_WEIGHT = 3.0
# In a tie the kind that stands earlier here is taken.
KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "law", "product", "other")


def join_tagged(text: str, ruled: Sequence[Name], tagged: Sequence[Name]) -> Names:
    """One list of names in order, none overlapping another."""
    joined = [name for group in _groups(ruled, tagged) for name in _joined(text, *group) if not _is_nobody(text, name)]
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in joined:
        votes[name.span.words_in(text)][name.kind] += name.score
    return tuple(replace(name, kind=_most(votes[name.span.words_in(text)])) for name in joined)


def _is_nobody(text: str, name: Name) -> bool:
    """Whether a person's name holds only a demonym and words for an office: 'Costa Rican President'."""
    words = name.span.words_in(text).lower().split()
    bare = [word for word in words if word not in titles() and word not in roles()]
    return name.kind == "person" and (not bare or " ".join(bare) in demonyms())


def _groups(ruled: Sequence[Name], tagged: Sequence[Name]) -> Iterator[tuple[list[Name], list[Name]]]:
    """Names that overlap, directly or through others, the rules' and the tagger's apart."""
    ours: list[Name] = []
    theirs: list[Name] = []
    end = 0
    marked = [(name, True) for name in ruled] + [(name, False) for name in tagged]
    for name, is_ruled in sorted(marked, key=lambda pair: (pair[0].span, pair[1])):
        if name.start >= end and (ours or theirs):
            yield ours, theirs
            ours, theirs = [], []
        (ours if is_ruled else theirs).append(name)
        end = max(end, name.end)
    if ours or theirs:
        yield ours, theirs


def _joined(text: str, ruled: Sequence[Name], tagged: Sequence[Name]) -> list[Name]:
    """What a group of overlapping names comes to."""
    if not tagged:
        return [name for name in ruled if name.score >= RULE_ALONE]
    if not ruled:
        return [name for name in tagged if name.score >= TAGGED_ALONE]
    if len(ruled) > 1:
        return list(tagged if min(name.score for name in tagged) >= TAGGED_WHOLE else ruled)
    rule = ruled[0]
    votes: dict[EntityKind, float] = defaultdict(float)
    votes[rule.kind] += _weight(rule)
    whole = sum(len(name.span) for name in tagged)
    for name in tagged:
        votes[name.kind] += name.score * len(name.span) / whole
    start, end = min(rule.start, tagged[0].start), max(rule.end, tagged[-1].end)
    if (rule.title and start < rule.title.end) or not _has_capital(text[start : rule.start]):
        start = rule.start
    if not _has_capital(text[rule.end : end]):
        end = rule.end
    # What everybody knows is not voted on, unless the words round it say otherwise: 'the West Bank' is a place.
    known = known_kind(text[start:end])
    kind = rule.kind if known == rule.kind else _most(votes)
    return [replace(rule, start=start, end=end, kind=kind, score=min(1.0, max(name.score for name in tagged)))]


def _has_capital(words: str) -> bool:
    """Whether words may belong to a name: a verb that the tagger takes in does not."""
    return any(c.isupper() or c.isdigit() for c in words)


def _weight(rule: Name) -> float:
    """What a rule's vote for a kind counts: nothing where it only guessed."""
    return max(0.0, rule.score - RULE_GUESS) * RULE_WEIGHT


def _most(votes: dict[EntityKind, float]) -> EntityKind:
    return max(KINDS, key=lambda kind: (votes.get(kind, 0.0), -KINDS.index(kind)))
