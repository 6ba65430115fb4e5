"""What kind of thing a name names: by its form, by the words round it, and by the votes of the whole account.

Votes are added up over all the places where the account writes the same name, so that one clear place ("Mr Vane",
"in Vorsk") decides for those that say nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.names_cut import Piece, all_common, has_name_end, known_kind, text_of
from crossread.reading.names_text import Word
from crossread.reading.names_words import (
    BODY_AFTER,
    DIRECTIONS,
    HEAD_OR_FAMILY,
    MEDIUM_BEFORE,
    PARTICLES,
    PEOPLE_AFTER,
    PLACE_BEFORE,
    SETTLEMENTS,
    SPEECH,
    STATES,
    STORMS,
    SURE_EVENTS,
    VOTES,
    is_common,
    is_people,
)
from crossread.records import EntityKind

Votes = dict[EntityKind, float]

# How much each sign counts. A known name weighs more than one context, and less than several that agree against it.
KNOWN, FORM, TITLED, CONTEXT, HINT = 3.0, 2.5, 3.5, 1.0, 0.5
# A given name before a family name shows more than a form.
GIVEN = 5.0
# What a name with a number names by its first word; else a product.
NUMBERED_KINDS: dict[str, EntityKind] = {
    "channel": "organization",
    "radio": "organization",
    "bbc": "organization",
    "group": "organization",
    "route": "place",
    "highway": "place",
    "interstate": "place",
    "area": "place",
    "flight": "other",
}
# Without any sign a lone name is that of a person more often than of anything else.
PRIOR = 0.3
FAMILY_ENDING = re.compile(
    r"(?:ov|ova|ev|eva|enko|enka|ski|sky|skaya|sky|vich|vic|vić|yan|dze|shvili|sson|sen|escu|oglu|opoulos|akis|ez)$"
)
PLACE_ENDING = re.compile(r"(?:stan|ville|burg|burgh|grad|abad|pur|shire|land|polis|ford|mouth|sk)$")


def vote_form(piece: Piece) -> Votes:
    """Votes from the name itself."""
    words = piece.words
    votes: Votes = defaultdict(float)
    known = known_kind(text_of(words))
    if words[-1].low in VOTES and words[0].text.isdigit():
        votes["event"] += 2 * FORM
    if known is not None:
        votes[_kind(known)] += KNOWN
    if has_name_end(words):
        votes["person"] += FORM
    if any(word.text.isdigit() for word in words):
        votes[NUMBERED_KINDS.get(words[0].low, "product")] += 2 * FORM if _is_model(words) else FORM
    if len(words) == 1:
        _vote_single(words[0], votes)
    elif known is None:
        _vote_several(words, votes)
    return votes


def _is_model(words: Sequence[Word]) -> bool:
    """Whether a name is that of a model in a row: 'TX40', 'Orrin-4'."""
    return words[-1].text.isdigit() and " " not in text_of(words)


def _kind(word: str) -> EntityKind:
    kinds: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "product", "law", "other")
    return next((kind for kind in kinds if kind == word), "other")


def _vote_single(word: Word, votes: Votes) -> None:
    low, text = word.low, word.text
    if low in gazetteer.first_names() and low not in gazetteer.places():
        votes["person"] += CONTEXT
    if low in gazetteer.family_names():
        votes["person"] += CONTEXT
    if low in gazetteer.name_words()["org_last"] and low not in HEAD_OR_FAMILY:
        votes["organization"] += CONTEXT
    if text.isupper() and 2 <= len(text.replace(".", "")) <= 6 and not votes:
        votes["organization"] += CONTEXT + HINT
    elif re.search(r"[a-z][A-Z]", text) and not re.match(r"(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O')", text):
        votes["organization"] += CONTEXT
    if FAMILY_ENDING.search(low) and len(low) > 5:
        votes["person"] += HINT
    elif PLACE_ENDING.search(low) and len(low) > 5:
        votes["place"] += HINT
    votes["person"] += PRIOR


def _vote_several(words: Sequence[Word], votes: Votes) -> None:
    first, last = words[0], words[-1]
    head = _head(words)
    if _is_persons(words):
        votes["person"] += GIVEN if first.low in gazetteer.first_names() else FORM
        return
    kind = _kind_of_head(words, head)
    if kind is not None:
        is_sure = kind == "event" and (first.low in STORMS or head.low in SURE_EVENTS)
        votes[kind] += 2 * FORM if is_sure else FORM + CONTEXT if kind == "place" else FORM
    elif (
        (last.low in DIRECTIONS and not is_common(first.low))
        or first.low == "mount"
        or (first.low in gazetteer.name_words()["place_first"] and not is_common(last.low))
    ):
        votes["place"] += CONTEXT + HINT
    elif (
        _has_acronym(words)
        or first.low in gazetteer.places()
        or first.low in gazetteer.country_names()
        or is_people(first.low)
    ):
        votes["organization"] += CONTEXT
    elif first.text in gazetteer.organizations() and len(words) <= 3:
        votes["product"] += CONTEXT + HINT
    elif not any(is_common(word.low) for word in words) and len(words) <= 4:
        votes["person"] += CONTEXT + HINT
    elif all_common(words) or len(words) > 3:
        votes["organization"] += HINT
        votes["other"] += HINT - 0.1
    elif is_common(first.low) or is_common(last.low):
        votes["organization"] += HINT
    else:
        votes["person"] += HINT


def _has_acronym(words: Sequence[Word]) -> bool:
    """Whether an acronym or '&' stands among words that are not all capitals."""
    marked = any(word.text == "&" or (word.text.isupper() and len(word.text) > 1) for word in words)
    return marked and not _all_upper(words)


def _all_upper(words: Sequence[Word]) -> bool:
    return all(word.text.isupper() for word in words if word.text[0].isalpha())


def _head(words: Sequence[Word]) -> Word:
    """The word that says what is named: the last one, or the one before 'of' and 'for'."""
    for index, word in enumerate(words[1:], 1):
        if word.low in ("of", "for") and not word.is_capital:
            return words[index - 1]
    return words[-1]


def _kind_of_head(words: Sequence[Word], head: Word) -> EntityKind | None:
    lists = gazetteer.name_words()
    low = head.low.removesuffix(".")
    if low.endswith("s") and not any(low in lists[kind] for kind in ("org_last", "place_last", "event_last")):
        low = low[:-1]
    if any(word.low in lists["org_anywhere"] for word in words):
        return "organization" if low not in lists["law_last"] else "law"
    if words[0].low in lists["event_first"] and len(words) > 1:
        return "event"
    kinds: tuple[tuple[str, EntityKind], ...] = (
        ("law_last", "law"),
        ("event_last", "event"),
        ("org_last", "organization"),
        ("place_last", "place"),
        ("product_last", "product"),
    )
    for name, kind in kinds:
        if low in lists[name]:
            return kind
    return "product" if words[0].low in lists["product_last"] else None


def _is_persons(words: Sequence[Word]) -> bool:
    """Whether several words look like a person's name: a given name or initials first, and no head of a body last."""
    first, last = words[0], words[-1]
    if len(words) > 6 or any(word.low in ("of", "for", "and", "&", "the") for word in words):
        return False
    lists = gazetteer.name_words()
    heads = any(last.low in lists[kind] for kind in ("org_last", "place_last", "law_last", "event_last"))
    if heads and last.low not in HEAD_OR_FAMILY:
        return False
    initial = len(first.text) == 1 or any(len(word.text) == 1 for word in words[1:-1] if word.text.isalpha())
    given = (first.low in gazetteer.first_names() and not is_people(first.low)) or _family_first(words)
    if heads:
        return given and not is_common(first.low) and gazetteer.first_names().get(first.low) in ("f", "m")
    if any(word.low in PARTICLES for word in words[1:-1]) and not is_common(first.low):
        return True
    return (given or initial) and not last.text.isdigit() and not (is_common(first.low) and is_common(last.low))


def _family_first(words: Sequence[Word]) -> bool:
    """Whether names stand in East Asian order: 'Kim Jong Un', 'Xi Jinping'."""
    rest = words[1:]
    hyphened = len(rest) == 1 and "-" in rest[0].text and rest[0].text[-1].islower()
    return words[0].low in gazetteer.family_names() and (
        hyphened or all(len(w.text) <= 9 and not is_common(w.low) for w in rest)
    )


def vote_context(piece: Piece, votes: Votes) -> None:
    """Votes from the words round a name, added to `votes`."""
    words = piece.line.words
    before = words[piece.first - 1] if piece.first else None
    after = words[piece.last + 1] if piece.last + 1 < len(words) else None
    if piece.titled:
        votes["person"] += TITLED
    known = known_kind(text_of(piece.words)) is not None
    if before is not None and before.text == "The" and not before.first and piece.line.style == "plain" and not known:
        votes["organization"] += FORM  # 'told The Herald'
    if not (after is not None and after.low in PEOPLE_AFTER):
        _vote_before(words, piece.first, before, votes, known=known, lone=len(piece.words) == 1)
    if after is not None:
        _vote_after(words, piece, after, votes)


def _vote_before(
    words: Sequence[Word], first: int, before: Word | None, votes: Votes, *, known: bool, lone: bool
) -> None:
    if before is None:
        return
    low = before.low
    if low in PLACE_BEFORE:
        votes["place"] += 2 * CONTEXT if low in ("in", "near") else HINT
    elif low in MEDIUM_BEFORE or low.endswith("-based"):
        votes["organization"] += FORM
    elif low in DIRECTIONS and not before.is_capital:
        votes["place"] += CONTEXT
    elif low == "the" and not known:
        votes["organization"] += CONTEXT if lone else HINT / 2
        votes["person"] -= CONTEXT
    elif low == "of" and first > 1 and words[first - 2].low in SETTLEMENTS:
        votes["place"] += FORM
    elif low in SPEECH and words[first - 2].low != "and":
        votes["person"] += HINT
    elif low == "," and words[first].low in STATES:
        votes["place"] += KNOWN
    elif low == "," and first > 1 and _is_role_word(words[first - 2].low):
        votes["person"] += CONTEXT
    elif low in ("by", "with", "told"):
        votes["person"] += HINT / 2
    elif low in ("at", "joined"):
        votes["organization"] += HINT


def _is_role_word(low: str) -> bool:
    title = gazetteer.titles().get(low)
    return title is not None and title.kind == "role"


def _vote_after(words: Sequence[Word], piece: Piece, after: Word, votes: Votes) -> None:
    behind = words[piece.last + 2] if piece.last + 2 < len(words) else None
    low = after.low
    possessive = piece.words[-1].possessive
    if low in SPEECH and not possessive:
        votes["person"] += CONTEXT
    elif low in ("who", "whose"):
        votes["person"] += CONTEXT + HINT
    elif low in ("tv", "channel", "newspaper", "agency", "airlines", "shares") and not possessive:
        votes["organization"] += FORM
    elif low in SETTLEMENTS and not possessive and not after.is_capital:
        votes["place"] += CONTEXT + HINT
    elif low in BODY_AFTER and not possessive and not after.is_capital:
        votes["organization"] += CONTEXT
    elif low == "," and behind is not None:
        _vote_behind_comma(words, piece, behind, votes)
    elif low == "(" and behind is not None and _abbreviates(behind, piece.words):
        votes["organization"] += KNOWN


def _abbreviates(short: Word, words: Sequence[Word]) -> bool:
    """Whether a word in brackets is the initials of a name: 'Tarn Safety Board (TSB)'."""
    initials = "".join(word.text[0] for word in words if word.is_capital)
    return len(words) > 1 and short.text.isupper() and short.text.replace(".", "") == initials


def _vote_behind_comma(words: Sequence[Word], piece: Piece, behind: Word, votes: Votes) -> None:
    low = behind.low
    if low.isdigit() and len(low) == 2 and piece.last + 3 < len(words) and words[piece.last + 3].text in ",.":
        votes["person"] += CONTEXT + HINT
    elif low in gazetteer.country_names() or gazetteer.places().get(low) == "state":
        if len(piece.words) <= 2:
            votes["place"] += CONTEXT
    elif low in ("who", "whose"):
        votes["person"] += CONTEXT + HINT
    elif low == "which":
        votes["organization"] += HINT
        votes["person"] -= CONTEXT
    elif (
        low in ("a", "an", "the")
        and piece.last + 3 < len(words)
        and any(_is_role_word(word.low) for word in words[piece.last + 3 : piece.last + 7])
    ):
        votes["person"] += HINT
