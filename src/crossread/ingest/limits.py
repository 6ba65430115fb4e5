"""How much Crossread takes at once: accounts come from anywhere, and one of them must not stop the rest.

All are far above what real coverage needs (the longest of the 191 accounts we measure with has 75,000 characters).
"""

from __future__ import annotations

MIB = 1024 * 1024

# A file, an archive member or standard input; lists of accounts (JSON Lines, archives) may be this large.
MAX_FILE_BYTES = 256 * MIB
# A page or feed handed to the parsers; a page of 20 MB took them 26 s and 0.9 GB.
MAX_PAGE_BYTES = 8 * MIB
# The text of one account: two million characters are a thick book.
MAX_TEXT_CHARACTERS = 2_000_000

# An archive: members, bytes unpacked in all, and how far one member may swell once it is larger than the free part.
MAX_ARCHIVE_MEMBERS = 50_000
MAX_ARCHIVE_BYTES = 1024 * MIB
MAX_ARCHIVE_RATIO = 200
FREE_OF_RATIO_BYTES = 10 * MIB

# One page in the worker: seconds of computing, seconds on the clock, and memory. The slowest of 250 ordinary pages
# took 1.1 s; the clock is generous because a busy machine must not alter a dossier.
PAGE_CPU_SECONDS = 10
PAGE_WALL_SECONDS = 120
PAGE_MEMORY_BYTES = 1024 * MIB
