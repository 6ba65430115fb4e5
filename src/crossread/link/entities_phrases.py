"""Bodies without a name that accounts word alike: 'the Selmar opposition', 'the Venn administration'.

Such words are one body where they hold a country or a proper name besides a common noun, and the accounts keep company.
'Officials', 'police' and 'two people' are never joined: who they are, each account knows for itself.
"""

from __future__ import annotations

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group
from crossread.link.entities_rolewords import HEAD, role_words
from crossread.link.names_fold import SETS

ENOUGH = 0.12
SCORE = 0.8
MOST_ALIKE = 40
# An account keeps speaking of a group it words so often; how sure two such groups are one.
SALIENT, SALIENT_SCORE = 2, 0.7
# Words for groups that any account may mean others by.
ANYBODY = SETS["anybody"]


def unite_phrases(clusters: Clusters, company: Company) -> None:
    """Unite unnamed bodies of the same telling words."""
    by_words: dict[frozenset[str], list[Group]] = {}
    for group in clusters.groups:
        if group.kind == "organization" and not group.words and (words := _telling(group)):
            by_words.setdefault(words, []).append(group)
    for words in sorted(by_words, key=sorted):
        heads: list[Group] = []
        for group in by_words[words]:
            near = (head for head in heads if _keep_company(clusters, company, head, group))
            head = next(near, None)
            if head is None or not clusters.unite(
                Join(head.number, group.number, SCORE, "the same words for one body")
            ):
                heads = [*heads, group][:MOST_ALIKE]


def unite_salient(clusters: Clusters, company: Company) -> None:
    """Unite groups that several accounts keep speaking of by one word: 'the caravan', 'the strikers'.

    A word that many groups could bear ('officials', 'police') says nothing; each account may mean others by it.
    """
    by_head: dict[str, list[Group]] = {}
    for group in clusters.groups:
        if not group.words and (head := _salient(group)):
            by_head.setdefault(head, []).append(group)
    for head in sorted(by_head):
        heads: list[Group] = []
        for group in by_head[head]:
            near = (other for other in heads if _keep_company(clusters, company, other, group))
            met = next(near, None)
            reason = "the group that both accounts keep speaking of"
            if met is None or not clusters.unite(Join(met.number, group.number, SALIENT_SCORE, reason)):
                heads = [*heads, group][:MOST_ALIKE]


def _salient(group: Group) -> str | None:
    """The head of a group's wordings, where an account speaks of it definitely and again and again."""
    known = group.members[0]
    heads = {word for text, _ in known.phrases for word in role_words(text) if word.startswith(HEAD)}
    if len(heads) != 1 or group.kind not in ("person", "organization"):
        return None
    head = next(iter(heads))
    is_several = known.chain.plural or group.kind == "organization"
    if not is_several or _is_anybody(head.removeprefix(HEAD)):
        return None
    return head if sum(count for _, count in known.phrases) >= SALIENT else None


def _is_anybody(noun: str) -> bool:
    """Whether a noun, of one or of several, is one that any account may mean others by: 'official', 'officials'."""
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in ANYBODY or one in ANYBODY


def _keep_company(clusters: Clusters, company: Company, head: Group, group: Group) -> bool:
    return company.share(clusters.of(group.number).circle, clusters.of(head.number).circle) >= ENOUGH


def _telling(group: Group) -> frozenset[str] | None:
    """The words of a body that is worded in one way only, where they hold a country or a proper name."""
    known = group.members[0]
    worded = {role_words(text) for text, _ in known.phrases}
    words = max(worded, key=lambda some: (len(some), sorted(some)), default=frozenset())
    if not known.is_definite or not all(other <= words for other in worded):
        return None
    if len(words) < 2 or any(_is_plural(word) for word in words):
        return None
    longest = max((text for text, _ in known.phrases), key=len)
    has_name = any(part[:1].isupper() for part in longest.split()[:-1] if part not in ("The", "A", "An"))
    return words if has_name else None


def _is_plural(word: str) -> bool:
    """Whether the head of a phrase means several: 'Norwegian companies' of two accounts need not be the same."""
    return word.startswith(HEAD) and word.endswith("s") and not word.endswith("ss")
