"""The trained tagger's names and the rules' names as one list.

The tagger knows what stands where a name stands; the rules know names by heart, see a name's whole account and keep
long names whole. Where both mark a place, the name is as long as either has it, and what speaks for each kind is added
up; what one of them marks alone stays where it is sure. In the end every name has one kind over the whole account.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from crossread.gazetteer import demonyms, first_names, roles, titles
from crossread.reading.names_cut import known_kind
from crossread.reading.names_record import KINDS, Name, Names
from crossread.reading.names_words import ABBREVIATIONS, DIRECTIONS, NEVER, STATES, is_common, is_people
from crossread.records import EntityKind

# What stands alone must have so many of the rules' votes, or be so sure to the tagger (development parts of CrossNER
# politics and UNER EWT).
RULE_ALONE = 3.0
# A few votes do where the account writes a word large throughout, which gives a name such a score.
RULE_OFTEN, OFTEN = 2.5, 0.82
TAGGED_ALONE, PERSON_ALONE = 0.7, 0.6
# A name of the tagger's that the rules cut in several stays whole where the tagger is so sure.
TAGGED_WHOLE = 0.7
# What one vote of the rules' counts beside the logarithm of the tagger's share; no share counts as less than the least.
RULE_VOTE, LEAST_SHARE = 0.5, 0.02
# What everybody knows, and what a title says, counts so much more.
KNOWN = 2.0

# Names between these marks are a list from so many on; the kind most of them have counts so much for all.
LIST_MARKS = frozenset([", ", " and ", ", and ", "; ", " or "])
FEWEST_LISTED, LISTED = 3, 2.0
# A word of so few capitals that nobody knows and that is spelt out nowhere is a body where the tagger is so sure.
LONGEST_ACRONYM, ACRONYM_SURE = 6, 0.8
# An address is looked for so far from a name.
LONGEST_ADDRESS = 80
CAPITAL = "Washington, "
ADDRESS_BREAK = re.compile(r"[\s<>()\"“”]")

Leanings = tuple[float, ...]


def join_tagged(text: str, ruled: Sequence[Name], tagged: Sequence[Name]) -> Names:
    """One list of names in order, none overlapping another."""
    joined = [name for group in _groups(ruled, tagged) for name in _joined(text, *group) if not _is_nobody(text, name)]
    joined = _listed(text, _without_directions(text, joined))
    sums: dict[str, Leanings] = defaultdict(lambda: (0.0,) * len(KINDS))
    for name in joined:
        words = name.span.words_in(text).casefold()
        sums[words] = _add(sums[words], _leanings(name))
    named = [replace(name, kind=_most(sums[name.span.words_in(text).casefold()])) for name in joined]
    return tuple(_without_strange_acronyms(text, named))


def _without_strange_acronyms(text: str, names: Sequence[Name]) -> list[Name]:
    """Without words in capitals that pass for bodies, where nothing shows that they are more than terms."""
    spelt = {_initials(name.span.words_in(text)) for name in names}
    spelt |= {name.span.words_in(text) for name in names if name.score >= ACRONYM_SURE or _is_in_brackets(text, name)}
    return [name for name in names if not _is_strange_acronym(name, name.span.words_in(text), spelt)]


def _initials(words: str) -> str:
    """The capitals of a name of several words, 'THB' of 'Tarn Harbour Board'; nothing for a single one."""
    return "".join(word[0] for word in words.split() if word[0].isupper()) if " " in words else ""


def _is_in_brackets(text: str, name: Name) -> bool:
    return text[name.start - 1 : name.start] == "("


def _is_strange_acronym(name: Name, words: str, spelt: Set[str]) -> bool:
    if name.kind != "organization" or not words.isupper() or " " in words or words in spelt:
        return False
    short = words.replace(".", "")
    return 1 < len(short) <= LONGEST_ACRONYM and short not in spelt and known_kind(words) is None


def _without_directions(text: str, names: Sequence[Name]) -> list[Name]:
    """Without 'the South', unless the account names what it is short for: 'South Korea'."""
    words = [name.span.words_in(text).lower() for name in names]
    firsts = {word.partition(" ")[0] for word in words if " " in word}
    return [name for name, low in zip(names, words, strict=True) if low not in DIRECTIONS or low in firsts]


def _listed(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with what speaks for the kind that most others in the same list have: 'Orla Vane, Ivo and Mara Quist'."""
    result: list[Name] = []
    first = 0
    for at in range(1, len(names) + 1):
        if at < len(names) and text[names[at - 1].end : names[at].start] in LIST_MARKS:
            continue
        members = names[first:at]
        first = at
        if len(members) < FEWEST_LISTED:
            result += members
            continue
        kinds = Counter(name.kind for name in members)
        most = max(KINDS, key=lambda kind: kinds[kind])
        result += [_led(name, most, LISTED * kinds[most] / len(members)) for name in members]
    return result


def lean(shares: Mapping[EntityKind, float]) -> Leanings:
    """The tagger's shares of the kinds as leanings."""
    return tuple(math.log(shares.get(kind, 0.0) + LEAST_SHARE) for kind in KINDS)


def _leanings(name: Name) -> Leanings:
    return name.leanings or tuple(name.score if kind == name.kind else 0.0 for kind in KINDS)


def _add(one: Leanings, other: Leanings, weight: float = 1.0) -> Leanings:
    return tuple(a + weight * b for a, b in zip(one, other, strict=True))


def _most(leanings: Leanings) -> EntityKind:
    return KINDS[max(range(len(KINDS)), key=lambda at: (leanings[at], -at))]


def _is_nobody(text: str, name: Name) -> bool:
    """Whether a person's name holds only a demonym and words for an office: 'Costa Rican President'."""
    words = name.span.words_in(text).lower().split()
    bare = [word for word in words if word not in titles() and word not in roles()]
    if _stands_in_address(text, name.start, name.end) or _is_district(text, name):
        return True
    if len(words) == 1 and words[0] not in STATES and _is_term(name.span.words_in(text)):
        return True
    return name.kind == "person" and (not bare or " ".join(bare) in demonyms())


def _is_term(word: str) -> bool:
    """Whether a word names nobody, or is a term in capitals: 'NDA', 'IPOs'."""
    short = word[:-1] if word.endswith("s") else word
    return word.lower().strip(".") in NEVER or (short.isupper() and short.lower() in ABBREVIATIONS)


def _is_district(text: str, name: Name) -> bool:
    """Whether a name only says which Washington: 'Washington, D.C.'."""
    behind = name.span.words_in(text).replace(".", "") == "DC"
    return behind and text[max(0, name.start - len(CAPITAL)) : name.start] == CAPITAL


def _stands_in_address(text: str, start: int, end: int) -> bool:
    """Whether a name is part of an address or a file's name: 'Mara.Ilves@tarn.example', 'Ilves_letter'."""
    if "_" in text[max(0, start - 1) : start] + text[end : end + 1]:
        return True
    before = ADDRESS_BREAK.split(text[max(0, start - LONGEST_ADDRESS) : start])[-1]
    behind = ADDRESS_BREAK.split(text[end : end + LONGEST_ADDRESS], maxsplit=1)[0]
    host = (before + text[start:end] + behind).partition("@")[2] if "@" in before + behind else ""
    return "://" in before or "www." in before or "." in host.rstrip(".,;:")


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
        return [_weighed(name) for name in ruled if _is_sure(text, name)]
    if not ruled:
        return [name for name in tagged if _stands_alone(text, name)]
    if len(ruled) > 1:
        sure = min(name.score for name in tagged) >= TAGGED_WHOLE
        return list(tagged) if sure and not _are_places(text, ruled) else [_weighed(name) for name in ruled]
    return [_fused(text, ruled[0], tagged)]


def _stands_alone(text: str, name: Name) -> bool:
    """Whether the tagger is sure of a name the rules do not see, and it is neither an office nor a common word."""
    words = name.span.words_in(text)
    lows = words.lower().split()
    if all(low in titles() for low in lows) and known_kind(words) is None:
        return False
    if words.islower() and all(is_common(low) or is_people(low) for low in lows):
        return False
    return name.score >= (PERSON_ALONE if name.kind == "person" else TAGGED_ALONE)


def _are_places(text: str, ruled: Sequence[Name]) -> bool:
    """Whether names in a row are well-known places, of which one word for several is never made."""
    return all(name.kind == "place" == known_kind(name.span.words_in(text)) for name in ruled)


def _is_sure(text: str, rule: Name) -> bool:
    """Whether the rules are sure of a name and its kind, so that it stands though the tagger is silent."""
    votes = _leanings(rule)[KINDS.index(rule.kind)]
    words = rule.span.words_in(text).lower()
    if rule.kind == "person" and words in first_names() and not is_common(words):
        return True
    return votes >= RULE_ALONE or (votes >= RULE_OFTEN and rule.score >= OFTEN)


def _weighed(rule: Name) -> Name:
    """A rule's name with its votes made comparable to the tagger's."""
    return replace(rule, leanings=_add((0.0,) * len(KINDS), _leanings(rule), RULE_VOTE))


def _fused(text: str, rule: Name, tagged: Sequence[Name]) -> Name:
    """One name of a rule's and what the tagger marks there."""
    whole = sum(len(name.span) for name in tagged)
    leanings = _weighed(rule).leanings
    for name in tagged:
        leanings = _add(leanings, _leanings(name), len(name.span) / whole)
    start, end = min(rule.start, tagged[0].start), max(rule.end, tagged[-1].end)
    if (rule.title and start < rule.title.end) or not _has_capital(text[start : rule.start]):
        start = rule.start
    if not _has_capital(text[rule.end : end]):
        end = rule.end
    # What everybody knows is not voted on, unless the words round it say otherwise: 'the West Bank' is a place.
    if rule.title or known_kind(text[start:end]) == rule.kind:
        leanings = _led(replace(rule, leanings=leanings), rule.kind, KNOWN).leanings
    score = min(1.0, max(name.score for name in tagged))
    return replace(rule, start=start, end=end, kind=_most(leanings), score=score, leanings=leanings)


def _led(name: Name, kind: EntityKind, weight: float) -> Name:
    """A name with more that speaks for a kind."""
    return replace(name, leanings=_add(_leanings(name), tuple(float(k == kind) for k in KINDS), weight))


def _has_capital(words: str) -> bool:
    """Whether words may belong to a name: a verb that the tagger takes in does not."""
    return any(c.isupper() or c.isdigit() for c in words)
