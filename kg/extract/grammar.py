"""What the rules must know of a language's grammar, read from its pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.lang import Pack
from kg.text.words import Words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Affixes and small words of one language, folded; the pack's ``pack.toml`` says what each is for."""

    order: str
    definite: str
    conjunctions: tuple[str, ...]
    noun_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    pronouns: tuple[str, ...]
    relational: tuple[str, ...]
    commas: frozenset[str]
    joiners: frozenset[str]
    of: frozenset[str]
    before_name: frozenset[str]
    never_in_names: tuple[str, ...]
    before_venue: frozenset[str]
    before_object: frozenset[str]
    noun_needs: frozenset[str]
    among: frozenset[str]
    including: frozenset[str]
    beside_topic: frozenset[str]
    that: frozenset[str]
    scheduled: bool
    purpose: frozenset[str]
    determiners: frozenset[str]
    series: frozenset[str]
    object_marks: frozenset[str]
    own: frozenset[str]
    own_country: frozenset[str]
    own_states: tuple[str, ...]
    that_country: tuple[str, ...]
    ahead_of_noun: tuple[str, ...]
    along: frozenset[str]
    counterpart_behind: bool
    bare_genitive: bool
    ahead_present: bool
    articles: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    owner_behind_name: frozenset[str]
    capitals: frozenset[str]
    fronted: bool
    pairs: bool
    datelines: frozenset[str]
    infinitive: frozenset[str]
    subordinate: frozenset[str]
    capitals_between: frozenset[str]
    officials_of_place: bool
    shared_behind: frozenset[str]
    former: frozenset[str]
    opposed: frozenset[str]
    serving: frozenset[str]
    hoped: frozenset[str]
    at_occasion: frozenset[str]
    owner_ahead: bool
    inverted: bool
    no_articles: bool
    describing: tuple[str, ...]
    feminine: tuple[str, ...]
    her: tuple[str, ...]
    renowned: bool
    bare_offices: bool
    unmarked_at_home: bool
    since: frozenset[str]
    own_unsaid: bool
    future: tuple[str, ...]

    @property
    def verb_last(self) -> bool:
        """Whether a clause ends with its verb, so that all who take part stand before it."""
        return self.order == "SOV"

    @property
    def subject_first(self) -> bool:
        """Whether the subject stands before its verb and the object behind it."""
        return self.order == "SVO"

    def without_article(self, norm: str) -> str:
        """A word without the article written before it."""
        return norm.removeprefix(self.definite) if self.definite else norm

    def is_definite(self, norm: str) -> bool:
        """Whether a word carries the article."""
        return bool(self.definite) and norm.startswith(self.definite)

    def bare(self, norm: str) -> frozenset[str]:
        """A noun or adjective as it is, without article, without case ending, without both."""
        stem = self.without_article(norm)
        cut = (form.removesuffix(ending) for form in (norm, stem) for ending in self.noun_endings)
        return frozenset((norm, stem, *cut))


def read_grammar(pack: Pack, words: Words) -> Grammar:
    """The grammar of a pack; what it does not name is empty."""
    head = pack.table("pack")
    clitics, data = head.get("clitics", {}), head.get("grammar", {})

    def folded(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        return tuple(words.fold(word) for word in table.get(key, ()))

    commas = frozenset(folded(data, "commas"))
    return Grammar(
        order=head.get("order", "VSO"),
        definite=clitics.get("definite", ""),
        conjunctions=folded(clitics, "conjunctions"),
        noun_endings=folded(clitics, "noun_endings"),
        verb_endings=tuple(ending for ending in folded(head.get("verbs", {}), "past_endings") if ending),
        pronouns=folded(clitics, "pronouns"),
        relational=folded(head.get("adjectives", {}), "relational"),
        commas=commas,
        joiners=commas | frozenset(folded(data, "and")),
        of=frozenset(folded(data, "of")),
        before_name=frozenset(folded(data, "before_name")),
        never_in_names=tuple(data.get("never_in_names", ())),
        before_venue=frozenset(folded(data, "before_venue")),
        before_object=frozenset(folded(data, "before_object")),
        noun_needs=frozenset(folded(data, "noun_needs")),
        among=frozenset(folded(data, "among")),
        including=frozenset(folded(data, "including")),
        beside_topic=frozenset(folded(data, "beside_topic")),
        that=frozenset(folded(data, "that")),
        scheduled=data.get("scheduled", False),
        purpose=frozenset(folded(data, "purpose")),
        determiners=frozenset(folded(data, "determiners")),
        series=frozenset(folded(data, "series")),
        object_marks=frozenset(folded(data, "object_marks")),
        own=frozenset(folded(data, "own")),
        own_country=frozenset(folded(data, "own_country")),
        own_states=tuple(data.get("own_states", ())),
        that_country=tuple(" ".join(words.phrase(phrase)) for phrase in data.get("that_country", ())),
        along=frozenset(folded(data, "along")),
        ahead_of_noun=folded(data, "ahead_of_noun") or ("-",),
        counterpart_behind=data.get("counterpart_behind", False),
        bare_genitive=data.get("bare_genitive", False),
        ahead_present=data.get("ahead_present", False),
        articles=frozenset(folded(data, "articles")),
        indefinite=frozenset(folded(data, "indefinite")),
        possessive=frozenset(folded(clitics, "enclitics")),
        owner_behind_name=frozenset(folded(data, "owner_behind_name")),
        capitals=frozenset(data.get("capitals", ())),
        fronted=data.get("fronted", False),
        pairs=data.get("pairs", False),
        datelines=frozenset(folded(data, "datelines")),
        infinitive=frozenset(folded(data, "infinitive")),
        subordinate=frozenset(folded(data, "subordinate")),
        officials_of_place=data.get("officials_of_place", False),
        shared_behind=frozenset(folded(data, "shared_behind")),
        at_occasion=frozenset(folded(data, "at_occasion")),
        hoped=frozenset(folded(data, "hoped")),
        former=frozenset(folded(data, "former")),
        opposed=frozenset(folded(data, "opposed")),
        serving=frozenset(folded(data, "serving")),
        capitals_between=frozenset(folded(data, "capitals_between")),
        owner_ahead=data.get("owner_ahead", False),
        inverted=data.get("inverted", False),
        no_articles=data.get("no_articles", False),
        describing=folded(data, "describing"),
        feminine=folded(data, "feminine"),
        her=folded(data, "her"),
        renowned=data.get("renowned", False),
        unmarked_at_home=data.get("unmarked_at_home", False),
        bare_offices=data.get("bare_offices", False),
        since=frozenset(folded(data, "since")),
        own_unsaid=data.get("own_unsaid", False),
        future=folded(data, "future"),
    )
