"""Noun phrases that stand alone, each to the one it takes up: by role, gender, country and nearness.

What takes up nobody is a chain of its own; a phrase of the same noun may take it up later. Several people never
become a named one.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.coreference_appositions import countries_of, gender_of, office_of, owners_of
from crossread.reading.coreference_draft import ChainDraft
from crossread.reading.coreference_history import History
from crossread.reading.coreference_nominals import Nominal
from crossread.reading.coreference_words import (
    EPITHETS,
    GENERAL,
    GOVERNMENT,
    MADE_OF_PEOPLE,
    PLURAL_PLACES,
    PRO_BODY,
    PRO_COUNTRY,
    PRO_PLACE,
    UNCLEAR,
    takes_up,
)
from crossread.records import EntityKind

# "the company" takes up a body named in so many sentences before at most; "the country" reaches farther.
NEAR, FAR = 4, 12
# A phrase is compared with so many earlier ones of its noun.
MOST_ALIKE = 40


class Roles:
    """Finds the chain of each noun phrase, in the order of the text, and remembers those it made."""

    def __init__(self, text: str, chains: Sequence[ChainDraft], history: History) -> None:
        self.text = text
        self.history = history
        self.persons = [chain for chain in chains if chain.kind == "person"]
        self.bodies = [chain for chain in chains if chain.kind in ("organization", "place", "event")]
        self.by_country = _countries(chains)
        self.made: dict[str, list[ChainDraft]] = {}
        self.owners: set[str] = set()
        self.acting: dict[str, ChainDraft] = {}  # for each noun the country whose government it last meant; "" of any

    def find(self, nominal: Nominal, owner: ChainDraft | None = None) -> tuple[ChainDraft, bool]:
        """The chain a phrase belongs to, and whether it means a country that acts. `owner` is whose it is."""
        countries = countries_of(nominal, self.text)
        self.owners = set() if office_of(nominal, self.text) else owners_of(nominal, self.text)
        if owner is not None and owner.kind == "person":
            self.owners.add(owner.name.lower().split()[-1])
        if nominal.number == "s":
            found = self._bearer(nominal, countries) if nominal.article != "indefinite" else None
            return found or self._own(nominal, countries, "person"), False
        if nominal.number == "p":
            return self._several(nominal, countries)
        state = self._state(nominal, countries, owner) if nominal.noun in GOVERNMENT else None
        if state is not None:
            self.acting[nominal.noun] = self.acting[""] = state
            return state, True
        home = self._home(nominal, owner)
        if home is not None:
            return home, False
        found = self._body(nominal) if nominal.article == "definite" and not nominal.names else None
        kind: EntityKind = "place" if nominal.noun in PRO_PLACE | PRO_COUNTRY else "organization"
        return found or self._own(nominal, countries, kind), False

    def _several(self, nominal: Nominal, countries: set[str]) -> tuple[ChainDraft, bool]:
        """Several people or bodies; 'the Russians' are their country, where it is spoken of."""
        if nominal.noun in gazetteer.demonyms():
            state = self.by_country.get(gazetteer.demonyms()[nominal.noun].code)
            if state is not None and nominal.article == "definite":
                return state, False
        kind: EntityKind = "person" if nominal.sex != "n" else "organization"
        return self._own(nominal, countries, "place" if nominal.noun in PLURAL_PLACES else kind), False

    def _state(self, nominal: Nominal, countries: set[str], owner: ChainDraft | None) -> ChainDraft | None:
        """The country a government is of: named, its head's, or the one whose government was last spoken of."""
        codes = countries or (owner.countries if owner is not None and owner.kind == "person" else set())
        if len(codes) == 1:
            return self.by_country.get(min(codes))
        plain = nominal.article == "definite" and nominal.start == nominal.end - len(nominal.noun)
        is_elsewhere = self.text[nominal.end : nominal.end + 4] == " in "  # "the government in Vorsk" is Vorsk's
        if not plain or codes or owner is not None or is_elsewhere:
            return None
        return self.acting.get(nominal.noun) or self.acting.get("")

    def _home(self, nominal: Nominal, owner: ChainDraft | None) -> ChainDraft | None:
        """The country of 'his country': the one that its owner's role names, where it is one and spoken of."""
        if nominal.noun not in PRO_COUNTRY or owner is None or owner.kind != "person" or owner.plural:
            return None
        return self.by_country.get(min(owner.countries)) if len(owner.countries) == 1 else None

    def _bearer(self, nominal: Nominal, countries: set[str]) -> ChainDraft | None:
        """The person whose role a phrase names; of several the one who was spoken of last."""
        if nominal.noun in UNCLEAR or (nominal.owner is not None and nominal.noun not in gazetteer.titles()):
            return None
        gender = gender_of(nominal.sex)
        noun = office_of(nominal, self.text) or nominal.noun
        fitting = [
            chain
            for chain in self.persons
            if not chain.plural
            and (gender == "unknown" or chain.gender in (gender, "unknown"))
            and self._agrees(chain, countries)
            and any(
                takes_up(noun, role) or (takes_up(role, noun) and countries & chain.countries) for role in chain.roles
            )
        ]
        exact = [chain for chain in fitting if noun in chain.roles]
        of_country = [chain for chain in exact or fitting if countries & chain.countries]
        chosen = of_country or exact or fitting
        if len(chosen) == 1:
            return chosen[0]
        if not chosen:
            return self._epithet(nominal, countries)
        known = {id(chain) for chain in chosen}
        return self.history.latest(nominal.line, lambda chain: id(chain) in known, FAR)

    def _agrees(self, chain: ChainDraft, countries: set[str]) -> bool:
        """Whether nothing that a phrase names of countries and bodies speaks against a chain."""
        if countries and chain.countries:
            return bool(countries & chain.countries)
        ours, theirs = self.owners or countries, chain.owners or chain.countries
        return not (self.owners and theirs and not ours & theirs)

    def _epithet(self, nominal: Nominal, countries: set[str]) -> ChainDraft | None:
        """The person just spoken of whom a noun says something new of: 'the singer', where he had no role yet."""
        if nominal.noun not in EPITHETS or nominal.noun in self.made:
            return None
        gender = gender_of(nominal.sex)
        for mention in self.history.back(nominal.line, 2):
            chain = mention.chain
            if chain.kind != "person" or not chain.named:
                continue
            if gender != chain.gender and (not mention.leads or mention.line == nominal.line):
                continue
            fits = not chain.roles and (gender == "unknown" or chain.gender in (gender, "unknown"))
            return chain if fits and not (countries and chain.countries and not countries & chain.countries) else None
        return None

    def _body(self, nominal: Nominal) -> ChainDraft | None:
        """The body, country or place that 'the agency', 'the country', 'the city' takes up."""
        noun, line = nominal.noun, nominal.line
        if noun in PRO_COUNTRY:
            states = {id(chain) for chain in self.by_country.values()}
            return self.history.latest(line, lambda chain: id(chain) in states, FAR)
        if noun in PRO_PLACE:
            kinds = gazetteer.places()
            return self.history.latest(
                line,
                lambda c: c.kind == "place" and kinds.get(c.name.lower(), noun) == noun and _is_settlement(c),
                NEAR,
            )
        head = noun.rpartition(" ")[2]
        named = {id(c) for c in self.bodies if head in c.name.lower().split() or noun in c.roles}
        found = self.history.main(line, lambda chain: id(chain) in named, FAR)
        if found is None and noun in PRO_BODY:
            found = self.history.latest(line, lambda chain: chain.kind == "organization" and chain.named, NEAR)
        return found

    def _own(self, nominal: Nominal, countries: set[str], kind: EntityKind) -> ChainDraft:
        """The chain of the same noun met before that may be meant, or a new one."""
        before = self.made.setdefault(nominal.noun, [])
        phrase = " ".join(self.text[nominal.start : nominal.end].lower().split())
        if nominal.article != "indefinite":
            for chain in reversed(before[-MOST_ALIKE:]):
                same = phrase == " ".join(chain.name.lower().split())
                known = self.owners <= chain.owners and countries <= chain.countries
                plain = nominal.article == "definite" and known
                plain |= nominal.is_bare and nominal.noun not in GENERAL
                plain |= nominal.noun in GOVERNMENT and nominal.owner is not None and not self.owners
                of_all = nominal.noun in MADE_OF_PEOPLE and not nominal.names
                if same or (self._agrees(chain, countries) and (plain or of_all)):
                    chain.countries |= countries
                    return chain
        name = self.text[nominal.start : nominal.whole.end]
        chain = ChainDraft(
            kind, name, False, gender_of(nominal.sex), nominal.number == "p", [nominal.noun], set(countries)
        )
        chain.owners |= self.owners
        if nominal.number == "c":
            chain.gender = "neuter"
            chain.plural = nominal.noun in MADE_OF_PEOPLE
        before.append(chain)
        return chain


def _countries(chains: Sequence[ChainDraft]) -> dict[str, ChainDraft]:
    """The chains of countries by code."""
    found: dict[str, ChainDraft] = {}
    for chain in chains:
        country = gazetteer.country_names().get(chain.name.lower())
        if country is not None and chain.kind == "place":
            found.setdefault(country.code, chain)
    return found


def _is_settlement(chain: ChainDraft) -> bool:
    return chain.name.lower() not in gazetteer.country_names()
