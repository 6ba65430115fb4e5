"""Names and the phrases said of them: "council spokesman Orrin Vane", "Mara Ilves, the mayor,", "Ilves is a nurse"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.coreference_nominals import Nominal
from crossread.reading.names_record import Name, Names
from crossread.reading.names_text import Line
from crossread.records import Gender, Span

COPULAS = frozenset(["is", "was", "became", "remains", "becomes", "remained", "'s", "as"])
# What may follow an apposition between commas.
CLOSERS = frozenset(
    [",", ".", ";", ")", "—", "–", "-", "”", '"', ":", "who", "whose", "in", "from", "with", "and", "on"]
)
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
    outer = _outer(lines, nominals)
    for number, nominal in enumerate(nominals):
        index = _name_behind(text, nominal, names, starts)
        if index is None:
            continue
        top = outer.get(number, number)
        span = Span(nominals[top].start, nominal.whole.end)
        if top not in attached:
            attached[top] = (chains[index], span)
            learn(chains[index], nominals[top], text)
    ends = {name.end: index for index, name in enumerate(names)}
    for number, nominal in enumerate(nominals):
        if number in attached or number in outer:
            continue
        index = _name_before(lines[nominal.line], nominal, ends)
        if index is not None and _fits(nominal, names[index]):
            attached[number] = (chains[index], nominal.whole)
            learn(chains[index], nominal, text)
    return attached


def learn(chain: ChainDraft, nominal: Nominal, text: str) -> None:
    """What a phrase tells of the one it is said of."""
    chain.add_role(nominal.noun)
    chain.countries |= countries_of(nominal, text)
    gender = gender_of(nominal.sex)
    if chain.gender == "unknown" and gender != "unknown":
        chain.gender = gender


def _outer(lines: Sequence[Line], nominals: Sequence[Nominal]) -> dict[int, int]:
    """For a phrase that stands behind the 'of' of another, the outermost one: 'the aide of the president of …'."""
    found: dict[int, int] = {}
    for number, nominal in enumerate(nominals[1:], 1):
        before = nominals[number - 1]
        words = lines[nominal.line].words
        if before.line != nominal.line or nominal.first < 1 or words[nominal.first - 1].low not in ("of", "for", "to"):
            continue
        if before.last == nominal.first - 2 and before.number == "s":
            found[number] = found.get(number - 1, number - 1)
    return found


def _name_behind(text: str, nominal: Nominal, names: Names, starts: Sequence[int]) -> int | None:
    """The name that stands hard behind a phrase, or behind its comma where the phrase is definite."""
    end = nominal.whole.end
    index = bisect_left(starts, end)
    if index >= len(names) or not _fits(nominal, names[index]):
        return None
    gap = text[end : names[index].start]
    if gap.strip() == "" and "\n" not in gap and len(gap) <= 2:
        return index
    # A title of one's own may stand between: "the commander, General Orr".
    title = names[index].title
    if title is not None and text[end : title.start].strip() in ("", ","):
        return index
    return index if gap == ", " and nominal.article in ("definite", "possessive") else None


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
