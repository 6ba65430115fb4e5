"""Why a finding stands as it does, in sentences a reader understands."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Reason, Standing
from crossread.weigh.sides import Weighing
from crossread.weigh.values import value_words

# A reason names no more values, origins or accounts than this.
MOST_NAMED = 4


def reasons_for(standing: Standing, weighed: Sequence[Weighing]) -> tuple[Reason, ...]:
    """The reasons for a standing, the weightiest first."""
    listed = [_standing_reason(standing, weighed), *_value_reasons(weighed)]
    return tuple(reason for reason in listed if reason is not None)


def _standing_reason(standing: Standing, weighed: Sequence[Weighing]) -> Reason | None:
    asserting = [w for w in weighed if w.stance == "asserts" and not w.apart] or list(weighed)
    documents = len({w.statement.evidence.document for w in asserting})
    origins = sorted({w.source.name for w in asserting})
    if standing == "evolving":
        return Reason("values-grow", "The values rise in the order of publication: " + _by_date(weighed) + ".")
    if standing == "disputed":
        if any(w.stance == "denies" for w in weighed):
            return Reason("denied", f"{_names(weighed, 'asserts')} says so; {_names(weighed, 'denies')} denies it.")
        return Reason("values-differ", "The accounts give different values: " + _values(weighed) + ".")
    counted = f"{_count(documents, 'document')}, {_count(len(origins), 'origin')}: {_listed(origins)}"
    code = {"corroborated": "independent-origins", "repeated": "one-origin"}.get(standing, "single-source")
    return Reason(code, counted)


def _value_reasons(weighed: Sequence[Weighing]) -> list[Reason]:
    found = []
    apart = [w for w in weighed if w.apart and w.figure is not None]
    if any(w.apart and w.figure is None for w in weighed):
        found.append(Reason("dates-unsure", "Other dates are given only relative to a day of publication."))
    if apart:
        kinds = sorted({w.statement.modality for w in apart})
        found.append(Reason("planned-vs-done", f"In {_documents(apart)} it is only {' or '.join(kinds)}."))
    same = [w for w in weighed if w.stance == "asserts" and w.figure is not None]
    written = sorted({value_words(w.figure) for w in same if w.figure is not None})
    numbers = {w.amount for w in same}
    if len(numbers) > 1:
        found.append(Reason("rounded", f"The values agree when rounded or as bounds: {_listed(written)}."))
    return found


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:MOST_NAMED], *([f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else [])]
    return ", ".join(shown)


def _names(weighed: Sequence[Weighing], stance: str) -> str:
    return _listed(sorted({w.source.name for w in weighed if w.stance == stance})) or "Somebody"


def _documents(weighed: Sequence[Weighing]) -> str:
    return _listed(sorted({w.statement.evidence.document for w in weighed}))


def _value(weighing: Weighing) -> str:
    return value_words(weighing.figure) if weighing.figure else weighing.statement.value or ""


def _values(weighed: Sequence[Weighing]) -> str:
    by_value: dict[str, set[str]] = {}
    for w in weighed:
        by_value.setdefault(_value(w), set()).add(w.source.name)
    return "; ".join(f"{value} ({_listed(sorted(names))})" for value, names in sorted(by_value.items()) if value)


def _by_date(weighed: Sequence[Weighing]) -> str:
    told = [w for w in weighed if w.document.published and w.document.published_basis != "inferred"]
    dated = sorted({((w.document.published or "")[:10], _value(w)) for w in told})
    return ", ".join(f"{value} ({day})" for day, value in dated)
