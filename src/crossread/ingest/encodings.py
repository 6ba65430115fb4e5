"""Bytes to text, and which rule decided: byte-order mark, strict UTF-8, the file's declaration, or statistics.

A declaration comes after UTF-8, against the letter of the HTML standard, because bytes that happen to be valid UTF-8
and hold more than ASCII practically never are anything else, while declarations often lie.
"""

from __future__ import annotations

import codecs
import re

# What a declaration means is not always what it says (WHATWG Encoding Standard, "Names and labels").
LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "shift-jis": "cp932",
    "big5": "big5hkscs",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-user-defined": "cp1252",
    "unicode": "utf-16-le",
}
DECLARATION = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# How much the statistics look at.
SAMPLE = 64 * 1024
# Nearly ASCII with a few of these is Windows' Western set: quotation marks, dashes, currency signs, accented letters.
WESTERN = frozenset([0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB])
MOST_WESTERN_SHARE = 0.12
DECLARED_WITHIN = 4096


def decode(data: bytes) -> tuple[str, str]:
    """The text without byte-order mark, and the encoding with the rule that found it: 'cp1252 (declared)'."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), f"{encoding} (byte-order mark)"
    zeros = data[:DECLARED_WITHIN].count(0)
    if zeros > min(len(data), DECLARED_WITHIN) * 0.3:
        encoding = "utf-16-le" if data[1::2][:2048].count(0) >= data[0::2][:2048].count(0) else "utf-16-be"
        return data.decode(encoding, "replace"), f"{encoding} (guessed)"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_other(data)


def _decode_other(data: bytes) -> tuple[str, str]:
    """The text of bytes that are not valid UTF-8."""
    declared = _declared(data)
    if declared:
        return data.decode(declared, "replace"), f"{declared} (declared)"
    if _is_nearly_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8 (damaged)"
    high = [byte for byte in data[:SAMPLE] if byte >= 0x80]
    if len(high) <= MOST_WESTERN_SHARE * min(len(data), SAMPLE) and all(b in WESTERN or b >= 0xC0 for b in high):
        return data.decode("cp1252", "replace"), "cp1252 (guessed)"
    encoding = _guess(data)
    return data.decode(encoding, "replace"), f"{encoding} (guessed)"


def _declared(data: bytes) -> str | None:
    """The encoding a page or an XML file declares, where there is such an encoding."""
    match = DECLARATION.search(data[:DECLARED_WITHIN])
    if not match:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii", "replace").lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return None if name.startswith(("utf-8", "utf8", "utf-16", "utf-32", "utf-7", "idna", "punycode")) else name


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are good UTF-8: a file cut in mid-character, or spoilt in few places."""
    text = data[:SAMPLE].decode("utf-8", "replace")
    bad = text.count("�")
    good = sum(character > "\x7f" for character in text) - bad
    return good >= 4 * bad


def _guess(data: bytes) -> str:
    """An encoding by statistics; Windows' Western set where these find none."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else "cp1252"
