"""Whether what a sentence leaves open may be filled by somebody who is told elsewhere."""

from kg.extract.drafts import Draft
from kg.extract.lexicon import Cls


def reaches_back(draft: Draft) -> bool:
    """Whether a sentence points to somebody told before it: by a pronoun, by "the diplomat" before a verb, or where its language leaves
    pronouns out.

    Without any, whoever was told last took part in something else.
    """
    line, hit = draft.scene.line, draft.hit
    if hit.entry.owner or not (line.grammar.fronted or line.grammar.verb_last):
        return True
    told = "refer.pronoun" in line.marks or "refer.own" in line.marks
    return told or (hit.entry.cls is Cls.VERB and _is_described(draft))


def _is_described(draft: Draft) -> bool:
    """Whether a plain noun behind an article stands before a verb: whoever it means was told before."""
    scene, line = draft.scene, draft.scene.line
    words = range(scene.clause(draft.hit.first).first, draft.hit.first)
    return any(line.norm(word - 1) in line.grammar.articles and scene.plain(word) for word in words)


def others_act(draft: Draft) -> bool:
    """Whether the verb that carries a noun names who acts ("the minister attended a meeting"): who else was there is not told."""
    light, hit, line = draft.light, draft.hit, draft.scene.line
    if light is None or hit.entry.owner or light.entry.key != "verbs" or light.first > hit.first:
        return False
    if any(line.at(word, Cls.NOUN) is not None for word in range(light.last, hit.first)):
        return False
    last = light.first if line.grammar.subject_first else hit.first
    told = (role.party for role in draft.roles if role.party is not None)
    return any(not party.figure.link and party.figure.last <= last for party in told)
