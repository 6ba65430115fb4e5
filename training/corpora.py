"""The corpora as texts with marked spans. They are other people's texts and lie beside the project, never in it."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Range = tuple[int, int]


@dataclass
class Marked:
    """An attribution as people marked it: spans of each role, in order."""

    source: list[Range]
    cue: list[Range]
    content: list[Range]


@dataclass
class Text:
    """A text with what is marked in it; None where the corpus does not mark it. `hidden` is left out of the loss."""

    text: str
    attributions: list[Marked] | None = None
    names: list[tuple[int, int, str]] | None = None
    hidden: list[Range] = field(default_factory=list)


def read_polnear(folder: Path) -> list[Text]:
    """PolNeAR's news articles with their attributions."""
    texts = []
    for path in sorted((folder / "gold").glob("*.ann")):
        words = (folder / "documents" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        texts.append(Text(words, attributions=_read_standoff(path.read_text(encoding="utf-8"))))
    return texts


def _read_standoff(lines: str) -> list[Marked]:
    spans: dict[str, list[Range]] = {}
    found = []
    for line in lines.splitlines():
        if match := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            pairs = (piece.split() for piece in match[2].split(";"))
            spans[match[1]] = [(int(start), int(end)) for start, end in pairs]
        elif line.startswith("E"):
            roles: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
            for role, name in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", line):
                roles[role.lower()] += spans.get(name, [])
            found.append(Marked(**{role: sorted(ranges) for role, ranges in roles.items()}))
    return found


def read_unmarked(folder: Path) -> list[Text]:
    """The accounts of the coverage: nothing is marked in them, a student hears from its teacher what stands there."""
    return [Text(json.loads(path.read_bytes())["text"]) for path in sorted(folder.glob("coverage/*/*.json"))]


Sentence = list[tuple[str, str]]

CROSSNER = {
    "person": "person",
    "politician": "person",
    "organisation": "organization",
    "politicalparty": "organization",
    "country": "place",
    "location": "place",
    "election": "event",
    "event": "event",
    "misc": "?",
}
GMB = {"per": "person", "org": "organization", "geo": "place", "gpe": "place", "eve": "event", "art": "product"}
# Words that belong to a person's title and not to the name; GMB marks both as one.
TITLE_WORDS = """
mr mrs ms miss dr sir lord lady dame sheikh king queen prince princess pope emperor sultan emir president premier
minister prime foreign defense defence interior finance vice deputy acting former then chancellor secretary state
general gen lieutenant lt colonel col major maj captain capt admiral adm brigadier commander sergeant marshal
senator sen congressman congresswoman representative rep governor gov mayor judge justice ambassador envoy
spokesman spokeswoman spokesperson chairman chairwoman chief director head leader professor prof bishop archbishop
cardinal ayatollah imam rev reverend father attorney speaker commissioner of and the 's
"""
TITLES = frozenset(TITLE_WORDS.split())
LAW = re.compile(r"\b(?:Act|Law|Treaty|Agreement|Accords?|Convention|Protocol|Constitution|Bill|Amendment|Pact)\b")
DEMONYM = re.compile(
    r"(?:i|is|an|ans|ese|ish|ch|tch|ic|ek|eks|ai|iss|ab|abs|rd|rds|ot|ots|ite|ites|ezh|ak|aks|en|nes?)$"
)


def read_crossner(path: Path) -> list[Text]:
    """CrossNER's sentences on politics, a sentence a text; what it calls misc is hidden, laws apart."""
    return [_named(sentence, CROSSNER) for sentence in _read_sentences(path.read_text(encoding="utf-8"))]


def read_gmb(path: Path) -> list[Text]:
    """GMB's sentences, without titles in the names of persons and without demonyms among the places."""
    sentences = _read_sentences(gzip.decompress(path.read_bytes()).decode("utf-8"))
    demonyms = _demonyms(Counter(pair for sentence in sentences for pair in sentence))
    return [_named(list(_without_titles(_without_demonyms(sentence, demonyms))), GMB) for sentence in sentences]


def _read_sentences(lines: str) -> list[Sentence]:
    blocks = (block.splitlines() for block in lines.split("\n\n"))
    sentences = [[(p[0], p[-1]) for line in block if (p := line.split("\t")) and line] for block in blocks]
    return [sentence for sentence in sentences if sentence]


def _demonyms(counts: Counter[tuple[str, str]]) -> frozenset[str]:
    """Words GMB takes for the people of a place more often than for the place."""
    words = {word for word, tag in counts if tag == "B-gpe" and DEMONYM.search(word)}
    return frozenset(word for word in words if counts[word, "B-gpe"] > counts[word, "B-geo"])


def _without_demonyms(sentence: Sentence, demonyms: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The sentence with places that begin with a demonym taken out."""
    is_people = False
    for word, tag in sentence:
        is_people = word in demonyms if tag.startswith("B-g") else is_people and tag.startswith("I-g")
        yield word, "O" if is_people else tag


def _without_titles(sentence: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The sentence with titles taken from the fronts of persons' names."""
    in_title = False
    for word, tag in sentence:
        if tag == "B-per" and word.lower().rstrip(".") in TITLES:
            in_title = True
            yield word, "O"
        elif tag == "I-per" and in_title:
            is_title = word.lower().rstrip(".") in TITLES or word in (",", ".")
            yield word, "O" if is_title else "B-per"
            in_title = is_title
        else:
            in_title = False
            yield word, tag


def _named(sentence: Sentence, kinds: dict[str, str]) -> Text:
    """A tagged sentence as text with names in it."""
    text, ranges = join_words([word for word, _ in sentence])
    names: list[tuple[int, int, str]] = []
    is_open = False
    for (_, tag), (start, end) in zip(sentence, ranges, strict=True):
        kind = kinds.get(tag[2:], "")
        if tag.startswith("I-") and is_open and kind:
            names[-1] = (names[-1][0], end, names[-1][2])
        elif kind:
            names.append((start, end, kind))
        is_open = bool(kind)
    made = Text(text, names=[])
    for start, end, kind in names:
        last = LAW.search(text[start:end]) if kind in ("?", "product", "organization") else None
        if last and " " in text[start:end]:
            made.names.append((start, end, "law"))
        elif kind == "?":
            made.hidden.append((start, end))
        else:
            made.names.append((start, end, kind))
    return made


NO_SPACE_BEFORE = frozenset(",.;:!?)]}%’”'") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "’s"}
NO_SPACE_AFTER = frozenset("([{$#“‘£€")


def join_words(words: Iterable[str]) -> tuple[str, list[Range]]:
    """Words joined to a text the way they are printed, and where each stands in it."""
    text, ranges = "", []
    is_open, glue = False, True
    for word in words:
        closes = word == '"' and is_open
        if not (glue or closes or word in NO_SPACE_BEFORE):
            text += " "
        ranges.append((len(text), len(text) + len(word)))
        text += word
        if word == '"':
            is_open = not is_open
        glue = word in NO_SPACE_AFTER or (word == '"' and is_open)
    return text, ranges
