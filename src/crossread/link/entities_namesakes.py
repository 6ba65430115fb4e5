"""Namesakes: names so common that bearing one says little.

Every country has a 'Foreign Ministry', and many men are called John Smith. Such names are one only where their accounts
keep company; in a folder of one affair they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.entities_company import Circle, Company, join_near
from crossread.link.entities_known import Group, Known, is_common
from crossread.link.entities_rolewords import role_words

# Company that makes namesakes one; unrelated accounts of a pile share less (see entities_company).
ENOUGH = 0.08
# Namesakes told apart at most; where there are more, the rest join the last.
MOST_NAMESAKES = 60
# Of namesakes already found one, so many are asked whether another keeps their company.
MOST_ASKED = 60


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
    asked = [other.account for other in part[:MOST_ASKED]]
    one = Circle({known.account}, (known.account,), frozenset())
    return company.share(one, Circle(set(asked), join_near((), asked), frozenset())) >= ENOUGH
