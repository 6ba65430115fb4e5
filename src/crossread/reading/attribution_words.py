"""The small word sets by which attributions are found without a tagger; see `data/attribution_words.tsv`."""

from __future__ import annotations

from importlib.resources import files


def _load() -> dict[str, frozenset[str]]:
    text = (files("crossread") / "data" / "attribution_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


_SETS = _load()

# Forms of "to be": before a past form they make a passive.
BE = _SETS["be"]
NEGATIONS = _SETS["negations"]
# Before a bare form these show that it is a verb.
MODALS = _SETS["modals"]
# These may stand between an auxiliary and its verb, besides words in "-ly".
ADVERBS = _SETS["adverbs"]
# Words in "-ly" that are none.
NO_ADVERBS = _SETS["no_adverbs"]
# Before a present-tense form these show that it is a noun: "the claims", "of reports".
NOUN_LEADERS = _SETS["noun_leaders"]
# Before a bare form these show that it is a verb: "people say", "who say".
PLURALS = _SETS["plurals"]
SPEAKERS = _SETS["speakers"]
# No past tense: without an auxiliary these belong to another clause ("a man known for").
PARTICIPLES = _SETS["participles"]
WEEKDAYS = _SETS["weekdays"]
# The negation of these verbs denies what follows; that of others only says that nothing was said.
DENIED_WHEN_NEGATED = _SETS["denied_when_negated"]
RELATIVES = _SETS["relatives"]
# Over these a noun phrase does not reach to the left.
CLAUSE_STARTERS = _SETS["clause_starters"]
PREPOSITIONS = _SETS["prepositions"]
# Prepositions inside the words for a source: "a spokesman for", "the head of", "people with".
INSIDE = _SETS["inside"]
TIME_WORDS = _SETS["time_words"]
ARTICLES = _SETS["articles"]
PRONOUNS = _SETS["pronouns"]
# Words that open a sentence before its subject.
OPENERS = _SETS["openers"]
# These begin what is said behind a verb of saying.
COMPLEMENTIZERS = _SETS["complementizers"]
# Pronouns that begin a clause without "that".
SUBJECTS = _SETS["subjects"]
# Verbs of saying that as often have an object nobody says: "adds pressure".
CLAUSE_ONLY = _SETS["clause_only"]
# Participles behind a comma that begin another attribution of the same source.
MOVING_ON = _SETS["moving_on"]
# Those one speaks to: what is said begins behind them.
LISTENERS = _SETS["listeners"]
# What ends the object of a verb such as "criticized": time, occasion, reason.
OBJECT_ENDS = _SETS["object_ends"]
# Where something is said; what follows may be a time, a place or the content.
OCCASIONS = _SETS["occasions"]
# Verbs whose passive makes somebody say what is told of the subject: "is reported to".
TOLD_OF = _SETS["told_of"]
# Clauses that begin with these before the main one end at its comma.
SUBORDINATORS = _SETS["subordinators"]
# Behind "by" these tell how, not who: "said by telephone that".
MEANS = _SETS["means"]
JOINERS = _SETS["joiners"]
# Before a colon these say what sort of piece follows, not who speaks.
HEADINGS = _SETS["headings"]
# Abbreviations that are no media, though somebody may tell them something.
NO_MEDIA = _SETS["no_media"]
# The head noun of a phrase stands before the first of these.
HEAD_ENDS = _SETS["head_ends"]
SINGULAR_PRONOUNS = _SETS["singular_pronouns"]
NUMBERS = _SETS["numbers"]
# Behind "quoted him as" these begin what he said.
SAYING = _SETS["saying"]
POSSESSIVES = _SETS["possessives"]
# Those who ask for a medium: 'told a reporter from'.
REPORTERS = _SETS["reporters"]
# What a medium does with the words of others: 'cited by', 'carried by'.
CARRIED = _SETS["carried"]
# What is done to a document, its author named behind "by": 'a statement issued by'.
ISSUED = _SETS["issued"] | CARRIED
# Sorts of media, sites and programmes with them.
MEDIA_NOUNS = _SETS["media_nouns"]
# Names with an article of their own that end so are no media: 'The Hague'.
NO_MEDIA_ENDS = _SETS["no_media_ends"]
# Occasions that a medium gives: "in an interview with", "in a statement to".
TALKS = _SETS["talks"]
AUXILIARIES = BE | MODALS - {"to"} | _SETS["auxiliaries_of_have"]
# Behind these stands an adjective that may be a cue: "is convinced", "remains hopeful".
LINKING = BE | _SETS["linking_verbs"]
# Words with which no source ends.
NEVER_LAST = (
    TIME_WORDS
    | (PREPOSITIONS - {"like"})
    | OPENERS
    | (ARTICLES - PRONOUNS - {"this", "that", "one"})
    | CLAUSE_STARTERS - {"that"}
)
# What polls, reports and pictures do: "the poll showed Vane losing".
SHOWING = frozenset(["show", "find", "reveal", "suggest"])
# Behind a verb these make another verb of it: "blasted off", "backed away".
PHRASAL = frozenset(
    ["off", "into", "through", "down", "up", "away", "over", "back", "forward", "apart", "together", "along"]
)
# What is called without anything being said: "called a meeting".
CALLED = frozenset(
    ["meeting", "meetings", "election", "elections", "referendum", "session", "strike", "police", "ambulance"]
)
# A quotation before these is part of a clause that goes on.
JOINING_ON = frozenset(["and", "or", "of", "for", "in", "to", "with", "on", "as", "by", "that"])
# Words that a sentence begins with in capitals without naming anybody.
COMMON_FIRST = NUMBERS | ARTICLES | {"other", "local"}
