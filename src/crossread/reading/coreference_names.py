"""The names of one account that mean the same: short and full, acronyms and their expansions, all names of a country.

A family name goes to its only bearer; where two bear it, to the one whose title fits and who was named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread import gazetteer
from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.names_record import Name, Names
from crossread.reading.names_words import DIRECTIONS, NAME_ENDS
from crossread.records import Gender, Span

PARTS = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# Father and son of one name are told apart by these; a title or a number behind a name tells nobody apart.
ENDINGS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
# Two spellings of one family name in one account differ in no more letters, and only where it has this many.
FEWEST_LETTERS = 6
# Bodies that larger ones have: with its owner's name before it such a one is not the owner.
PARTS_OF_BODIES = frozenset(["committee", "council", "board", "commission", "congress", "foundation", "secretariat"])
FEWEST_ACRONYM = 2
# A name is compared with so many bearers of its family name, and so many persons for a slip of spelling.
MOST_BEARERS, MOST_PERSONS = 40, 300


@dataclass(slots=True)
class _Named:
    """A chain with the words of its full names."""

    chain: ChainDraft
    parts: tuple[str, ...]
    last_at: int = 0
    first_at: int = 0
    ending: str | None = None


def chain_names(text: str, names: Names) -> list[ChainDraft]:
    """The chain of each name, in the order of the names."""
    chains: list[ChainDraft | None] = [None] * len(names)
    parts = [_parts(text[name.start : name.end]) for name in names]
    full = [i for i, name in enumerate(names) if name.kind == "person" and len(parts[i]) > 1]
    short = [i for i, name in enumerate(names) if name.kind == "person" and len(parts[i]) == 1]
    persons: list[_Named] = []
    by_last: dict[str, list[_Named]] = {}
    for i in full:
        chains[i] = _place_full(text, names[i], parts[i], persons, by_last).chain
    _place_short(text, {i: (names[i], parts[i][0]) for i in short}, persons, chains)
    _place_things(text, names, parts, chains)
    return [chain for chain in chains if chain is not None]


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without initials and endings such as 'Jr'."""
    found = [part.lower().replace("’", "'") for part in PARTS.findall(name)]
    kept = [part for part in found if part not in NAME_ENDS and len(part) > 1]
    return tuple(kept or found)


def _ending(name: str) -> str | None:
    """'jr' or 'sr' where a name ends so."""
    last = name.rstrip(". ").rpartition(" ")[2].lower()
    return ENDINGS.get(last)


def gender_of_title(text: str, title: Span | None) -> Gender:
    """What a title shows: 'Mrs' a woman, 'President' nothing."""
    if title is None:
        return "unknown"
    low = " ".join(part.lower() for part in re.findall(r"[^\s.]+", text[title.start : title.end]))
    found = gazetteer.titles().get(low)
    return _gender(found.sex) if found else "unknown"


def _gender(sex: gazetteer.Sex) -> Gender:
    return "female" if sex == "f" else "male" if sex == "m" else "unknown"


def _gender_of_name(text: str, name: Name, parts: Sequence[str]) -> Gender:
    shown = gender_of_title(text, name.title)
    if shown != "unknown" or len(parts) < 2:
        return shown
    given = parts[0].split("-")[0] if parts[0] not in gazetteer.first_names() else parts[0]
    return _gender(gazetteer.first_names().get(given, "u"))


def _place_full(
    text: str, name: Name, parts: tuple[str, ...], persons: list[_Named], by_last: dict[str, list[_Named]]
) -> _Named:
    """The chain of a full name: the one of the same family name whose given names agree."""
    words = text[name.start : name.end]
    for known in by_last.get(parts[-1], [])[-MOST_BEARERS:]:
        if _agree(known.parts, parts) and known.ending == _ending(words):
            _lengthen(known, words, parts)
            known.last_at = name.start
            _learn_gender(known.chain, _gender_of_name(text, name, parts))
            return known
    chain = ChainDraft("person", words, True, _gender_of_name(text, name, parts))
    known = _Named(chain, parts, name.start, name.start, _ending(words))
    persons.append(known)
    by_last.setdefault(parts[-1], []).append(known)
    return known


def _agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names of one family name are of one person."""
    first, second = a[0], b[0]
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return (len(shorter) > 2 and longer.startswith(shorter)) or second in a[:-1] or first in b[:-1]


def _lengthen(known: _Named, words: str, parts: tuple[str, ...]) -> None:
    if len(parts) > len(known.parts) or (len(parts) == len(known.parts) and len(words) > len(known.chain.name)):
        known.chain.name = words
        known.parts = parts


def _learn_gender(chain: ChainDraft, gender: Gender) -> None:
    if chain.gender == "unknown":
        chain.gender = gender


def _place_short(
    text: str, short: dict[int, tuple[Name, str]], persons: list[_Named], chains: list[ChainDraft | None]
) -> None:
    """Names of one word to their bearers; those without one form chains by the word."""
    bearers: dict[str, list[_Named]] = {}
    for known in persons:
        ends = {known.parts[-1], known.parts[0], *known.parts[1:-1]}
        for part in sorted(ends):
            bearers.setdefault(part, []).append(known)
    _leave_fathers(short, bearers)
    alone: dict[str, ChainDraft] = {}
    last_named = {id(known): known.last_at for known in persons}
    for i, (name, word) in short.items():
        gender = gender_of_title(text, name.title)
        ending = _ending(text[name.start : name.end])
        named_so = (k for k in persons if ending and k.ending == ending and k.parts[-1] == word)
        found = next(named_so, None) or _bearer(word, gender, bearers, last_named, name.start)
        if found is None and word not in alone:
            found = _misspelt(word, persons)
        if found is not None:
            chains[i] = found.chain
            last_named[id(found)] = name.start
            _learn_gender(found.chain, gender)
            continue
        if word not in alone:
            alone[word] = ChainDraft("person", text[name.start : name.end], True, "unknown")
            given = gazetteer.first_names().get(word)
            alone[word].gender = _gender(given) if given and word not in gazetteer.family_names() else "unknown"
        _learn_gender(alone[word], gender)
        chains[i] = alone[word]


def _leave_fathers(short: dict[int, tuple[Name, str]], bearers: dict[str, list[_Named]]) -> None:
    """A family name alone means the father where he has a full name, or where it stands before the son is named."""
    first: dict[str, int] = {}
    for name, word in short.values():
        first[word] = min(name.start, first.get(word, name.start))
    for word, start in first.items():
        found = bearers.get(word, [])
        others = [known for known in found if known.ending != "jr"]
        if others or any(start < known.first_at for known in found):
            bearers[word] = others


def _bearer(
    word: str, gender: Gender, bearers: dict[str, list[_Named]], last_named: dict[int, int], at: int
) -> _Named | None:
    """The bearer of a lone name; family names go before given ones, a fitting title before the last one named."""
    found = bearers.get(word, [])
    by_family = [k for k in found if k.parts[-1] == word or (k.parts[0] == word and word in gazetteer.family_names())]
    found = by_family or found
    fitting = [k for k in found if gender == "unknown" or k.chain.gender in (gender, "unknown")]
    if not fitting:
        return None
    before = [k for k in fitting if last_named[id(k)] < at]
    return max(before, key=lambda k: last_named[id(k)]) if before else fitting[0]


def _misspelt(word: str, persons: Sequence[_Named]) -> _Named | None:
    """The only person whose family name is this word but for one or two letters: 'Lusenka', 'Tihanova'."""
    if len(word) < FEWEST_LETTERS:
        return None
    found = [k for k in persons[:MOST_PERSONS] if k.parts[-1][:1] == word[:1] and _nearly(k.parts[-1], word)]
    return found[0] if len(found) == 1 else None


def _nearly(a: str, b: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    most = 1 if min(len(a), len(b)) < 9 else 2
    return len(a) >= FEWEST_LETTERS and Levenshtein.distance(a, b, score_cutoff=most) <= most


def _place_things(text: str, names: Names, parts: Sequence[tuple[str, ...]], chains: list[ChainDraft | None]) -> None:
    """Names of organizations, places and the rest: same words, a country's names, acronyms, short forms."""
    known: dict[str, ChainDraft] = {}
    order = [i for i, name in enumerate(names) if name.kind != "person"]
    several = [i for i in order if len(parts[i]) > 1]
    for i in several:
        chains[i] = _same(text, names[i], parts[i], known)
    _unite_longer(several, names, parts, chains, known)
    shorts = _short_forms(several, names, parts, text, chains)
    for i in order:
        if len(parts[i]) > 1:
            continue
        key = _key(text[names[i].start : names[i].end], parts[i])
        meant = _meant(shorts.get(parts[i][0], []), names[i]) if key not in known else None
        if meant is not None:
            chains[i] = meant
        else:
            chains[i] = _same(text, names[i], parts[i], known)


def _meant(bearers: Sequence[tuple[int, ChainDraft]], name: Name) -> ChainDraft | None:
    """Of the bodies a short form may mean the one named last before it, or the only one."""
    fitting = [(at, chain) for at, chain in bearers if name.kind in (chain.kind, "organization")]
    before = [chain for at, chain in fitting if at < name.start]
    if before:
        return before[-1]
    return fitting[0][1] if len({id(chain) for _, chain in fitting}) == 1 else None


def _key(words: str, parts: Sequence[str]) -> str:
    """What names of one thing share: a country's code, a known body's full name, or the words."""
    low = words.lower().replace("’", "'")
    country = gazetteer.country_names().get(low)
    if country is not None:
        return f"country {country.code}"
    body = gazetteer.organizations().get(words)
    if body is not None:
        return " ".join(_parts(body[1]))
    return " ".join(parts)


def _same(text: str, name: Name, parts: Sequence[str], known: dict[str, ChainDraft]) -> ChainDraft:
    words = text[name.start : name.end]
    key = _key(words, parts)
    if key not in known:
        known[key] = ChainDraft(name.kind, words, True, "neuter")
    chain = known[key]
    if (len(words) > len(chain.name) and not (chain.kind == "place" and name.kind != "place")) or (
        chain.name.isupper() and not words.isupper() and len(words) == len(chain.name)
    ):
        chain.name = words
    return chain


def _unite_longer(
    several: Sequence[int],
    names: Names,
    parts: Sequence[tuple[str, ...]],
    chains: list[ChainDraft | None],
    known: dict[str, ChainDraft],
) -> None:
    """A body named with and without what it belongs to: 'Election Commission' and 'Election Commission of Vorsk'."""
    bodies = sorted({parts[i] for i in several if names[i].kind == "organization"}, key=lambda p: (len(p), p))
    by_start: dict[tuple[str, ...], tuple[str, ...]] = {body: body for body in bodies}
    moved: dict[int, ChainDraft] = {}
    for body in bodies:
        for size in range(len(body) - 1, 1, -1):
            shorter = by_start.get(body[:size]) if body[size] in ("of", "for") else None
            if shorter and " ".join(shorter) in known and " ".join(body) in known:
                short, long = known[" ".join(shorter)], known[" ".join(body)]
                moved[id(short)] = long
                known[" ".join(shorter)] = long
                break
    for i in several:
        chain = chains[i]
        if chain is not None and id(chain) in moved:
            chains[i] = moved[id(chain)]


def _short_forms(
    several: Sequence[int],
    names: Names,
    parts: Sequence[tuple[str, ...]],
    text: str,
    chains: Sequence[ChainDraft | None],
) -> dict[str, list[tuple[int, ChainDraft]]]:
    """Single words that mean a name of several: its acronym, its head ('the Council'), its first word ('Hawaiian').

    Each with the places where the full name stands.
    """
    found: dict[str, list[tuple[int, ChainDraft]]] = {}
    for i in several:
        chain = chains[i]
        if chain is None:
            continue
        if names[i].kind not in ("organization", "event", "law"):
            if parts[i][0] in DIRECTIONS:  # 'the North'
                found.setdefault(parts[i][0], []).append((names[i].start, chain))
            continue
        forms = [_initials(text[names[i].start : names[i].end])]
        heads = [parts[i][k - 1] for k, part in enumerate(parts[i]) if part in ("of", "for") and k] or [parts[i][-1]]
        forms.append(heads[0])
        is_part = _is_part(text[names[i].start : names[i].end], parts[i])
        if not is_part and parts[i][0] not in gazetteer.demonyms() and parts[i][0] not in gazetteer.places():
            forms.append(parts[i][0])
        for form in forms:
            if len(form) >= FEWEST_ACRONYM:
                found.setdefault(form, []).append((names[i].start, chain))
    return found


def _is_part(words: str, parts: Sequence[str]) -> bool:
    """Whether a body belongs to a well-known one that its first word names: the council of FIFA is not FIFA."""
    return parts[-1] in PARTS_OF_BODIES and words.split(maxsplit=1)[0] in gazetteer.organizations()


def _initials(words: str) -> str:
    """The first letters of a name's large words, in lower case."""
    return "".join(part[0] for part in PARTS.findall(words) if part[0].isupper()).lower()
