"""`crossread entities`: who is who across the accounts, with the reasons and the doubts, for review."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from crossread.cli.read import add_reading_options, read_accounts

if TYPE_CHECKING:
    from crossread.link.doubts import Doubt
    from crossread.records import Dossier, Entity, Merge

# Forms and reasons shown of one entity; the dossier holds them all.
MOST_SHOWN = 8


def add_parser(subparsers: Any) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "entities",
        help="list who is who, with reasons and doubts",
        description=(
            "List the entities of the accounts: every name form with its count, why its chains are one, and what is "
            "in doubt, with the line for crossread.people that would settle it."
        ),
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, a zip or tar archive, or -")
    parser.add_argument("--doubts", action="store_true", help="only entities with something in doubt")
    parser.add_argument("--all", action="store_true", help="those without a name too ('officials')")
    add_reading_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read, link, and print one entry an entity."""
    dossier = read_accounts(arguments)
    from crossread.link.doubts import find_doubts

    unnamed = _unnamed(dossier)
    doubts: dict[str, list[Doubt]] = {}
    for doubt in find_doubts(dossier.entities, unnamed):
        doubts.setdefault(doubt.entity, []).append(doubt)
    for entity, mentions, accounts in _counted(dossier):
        if (arguments.all or entity.id not in unnamed) and (entity.id in doubts or not arguments.doubts):
            print(*map(_printable, _entry(entity, mentions, accounts, doubts.get(entity.id, ()))), sep="\n")
    for notice in dossier.notices:
        if notice.code.startswith("people"):
            print(f"crossread: {notice.message}", file=sys.stderr)
    sys.stdout.flush()
    return 0


def _unnamed(dossier: Dossier) -> set[str]:
    """The entities that accounts mention, but never by a name."""
    mentioned = {mention.entity for mention in dossier.mentions if mention.entity}
    return mentioned - {mention.entity for mention in dossier.mentions if mention.form == "name"}


def _counted(dossier: Dossier) -> list[tuple[Entity, int, int]]:
    """Every entity with how often it is mentioned and in how many accounts, most mentioned first."""
    mentions: dict[str, int] = {}
    accounts: dict[str, set[str]] = {}
    for mention in dossier.mentions:
        if mention.entity:
            mentions[mention.entity] = mentions.get(mention.entity, 0) + 1
            accounts.setdefault(mention.entity, set()).add(mention.document)
    counted = [(e, mentions.get(e.id, 0), len(accounts.get(e.id, ()))) for e in dossier.entities]
    return sorted(counted, key=lambda item: (-item[1], item[0].name, item[0].id))


def _entry(entity: Entity, mentions: int, accounts: int, doubts: Sequence[Doubt]) -> Iterator[str]:
    """The lines of one entity."""
    yield f"{entity.name}  [{entity.kind}]  {_plural(mentions, 'mention')} in {_plural(accounts, 'account')}"
    others = [f"{alias.text} ({alias.count})" for alias in entity.aliases if alias.text != entity.name]
    if others:
        yield f"    also    {', '.join(others[:MOST_SHOWN])}{_more(others)}"
    for merge in entity.merges[:MOST_SHOWN]:
        times = f" ({len(merge.chains) - 1} times)" if len(merge.chains) > 2 else ""
        yield f"    one     {_whose(merge)}: {merge.reason}{times}"
    called = list(dict.fromkeys(description.text for description in entity.descriptions))
    if called:
        yield f"    called  {'; '.join(called[:MOST_SHOWN])}{_more(called)}"
    for doubt in doubts:
        yield f"    doubt   {doubt.message}"
        if doubt.rule:
            yield f"            to settle it, write in crossread.people:  {doubt.rule}"


def _printable(line: str) -> str:
    """A line without signs that would move a terminal's cursor: names come from anywhere."""
    return "".join(letter if letter.isprintable() else "�" for letter in line)


def _whose(merge: Merge) -> str:
    return "you said" if merge.by == "user" else f"{merge.score:.2f}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _more(items: Sequence[str]) -> str:
    return f" … {len(items) - MOST_SHOWN} more" if len(items) > MOST_SHOWN else ""
