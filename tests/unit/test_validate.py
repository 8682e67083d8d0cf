"""Every shape passes good graphs and catches its own bad one, and a violation says where it was read."""

import re

import pytest
from graphs import article_graphs, prefixes, rdf, triples
from kg_ontology import PREFIXES, root
from rdflib import SH, Graph, URIRef
from sample_article import extraction

from kg.facts import article_graph
from kg.model import Literal, Triple
from kg.resolve.entities import resolve
from kg.store.memory import MemoryStore
from kg.validate import Severity, Violation, validate, validate_graph

DIPLO, KGID = PREFIXES["diplo"], PREFIXES["kgid"]
OFFICE = f"""participation:tehran-visit-alexander-lavrentiev diplo:office <{KGID}office/x> . <{KGID}office/x> a diplo:Office ;
    diplo:officeRank "Minister"@en ; diplo:portfolio "trade"@en ; diplo:institution "Ministry"@en . """
ROUND = f"""event:tehran-meeting diplo:round <{KGID}round/x> . <{KGID}round/x> a diplo:ProcessRound ;
    diplo:roundOf process:astana ; diplo:roundNumber 13 . """
# What is taken out of the good graph (subject predicate), what is put in instead, and what must then be said.
BAD = [
    ("event:tehran-meeting rdf:type", "event:tehran-meeting a diplo:Meeting .", "The event is not typed as diplo:Event."),
    ("event:tehran-visit rdf:type", "event:tehran-visit a diplo:Event .", "The event is not of exactly one kind:"),
    ("", "event:tehran-visit a diplo:Call .", "The event is not of exactly one kind:"),
    ("event:tehran-visit diplo:status", "", "The event does not have exactly one status"),
    ("", "event:tehran-visit diplo:status diplo:planned .", "The event does not have exactly one status"),
    ("event:tehran-visit diplo:status", "event:tehran-visit diplo:status diplo:main .", "The event does not have exactly one status"),
    ("event:tehran-visit diplo:salience", "", "The event does not have exactly one salience"),
    ("event:tehran-meeting diplo:evidence", "", "The event has no evidence."),
    ("event:tehran-visit rdfs:label", 'event:tehran-visit rdfs:label "زيارة"@ar .', "The event has no English label."),
    ("", "event:tehran-visit diplo:participation person:ali-asghar-khaji .", "The participation is not typed"),
    ("place:tehran rdf:type", "", "The event has more than one place, or one that is not typed"),
    ("", "event:tehran-visit diplo:place place:rasht . place:rasht a diplo:Place .", "The event has more than one place"),
    ("", "event:tehran-meeting diplo:during event:tehran-meeting .", "The event took place during more than one visit"),
    ("", ROUND.replace("a diplo:ProcessRound ;", ""), "The round is not typed as diplo:ProcessRound."),
    ("", ROUND.replace("process:astana", "place:tehran"), "The round does not belong to exactly one process."),
    ("", ROUND.replace("13", "0"), "The round does not have exactly one number from 1 on."),
    ("process:astana rdf:type", "", "The process is not typed as diplo:Process."),
    ("event:tehran-visit diplo:confidence", "", "The confidence in the event"),
    ("event:tehran-visit diplo:confidence", "event:tehran-visit diplo:confidence 1.01 .", "The confidence in the event"),
    ("event:tehran-meeting diplo:earliest", "", "The interval does not have exactly one earliest day."),
    ("event:tehran-meeting diplo:latest", "", "The interval does not have exactly one latest day."),
    ("event:tehran-meeting diplo:latest", 'event:tehran-meeting diplo:latest "soon"^^xsd:date .', "The interval does not have exactly one latest day."),
    ("event:tehran-meeting diplo:latest", 'event:tehran-meeting diplo:latest "2020-10-12"^^xsd:date .', "The interval ends before it starts"),
    ("date:tehran-1 diplo:latest", 'date:tehran-1 diplo:latest "2019-10-20"^^xsd:date .', "The interval ends before it starts"),
    ("date:tehran-1 rdf:type", "", "The reading of a date is not typed as diplo:DateCandidate."),
    ("date:tehran-1 diplo:earliest", "", "The reading of a date has no days."),
    ("date:tehran-1 diplo:share", "date:tehran-1 diplo:share 1.5 .", "The share of belief"),
    ("date:tehran-1 diplo:share", "date:tehran-1 diplo:share -0.1 .", "The share of belief"),
    ("date:tehran-1 diplo:rank", "date:tehran-1 diplo:rank 0 .", "The rank of the reading"),
    ("participation:tehran-visit-alexander-lavrentiev diplo:participant", "", "The participation has no participant."),
    ("", "participation:tehran-visit-alexander-lavrentiev diplo:participant person:ali-asghar-khaji .", "The participation has more than one participant."),
    ("participation:tehran-visit-alexander-lavrentiev diplo:participant", "participation:tehran-visit-alexander-lavrentiev diplo:participant topic:constitutional-committee .", "The participant is not a person"),
    ("participation:tehran-visit-alexander-lavrentiev diplo:function", "", "The participation does not have exactly one function"),
    ("participation:tehran-visit-alexander-lavrentiev diplo:evidence", "", "The participation has no evidence."),
    ("event:tehran-visit diplo:participation", "", "The participation belongs to no event."),
    ("", OFFICE.replace("a diplo:Office ;", ""), "The office is not typed as diplo:Office."),
    ("", OFFICE.replace('"Minister"@en', '"Minister"'), "The office does not have exactly one rank"),
    ("", OFFICE + f'<{KGID}office/x> diplo:portfolio "oil"@en .', "The portfolio of the office is not one text"),
    ("", OFFICE.replace('"Ministry"@en', '"Ministry"'), "The institution of the office is not one text"),
    ("", OFFICE + f"<{KGID}office/x> diplo:officeOf place:tehran .", "The office belongs to more than one state"),
    ("state:IR rdf:type", "state:IR a diplo:Person .", "What somebody acts on behalf of is neither"),
    ("tie:alexander-lavrentiev-visited-tehran-tehran-visit rdf:subject", "", "The tie does not have exactly one subject."),
    ("tie:alexander-lavrentiev-visited-tehran-tehran-visit rdf:predicate", "tie:alexander-lavrentiev-visited-tehran-tehran-visit rdf:predicate diplo:place .", "The tie does not name exactly one of the direct edges"),
    ("tie:alexander-lavrentiev-visited-tehran-tehran-visit rdf:object", "", "The tie does not have exactly one object."),
    ("tie:alexander-lavrentiev-visited-tehran-tehran-visit diplo:fromEvent", "", "The tie does not say which one event"),
    ("statement:khaji-welcome rdf:type", "", "The statement is not typed as diplo:Statement."),
    ("statement:khaji-welcome diplo:speaker", "", "The statement has no speaker."),
    ("", "statement:khaji-welcome diplo:speaker person:alexander-lavrentiev .", "The statement has more than one speaker."),
    ("statement:khaji-welcome diplo:speaker", "statement:khaji-welcome diplo:speaker event:tehran-visit .", "The speaker is not a person"),
    ("", "statement:khaji-welcome diplo:addressee event:tehran-visit .", "The addressee is not a person"),
    ("statement:khaji-welcome diplo:act", "statement:khaji-welcome diplo:act diplo:held .", "The statement does not have exactly one of the acts"),
    ("statement:khaji-welcome diplo:evidence", "", "The statement has no evidence."),
    ("statement:khaji-welcome diplo:verbText", "", "The statement does not keep the verb"),
    ("statement:khaji-welcome diplo:confidence", "statement:khaji-welcome diplo:confidence -1.0 .", "The confidence in the statement"),
    ("", 'place:tehran rdfs:label "Tehran" .', "The label does not say its language"),
    ("", 'place:tehran rdfs:label ""@en .', "The label does not say its language, or is empty."),
    ("", 'process:astana skos:prefLabel "Astana" .', "The preferred label does not say its language"),
    ("", "event:tehran-meeting diplo:dateYearless 10 .", "The date without its year is not one month or one day of a month."),
    ("event:tehran-meeting diplo:dateText", 'event:tehran-meeting diplo:dateText "يوم الثلاثاء" .', "The date as written does not say its language."),
    ("", 'participation:tehran-visit-alexander-lavrentiev diplo:officeText "envoy" .', "The office as written does not say its language."),
    ("", 'statement:khaji-welcome diplo:verbText "رحب" .', "The verb as written does not say its language."),
    ("", 'statement:khaji-welcome diplo:aboutText "التقدم" .', "The matter as written does not say its language."),
    ("article:tehran dcterms:title", 'article:tehran dcterms:title "لقاء" .', "The title does not say its language."),
    ("topic:constitutional-committee rdfs:label", "", "The node has no label."),
    ("person:ali-asghar-khaji rdfs:label", 'person:ali-asghar-khaji rdfs:label "علي أصغر خاجي"@ar .', "The person has no English label."),
    ("place:tehran rdfs:label", 'place:tehran rdfs:label "طهران"@ar .', "The node has no English label: its name is known in its own language only."),
    ("evidence:tehran-visit rdf:type", "", "The evidence is not typed as diplo:Evidence."),
    ("evidence:tehran-visit diplo:article", "", "The evidence has no article."),
    ("", "evidence:tehran-visit diplo:article article:other . article:other a diplo:Article .", "The evidence has more than one article."),
    ("article:tehran rdf:type", "", "The article of the evidence is not typed as diplo:Article."),
    ("evidence:tehran-visit diplo:start", "", "The evidence does not have exactly one start."),
    ("evidence:tehran-visit diplo:start", "evidence:tehran-visit diplo:start -1 .", "The evidence starts before the first character"),
    ("", "evidence:tehran-visit diplo:end 200 .", "The evidence does not have exactly one end."),
    ("evidence:tehran-visit diplo:end", "evidence:tehran-visit diplo:end 78 .", "The evidence ends before or where it starts."),
    ("evidence:tehran-visit diplo:quote", 'evidence:tehran-visit diplo:quote "وفد" .', "The evidence does not have exactly one quote"),
    ("evidence:tehran-visit diplo:run", "", "The evidence does not say which one run read it."),
    ("evidence:tehran-visit diplo:confidence", "evidence:tehran-visit diplo:confidence 2.0 .", "The confidence in the evidence"),
    ("evidence:tehran-statement diplo:end", "evidence:tehran-statement diplo:end 220 .", "The evidence ends beyond the last character"),
    ("evidence:tehran-visit diplo:end", "evidence:tehran-visit diplo:end 100 .", "The quote of the evidence is not as long as its span"),
    ("evidence:tehran-visit diplo:start evidence:tehran-visit diplo:end", "evidence:tehran-visit diplo:start 77 ; diplo:end 130 .", "The quote of the evidence is not what its article says"),
    ("", "evidence:tehran-visit diplo:quotedFrom diplo:text .", "The evidence is quoted from something other than the text or the title of its article."),
    ("", "evidence:tehran-visit diplo:quotedFrom dcterms:title .", "The quote of the evidence is not what the title of its article says"),
    ("article:tehran diplo:textLength", "article:tehran diplo:textLength 500 .", "The text length of the article is not the number"),
    ("article:tehran diplo:textLength", "", "The article does not have exactly one text length."),
    ("article:tehran diplo:name", "", "The article does not have exactly one name."),
    ("article:tehran diplo:digest", "", "The article does not have exactly one digest."),
    ("", 'article:tehran diplo:text "another" .', "The article has more than one text"),
    ("article:tehran diplo:published", 'article:tehran diplo:published "yesterday" .', "The day of publication is not one date."),
    ("article:tehran diplo:publishedFrom", "", "The article does not say what its day of publication was taken from."),
    ("graph:tehran diplo:extractor", "", "The run does not name exactly one extractor."),
    ("graph:tehran diplo:extractorVersion", "", "The run does not tell exactly one version"),
    ("graph:tehran prov:used", "", "The run does not say which article it read."),
]  # fmt: skip


def iri(name: str) -> URIRef:
    kind, _, rest = name.partition(":")
    return URIRef(PREFIXES.get(kind, f"{KGID}{kind}/") + rest)


def spoiled(remove: str, add: str) -> Graph:
    graph = rdf("tehran")
    words = remove.split()
    for subject, predicate in zip(words[::2], words[1::2], strict=True):
        assert (iri(subject), iri(predicate), None) in graph, f"nothing to take out: {subject} {predicate}"
        graph.remove((iri(subject), iri(predicate), None))
    return graph.parse(data=f"{prefixes()}\n{add}", format="turtle")


@pytest.mark.parametrize(("remove", "add", "message"), BAD)
def test_a_bad_graph_is_caught(remove, add, message):
    found = validate_graph(triples(spoiled(remove, add)), "kgid:graph/tehran")
    assert any(violation.message.startswith(message) for violation in found), [each.message for each in found]


def test_every_message_of_the_shapes_is_tried():
    shapes = Graph()
    for file in root().joinpath("shapes").iterdir():
        shapes.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    messages = {str(message) for message in shapes.objects(None, SH.message)}
    # The nested shape speaks through those that use it: "The participant is not a person, ...".
    messages -= {"The actor is not typed as a person, organization, state or delegation."}
    untried = {message for message in messages if not any(message.startswith(tried) for *_, tried in BAD)}
    assert not untried
    assert all(re.fullmatch(r"[A-Z][^.]*\.", message.replace("diplo:", "")) for message in messages)


@pytest.mark.parametrize("graph", article_graphs(), ids=lambda graph: graph.name.rsplit("/", 1)[1])
def test_a_good_graph_passes(graph):
    assert validate_graph(graph, graph.name) == ()


def test_what_is_written_of_an_article_passes():
    assert validate_graph(article_graph(resolve(extraction))) == ()


def test_a_violation_tells_the_fact_and_its_source():
    graph = spoiled("event:tehran-visit diplo:status", "event:tehran-visit diplo:status diplo:main .")
    [found] = validate_graph(triples(graph), "the graph")
    assert found == Violation(
        graph="the graph",
        focus=KGID + "event/tehran-visit",
        path=DIPLO + "status",
        value=DIPLO + "main",
        message="The event does not have exactly one status (held, planned, postponed, cancelled or denied).",
        severity=Severity.VIOLATION,
        article="خاجي يستقبل لافرنتييف",
        quote="المبعوث الروسي ألكسندر لافرنتييف الذي وصل على رأس وفد",
    )


def test_a_quote_elsewhere_is_told_of_the_evidence_itself():
    [found] = validate_graph(
        triples(spoiled("evidence:tehran-statement diplo:end", "evidence:tehran-statement diplo:end 218 ."))
    )
    assert found.focus == KGID + "evidence/tehran-statement"
    assert found.quote == "ورحّب خاجي بتقدم اجتماعات اللجنة."


def test_the_source_is_found_through_the_nodes_that_share_it():
    broken = spoiled("date:tehran-1 diplo:share state:IR rdfs:label", "date:tehran-1 diplo:share 7.0 .")
    quotes = {each.focus.removeprefix(KGID): each.quote for each in validate_graph(triples(broken))}
    assert quotes["date/tehran-1"].startswith("استقبل كبير مساعدي")
    assert "خاجي" in quotes["state/IR"]


def test_without_evidence_the_article_is_still_told():
    [found] = validate_graph(triples(spoiled("event:tehran-visit diplo:evidence", "")))
    assert (found.path, found.value, found.article, found.quote) == (
        DIPLO + "evidence",
        None,
        "خاجي يستقبل لافرنتييف",
        None,
    )


def test_a_missing_back_link_is_shown_against_its_direction():
    found = validate_graph(triples(spoiled("event:tehran-visit diplo:participation", "")))
    assert [each.path for each in found] == ["^" + DIPLO + "participation"]


def test_a_name_without_english_form_only_warns():
    [found] = validate_graph(triples(spoiled("place:tehran rdfs:label", 'place:tehran rdfs:label "طهران"@ar .')))
    assert found.severity is Severity.WARNING


def test_literals_of_the_wrong_kind_are_reported_and_not_logged(caplog, capsys):
    graph = spoiled("event:tehran-meeting diplo:latest", 'event:tehran-meeting diplo:latest "soon"^^xsd:date .')
    facts = triples(graph)
    caplog.clear()
    assert validate_graph(facts)
    assert not caplog.records and capsys.readouterr() == ("", "")


def test_a_store_is_checked_graph_by_graph():
    store = MemoryStore()
    good, bad, *others = article_graphs()
    stray = Triple(KGID + "place/tehran", PREFIXES["rdfs"] + "label", Literal("Tehran"))
    for graph in (good, type(bad)(bad.name, bad.article, None, (*bad.triples, stray)), *others):
        store.put(graph)
    [found] = validate(store)
    assert (found.graph, found.focus, found.value) == (bad.name, stray.subject, stray.object)
