"""Namesakes: names so common that bearing one says little.

Every country has a 'Foreign Ministry', and many men are called John Smith. Such names are one only where their accounts
keep company; in a folder of one affair they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.gazetteer import first_names
from crossread.link.entities_known import Group, Known
from crossread.link.entities_rolewords import role_words
from crossread.link.names_fold import GENERIC, SETS

if TYPE_CHECKING:
    from crossread.link.entities_company import Company

# Company that makes namesakes one; unrelated accounts of a pile share less (see entities_company).
ENOUGH = 0.08
# Family names that so many bear that a full name says little.
COMMON_FAMILIES = SETS["common_families"]
# Namesakes told apart at most; where there are more, the rest join the last.
MOST_NAMESAKES = 60


def is_common(group: Group) -> bool:
    """Whether many may bear the name: a body without a place or proper name, a person with two common names."""
    if group.country or group.body or not group.words:
        return False
    if group.kind == "person":
        return len(group.words) == 2 and group.words[0] in first_names() and group.words[1] in COMMON_FAMILIES
    return group.kind == "organization" and all(word in GENERIC for word in group.words)


def split_namesakes(groups: Sequence[Group], company: Company) -> list[Group]:
    """Keep in each group of a common name the chains that keep company with its first; the others as new groups."""
    made: list[Group] = []
    for group in groups:
        if len(group.members) > 1 and is_common(group):
            parts = _parts(group, company)
            group.members = parts[0]
            for part in parts[1:]:
                made.append(Group(len(groups) + len(made), group.kind, group.words, members=part))
    return made


def _parts(group: Group, company: Company) -> list[list[Known]]:
    parts: list[list[Known]] = []
    for known in group.members:
        near = next((part for part in parts if _are_near(part, known, company)), None)
        if near is not None:
            near.append(known)
        elif len(parts) < MOST_NAMESAKES:
            parts.append([known])
        else:
            parts[-1].append(known)
    return parts


def _are_near(part: list[Known], known: Known, company: Company) -> bool:
    roles = {role_words(role) for role in known.roles}
    if any(role_words(role) in roles for other in part for role in other.roles):
        return True
    return company.share({known.account}, {other.account for other in part}, set()) >= ENOUGH
