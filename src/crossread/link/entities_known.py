"""Chains as linking sees them: their forms, the words they are compared by, and groups of chains of one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crossread.gazetteer import first_names, organizations, titles
from crossread.link.entities_countries import country_of, country_of_people
from crossread.link.names_fold import GENERIC, SETS
from crossread.link.names_words import name_words, split_suffix
from crossread.records import Chain, Document, EntityKind, Mention, Reading

# Family names that so many bear that a full name says little.
COMMON_FAMILIES = SETS["common_families"]
# Words with which an account speaks of somebody it does not point to.
INDEFINITE = SETS["indefinite"]
LONGEST_ARTICLE = 10
# An honour or a large article just before a name; a word or comma before it shows that no sentence opens there.
_STYLE = re.compile(r"([^\W_],? )?\b(Mr\.?|Mrs\.?|Ms\.?|Miss|Mx\.?|Dr\.?|Sir|Dame|Lord|Lady|Prof\.?|The) $")
LONGEST_STYLE = 12
LONGEST_TITLE, MOST_TITLE_WORDS = 40, 3


@dataclass(frozen=True, slots=True)
class Known:
    """A chain of one account: `account` is the account's rank by content, `at` its first mention's place.

    `forms` are its names, `styled` those that stand behind 'Mr' or 'The', `phrases` its other wordings, each with a
    count; `words` the words of its fullest name, empty where it has none; `roles` what the account calls it; `country`
    the code of the country it means, `body` the fullest name of the well-known organization. A chain that opens with
    'a' is not definite.
    """

    chain: Chain
    account: int
    at: tuple[str, int, int]
    forms: tuple[tuple[str, int], ...]
    styled: tuple[tuple[str, int], ...]
    phrases: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    roles: tuple[str, ...] = ()
    country: str | None = None
    body: str | None = None
    is_definite: bool = True

    @property
    def kind(self) -> EntityKind:
        """What its account takes it for."""
        return self.chain.kind

    @property
    def fullest(self) -> str:
        """Its fullest name, or what its account took for one."""
        return _fullest(self.chain, self.forms) if self.forms else self.chain.name

    @property
    def weight(self) -> int:
        """How often it is named."""
        return sum(count for _, count in self.forms)


@dataclass(slots=True)
class Group:
    """Chains that bear one name and are of one kind; `number` is its place in the list of groups."""

    number: int
    kind: EntityKind
    words: tuple[str, ...]
    country: str | None = None
    body: str | None = None
    members: list[Known] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How often its chains are named."""
        return sum(known.weight for known in self.members)

    @property
    def accounts(self) -> set[int]:
        """The accounts it occurs in."""
        return {known.account for known in self.members}

    def first(self) -> Known:
        """The chain that stands for it: the earliest by content, in which order members stand."""
        return self.members[0]


def view_chains(readings: Sequence[Reading]) -> list[Known]:
    """Every chain of every account, in the order of their content, so that the order of the accounts alters nothing."""
    made: list[Known] = []
    for account, reading in enumerate(sorted(readings, key=lambda reading: reading.document.key)):
        mentions: dict[str, list[Mention]] = {}
        for mention in reading.mentions:
            mentions.setdefault(mention.chain, []).append(mention)
        called: dict[str, list[str]] = {}
        for description in reading.descriptions:
            called.setdefault(description.chain or "", []).append(description.text)
        for chain in reading.chains:
            if chain.id in mentions:
                made.append(_view(chain, mentions[chain.id], called.get(chain.id, []), account, reading.document))
    return sorted(made, key=lambda known: known.at)


def _view(chain: Chain, mentions: list[Mention], called: list[str], account: int, document: Document) -> Known:
    first = min(mentions, key=lambda mention: (mention.start, mention.end))
    forms = _count(document.words(m.span) for m in mentions if m.form == "name")
    phrases = _count(document.words(m.span) for m in mentions if m.form == "nominal")
    country = _country(chain, forms, phrases)
    return Known(
        chain=chain,
        account=account,
        at=(document.key, first.start, first.end),
        forms=forms,
        styled=_count(_styled(chain, mentions, document.text)),
        phrases=phrases,
        words=name_words(_fullest(chain, forms), chain.kind) if forms else (),
        roles=tuple(dict.fromkeys((*chain.roles, *called, *_titles(chain, mentions, document.text)))),
        country=country,
        body=None if country else _body(chain, forms),
        is_definite=bool(forms) or _is_definite(first, document.text),
    )


def _styled(chain: Chain, mentions: Iterable[Mention], text: str) -> Iterable[str]:
    """A person's names with the honour before them, other names with a large 'The' that opens no sentence."""
    for mention in mentions:
        before = _STYLE.search(text[max(0, mention.start - LONGEST_STYLE) : mention.start])
        if not before or mention.form != "name" or (before[2] == "The") == (chain.kind == "person"):
            continue
        if before[2] != "The" or before[1]:
            yield f"{before[2]} {text[mention.start : mention.end]}"


def _titles(chain: Chain, mentions: Iterable[Mention], text: str) -> Iterable[str]:
    """The roles that stand before a person's name as a title: 'Foreign Minister Venn'."""
    for mention in mentions if chain.kind == "person" else ():
        words = (
            text[max(0, mention.start - LONGEST_TITLE) : mention.start].lower().split(" ")[-MOST_TITLE_WORDS - 1 : -1]
        )
        for n in range(len(words)):
            title = titles().get(" ".join(words[n:]))
            if title and title.kind == "role":
                yield " ".join(words[n:])
                break


def _is_definite(mention: Mention, text: str) -> bool:
    """Whether words for somebody do not open with 'a', inside the mention or before it."""
    before = text[max(0, mention.start - LONGEST_ARTICLE) : mention.start].split()
    opening = text[mention.start : mention.end].split()[:1] + before[-1:]
    return not any(word.casefold() in INDEFINITE for word in opening)


def _count(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Texts with their counts, the most frequent first; line breaks inside a name are spaces."""
    counted = Counter(" ".join(text.split()) for text in texts)
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _fullest(chain: Chain, forms: tuple[tuple[str, int], ...]) -> str:
    """The fullest name of a chain: what reading took for it, where that is one of its names."""
    named = " ".join(chain.name.split())
    if any(named == text for text, _ in forms):
        return named
    return min(forms, key=lambda form: (-len(name_words(form[0], chain.kind)), -form[1], form[0]))[0]


def _country(chain: Chain, forms: tuple[tuple[str, int], ...], phrases: tuple[tuple[str, int], ...]) -> str | None:
    """The country a chain means by a name, or, where it has none, by an adjective."""
    if chain.kind == "person":
        return None
    for text, _ in forms:
        if code := country_of(text):
            return code
    codes = {country_of_people(text) for text, _ in forms or (phrases if chain.kind == "place" else ())}
    return codes.pop() if len(codes) == 1 else None


def _body(chain: Chain, forms: tuple[tuple[str, int], ...]) -> str | None:
    """The well-known organization a chain names. What ends a full name ('Security Council') is no name of its own."""
    if chain.kind in ("organization", "place", "other"):
        for text, _ in forms:
            kind, full = organizations().get(text) or organizations().get(text.replace(".", "")) or ("", "")
            if kind == "organization" and (text == full or not full.endswith(text)):
                return full
    return None


def group_by_name(known: Iterable[Known]) -> list[Group]:
    """Chains sorted into groups of one kind and name; countries by their code. Order: by content.

    A person known by one word only, mostly a family name, is a group alone: it needs more than the word to be merged.
    So is a chain without any name.
    """
    groups: dict[tuple[str, ...], Group] = {}
    for one in known:
        if one.country:
            key: tuple[str, ...] = ("place", "country", one.country)
        elif one.body:
            key = ("organization", "body", one.body)
        elif not one.words or (one.kind == "person" and len(split_suffix(one.words)[0]) == 1):
            key = ("alone", one.chain.id)
        else:
            key = (one.kind, *_plain(one))
        group = groups.get(key)
        if group is None:
            kind: EntityKind = "place" if one.country else "organization" if one.body else one.kind
            group = groups[key] = Group(len(groups), kind, one.words, one.country, one.body)
        group.members.append(one)
    return list(groups.values())


def _plain(known: Known) -> tuple[str, ...]:
    """The words of a name with its suffix in one spelling."""
    words, suffix = split_suffix(known.words)
    return (*words, suffix) if suffix else words


def is_common(group: Group) -> bool:
    """Whether many may bear the name: a body without a place or proper name, a person with two common names."""
    if group.country or group.body or not group.words:
        return False
    if group.kind == "person":
        return len(group.words) == 2 and group.words[0] in first_names() and group.words[1] in COMMON_FAMILIES
    return group.kind == "organization" and all(word in GENERIC for word in group.words)
