"""Forms of English verbs, and the small words that stand round them. Pure."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(listed.split())


PAST_AUXILIARIES = words("was were had did wasn't weren't hadn't didn't wasn’t weren’t hadn’t didn’t")
"""Finite whatever stands beside them."""

PAST_VERBS = words("""
became began came chose drew drove ate fell fought flew forgot gave went grew hid knew overcame rang rose saw showed
shook sang spoke stood swore took tore threw undertook wept withdrew woke wore wrote drank broke struck sank lay
""")
"""Past and nothing else."""

PAST_OR_PARTICIPLE = words("""
brought built bought caught dealt felt found got heard held kept laid led left lent lost made meant met overheard paid
ran read said sat sent sought sold slept spent stuck swept taught thought told understood won learnt spelt dreamt burnt
spoilt leapt put set let hung clung
""")
"""Past, or a participle after an auxiliary."""

PARTICIPLES = words("""
seen taken given known shown rung written spoken driven chosen forgotten drawn done gone begun fed dug slid swung
""")
"""Others."""

BE = words("was were is are be been being wasn't weren't isn't aren't wasn’t weren’t isn’t aren’t")

AUXILIARIES = PAST_AUXILIARIES | words("""
must should may might can could would will shall ought cannot couldn't wouldn't shouldn't couldn’t wouldn’t shouldn’t
is are has have does do am deserves deserve
""")
"""Finite, where no “to” stands before them; what follows belongs to them."""

SAID_NOW = words("""
commends commend notes note finds find recognises recognise considers consider shows show wishes wish acknowledges
acknowledge praises praise believes believe thanks thank says say feels feel thinks think describes describe remembers
remember values value speaks speak credits credit records record identifies identify highlights welcomes welcome
agrees agree accepts accept concludes conclude regrets regret sees see applauds applaud wants want asks ask
""")
"""Present forms, many of them nouns too: verbs only after those who say it, or before “that”."""

SAYERS = words("""
i we they she he it this who panel review reviewer reviewers author authors chair report board family mother father
parents grandmother grandfather sister brother daughter son wife husband
""")

KEEPING = words("kept left made had got held put keep leave make have get hold")
"""After which a participle says in which state somebody was: “kept her informed”."""

DETERMINERS = words("""
a an the any no his her its their our my every each this these those another some such more most very so too quite
two three four five six seven eight nine ten several many second third
properly fully well of by in with for to as at on from
""")
"""After which a word in -ed is no verb of its own."""

PREPOSITIONS = words("""
at in on by with from of to for about during throughout within without under over through despite following after
before since until because given between towards into upon near against among amid having knowing even
""")

RELATIVES = words("who which that whom whose")
CONTENT = words("that whether how what why if")
"""What opens a clause that tells what somebody said or saw."""
OPENERS = (
    RELATIVES
    | CONTENT
    | words("""
when whenever because unless until since as after before while whilst where although though so lest
""")
)

ADVERBS = words("""
also alone then later once again soon never not still first always often twice at last both all each therefore however
already now even only just ever rather instead meanwhile indeed too almost perhaps herself himself themselves itself
""")


def is_adverb(word: str) -> bool:
    """Whether a word in lower case says only when, how or how often."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_participle(word: str) -> bool:
    """Whether a word in lower case may be the participle of a passive."""
    return word in PAST_OR_PARTICIPLE or word in PARTICIPLES or (word.endswith("ed") and len(word) > 3)
