"""Who did it and to whom: the parties round an event's trigger, by chunk rules in place of a parser.

The subject stands before the verb, its object behind it or behind a preposition; a passive turns them round. A noun
that tells of an event has its parties in "X's attack on Y", "talks between X and Y", "the killing of Y by X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.reading.attribution_cues import past_forms
from crossread.reading.attribution_source import clause_subject, noun_phrase_left, source_left, source_right
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLAUSE_STARTERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
)
from crossread.records import EventType

Range = tuple[int, int]  # first and last word, the last one included
# Prepositions and particles that stand between an event's word and whom it concerns.
TOWARDS = frozenset(
    ["on", "upon", "with", "against", "to", "for", "at", "of", "from", "by", "in", "into", "over", "between", "among"]
)
PARTICLES = frozenset(["up", "down", "out", "off", "back", "away", "over", "in", "on"])
# Behind the trigger so many words at most are passed to find the other party.
REACH = 12
# Before whom an event befell may stand how many they are: "killed at least 50 people".
COUNTING = frozenset(
    [
        "at",
        "least",
        "more",
        "than",
        "some",
        "about",
        "nearly",
        "dozens",
        "hundreds",
        "scores",
        "thousands",
        "of",
        "almost",
    ]
)
# Events both sides take part in alike, and those that somebody is addressed in.
MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE"])
ADDRESSED = frozenset(["CONSULT", "ACCUSE", "SUPPORT", "REQUEST", "THREATEN"])
# What ought to be done is asked of the subject; who asks it stands elsewhere.
OBLIGING = frozenset(["must", "should"])
# Behind these prepositions stands whom a noun's event concerns, behind these who does it.
TO_WHOM = frozenset(["on", "upon", "against", "with", "to", "for", "of", "at"])
# What ends the head of a phrase: "a spokesman | for the council".
HEAD_ENDS = PREPOSITIONS | RELATIVES | {"who", "whom", "whose", "which", "that", "said", "and"}


@dataclass(frozen=True, slots=True)
class Parties:
    """Ranges of words of actor and recipient, each None where nobody is named; a passive may name no actor.

    They are bound where the grammar gives them to the trigger; the subject of a noun's clause is a guess.
    """

    actor: Range | None
    recipient: Range | None
    is_passive: bool = False
    is_bound: bool = True


def find_parties(unit: Unit, first: int, last: int, kind: EventType) -> Parties:
    """The parties of an event whose trigger is words `first` to `last` of a unit.

    Where both take part alike the other party stands behind "with": "held talks in Tarn with him". Where somebody
    is called or summoned "to complain", he is complained to.
    """
    words = unit.words
    if is_noun(words, first):
        return _noun_parties(unit, first, last)
    start = _verb_start(words, first)
    subject = _subject(unit, start, first)
    if words[first].low in OBLIGING:
        # "The minister said that the owners must pay": what is asked is asked of the subject.
        return Parties(None, subject)
    if _is_passive(words, start, first):
        agent = _behind(unit, last + 1, frozenset(["by"]))
        return Parties(agent, subject, is_passive=True)
    partner = _behind(unit, last + 1, frozenset(["with"])) if kind in MUTUAL else None
    if words[start].low == "to" and start < first:
        main, controller = clause_subject(unit, start), source_left(unit, start)
        if main and main != controller:
            subject = main
            partner = partner or (controller if kind in ADDRESSED else None)
    recipient = partner or object_behind(unit, last + 1) or (object_behind(unit, first + 1) if last > first else None)
    return Parties(subject, recipient)


def split_pair(unit: Unit, found: Range) -> tuple[Range, Range] | None:
    """The two members of "X and Y", each a range; None where there is no "and" between capitals."""
    for index in range(found[0] + 1, found[1]):
        if unit.words[index].low == "and" and unit.words[index + 1].low not in TIME_WORDS:
            return (found[0], index - 1), (index + 1, found[1])
    return None


def head_range(unit: Unit, found: Range) -> Range:
    """The phrase up to its first preposition, relative or mark: "a spokesman" of "a spokesman for the council, …"."""
    first, last = found
    while first < last and unit.words[first].low in ARTICLES and unit.words[first + 1].is_word:
        first += 1
    end = first
    for index in range(first + 1, last + 1):
        word = unit.words[index]
        if word.low in HEAD_ENDS or (not word.is_word and word.text not in ".'’-&%$"):
            break
        end = index
    return (first, end)


def is_noun(words: Sequence[Word], index: int) -> bool:
    """Whether a word that may be noun or verb is a noun here: an article, adjective or possessive stands before it."""
    word = words[index]
    if index == 0:
        return not word.low.endswith("ed")
    if word.low.endswith("ed"):
        return False
    before = words[index - 1]
    if before.low in ("to", "will", "would", "may", "could", "can", "must", "should", "not", "who", "n't"):
        return False
    if before.low in ARTICLES or before.text in ("'s", "’s", "’", "'") or before.low.endswith(("'s", "s'")):
        return True
    after = words[index + 1].low if index + 1 < len(words) else ""
    if before.low in PREPOSITIONS and not word.low.endswith("ing"):
        return True
    if after in ("on", "against", "between", "by", "of") and not before.is_capitalized and before.low not in ADVERBS:
        return not before.low.endswith("s") and before.low not in AUXILIARIES
    return False


def is_verb(unit: Unit, index: int) -> bool:
    """Whether a listed word is a verb here: a past form, behind an auxiliary or "to", or between subject and object."""
    words = unit.words
    low, before = words[index].low, words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if is_noun(words, index):
        return False
    if before is not None and (
        before.low in AUXILIARIES | ADVERBS or before.low in ("to", "not") or before.low.endswith("ly")
    ):
        return True
    if low.endswith("ed") or low in past_forms():
        return True
    if after is None:
        return False
    has_object = (
        after.low in ARTICLES | PRONOUNS | PREPOSITIONS
        or after.low == "to"
        or after.is_capitalized
        or after.text[0].isdigit()
    )
    if low.endswith("ing"):
        return has_object and after.low not in ("of", "in", "at")
    is_subject = (
        before is None or before.is_capitalized or before.low in PRONOUNS | RELATIVES or before.low.endswith("s")
    )
    return is_subject and (has_object or unit.in_title or (before is not None and before.is_capitalized))


def is_adjective(unit: Unit, index: int) -> bool:
    """Whether a participle stands before its noun: "an alleged attack", "life-threatening injuries"."""
    words = unit.words
    if not words[index].low.endswith(("ed", "ing")) or index + 1 >= len(words):
        return False
    before, after = words[index - 1] if index else None, words[index + 1]
    if (before is not None and before.text == "-") or words[index].text.count("-"):
        return True
    leads = before is not None and (
        before.low in ARTICLES or before.low.endswith(("'s", "s'")) or before.low in ("of", "non")
    )
    return (
        leads and after.is_word and after.text.islower() and after.low not in PREPOSITIONS | AUXILIARIES | {"to", "and"}
    )


def _verb_start(words: Sequence[Word], first: int) -> int:
    """The first word of the verb: its auxiliaries and adverbs counted in."""
    start = first
    while start > 0 and (
        words[start - 1].low in AUXILIARIES | ADVERBS
        or words[start - 1].low in ("not", "n't", "to")
        or (words[start - 1].low.endswith("ly") and len(words[start - 1].low) > 4)
    ):
        start -= 1
    return start


def _is_passive(words: Sequence[Word], start: int, first: int) -> bool:
    has_be = any(words[k].low in BE for k in range(start, first))
    is_past = words[first].low.endswith(("ed", "en", "n", "t", "d")) and not words[first].low.endswith("ing")
    if has_be:
        return is_past
    after = words[first + 1].low if first + 1 < len(words) else ""
    return after == "by" and is_past


def _subject(unit: Unit, start: int, first: int) -> Range | None:
    words = unit.words
    before = words[start - 1] if start else None
    if before is not None and before.low in RELATIVES:
        return _antecedent(unit, start - 1)
    if before is not None and before.low in ("and", "or", "but", ",") and start > 1:
        return clause_subject(unit, start - 1)
    found = source_left(unit, start)
    if found is None or words[first].low.endswith("ing"):
        return clause_subject(unit, first) or found
    return found


def _antecedent(unit: Unit, relative: int) -> Range | None:
    """The phrase that a relative pronoun stands for."""
    last = relative - 1
    if last >= 0 and unit.words[last].text == ",":
        last -= 1
    return noun_phrase_left(unit.words, last) if last >= 0 else None


def object_behind(unit: Unit, index: int) -> Range | None:
    """The phrase behind a verb: its object, or what stands behind its preposition, or the subject of its clause."""
    words = unit.words
    if index > 0 and words[index - 1].low == "to" and _is_infinitive(words, index):
        index += 1
    for k in range(index, min(len(words), index + REACH)):
        word = words[k]
        if word.quotation or word.text in ".;:":
            return None
        if word.low == "to" and _is_infinitive(words, k + 1):
            return object_behind(unit, k + 2) if k + 2 < index + REACH else None
        if word.low in TOWARDS or word.low in PARTICLES or word.low in ("that", "as", "about", "towards", "after"):
            continue
        if word.low in COUNTING or (word.text[0].isdigit() and k + 1 < len(words)):
            continue
        if word.low in TIME_WORDS or word.low in ADVERBS or (word.low.endswith("ly") and k == index):
            continue
        if word.low in CLAUSE_STARTERS or not word.is_word:
            if word.text not in ",\"“”'‘’$(" and word.low not in ("a", "the"):
                return None
            continue
        return source_right(unit, k, with_apposition=False)
    return None


def _is_infinitive(words: Sequence[Word], index: int) -> bool:
    """Whether the word behind "to" is a verb: no article, name, number or plural."""
    if index >= len(words):
        return False
    word = words[index]
    is_noun = word.low in ARTICLES or word.low in PRONOUNS or not word.text.isalpha() or not word.text.islower()
    return not is_noun and not word.low.endswith("s")


def _behind(unit: Unit, index: int, prepositions: frozenset[str]) -> Range | None:
    """The phrase behind the first of these prepositions."""
    for k in range(index, min(len(unit.words) - 1, index + REACH)):
        word = unit.words[k]
        if word.text in ".;:" or word.quotation:
            return None
        if word.low in prepositions:
            return source_right(unit, k + 1, with_apposition=False)
    return None


def _noun_parties(unit: Unit, first: int, last: int) -> Parties:
    between = _behind(unit, last + 1, frozenset(["between", "among"]))
    pair = split_pair(unit, between) if between else None
    if pair:
        return Parties(*pair)
    agent = _behind(unit, last + 1, frozenset(["by"]))
    recipient = _behind(unit, last + 1, TO_WHOM)
    owner = _owner(unit, first)
    subject = clause_subject(unit, first)
    return Parties(agent or owner or subject, recipient if recipient != agent else None, is_bound=bool(agent or owner))


def _owner(unit: Unit, first: int) -> Range | None:
    """Who stands in the genitive before a noun: "Norvik's refusal"."""
    for index in range(first - 1, max(-1, first - 5), -1):
        word = unit.words[index]
        if word.low.endswith(("'s", "s'")):
            start = index
            while start > 0 and unit.words[start - 1].is_capitalized:
                start -= 1
            return (start, index)
        if word.text in ("’s", "'s"):
            return noun_phrase_left(unit.words, index - 1)
        if not word.is_word or word.low in PREPOSITIONS:
            return None
    return None
