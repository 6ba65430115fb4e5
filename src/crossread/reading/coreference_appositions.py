"""Names and the phrases said of them: "council spokesman Orrin Vane", "Mara Ilves, the mayor,", "Ilves is a nurse"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.coreference_nominals import Nominal
from crossread.reading.coreference_words import PRO_PLACE, SORTS
from crossread.reading.names_record import Name, Names
from crossread.reading.names_text import Line, Word
from crossread.reading.names_words import SMALL, SPEECH
from crossread.records import Gender, Span

HEADS = frozenset(["head", "chief", "boss", "leader"])
COPULAS = frozenset(["is", "was", "became", "remains", "becomes", "remained", "'s"])
# What may follow an apposition between commas.
CLOSERS = frozenset(
    [",", ".", ";", ")", "—", "–", "-", "”", '"', ":", "who", "whose", "in", "from", "with", "and", "on"]
)
ENDS = frozenset([",", ";", ":", ")", "—", "–", "”", '"', "?", "!"])
RELATIVES = frozenset(["who", "whose", "which", "that", "where"])
# A phrase may be followed by so many words that belong to it: 'of the health department in Vorsk'.
LONGEST_COMPLEMENT = 14
COMPLEMENTS = frozenset(["of", "for", "at", "in"])
INSIDE = COMPLEMENTS | {"the", "a", "an", "and", "his", "her", "its", "their", "'s"}
NEAR = frozenset([",", "—", "–", "("])


def countries_of(nominal: Nominal, text: str) -> set[str]:
    """Codes of the countries a phrase names: by an adjective, or by name before or behind its head."""
    found = set()
    if nominal.people and nominal.people in gazetteer.demonyms():
        found.add(gazetteer.demonyms()[nominal.people].code)
    for name in nominal.names:
        country = gazetteer.country_names().get(text[name.start : name.end].lower())
        if country is not None:
            found.add(country.code)
    return found


def owners_of(nominal: Nominal, text: str) -> set[str]:
    """Names in a phrase of those whom somebody serves, in lower case; countries aside."""
    found = set()
    for name in nominal.names:
        words = text[name.start : name.end].lower().split()
        if " ".join(words) not in gazetteer.country_names():
            found.add(words[-1] if name.kind == "person" else " ".join(words))
    return found


def office_of(nominal: Nominal, text: str) -> str | None:
    """The office that heading a ministry is: 'the head of the Ministry of Finance' is a finance minister."""
    if nominal.noun not in HEADS:
        return None
    for owner in sorted(owners_of(nominal, text)):
        words = owner.split()
        if "ministry" in words and len(words) > 1:
            at = words.index("ministry")
            field = words[at + 2] if words[at + 1 : at + 2] == ["of"] and at + 2 < len(words) else words[at - 1]
            return f"{field} minister"
    return None


def gender_of(sex: gazetteer.Sex) -> Gender:
    """The gender a noun shows."""
    return {"f": "female", "m": "male", "n": "neuter"}.get(sex, "unknown")  # type: ignore[return-value]


def attach(
    text: str, lines: Sequence[Line], nominals: Sequence[Nominal], names: Names, chains: Sequence[ChainDraft]
) -> dict[int, tuple[ChainDraft, Span]]:
    """For each noun phrase said of a name (by its place in the list) the chain and the words that describe it.

    Chains learn the roles, countries and genders on the way.
    """
    attached: dict[int, tuple[ChainDraft, Span]] = {}
    starts = [name.start for name in names]
    taken: dict[int, int] = {}
    for number, nominal in enumerate(nominals):
        found = _name_behind(lines[nominal.line], nominal, names, starts)
        # Of several phrases before one name the outermost is said of it: 'the aide of the president of …'.
        if found is not None and taken.get(found[0], nominal.start) <= nominal.start:
            index, end = found
            if "," not in text[end : names[index].start]:
                if index in taken:
                    continue
                taken[index] = nominal.start
            attached[number] = (chains[index], Span(nominal.start, end))
            learn(chains[index], nominal, text)
    ends = {name.end: index for index, name in enumerate(names)}
    for number, nominal in enumerate(nominals):
        if number in attached:
            continue
        inside = _body_inside(text, nominal, ends)
        if inside is not None and names[inside].kind == ("place" if nominal.noun in PRO_PLACE else "organization"):
            attached[number] = (chains[inside], nominal.whole)
            chains[inside].add_role(nominal.noun)
            continue
        before = _name_before(lines[nominal.line], nominal, ends)
        if before is not None and _fits(nominal, names[before]):
            attached[number] = (chains[before], _to_comma(lines[nominal.line], nominal))
            learn(chains[before], nominal, text)
    return attached


def _to_comma(line: Line, nominal: Nominal) -> Span:
    """An apposition with all that is said in it, up to its comma, where that is near."""
    words = line.words
    for index in range(nominal.last + 1, min(len(words), nominal.last + 1 + LONGEST_COMPLEMENT)):
        if words[index].text in ENDS or (words[index].text == "." and index == len(words) - 1):
            return Span(nominal.start, max(words[index - 1].end, nominal.end))
        if words[index].low in SPEECH and not any(words[k].low in RELATIVES for k in range(nominal.last, index)):
            break
    return nominal.whole


def _body_inside(text: str, nominal: Nominal, ends: dict[int, int]) -> int | None:
    """The body that a noun behind its name only sorts: 'Vorsk TV channel', 'the Taliban group'."""
    if nominal.number != "c" or nominal.noun not in SORTS | PRO_PLACE:
        return None
    size = len(nominal.noun)
    return ends.get(nominal.end - size - 1) if text[nominal.end - size - 1 : nominal.end - size] == " " else None


def learn(chain: ChainDraft, nominal: Nominal, text: str) -> None:
    """What a phrase tells of the one it is said of."""
    chain.add_role(nominal.noun)
    office = office_of(nominal, text)
    if office is not None:
        chain.add_role(office)
    chain.countries |= countries_of(nominal, text)
    chain.owners |= owners_of(nominal, text)
    gender = gender_of(nominal.sex)
    if chain.gender == "unknown" and gender != "unknown":
        chain.gender = gender


def _name_behind(line: Line, nominal: Nominal, names: Names, starts: Sequence[int]) -> tuple[int, int] | None:
    """The name behind a phrase, and where the phrase ends; its complement and, where it is definite, a comma may stand
    between: 'the head of the health department in Vorsk, Orrin Vane'.
    """
    words = line.words
    index = nominal.last + 1
    if index >= len(words) or words[nominal.last].possessive:
        return None
    farthest = LONGEST_COMPLEMENT if nominal.number == "s" else 1
    for at in range(index, min(len(words), index + farthest)):
        found = _named_at(names, starts, words[at])
        if found is not None and _fits(nominal, names[found]):
            if at > index and words[at - 1].low in SMALL:
                return None
            end = words[at - 1 - (words[at - 1].text == ",")].end
            before = names[found].title
            return (found, min(end, before.start) if before and before.start > nominal.end else end)
        word = words[at]
        if word.text == ",":
            following = _named_at(names, starts, words[at + 1]) if at + 1 < len(words) else None
            if following is None or nominal.article == "none" or not _may_be_apposed(line, nominal, names[following]):
                return None
            continue
        opens = at > index or word.low in COMPLEMENTS or _is_title(names, starts, word)
        if not opens or word.low in SPEECH or not (word.text[0].isalpha() or word.text in "-’'"):
            return None
        if word.low in SMALL and word.low not in INSIDE:
            return None
    return None


def _may_be_apposed(line: Line, nominal: Nominal, name: Name) -> bool:
    """Whether a name behind a comma is that of the phrase: 'a nurse, Orrin Vane, said', not 'the child, Vane said'."""
    words = line.words
    behind = bisect_left(words, name.end, key=lambda word: word.start)
    if behind >= len(words) or words[behind].text in ",.;()—–" or words[behind].low in ("who", "whose"):
        return True
    return nominal.first == 0 and nominal.article != "indefinite" and words[behind].low not in SPEECH


def _named_at(names: Names, starts: Sequence[int], word: Word) -> int | None:
    """The name that begins with a word, its title included."""
    index = bisect_left(starts, word.start)
    if index >= len(names):
        return None
    name = names[index]
    if name.start == word.start or (name.title is not None and name.title.start == word.start):
        return index
    return None


def _is_title(names: Names, starts: Sequence[int], word: Word) -> bool:
    """Whether a word stands in the title of the next name."""
    index = bisect_left(starts, word.start)
    title = names[index].title if index < len(names) else None
    return title is not None and title.start <= word.start < title.end


def _fits(nominal: Nominal, name: Name) -> bool:
    if nominal.number == "s":
        return name.kind == "person"
    return nominal.number == "c" and name.kind == "organization"


def _name_before(line: Line, nominal: Nominal, ends: dict[int, int]) -> int | None:
    """The name before a phrase that is apposed to it, or said of it with 'is'."""
    words = line.words
    index = nominal.first - 1
    if index < 1:
        return None
    if words[index].low in COPULAS and nominal.article != "none":
        index -= 1
        return ends.get(words[index].end)
    if words[index].text not in NEAR:
        return None
    following = words[nominal.last + 1 :]
    after = next((word for word in following if word.start >= nominal.whole.end), None)
    if (
        after is not None
        and after.low not in CLOSERS
        and nominal.whole.end == nominal.end
        and after.low
        not in (
            "of",
            "for",
            "at",
        )
    ):
        return None
    index -= 1
    if words[index].text.isdigit() and index > 1 and words[index - 1].text == ",":
        index -= 2
    if words[index].text == "." and index:
        index -= 1
    return ends.get(words[index].end)
