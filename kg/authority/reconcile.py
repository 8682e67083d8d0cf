"""Proposes Wikidata ids for what authority files name, by a reconciliation service: for review, never on its own account."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.authority.authority import Authority
from kg.authority.dates import UNKNOWN
from kg.authority.model import Fact, kind_of
from kg.authority.properties import WIKIDATA
from kg.authority.service import Asked, Candidate, Manifest, Service
from kg.authority.writer import csv_text
from kg.errors import AuthorityError

BATCH = 10
"""How many names are asked for in one request."""
LIMIT = 3
_SPACE = "wikidata.org"
# Human, sovereign state, organization, position.
_TYPES = {"person": "Q5", "state": "Q3624078", "organization": "Q43229", "office": "Q4164871"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate for an id; ``accepted`` says whether it may be linked without a reviewer."""

    id: str
    name: str
    candidate: Candidate
    source: str
    accepted: bool = False


def unlinked(facts: Iterable[Fact], believed: Authority, kind: str | None = None) -> tuple[tuple[str, str], ...]:
    """The ids of a file that no row links to Wikidata, each with a name to ask for: the English one if there is one."""
    own = Authority(facts)
    found = []
    for identifier in own.ids():
        linked = own.value(identifier, "wikidata") or believed.value(identifier, "wikidata")
        names = own.names(identifier)
        if linked is None and names and kind in (None, kind_of(identifier)):
            found.append((identifier, own.name(identifier) or names[0][0]))
    return tuple(found)


def proposals(service: Service, wanted: Iterable[tuple[str, str]], *, accept: bool = False) -> Iterator[Proposal]:
    """What the service proposes for ids and names, batch by batch.

    Args:
        service: whom to ask.
        wanted: ids and the names to ask for.
        accept: accept candidates of which the service is sure, where it is sure of one alone and no other id takes it.

    Raises:
        AuthorityError: the service doesn't answer, speaks another protocol, or has no Wikidata ids.
    """
    manifest = service.manifest()
    if _SPACE not in manifest.space:
        raise AuthorityError(f"{service.url} gives ids of {manifest.space}, not of Wikidata: ask another service")
    found, rest = list[Proposal](), iter(wanted)
    while batch := list(islice(rest, BATCH)):
        asked = [Asked(name, _TYPES.get(kind_of(identifier)), LIMIT) for identifier, name in batch]
        for (identifier, name), candidates in zip(batch, service.candidates(asked), strict=True):
            fitting = (one for one in candidates if WIKIDATA.fullmatch(one.id))
            found += (Proposal(identifier, name, one, _source(manifest, service, one)) for one in fitting)
    sure = _sure(found) if accept else frozenset()
    for one in found:
        accepted = (one.id, one.candidate.id) in sure
        yield Proposal(one.id, one.name, one.candidate, one.source, accepted)


def review_text(found: Sequence[Proposal]) -> str:
    """The proposals as an authority file: what isn't accepted is a comment, which a reviewer makes a row by taking ``#`` away."""
    head, lines = (
        csv_text(()),
        ["# Proposed links to Wikidata. Take away the # before a row that is right, then: kg authority add FILE"],
    )
    for one in found:
        match = ", the service is sure" if one.candidate.match else ""
        described = f" ({one.candidate.description})" if one.candidate.description else ""
        told = f"{one.name}: {one.candidate.name}{described}, score {one.candidate.score:g}{match}"
        lines.append("# " + " ".join(told.split()))
        fact = Fact(one.id, "wikidata", one.candidate.id, "", UNKNOWN, UNKNOWN, one.source)
        row = csv_text([fact]).removeprefix(head).rstrip("\n")
        lines.append(row if one.accepted else f"#{row}")
    return head + "\n".join(lines) + "\n"


def _sure(found: Sequence[Proposal]) -> frozenset[tuple[str, str]]:
    """Ids with the one candidate each of which the service is sure, unless two ids would get the same."""
    matches = [(one.id, one.candidate.id) for one in found if one.candidate.match]
    by_id, by_target = Counter(pair[0] for pair in matches), Counter(pair[1] for pair in matches)
    return frozenset(pair for pair in matches if by_id[pair[0]] == 1 and by_target[pair[1]] == 1)


def _source(manifest: Manifest, service: Service, one: Candidate) -> str:
    """The page of a candidate, where the service has pages."""
    page = (manifest.view or "").replace("{{id}}", one.id)
    return page if page.startswith(("http://", "https://")) and " " not in page else service.url
