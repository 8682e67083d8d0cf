"""Compiles the gazetteers: states with their adjectives, cities, organisations, processes, topics."""

from kg.extract.entries import Cls, Entry
from kg.extract.lexicon import Lexicon
from kg.lang import Pack
from kg.lang.gazetteer import Entry as Gazetted
from kg.lang.gazetteer import entries, entry


def add_gazetteers(lexicon: Lexicon, pack: Pack) -> None:
    """Enter what a pack's language calls the entries of the gazetteers."""
    kinds = {
        "territories": Cls.STATE,
        "cities": Cls.CITY,
        "organizations": Cls.ORGANIZATION,
        "processes": Cls.PROCESS,
        "topics": Cls.TOPIC,
    }
    table = pack.table("pack").get("gazetteer", {})
    without, plain = table.get("without", ()), table.get("plain", ())
    for kind, cls in kinds.items():
        for item in entries(kind):
            for form in (form for form in item.names(pack.code) if form not in without):
                written = form in plain or (form.isupper() and cls in lexicon.grammar.capitals)
                if form not in item.ambiguous or item.capital or cls is Cls.STATE or written:
                    lexicon.add(form, Entry(cls, item.id, name=item.name, country=item.country))
            _add_patterns(lexicon, pack, item, cls)
            _add_demonyms(lexicon, pack, item)


def _add_patterns(lexicon: Lexicon, pack: Pack, item: Gazetted, cls: Cls) -> None:
    """What a state is called by its adjective, and its capital by that of its country."""
    head = pack.table("pack")
    of_state = head.get("states", {}).get("patterns", []) if cls is Cls.STATE else []
    of_capital = head.get("capitals", {}).get("patterns", []) if item.capital else []
    made = [pattern.replace("{adjective}", stem) for pattern in of_state for stem in item.demonyms(pack.code)[:1]]
    stems = _demonyms(item.country, pack.code)
    made += [pattern.replace("{adjective}", stem) for pattern in of_capital for stem in stems]
    for form in made:
        lexicon.add(form, Entry(cls, item.id, name=item.name, country=item.country))


def _add_demonyms(lexicon: Lexicon, pack: Pack, item: Gazetted) -> None:
    """The adjectives of a state; one that is another word as well only with the article, where the language writes it to the word."""
    article = lexicon.grammar.definite
    for stem in (stem for stem in item.demonyms(pack.code) if article or stem not in item.ambiguous):
        ahead = article if stem in item.ambiguous else ""
        for ending in pack.table("pack").get("adjectives", {}).get("endings", [""]):
            form = " ".join(ahead + word + ending for word in stem.split())
            lexicon.add(form, Entry(Cls.ADJECTIVE, item.id, name=item.name))


def _demonyms(country: str | None, language: str) -> tuple[str, ...]:
    found = entry(country) if country else None
    return found.demonyms(language) if found else ()
