"""From runs of large words to names: cut, voted on, and made to agree over the whole account."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.layout import Layout
from crossread.reading.names_cut import Piece, all_common, cut_run, known_kind, text_of
from crossread.reading.names_kinds import Votes, vote_context, vote_form
from crossread.reading.names_record import KINDS, Name, Names
from crossread.reading.names_runs import find_runs
from crossread.reading.names_text import Evidence, gather_evidence, is_known
from crossread.reading.names_words import SPEECH, STORMS, TIMES, is_common
from crossread.records import EntityKind

# "(R-Fla.)" behind a lawmaker's name.
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][a-z]{0,4}")
# What a lone name gets from a full name that ends (or, in family-first order, begins) with it.
BEARER = 2.0
# Where an account writes a name more often, its places count as so many.
MOST_PLACES = 3
# At this many votes a rule's name is as sure as rules can be.
SURE = 4.0
# A row of more words in capitals is a map or a sign.
LONGEST_IN_CAPITALS = 4
# Lines of more tokens are no labels.
LONGEST_LABEL = 20
LOWEST, HIGHEST = 0.5, 0.9
# A short form of a full name is a name at least so surely.
BORNE = 0.82
# A word that is written large so often, and never small, is a name as surely.
OFTEN = 2


def read_by_rule(layout: Layout) -> Names:
    """The names that the rules find, in order."""
    lines = layout.lines
    evidence = gather_evidence(lines)
    pieces = [
        piece for line in lines for place, run in find_runs(line, evidence) for piece in cut_run(line, run, place)
    ]
    pieces = _without_doubtful(_split_headlines(pieces), evidence)
    votes = _all_votes(pieces)
    sure = _let_bearers_vote(pieces, votes) | {
        low
        for low, times in evidence.large.items()
        if times >= OFTEN and not evidence.small[low] and not is_common(low)
    }
    return tuple(_name(piece, votes[_key(piece)], borne=_key(piece) in sure) for piece in pieces)


def _split_headlines(pieces: Sequence[Piece]) -> list[Piece]:
    """Headlines set names side by side; full names that the account writes elsewhere are told apart there."""
    full = {_key(piece) for piece in pieces if piece.line.style == "plain" and len(piece.words) == 2}
    result: list[Piece] = []
    for piece in pieces:
        words = piece.words
        if piece.line.style == "plain" or len(words) < 3:
            result.append(piece)
        elif text_of(words[:2]).casefold() in full:
            result += [piece.part(0, 2), piece.part(2, len(words))]
        elif text_of(words[-2:]).casefold() in full:
            result += [piece.part(0, len(words) - 2), piece.part(len(words) - 2, len(words))]
        else:
            result.append(piece)
    return result


def _without_doubtful(pieces: Sequence[Piece], evidence: Evidence) -> list[Piece]:
    """Without lone words whose capital says nothing, unless the account shows elsewhere that they name."""
    ends = {word.low for piece in pieces if len(piece.words) > 1 for word in (piece.words[0], piece.words[-1])}
    kept = []
    for piece in pieces:
        if len(piece.words) > 1:
            is_name = not _is_scrap(piece)
        else:
            is_name = (piece.titled and len(piece.words[0].text) > 1) or _names(piece, ends, evidence)
        if is_name:
            kept.append(piece)
    return kept


def _is_scrap(piece: Piece) -> bool:
    """Whether several words are a label and no name: all common and alone in their line, or a row of capitals."""
    line = piece.line
    if known_kind(text_of(piece.words)) is not None:
        return False
    if line.style == "capitals":
        return len(piece.words) > LONGEST_IN_CAPITALS
    if len(line.words) > LONGEST_LABEL:
        return False
    alone = len(piece.words) + 1 >= sum(word.text[0].isalpha() for word in line.words)
    return alone and all_common(piece.words)


def _names(piece: Piece, ends: set[str], evidence: Evidence) -> bool:
    word = piece.words[0]
    if len(word.text) == 1 or PARTY_AND_STATE.fullmatch(word.text):
        return False
    if word.low in TIMES:
        return word.low in ends and not word.first
    if word.low in ends or known_kind(word.text) is not None:
        return True
    large, small = evidence.large[word.low], evidence.small[word.low]
    if is_common(word.low):
        before = piece.line.words[piece.first - 1].low if piece.first else ""
        heads = gazetteer.name_words()["org_last"]
        return small == 0 and (large > 1 or (before == "the" and word.low in heads)) and piece.line.style == "plain"
    if large or not word.first or is_known(word.low, word.text):
        return True
    words = piece.line.words
    if piece.first and words[piece.first - 1].text == "(" and (word.text.isupper() or not word.text[1:].islower()):
        return True
    after = words[piece.last + 1].low if piece.last + 1 < len(words) else ""
    return word.possessive or after in SPEECH or after in ("is", "was", "has", "had", "will", "would", "'s", "who")


def _key(piece: Piece) -> str:
    return text_of(piece.words).casefold()


def _all_votes(pieces: Sequence[Piece]) -> dict[str, Votes]:
    """The votes for each name over the whole account: its form counts once, its places up to `MOST_PLACES` times."""
    votes: dict[str, Votes] = {}
    context: dict[str, Votes] = {}
    places: Counter[str] = Counter()
    for piece in pieces:
        key = _key(piece)
        places[key] += 1
        if key not in votes:
            votes[key] = vote_form(piece)
            context[key] = defaultdict(float)
        vote_context(piece, context[key])
    for key, kinds in context.items():
        for kind, vote in kinds.items():
            votes[key][kind] += vote * min(1.0, MOST_PLACES / places[key])
    return votes


def top_kind(votes: Votes) -> EntityKind:
    """The kind with most votes."""
    return max(KINDS, key=lambda kind: (votes.get(kind, 0.0), -KINDS.index(kind)))


def _let_bearers_vote(pieces: Sequence[Piece], votes: dict[str, Votes]) -> set[str]:
    """A full name votes once for what its short form names; returned are all words that stand in a full name so."""
    firsts: set[str] = set()
    given: dict[str, set[EntityKind]] = defaultdict(set)
    for piece in pieces:
        if len(piece.words) < 2:
            continue
        kind = top_kind(votes[_key(piece)])
        ends = [piece.words[-1], piece.words[0]] if kind != "person" else [piece.words[-1]]
        if kind == "person":
            firsts.add(piece.words[0].low)
            ends += [piece.words[0]] * (piece.words[0].low in gazetteer.family_names())
        if kind == "organization":
            given["".join(word.low[0] for word in piece.words if word.is_capital)].add(kind)
        for word in ends:
            if kind in ("person", "organization") or piece.words[0].low in STORMS:
                given[word.low].add(kind)
    for low in sorted(given.keys() & votes.keys()):
        for kind in given[low]:
            votes[low][kind] += {"person": BEARER, "event": 2 * BEARER}.get(kind, BEARER / 2)
    return given.keys() | firsts


def _name(piece: Piece, votes: Votes, *, borne: bool) -> Name:
    kind: EntityKind = "person" if piece.titled else top_kind(votes)
    score = LOWEST + (HIGHEST - LOWEST) * min(1.0, max(0.0, votes[kind]) / SURE)
    score = round(max(score, BORNE if borne else 0.0), 2)
    return Name(piece.span.start, piece.span.end, kind, score, piece.title, tuple(votes.get(k, 0.0) for k in KINDS))
