"""Clusters made into entities, and their ids written into the readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.gazetteer import first_names
from crossread.link.entities_clusters import Cluster, Join
from crossread.link.entities_countries import country_of
from crossread.link.entities_credits import Credited
from crossread.link.entities_known import Group, Known
from crossread.link.entities_things import is_initials
from crossread.link.names_words import name_words
from crossread.records import Alias, Description, Entity, EntityKind, Event, Merge, MergedBy, Reading, identify

# Of kinds with equal votes the first here holds.
KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "product", "law", "other")
# A full name stands for an entity where it makes up this share of its full names; a longer, rarer one does not.
COMMON = 0.25
# Of others, a longer form that is rarer than this beside the most frequent is a longer wording, no name.
COMMON_THING = 0.4
# One name that many chains bear is one merge, and says so with this score.
SAME_NAME = 0.97


def build_entity(cluster: Cluster, joins: Sequence[Join], groups: Sequence[Group], kind: EntityKind | None) -> Entity:
    """The entity of a cluster; `joins` are those within it, `kind` what the user says it is."""
    members = sorted((known for group in cluster.groups for known in group.members), key=lambda known: known.at)
    voted = kind or vote_kind(cluster.groups)
    forms = count_forms(members)
    is_named = any(known.forms for known in members)
    return Entity(
        id=identify("e", *members[0].at),
        kind=voted,
        name=choose_name(forms, voted) if is_named else choose_wording(forms),
        aliases=_with_styles(forms, members),
        merges=_merges(cluster, joins, groups),
    )


def vote_kind(groups: Iterable[Group]) -> EntityKind:
    """What most mentions take it for; a country is a place and a well-known body an organization whatever they say.

    A person without a given name that the lists know has half a vote: most names wrongly taken for people are such.
    """
    votes: Counter[EntityKind] = Counter()
    for group in groups:
        for known in group.members:
            kind = group.kind if group.country or group.body else known.kind
            likely = kind != "person" or not known.words or any(word in first_names() for word in known.words)
            votes[kind] += max(1, known.weight) * (2 if likely else 1)
    return min(votes, key=lambda kind: (-votes[kind], KINDS.index(kind)))


def count_forms(members: Iterable[Known]) -> tuple[Alias, ...]:
    """Every name form with its count, most frequent first; of what has no name, its wordings."""
    names: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    for known in members:
        names.update(dict(known.forms))
        phrases.update(dict(known.phrases or ((known.chain.name, 1),)))
    chosen = names or phrases
    return _aliases(chosen)


def _with_styles(forms: tuple[Alias, ...], members: Iterable[Known]) -> tuple[Alias, ...]:
    """The forms and, behind them in rank, those with 'Mr' or 'The'."""
    styled: Counter[str] = Counter()
    for known in members:
        styled.update(dict(known.styled))
    plain = {alias.text for alias in forms}
    return (*forms, *(alias for alias in _aliases(styled) if alias.text not in plain))


def _aliases(counted: Counter[str]) -> tuple[Alias, ...]:
    return tuple(Alias(text, count) for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def choose_name(aliases: Sequence[Alias], kind: EntityKind) -> str:
    """The fullest common form: of a person a full name, of others the most frequent that is more than initials."""
    if kind == "person":
        full = [alias for alias in aliases if len(name_words(alias.text, kind)) > 1]
        total = sum(alias.count for alias in full)
        common = [alias for alias in full if alias.count >= COMMON * total]
    else:
        common = [alias for alias in aliases if not is_initials(alias.text) or country_of(alias.text)]
        common = [alias for alias in common if alias.count >= COMMON_THING * common[0].count]
        if any(country_of(alias.text) for alias in aliases):
            common = [alias for alias in common if country_of(alias.text) and not is_initials(alias.text)]
            return (common or aliases)[0].text
    return min(common or aliases, key=lambda a: (-len(name_words(a.text, kind)), -a.count, a.text)).text


def choose_wording(aliases: Sequence[Alias]) -> str:
    """What stands for somebody without a name: the most frequent wording, of equals the fullest.

    >>> choose_wording([Alias("strikers", 3), Alias("the angry strikers", 1)])
    'strikers'
    """
    return min(aliases, key=lambda alias: (-alias.count, -len(alias.text.split()), alias.text)).text


def _merges(cluster: Cluster, joins: Sequence[Join], groups: Sequence[Group]) -> tuple[Merge, ...]:
    """Why the chains are one: those of one name, then the joins, those of one reason and score together."""
    made = []
    for group in sorted(cluster.groups, key=lambda group: group.first().at):
        if len(group.members) > 1:
            chains = tuple(known.chain.id for known in sorted(group.members, key=lambda known: known.at))
            made.append(Merge(chains, SAME_NAME, _why_one(group)))
    alike: dict[tuple[str, float, MergedBy], list[str]] = {}
    for join in joins:
        joined = alike.setdefault((join.reason, round(join.score, 2), join.by), [])
        joined += [groups[number].first().chain.id for number in (join.a, join.b)]
    made += [Merge(tuple(dict.fromkeys(joined)), score, reason, by) for (reason, score, by), joined in alike.items()]
    return tuple(made)


def _why_one(group: Group) -> str:
    if group.country:
        return "names of one country"
    return f"names of {group.body}" if group.body else "same name"


def fill_reading(
    reading: Reading, entity_of: Mapping[str, str], credited: Credited, governments: Collection[str] = ()
) -> Reading:
    """A reading with the entity of every chain written where the chain stands.

    Mentions of chains that are `governments` are marked as a place that acts as one.
    """

    def entity(chain: str | None) -> str | None:
        return entity_of.get(chain or "")

    def entities(chains: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entity_of[chain] for chain in chains if chain in entity_of))

    credits = credited.fill(reading.document)
    attributions = []
    for one in reading.attributions:
        speakers = entities(one.chains)
        via = tuple(replace(link, entity=entity(link.chain)) for link in one.via)
        attributions.append(replace(one, speaker=speakers[0] if speakers else None, speakers=speakers, via=via))
    return replace(
        reading,
        document=replace(reading.document, credits=credits) if credits else reading.document,
        mentions=tuple(
            replace(m, entity=entity(m.chain), acts_as="government" if m.chain in governments else m.acts_as)
            for m in reading.mentions
        ),
        descriptions=tuple(replace(d, entity=entity(d.chain)) for d in reading.descriptions),
        attributions=tuple(attributions),
        figures=tuple(replace(f, holder=entity(f.holder_chain)) for f in reading.figures),
        events=tuple(_fill_event(event, entity, entities) for event in reading.events),
    )


def _fill_event(
    event: Event, entity: Callable[[str | None], str | None], entities: Callable[[Iterable[str]], tuple[str, ...]]
) -> Event:
    return replace(
        event,
        actors=entities(event.actor_chains),
        recipients=entities(event.recipient_chains),
        place=entity(event.place_chain),
    )


def describe(entities: Iterable[Entity], readings: Iterable[Reading]) -> list[Entity]:
    """The entities with what the accounts call them."""
    told: dict[str, list[Description]] = {}
    for reading in readings:
        for description in reading.descriptions:
            if description.entity:
                told.setdefault(description.entity, []).append(description)
    return [
        replace(e, descriptions=tuple(sorted(told.get(e.id, ()), key=lambda d: (d.document, d.start, d.end))))
        for e in entities
    ]
