"""Pronouns, each to whom it takes up: gender and number must agree; the nearest subject or speaker is meant first."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.coreference_history import History
from crossread.reading.coreference_words import PronounKind
from crossread.records import Gender, Span


def find_antecedent(
    kind: PronounKind, line: int, history: History, *, quoted: bool, told: Sequence[Span] = ()
) -> ChainDraft | None:
    """The chain a pronoun of the third person takes up, or None.

    `told` is what it is made to say, where it speaks: who is named in there is seldom meant.
    """
    if kind in ("male", "female"):
        gender: Gender = "male" if kind == "male" else "female"
        found = history.best(
            line,
            lambda chain: _is_one(chain) and chain.gender in (gender, "unknown"),
            quoted=quoted,
            told=told,
            sure=lambda chain: chain.gender == gender,
        )
        if found is not None and found.gender == "unknown" and not _is_rivalled(found, gender, line, history):
            found.gender = gender
        return found
    if kind == "plural":
        return history.best(
            line,
            _may_be_they,
            quoted=quoted,
            told=told,
            sure=lambda chain: chain.plural,
        )
    return history.best(
        line,
        _may_be_it,
        quoted=quoted,
        told=told,
        sure=lambda chain: chain.kind == "organization",
    )


def _may_be_it(chain: ChainDraft) -> bool:
    """A body, or a place that acts; of other places nothing is said with 'it'."""
    if chain.kind == "place":
        low = chain.name.lower()
        return low in gazetteer.country_names() or low in gazetteer.capitals()
    return chain.kind == "organization" and not chain.plural


def _is_rivalled(found: ChainDraft, gender: Gender, line: int, history: History) -> bool:
    """Whether another is near whose gender is known to fit: then a pronoun says nothing sure of the one chosen."""
    return any(mention.chain is not found and mention.chain.gender == gender for mention in history.back(line, 2))


def _is_one(chain: ChainDraft) -> bool:
    return chain.kind == "person" and not chain.plural


def _may_be_they(chain: ChainDraft) -> bool:
    return chain.plural or (chain.kind == "organization" and chain.named)
