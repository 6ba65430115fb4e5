"""The word sets by which figures are read; see `data/figure_words.tsv`, `data/people.txt` and `data/countries.tsv`."""

from __future__ import annotations

from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """The lines of a data file without comments."""
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _load() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(words.split()) for name, words in (line.split("\t") for line in read_lines("figure_words.tsv"))
    }


_SETS = _load()

# What a noun phrase does not reach over: articles, prepositions, conjunctions, pronouns, auxiliaries.
BREAKS = _SETS["breaks"]
# Words in a noun phrase that name nothing: "other", "more", "additional".
FILLERS = _SETS["fillers"]
# "five were killed", "84 injured": what happens to people only.
CASUALTY = _SETS["casualty"]
# "killing six": verbs whose bare number counts people.
HARMING = _SETS["harming"]
# "a family of five".
GROUPS = _SETS["groups"]
# Past forms and others that end a noun phrase though they look like nothing else.
VERBS = _SETS["verbs"]
UP = _SETS["up"]
DOWN = _SETS["down"]
UP_NOUNS = _SETS["up_nouns"]
DOWN_NOUNS = _SETS["down_nouns"]
# Behind these a number is a name: "Flight 123", "category 4".
DESIGNATORS = _SETS["designators"]
# Behind a number and a name these make it an address.
STREETS = _SETS["streets"]
MONTHS = _SETS["months"]
WEEKDAYS = _SETS["weekdays"]
# Behind these a number of four digits is a year.
YEAR_LEADERS = _SETS["year_leaders"]
# Behind "one" these make it a pronoun or an idiom.
AFTER_ONE = _SETS["after_one"]
# Before "one" these do.
BEFORE_ONE = _SETS["before_one"]
# Nouns for a scored result: "a 2-1 win".
RESULTS = _SETS["results"]
# Behind "143m" these show metres, not millions.
LENGTHS = _SETS["lengths"]


def _people() -> frozenset[str]:
    words = {word for line in read_lines("people.txt") for word in line.split()}
    return frozenset(words | {f"{word}s" for word in words})


PEOPLE = _people()


def _demonyms() -> tuple[frozenset[str], frozenset[str]]:
    """Adjectives and demonyms of countries in lower case, and the plurals that can only be people."""
    listed = (line.split("\t")[3] for line in read_lines("countries.tsv") if line.count("\t") >= 5)
    forms = {form for cell in listed for form in cell.lower().split(";") if form and " " not in form}
    plurals = {f"{form}s" for form in forms if not form.endswith(("s", "sh", "ch"))}
    plurals |= {form for form in forms if form.endswith("ese")} | {
        f"{form[:-3]}men" for form in forms if form[-3:] == "man"
    }
    return frozenset(forms), frozenset(plurals)


DEMONYMS, DEMONYM_PLURALS = _demonyms()
# The dollar of each country whose currency is one, by its code on the web.
_DOLLARS = _SETS["dollars"]
# Country codes that any site may have.
_SOLD_DOMAINS = _SETS["sold_domains"]
DOLLARS = {
    row[0].lower(): row[5]
    for row in (line.split("\t") for line in read_lines("countries.tsv"))
    if len(row) > 5 and row[5] in _DOLLARS and row[0].lower() not in _SOLD_DOMAINS
}
# Words that may stand between a number and what befell those it counts: "five were reported killed".
PASSIVE = _SETS["passive"]
# Before "half" these make it a part by name: "the second half".
BEFORE_HALF = _SETS["before_half"]
# Behind these a number is a rank: "the top 10".
RANKS = _SETS["ranks"]
# Behind a number and a hyphen these name a kind of thing: "a two-way street".
FORMS = _SETS["forms"]
# Over these the words for a measure do not reach.
CLAUSE_ENDS = _SETS["clause_ends"]
# Behind a figure these begin what it does not measure.
TURNS_AWAY = _SETS["turns_away"]
# In a sentence with one of these "points" are of percentages.
POLLING = _SETS["polling"]
# "Lost 12 men" and "raised $5 million" move nothing; "lost 5 percent" does.
DOUBTFUL_MOVES = _SETS["doubtful_moves"]
# These may stand between a verb of moving and the amount: "rose by a further 5 percent".
MOVE_LINKS = _SETS["move_links"]
AUXILIARIES = _SETS["auxiliaries"]
ARTICLES = _SETS["articles"]
# Verbs that "up" and "down" only complete.
PHRASAL = _SETS["phrasal"]
