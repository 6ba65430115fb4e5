"""Full names that may mean one, found by keys instead of all pairs, judged, and united where company agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_countries import country_of
from crossread.link.entities_known import Group, is_common
from crossread.link.entities_people import JUNIOR, OTHER, SURE, Judgement, judge_people, people_keys
from crossread.link.entities_things import INITIALS, initials_of, is_initials, judge_things, thing_keys
from crossread.link.names_fold import LINKING, TAILS
from crossread.link.names_words import spelled_words

# A key under which more names than this meet tells nothing, and would cost all their pairs.
MOST_UNDER_KEY = 40
# The company (share of names' weight, see entities_company) a likeness asks for before it counts.
COMPANY_ASKED = {"same": 0.0, "spelling": 0.05, "sound": 0.1, "fuller": 0.1, "initial": 0.15, "slip": 0.15}
# Two letters are the initials of too much.
LEAST_INITIALS = 3
# Two candidates for one short name are told apart only by more than this.
CLEARLY_BETTER = 0.05
STRONG = frozenset({"same", "spelling"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two groups, by number, that may be one."""

    a: int
    b: int
    judgement: Judgement

    @property
    def order(self) -> tuple[float, int, int]:
        """The surest first."""
        return -self.judgement.score, self.a, self.b


def unite_full_names(clusters: Clusters, company: Company) -> list[Candidate]:
    """Unite groups whose full names mean one: what is sure first, then short names with one clear owner.

    Hands back fathers and sons: whether they are one is asked when every family name has found its bearer.
    """
    candidates = sorted(find_candidates(clusters.groups), key=lambda candidate: candidate.order)
    for candidate in candidates:
        if candidate.judgement.likeness in STRONG:
            _unite(clusters, company, candidate)
    unite_weak(clusters, company, [c for c in candidates if c.judgement.likeness not in STRONG and not _is_junior(c)])
    return [candidate for candidate in candidates if _is_junior(candidate)]


def unite_weak(clusters: Clusters, company: Company, candidates: Sequence[Candidate]) -> None:
    """Unite those whose company agrees, where neither name has another partner about as likely."""
    for candidate in _unambiguous(clusters, [c for c in candidates if _in_company(clusters, company, c)]):
        _unite(clusters, company, candidate)


def _is_junior(candidate: Candidate) -> bool:
    return candidate.judgement.likeness == "initial" and candidate.judgement.score == JUNIOR


def find_candidates(groups: Sequence[Group]) -> list[Candidate]:
    """Pairs of groups that share a key and are alike; each pair once."""
    blocks: dict[tuple[object, ...], list[int]] = {}
    for group in groups:
        for key in _keys(group):
            blocks.setdefault(key, []).append(group.number)
    pairs = {
        (a, b)
        for numbers in blocks.values()
        if len(numbers) <= MOST_UNDER_KEY
        for n, a in enumerate(numbers)
        for b in numbers[n + 1 :]
    }
    judged = (Candidate(a, b, _judge(groups[a], groups[b])) for a, b in sorted(pairs))
    return [candidate for candidate in judged if candidate.judgement.likeness != "other"]


def _keys(group: Group) -> Iterable[tuple[object, ...]]:
    """The keys a group is found under; people and things never meet."""
    if group.country:
        return
    if group.kind == "person":
        if len(group.words) > 1:
            yield from (("person", *key) for key in people_keys(group.words))
        return
    yield from (("thing", *key) for key in thing_keys(group.words))
    forms = {form for known in group.members for form, _ in known.forms}
    for form in sorted(forms)[:MOST_UNDER_KEY]:
        if is_initials(form):
            yield "initials", form.replace(".", "").lower()
        yield from (("initials", initials) for initials in sorted(initials_of(form)))


def _judge(a: Group, b: Group) -> Judgement:
    """Whether two groups of one class are alike by name."""
    if a.kind == "person":
        return OTHER if _were_told_apart(a, b) else judge_people(a.words, b.words)
    if min(len(a.words), len(b.words)) == 1 < max(len(a.words), len(b.words)):
        short, long = (a, b) if len(a.words) == 1 else (b, a)
        if told := _spelled_out(short, long):
            return told
    if a.words == b.words:
        return OTHER if _were_told_apart(a, b) else Judgement("same", SURE["same"], "same name")
    kinds = {a.kind, b.kind}
    if len(kinds) > 1 and not kinds & {"organization", "place"}:
        return OTHER
    kind = "organization" if "organization" in kinds else a.kind if len(kinds) == 1 else "place"
    made = judge_things(a.words, b.words, kind)
    if made.likeness == "fuller" and kind == "organization" and not _may_leave_out(*sorted((a, b), key=_length)):
        return OTHER
    return made if len(kinds) == 1 or made.likeness in STRONG or "organization" in kinds else OTHER


def _were_told_apart(a: Group, b: Group) -> bool:
    """Whether two groups of one name are namesakes that keep no company."""
    return a.kind == b.kind and is_common(a)


def _length(group: Group) -> tuple[int, tuple[str, ...]]:
    return len(group.words), group.words


def _may_leave_out(short: Group, long: Group) -> bool:
    """Whether a short name may leave out what stands behind it in the longer one: 'of …', 'for …', a tail, a country.

    'University of Selmar-Tarn' is not the 'University of Selmar'.
    """
    size = len(short.words)
    rest = long.words[size:]
    if long.words[:size] != short.words or set(rest) <= TAILS or country_of(" ".join(rest)):
        return True
    written = spelled_words(long.first().chain.name)
    return any(word == rest[0] and written[n - 1] in LINKING for n, word in enumerate(written) if n)


def _spelled_out(short: Group, long: Group) -> Judgement | None:
    """Whether a name of one word is the initials of another."""
    if "place" in {short.kind, long.kind}:
        return None
    written = {form.replace(".", "").lower() for known in short.members for form, _ in known.forms if is_initials(form)}
    for form in sorted({form for known in long.members for form, _ in known.forms}):
        if any(len(initials) >= LEAST_INITIALS for initials in written & initials_of(form)):
            return Judgement("initial", INITIALS, f"initials of {form}")
    return None


def _in_company(clusters: Clusters, company: Company, candidate: Candidate) -> bool:
    asked = COMPANY_ASKED[candidate.judgement.likeness]
    return asked == 0 or _share(clusters, company, candidate) >= asked


def _share(clusters: Clusters, company: Company, candidate: Candidate) -> float:
    return company.share(clusters.of(candidate.a).circle, clusters.of(candidate.b).circle)


def _unite(clusters: Clusters, company: Company, candidate: Candidate) -> None:
    if _in_company(clusters, company, candidate):
        judgement = candidate.judgement
        clusters.unite(Join(candidate.a, candidate.b, judgement.score, _reason(clusters.groups, candidate)))


def _reason(groups: Sequence[Group], candidate: Candidate) -> str:
    """Why two names are one; a short name is told with the longer as it is written."""
    short, long = sorted((groups[candidate.a], groups[candidate.b]), key=_length)
    if candidate.judgement.likeness == "fuller" and short.kind != "person":
        return f"short name of {long.first().chain.name}"
    return candidate.judgement.reason


def _unambiguous(clusters: Clusters, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those where either name has another partner about as likely that is another."""
    partners: dict[int, list[tuple[float, int]]] = {}
    for candidate in candidates:
        a, b = clusters.top(candidate.a), clusters.top(candidate.b)
        partners.setdefault(a, []).append((candidate.judgement.score, b))
        partners.setdefault(b, []).append((candidate.judgement.score, a))
    return [c for c in candidates if not any(_has_rival(clusters, c, *ends, partners) for ends in _ends(c))]


def _ends(candidate: Candidate) -> tuple[tuple[int, int], tuple[int, int]]:
    return (candidate.a, candidate.b), (candidate.b, candidate.a)


def _has_rival(
    clusters: Clusters, candidate: Candidate, name: int, partner: int, partners: dict[int, list[tuple[float, int]]]
) -> bool:
    """Whether a name has a partner about as likely as this one that must not be one with it."""
    least, chosen = candidate.judgement.score - CLEARLY_BETTER, clusters.top(partner)
    rivals = {top for score, top in partners[clusters.top(name)] if top != chosen and score > least}
    through = clusters.groups[name].words
    return any(clusters.hindrance(chosen, rival, 0.0, through) for rival in sorted(rivals))
