"""Presenting: a dossier as JSON, as a page, on a terminal, in a notebook. It decides nothing."""
