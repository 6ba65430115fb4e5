"""Pronouns, each to whom it takes up: gender and number must agree; the nearest subject or speaker is meant first."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.coreference_history import History
from crossread.reading.coreference_words import PronounKind
from crossread.records import Gender


def find_antecedent(
    kind: PronounKind, line: int, history: History, *, quoted: bool, excluded: Sequence[ChainDraft]
) -> ChainDraft | None:
    """The chain a pronoun of the third person takes up, or None. `excluded` cannot be meant: who speaks, for one."""
    barred = {id(chain) for chain in excluded}
    if kind in ("male", "female"):
        gender: Gender = "male" if kind == "male" else "female"
        found = history.best(
            line,
            lambda chain: _is_one(chain) and chain.gender in (gender, "unknown") and id(chain) not in barred,
            quoted=quoted,
            sure=lambda chain: chain.gender == gender,
        )
        if found is not None and found.gender == "unknown":
            found.gender = gender
        return found
    if kind == "plural":
        return history.best(
            line,
            lambda chain: _may_be_they(chain) and id(chain) not in barred,
            quoted=quoted,
            sure=lambda chain: chain.plural,
        )
    return history.best(
        line,
        lambda chain: chain.kind != "person" and not chain.plural and id(chain) not in barred,
        quoted=quoted,
        sure=lambda chain: chain.kind == "organization",
    )


def _is_one(chain: ChainDraft) -> bool:
    return chain.kind == "person" and not chain.plural


def _may_be_they(chain: ChainDraft) -> bool:
    return chain.plural or (chain.kind == "organization" and chain.named)
