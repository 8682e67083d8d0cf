// Everyday queries of analysts in the dialect of Neo4j 5, one per paragraph. Every engine answers them as Neo4j does, or says that it can't.

MATCH (e:Event) RETURN count(e) AS events

MATCH (e:Meeting) WHERE e.earliest >= $from AND e.latest <= $to RETURN e.iri AS event ORDER BY event

MATCH (e:Event) WHERE '2020-10-01' <= e.earliest <= '2020-12-31' RETURN e.iri AS event ORDER BY event

MATCH (e:Event) RETURN e.eventType AS type, count(*) AS n ORDER BY n DESC, type

MATCH (p:Person {name: $name}) RETURN p.name_ar AS ar, p.name_ru AS ru, p.nothing AS nothing

MATCH (p:Person) WHERE p.name STARTS WITH 'Ser' OR p.name_ar CONTAINS 'خاجي' RETURN p.name AS name ORDER BY name

MATCH (p:Person) WHERE toLower(p.name) =~ '.*lav.*' RETURN p.name AS name ORDER BY name

MATCH (p:Person) WHERE p.name_ru IS NOT NULL RETURN p.name_ru AS name ORDER BY name

MATCH (a:Person)-[:MET]-(b:Person) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person)-[r:MET|SPOKE_WITH]->(b:Person) RETURN a.name AS a, type(r) AS how, r.date AS day, b.name AS b ORDER BY a, how, day, b

MATCH (a:Person {name: $name})-[c:CONTACT]-(b:Person) RETURN b.name AS name, c.count AS times, c.first AS first, c.last AS last ORDER BY times DESC, name

MATCH (a:Person)-[:PARTICIPATED_IN]->(e)<-[:PARTICIPATED_IN]-(b:Person) WHERE a.iri < b.iri RETURN a.name AS a, b.name AS b, count(DISTINCT e) AS n ORDER BY n DESC, a, b

MATCH (a)-->(e:Event)<--(b) RETURN a.iri = b.iri AS same, count(*) AS n ORDER BY same

MATCH (p:Actor)-[r:PARTICIPATED_IN]->(e:Event) RETURN e.iri AS event, r.function AS function, collect(p.name) AS names ORDER BY event, function

MATCH (e:Event) OPTIONAL MATCH (e)-[:HELD_IN]->(place) RETURN e.iri AS event, place.name AS place ORDER BY event

MATCH (e:Event) WHERE NOT (e)-[:HELD_IN]->() RETURN e.iri AS event ORDER BY event

MATCH (e:Event) WHERE EXISTS { (e)-[:ON_TOPIC]->(:Topic) } RETURN e.iri AS event ORDER BY event

MATCH (e:Event) RETURN e.iri AS event, COUNT { (e)-[:ON_TOPIC]->() } AS topics ORDER BY event

MATCH (e:Event)-[:ON_TOPIC]->(t:Topic) RETURN t.name AS topic, substring(e.earliest, 0, 7) AS month, count(e) AS n ORDER BY topic, month

MATCH (e:Event)-[:WITHIN]->(p:Process) RETURN p.name AS process, min(e.earliest) AS first, max(e.latest) AS last, count(*) AS n ORDER BY process

MATCH (s:Statement)-[:MADE_BY]->(p) RETURN p.name AS who, s.act AS act, s.about AS about ORDER BY who, act, about

MATCH (s:Statement)-[:MADE_BY]->(p:Person) WITH p, count(s) AS n WHERE n >= 1 RETURN p.name AS who, n ORDER BY n DESC, who LIMIT 5

MATCH (s:Statement) RETURN s.act AS act, avg(s.confidence) AS mean, collect(DISTINCT s.verb) AS verbs ORDER BY act

MATCH (e:Event {iri: $event})-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article) RETURN v.quote AS quote, v.start AS start, a.published AS day, a.language AS language ORDER BY start, quote

MATCH (e:Event) WHERE e.status <> 'held' RETURN e.status AS status, count(*) AS n ORDER BY status

MATCH (e:Event) WHERE e.confidence >= 0.5 AND NOT e.status IN ['cancelled', 'denied'] RETURN count(e) AS n

MATCH (p:Person)-[r:REPRESENTS]->(s) RETURN p.name AS who, s.name AS whom, labels(s)[0] IS NOT NULL AS labelled, count(r) AS times ORDER BY who, whom

MATCH (p:Person)-[:HELD_OFFICE]->(o:Office)-[:OFFICE_OF]->(s) RETURN DISTINCT p.name AS who, o.name AS office, s.name AS of ORDER BY who, office

MATCH path = shortestPath((a:Person {name: $name})-[:MET|SPOKE_WITH*..4]-(b:Person {name: $other})) RETURN length(path) AS steps

MATCH (a:Person {name: $name})-[:CONTACT*1..2]-(b:Person) WHERE a <> b RETURN DISTINCT b.name AS name ORDER BY name

MATCH (a:Article) RETURN a.language AS language, count(a) AS n ORDER BY language

MATCH (e:Event)-[:EVIDENCED_BY]->()-[:IN]->(a:Article) WITH e, count(DISTINCT a) AS articles RETURN max(articles) AS most, sum(articles) AS all

MATCH (e:Event) WITH e ORDER BY e.iri RETURN collect(e.iri)[0] AS first, size(collect(e.iri)) AS n

MATCH (e:Event) RETURN coalesce(e.earliest, e.dateText, 'unknown') AS day, e.iri AS event ORDER BY day, event

MATCH (e:Event) RETURN CASE WHEN e.earliest IS NULL THEN 'no day' WHEN e.earliest = e.latest THEN 'one day' ELSE 'some days' END AS known, count(*) AS n ORDER BY known

UNWIND $names AS name MATCH (p:Person {name: name}) RETURN name, p.iri AS iri ORDER BY name

MATCH (p:Person) RETURN p.name AS name UNION MATCH (s:State) RETURN s.name AS name

MATCH (p:Person) RETURN p.name AS name ORDER BY name SKIP 1 LIMIT 2

MATCH (p:Person) CALL (p) { MATCH (p)-[r:MET]-() RETURN count(r) AS met } RETURN p.name AS name, met ORDER BY name

MATCH (e:Event)-[:HELD_IN]->(place) WITH place.name AS place, collect(e.iri) AS events WHERE size(events) > 0 RETURN place, [each IN events WHERE each ENDS WITH 'meeting' | split(each, '/')[-1]] AS meetings ORDER BY place

MATCH (e:Event) WHERE e.earliest IS NOT NULL RETURN date(e.earliest).year AS year, count(*) AS n ORDER BY year

MATCH (e:Event) WHERE e.earliest IS NOT NULL RETURN e.iri AS event, duration.inDays(date(e.earliest), date(e.latest)).days AS days ORDER BY event

MATCH (p:Person) RETURN reduce(total = 0, name IN collect(p.name) | total + size(name)) AS letters

MATCH (a:Person)-[:MET]-(b:Person)-[:MET]-(c:Person) WHERE a.iri < c.iri AND NOT (a)-[:MET]-(c) RETURN a.name AS a, b.name AS broker, c.name AS c ORDER BY a, broker, c

MATCH (e:Event)-[:ON_TOPIC]->(t)-[:BROADER*0..3]->(wide:Topic) RETURN DISTINCT e.iri AS event, wide.name AS topic ORDER BY event, topic

MATCH (n:Event) RETURN n ORDER BY n.iri LIMIT 1

MATCH (:Person)-[r:PARTICIPATED_IN]->(:Event) RETURN r ORDER BY r.iri LIMIT 1

MATCH (e:Event {iri: $event}) RETURN e {.earliest, .status, place: [(e)-[:HELD_IN]->(p) | p.name]} AS event

MATCH (p:Person) WHERE p.name IN $names RETURN any(name IN $names WHERE name = p.name) AS any, count(*) AS n

MATCH (p:Person) RETURN p.name AS name, size([(p)-[:PARTICIPATED_IN]->(e:Event) | e]) AS events ORDER BY events DESC, name

MATCH (e:Event) WHERE e.iri CONTAINS 'no such event' RETURN e.iri AS event, count(*) AS n

MATCH (a:Person)-[r:MET|SPOKE_WITH]->(b:Person) MATCH (e:Event) WHERE e.iri = r.event RETURN e.iri AS event, a.name AS a, b.name AS b ORDER BY event, a, b

MATCH (a:Person)-[r:MET]->(b:Person) WITH a, b, r.event AS event MATCH (e:Event {iri: event}) RETURN e.iri AS event, a.name AS a ORDER BY event, a
