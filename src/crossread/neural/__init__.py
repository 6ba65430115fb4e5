"""The trained reader: text in, labelled spans and vectors out. Nothing here knows what a dossier is."""
