"""Presenting: a dossier as JSON, Markdown, a report in one HTML file, a screen of text. It decides nothing."""

from crossread.present.html import to_html, to_notebook
from crossread.present.jsonfile import from_json, schema, schema_text, to_json
from crossread.present.markdown import to_markdown
from crossread.present.saving import load_dossier, save_dossier
from crossread.present.terminal import summarize
from crossread.present.verify import find_faults

__all__ = [
    "find_faults",
    "from_json",
    "load_dossier",
    "save_dossier",
    "schema",
    "schema_text",
    "summarize",
    "to_html",
    "to_json",
    "to_markdown",
    "to_notebook",
]
