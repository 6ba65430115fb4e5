"""Writes examples/harbour.dossier.md anew: the example as a page, whose difference shows what a change changes."""

from pathlib import Path

import crossread
from crossread.present.markdown import to_markdown

HARBOUR = Path(__file__).parents[1] / "examples" / "harbour"

if __name__ == "__main__":
    page = HARBOUR.with_name("harbour.dossier.md")
    page.write_text(to_markdown(crossread.read(HARBOUR)), encoding="utf-8")
    print(page)
