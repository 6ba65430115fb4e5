"""Names in the text, with their kinds.

Found by rule: what is written large where that means something, taken apart by titles and known names, and given a
kind by its form, by the words round it, and by what the whole account shows of the same name. Where a trained tagger
has marked names, its marks are the base and the rules mend and complete them.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.layout import Layout
from crossread.reading.names_join import join_tagged, lean
from crossread.reading.names_read import read_by_rule
from crossread.reading.names_record import Name, Names

__all__ = ["Name", "Names", "find_names", "lean"]


def find_names(layout: Layout, tagged: Sequence[Name] | None = None) -> Names:
    """The names of an account, in order, none overlapping another.

    `tagged` are the names of a trained tagger, where there is one; without them the rules decide alone.
    """
    ruled = read_by_rule(layout)
    return ruled if tagged is None else join_tagged(layout.text, ruled, tagged)
