"""How long linking names takes by itself: piles of invented accounts with chains ready made.

    python quality/linking.py 100 1000 10000

Each account belongs to an affair of about twenty and names some of its people and bodies, in full, by family name, in
other spellings; some names are everywhere, as countries are in news. The seed is fixed. Prints, for each size, the
seconds of processor that linking took and what it cost an account.
"""

from __future__ import annotations

import random
import sys
import time

from crossread.gazetteer import first_names
from crossread.link.entities import link_entities
from crossread.records import Chain, Document, Mention, Reading, digest, identify

AFFAIR = 20
CHAINS = 28
SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfghklmnprstvz" for vowel in "aeio"]
GIVEN = [name.title() for name in sorted(first_names())]
BODIES = ["Ministry", "Council", "Agency", "Committee", "Union", "Bank", "Court", "Police", "University", "Company"]
EVERYWHERE = ["Norway", "Britain", "France", "China", "Russia", "Germany", "Japan", "Brazil", "India", "Egypt"]


def main() -> None:
    """Time each size given."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000, 10000]
    for size in sizes:
        report("in affairs of twenty", pile(size))
    for size in sizes:
        report("in one affair", pile(size, affair=size))


def report(kind: str, readings: list[Reading]) -> None:
    """Link a pile and print what it took."""
    started = time.process_time()
    _, entities = link_entities(tuple(readings))
    taken = time.process_time() - started
    chains = sum(len(reading.chains) for reading in readings)
    print(
        f"{len(readings):6} accounts {kind:21} {chains:7} chains {len(entities):7} entities  {taken:7.2f} s cpu  "
        f"{1000 * taken / len(readings):6.2f} ms an account",
        flush=True,
    )


def pile(size: int, affair: int = AFFAIR) -> list[Reading]:
    """Accounts in affairs of so many."""
    chance = random.Random(20201)
    made: list[Reading] = []
    while len(made) < size:
        people = [f"{chance.choice(GIVEN)} {word(chance)}" for _ in range(20)]
        bodies = [f"{word(chance)} {chance.choice(BODIES)}" for _ in range(12)]
        for _ in range(min(affair, size - len(made))):
            made.append(account(len(made), people, bodies, chance))
    return made


def word(chance: random.Random) -> str:
    """An invented family name or town."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def account(number: int, people: list[str], bodies: list[str], chance: random.Random) -> Reading:
    """One account that names some of an affair's people and bodies."""
    named = [(spelled(name, chance), "person") for name in chance.sample(people, 10)]
    named += [(name, "organization") for name in chance.sample(bodies, 6)]
    named += [(name, "place") for name in chance.sample(EVERYWHERE, 4)]
    named += [(f"{chance.choice(GIVEN)} {word(chance)}", "person") for _ in range(CHAINS - len(named))]
    text = ". ".join(name for name, _ in named)
    key = digest(f"{number} {text}")
    document = Document(id=f"{number}", path=f"{number}", text=text, key=key, sha256=key, text_sha256=key)
    mentions, chains, at = [], [], 0
    for name, kind in named:
        chain, mention = identify("c", key, at), identify("m", key, at)
        mentions.append(Mention(mention, document.id, at, at + len(name), chain, "name"))
        chains.append(Chain(chain, document.id, kind, name, (mention,)))  # type: ignore[arg-type]
        at += len(name) + 2
    return Reading(document, mentions=tuple(mentions), chains=tuple(chains))


def spelled(name: str, chance: random.Random) -> str:
    """A name as some account writes it."""
    given, family = name.split()
    return chance.choice([name, name, name, family, f"{given[0]}. {family}", f"{given} {family.replace('k', 'kh')}"])


if __name__ == "__main__":
    main()
