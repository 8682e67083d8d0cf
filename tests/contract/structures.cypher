// How clauses, names, groups, order and patterns go together, one query per paragraph: what Neo4j 5 refuses every engine refuses, all
// else kglite answers as it does.

MATCH (e:Event) RETURN e.eventType, count(*) ORDER BY e.eventType

MATCH (e:Event) RETURN e.eventType AS t, count(*) + 1 AS n ORDER BY n DESC, t

MATCH (e:Event) RETURN e.eventType AS t, count(*) ORDER BY count(*) DESC, t

MATCH (e:Event) RETURN count(*) AS n, e.eventType + '!' AS t ORDER BY t

MATCH (e:Event) RETURN e.eventType AS t, 100.0 * count(*) / sum(e.confidence) AS s ORDER BY t

MATCH (e:Event) RETURN e.eventType AS t, e.eventType + toString(count(*)) AS s ORDER BY t

MATCH (e:Event) RETURN e.eventType + toString(count(*)) AS s ORDER BY s

MATCH (e:Event) RETURN substring(e.earliest,0,4) AS y, count(*) * 2 AS n, size(collect(DISTINCT e.status)) AS s ORDER BY y

MATCH (e:Event) WITH substring(e.earliest,0,7) AS m, e WHERE m IS NOT NULL RETURN m, count(DISTINCT e) AS n ORDER BY m

MATCH (e:Event) WITH e.eventType AS t WHERE e.confidence > 0.7 RETURN t, count(*) AS n ORDER BY t

MATCH (e:Event) WITH e.eventType AS t ORDER BY e.iri LIMIT 3 RETURN t

MATCH (e:Event) WITH e.eventType AS t ORDER BY e.iri DESC LIMIT 3 WHERE t = 'Meeting' RETURN t

MATCH (e:Event) WITH DISTINCT e.eventType AS t ORDER BY t DESC SKIP 1 LIMIT 2 RETURN t

MATCH (e:Event) WITH DISTINCT e.eventType AS t ORDER BY e.iri RETURN t

MATCH (e:Event) RETURN DISTINCT e.eventType AS t ORDER BY e.eventType

MATCH (e:Event) RETURN DISTINCT e.eventType AS t ORDER BY e.iri

MATCH (e:Event) RETURN e.eventType AS t, count(*) AS n ORDER BY e.iri

MATCH (a:Person)-[:MET]-(b:Person) RETURN a.name, b.name ORDER BY a.name, b.name

MATCH (a:Person)-[:MET]-(b:Person) RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person)-[:MET]-(b:Person) WITH a, count(b) AS n ORDER BY n DESC, a.name LIMIT 2 MATCH (a)-[:PARTICIPATED_IN]->(e:Event) RETURN a.name AS who, n, collect(e.eventType) AS types ORDER BY who

MATCH (a:Person) OPTIONAL MATCH (a)-[:MET]-(b:Person) RETURN a.name AS a, count(b) AS n ORDER BY a

MATCH (a:Person) OPTIONAL MATCH (a)-[:MET]-(b:Person) WHERE b.name STARTS WITH 'S' RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person) OPTIONAL MATCH (a)-[:REPRESENTS]->(s) OPTIONAL MATCH (a)-[:HELD_OFFICE]->(o) RETURN a.name AS a, s.name AS s, o.name AS o ORDER BY a, s, o

OPTIONAL MATCH (n:Nowhere) OPTIONAL MATCH (n)-[:MET]-(m) RETURN n, m

OPTIONAL MATCH (n:Nowhere) MATCH (n)-[:MET]-(m) RETURN n, m

OPTIONAL MATCH (n:Nowhere) WITH n MATCH (m:Person) WHERE m = n RETURN m

OPTIONAL MATCH (n:Nowhere) RETURN n.name AS x, n IS NULL AS y, size(labels(n)) AS z, coalesce(n.name, 'none') AS c, n {.name} AS m

MATCH (p:Person {name: $name}) OPTIONAL MATCH (p)-[r:VISITED]->(x) RETURN p.name AS p, r, x

MATCH (p:Person {name: $name}) OPTIONAL MATCH (p)-[r:VISITED]->(x) RETURN p.name AS p, type(r) AS t, r.date AS d ORDER BY d

MATCH (a:Person), (b:Person) WHERE a.iri < b.iri AND (a)-[:MET]-(b) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person), (b:Person) WHERE a.iri < b.iri AND NOT (a)-[:MET]-(b) RETURN count(*) AS n

MATCH (a:Person) WHERE (a)-[:MET]-(:Person {name: 'Sergei Lavrov'}) RETURN a.name AS a ORDER BY a

MATCH (a:Person) WHERE exists((a)-[:MET]-()) RETURN count(a) AS n

MATCH (a:Person) WHERE EXISTS { (a)-[:MET]-(b) WHERE b.name <> a.name } RETURN count(a) AS n

MATCH (a:Person) WHERE EXISTS { MATCH (a)-[:MET]-(b), (b)-[:MET]-(c) WHERE c <> a } RETURN a.name AS a ORDER BY a

MATCH (a:Person) WHERE NOT EXISTS { (a)-[:MET]-() } RETURN a.name AS a ORDER BY a

MATCH (a:Person) RETURN a.name AS a, COUNT { (a)-[:MET]-() } AS n, COUNT { (a)-[:MET]-(b) WHERE b.name CONTAINS 'a' } AS m ORDER BY a

MATCH (a:Person) WHERE COUNT { (a)-[:MET]-() } > 1 RETURN a.name AS a ORDER BY a

MATCH (a:Person) RETURN a.name AS a, [(a)-[r:MET]-(b) | b.name + ' ' + r.date] AS l ORDER BY a

MATCH (a:Person) RETURN a.name AS a, size([(a)-[:MET]-(b) WHERE b.name STARTS WITH 'S' | b]) AS l ORDER BY a

MATCH (a:Person) RETURN a.name AS a, [p = (a)-[:MET]-(b) | length(p)] AS l ORDER BY a

MATCH (a:Person) RETURN a.name AS a, COLLECT { MATCH (a)-[:MET]-(b) RETURN b.name } AS l ORDER BY a

MATCH (a:Person)-[:MET*2]-(b:Person) RETURN a.name AS a, b.name AS b, count(*) AS n ORDER BY a, b

MATCH (a:Person)-[:MET*1..3]-(b:Person) RETURN a.name AS a, b.name AS b, count(*) AS n ORDER BY a, b

MATCH (a:Person)-[:MET*]-(b:Person) RETURN a.name AS a, b.name AS b, count(*) AS n ORDER BY a, b

MATCH (a:Person)-[:MET*0..1]-(b:Person) RETURN a.name AS a, b.name AS b, count(*) AS n ORDER BY a, b

MATCH p = (a:Person)-[:MET]-(b:Person)-[:MET]-(c:Person) RETURN [n IN nodes(p) | n.name] AS names ORDER BY names[0], names[1], names[2]

MATCH p = (a:Person)-[:MET*1..2 {date: '2020-12-01'}]-(b:Person) RETURN a.name AS a, b.name AS b, length(p) AS l ORDER BY a, b, l

MATCH (a:Person)-[r:MET {date: '2020-12-01'}]-(b) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person)-[r:MET WHERE r.date > '2020-12-01']-(b) RETURN a.name AS a, b.name AS b, r.date AS d ORDER BY a, b, d

MATCH (a:Person WHERE a.name STARTS WITH 'S')-[r:MET]-(b WHERE b:Person) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (n:Person&Actor) RETURN count(*) AS n

MATCH (n:Actor&!Person) RETURN n.name AS n ORDER BY n

MATCH (n:(Person|State)&Actor) RETURN count(*) AS n

MATCH (n:State|Person) RETURN count(*) AS n

MATCH (n) WHERE n:State|Person RETURN count(*) AS n

MATCH (n) WHERE n:State AND n:Actor RETURN count(*) AS n

MATCH ()-[r:!MET]->() RETURN type(r) AS t, count(*) AS n ORDER BY t

MATCH ()-[r:MET|SPOKE_WITH]-() RETURN type(r) AS t, count(*) AS n ORDER BY t

MATCH ()-[r]->() WHERE type(r) IN ['MET', 'CONTACT'] RETURN type(r) AS t, count(*) AS n ORDER BY t

MATCH (a)-[r]-(a) RETURN count(*) AS n

MATCH (a:Person)-[r1:MET]-(b)-[r2:MET]-(a) RETURN count(*) AS n

MATCH (a:Person)-[r1:MET]-(b), (b)-[r2:MET]-(a) RETURN count(*) AS n

MATCH (a:Person)-[r1:MET]-(b) MATCH (b)-[r2:MET]-(a) RETURN count(*) AS n

MATCH (a:Person)--(b), (a)--(c) WHERE b <> c RETURN count(*) AS n

MATCH (a:Person)<-[:MET]-(b) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person)<-[:MET]->(b) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH (a:Person)-[:MET]->()<-[:MET]-(b) RETURN a.name AS a, b.name AS b ORDER BY a, b

MATCH p = shortestPath((a:Person {name: $name})-[:MET|SPOKE_WITH*]-(b:Person {name: $other})) RETURN [n IN nodes(p) | n.name] AS l

MATCH (a:Person {name: $name}), (b:Person {name: $other}) MATCH p = shortestPath((a)-[:MET|SPOKE_WITH*..6]-(b)) RETURN length(p) AS l

MATCH (a:Person {name: $name}), (b:Person) WHERE a <> b MATCH p = shortestPath((a)-[:MET*..3]-(b)) RETURN b.name AS b, length(p) AS l ORDER BY b

MATCH (a:Person), (b:Person) WHERE a.iri < b.iri OPTIONAL MATCH p = shortestPath((a)-[:MET*..3]-(b)) RETURN a.name AS a, b.name AS b, length(p) AS l ORDER BY a, b

MATCH p = allShortestPaths((a:Person {name: $name})-[:MET|SPOKE_WITH*..6]-(b:Person {name: $other})) RETURN length(p) AS l, count(*) AS n

MATCH p = shortestPath((a:Person {name: $name})-[:MET*..6]-(b:Person)) WHERE length(p) > 1 RETURN b.name AS b ORDER BY b

UNWIND [1,2,3] AS x UNWIND [4,5] AS y RETURN x * y AS z ORDER BY z

UNWIND [[1,2],[3]] AS x UNWIND x AS y RETURN y ORDER BY y

UNWIND null AS x RETURN x

UNWIND $none AS x RETURN count(*) AS n

UNWIND [] AS x RETURN x

UNWIND [1,null,2] AS x RETURN x, x + 1 AS y

UNWIND $names AS name OPTIONAL MATCH (p:Person {name: name}) RETURN name, p.iri AS i ORDER BY name

UNWIND ['Sergei Lavrov', 'Nobody'] AS name OPTIONAL MATCH (p:Person {name: name}) RETURN name, p IS NULL AS missing ORDER BY name

MATCH (p:Person) WITH collect(p) AS people UNWIND people AS a UNWIND people AS b WITH a, b WHERE a.iri < b.iri RETURN count(*) AS n

MATCH (p:Person) WITH collect(p.name) AS names RETURN [n IN names WHERE n STARTS WITH 'S'] AS s, size(names) AS n

MATCH (p:Person) WITH p ORDER BY p.name WITH collect(p.name) AS names RETURN names[0] AS first, names[-1] AS last, names[0..2] AS two

MATCH (p:Person) CALL (p) { MATCH (p)-[:MET]-(b) RETURN collect(DISTINCT b.name) AS met } RETURN p.name AS p, size(met) AS n ORDER BY p

MATCH (p:Person) CALL { WITH p MATCH (p)-[:MET]-(b) RETURN b ORDER BY b.name LIMIT 1 } RETURN p.name AS p, b.name AS b ORDER BY p

MATCH (p:Person) CALL (p) { OPTIONAL MATCH (p)-[:MET]-(b) RETURN b.name AS met ORDER BY met LIMIT 1 } RETURN p.name AS p, met ORDER BY p

CALL { MATCH (p:Person) RETURN p.name AS name UNION MATCH (s:State) RETURN s.name AS name } RETURN name, count(*) AS n ORDER BY name

MATCH (p:Person) CALL (p) { MATCH (p)-[:MET]-(b) RETURN 'met' AS how, count(b) AS n UNION ALL MATCH (p)-[:SPOKE_WITH]-(b) RETURN 'spoke' AS how, count(b) AS n } RETURN p.name AS p, how, n ORDER BY p, how

MATCH (p:Person) RETURN p.name AS name UNION MATCH (s:State) RETURN s.name AS name UNION MATCH (s:State) RETURN s.name AS name

MATCH (p:Person) RETURN p.name AS name, 1 AS n UNION ALL MATCH (s:State) RETURN s.name AS name, 1.5 AS n

MATCH (p:Person) RETURN p.name AS name UNION MATCH (s:State) RETURN s.name AS other

MATCH (p:Person) RETURN p UNION MATCH (p:State) RETURN p

MATCH (p:Person) RETURN *

MATCH (p:Person)-[r:MET]-(b) RETURN * ORDER BY r.date, p.name LIMIT 3

MATCH (p:Person) WITH *, p.name AS n WHERE n STARTS WITH 'S' RETURN n, p.iri AS i

MATCH (p:Person) WITH p, p.name AS name RETURN *, size(name) AS n ORDER BY name

MATCH (p:Person) RETURN p.name AS name ORDER BY size(name), name

MATCH (p:Person) RETURN p.name AS p ORDER BY p

MATCH (p:Person) RETURN p.name AS p ORDER BY p.name DESC

MATCH (p:Person) RETURN p.name AS p ORDER BY p.iri DESC

MATCH (p:Person) WITH p.name AS p RETURN p ORDER BY p

MATCH (a:Person) WITH a AS b, a.name AS a RETURN a, b.iri AS i ORDER BY a

MATCH (a:Person) WITH a AS b MATCH (a:State) RETURN count(*) AS n

MATCH (e:Event) RETURN e.status AS s, min(e.earliest) AS f, max(e.latest) AS l, avg(e.confidence) AS a, sum(e.confidence) AS t, count(e.earliest) AS c ORDER BY s

MATCH (e:Event) RETURN avg(e.independentSources) AS a, sum(e.independentSources) AS s, max(e.independentSources) AS m, collect(DISTINCT e.independentSources) AS d

MATCH (e:Nowhere) RETURN sum(e.independentSources) AS s, sum(e.confidence) AS c, avg(e.confidence) AS a, min(e.name) AS m, collect(e.name) AS l

MATCH (e:Event) RETURN count(DISTINCT e.eventType) AS a, count(e.dateConflict) AS b, count(*) AS c

MATCH (e:Event) RETURN collect(e.dateConflict) AS c, collect(DISTINCT e.eventType) AS t

MATCH (e:Event) WITH e.eventType AS t, collect(e) AS es RETURN t, size(es) AS n, [x IN es | x.status][0] IS NOT NULL AS s ORDER BY t

MATCH (e:Event) WITH e.eventType AS t, collect({i: e.iri, s: e.status}) AS es RETURN t, [x IN es WHERE x.s = 'held' | x.i] AS held ORDER BY t

MATCH (e:Event) RETURN {type: e.eventType, status: e.status} AS m, count(*) AS n ORDER BY n, m.type, m.status

MATCH (e:Event) RETURN DISTINCT {type: e.eventType} AS m

MATCH (e:Event) RETURN DISTINCT [e.eventType, e.status] AS m

MATCH (e:Event) RETURN [e.eventType, e.status] AS m, count(*) AS n

MATCH (n:Person) RETURN labels(n)[0] AS l, count(*) AS c

MATCH (e:Event) RETURN e.iri AS i LIMIT 0

MATCH (e:Event) RETURN e.iri AS i ORDER BY i SKIP 1000

MATCH (e:Event) RETURN e.iri AS i ORDER BY i SKIP $at LIMIT $n

MATCH (e:Event) RETURN e.iri AS i ORDER BY i LIMIT -1

MATCH (e:Event) RETURN e.iri AS i ORDER BY i LIMIT 1.5

MATCH (e:Event) RETURN e.iri AS i ORDER BY i LIMIT $name

MATCH (e:Event) RETURN e.iri AS i ORDER BY i LIMIT 1 + 1

MATCH (e:Event) RETURN e.iri AS i ORDER BY i LIMIT e.x

MATCH (e:Event) WHERE count(e) > 1 RETURN e

MATCH (e:Event) RETURN x

MATCH (e:Event) WITH e.iri RETURN 1 AS x

MATCH (e:Event)

RETURN 1 AS a, 2 AS a

MATCH (e:Event) RETURN count(count(e)) AS n

MATCH (e:Event) RETURN e.confidence + count(*) AS n

MATCH (e:Event) RETURN e, e.confidence + count(*) AS n ORDER BY e.iri LIMIT 1

MATCH (e:Event)-[e:HELD_IN]->(b) RETURN count(*) AS n

MATCH (e:Event) UNWIND [1] AS e RETURN e

MATCH (e:Event) WITH e, 1 AS x UNWIND [1,2] AS x RETURN x

MATCH (e:Event) RETURN [e IN [1,2] | e] AS l LIMIT 1

MATCH (e:Event) RETURN [x IN [1,2] WHERE e.status = 'held' | x] AS l ORDER BY size(l) DESC LIMIT 1

MATCH (e:Event) WITH count(*) AS n RETURN [x IN range(1, 3) | x * n] AS l

MATCH (e:Event) RETURN [x IN collect(e.status) WHERE x = 'held'][0] AS l

MATCH (e:Event) RETURN reduce(t = 0.0, x IN collect(e.confidence) | t + x) > 1 AS l

MATCH (e:Event) RETURN e.eventType AS type, any(s IN collect(e.status) WHERE s = 'planned') AS planned ORDER BY type

MATCH (e:Event) WHERE e.earliest >= '2020-10-01' XOR e.status = 'planned' RETURN count(*) AS n

MATCH (e:Event) WHERE NOT e.dateConflict RETURN count(*) AS n

MATCH (e:Event) WHERE e.dateConflict RETURN count(*) AS n

MATCH (e:Event) WHERE e.dateConflict IS NULL OR NOT e.dateConflict RETURN count(*) AS n

MATCH (e:Event) WHERE e.earliest = null RETURN count(*) AS n

MATCH (e:Event) WHERE e.earliest IN [] RETURN count(*) AS n

MATCH (e:Event) WHERE NOT e.earliest IN ['2020-11-24'] RETURN count(*) AS n

MATCH (e:Event) WHERE NOT e.earliest IN ['2020-11-24', null] RETURN count(*) AS n

MATCH (e:Event) WHERE e.earliest <> '2020-11-24' RETURN count(*) AS n

MATCH (e:Event) WHERE e.earliest <> e.latest RETURN count(*) AS n

MATCH (e:Event) WHERE e.confidence * 100 > 75 RETURN count(*) AS n

MATCH (e:Event) WHERE toInteger(substring(e.earliest, 5, 2)) >= 11 RETURN count(*) AS n

MATCH (e:Event) WHERE e.earliest STARTS WITH '2020-1' RETURN count(*) AS n

MATCH (p:Person) WHERE any(a IN p.aliases WHERE a CONTAINS 'L') RETURN count(*) AS n

MATCH (p:Person) RETURN p.name AS n, size(p.aliases) AS a, p.aliases[0] AS f ORDER BY n

MATCH (p:Person) UNWIND p.aliases AS a RETURN count(*) AS n

MATCH (p:Person) WHERE 'x' IN p.aliases RETURN count(*) AS n

MATCH (p:Person) RETURN coalesce(p.aliases, []) AS a ORDER BY p.name

MATCH (o:Office) RETURN o.rank AS r, count(*) AS n ORDER BY r

MATCH (d:DateCandidate) RETURN d.rank AS r, d.share AS s ORDER BY r, s

MATCH (d) WHERE d.rank IS NOT NULL RETURN labels(d)[0] AS l, count(*) AS n ORDER BY l

MATCH (v:Evidence) RETURN v.start % 10 AS d, count(*) AS n ORDER BY d

MATCH (v:Evidence) RETURN v.end - v.start AS l ORDER BY l DESC LIMIT 3

MATCH (v:Evidence) WHERE v.start / 2 * 2 = v.start RETURN count(*) AS n

MATCH (c:Person)-[k:CONTACT]-(d:Person) RETURN c.name AS c, sum(k.count) AS n, avg(k.count) AS a, max(k.last) AS l ORDER BY n DESC, c

MATCH (a:Person)-[k:CONTACT]-(b:Person) WHERE k.count > 1 RETURN a.name AS a, b.name AS b, k.count / 2 AS half, k.count / 2.0 AS f ORDER BY a, b

MATCH (`a b`:Person) RETURN `a b`.name AS `the name` ORDER BY `the name` LIMIT 1

MATCH (مشارك:Person) RETURN مشارك.name AS اسم ORDER BY اسم LIMIT 2

match (e:Event) where e.status = 'held' return e.eventType as type, count(*) as n order by n desc, type limit 3;

MATCH (e:Event) /* all */ RETURN e.eventType AS t, // the type
 count(*) AS n ORDER BY t

RETURN 'it\'s' AS a, "say \"x\"" AS b, 'a\\b' AS c, 'é' AS d, '\u00e9' AS e, 'a\tb' AS f

RETURN 0x1F AS a, 0o17 AS b, 1e3 AS c, .5 AS d, 1_000 AS e, -3 AS f

RETURN   1+2   , "a"  +  'b', [1,2 ,3][ 0 ]

RETURN (1 + 2) * 3 AS a, 2 ^ 3 ^ 2 AS b, -2 ^ 2 AS c, 10 - 3 - 2 AS d, 7 / 2 / 2 AS e, 2 + 3 * 4 AS f, NOT true AND false AS g, true OR true AND false AS h, NOT false = true AS i

RETURN 1 < 2 < 3 AS a, 1 < 3 < 2 AS b, 1 = 1 <> 2 AS c, 'a' < 'b' <= 'b' AS d

RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END AS a, CASE WHEN false THEN 1 END AS b, CASE 3 WHEN 1, 3 THEN 'c' ELSE 'd' END AS c

RETURN [1,2,3][1..2] AS a, [1,2,3][-2..] AS b, [1,2,3][..-1] AS c, [1,2,3][5..] AS d, [x IN [1,2,3]] AS e, [x IN [1,2,3] WHERE x > 1] AS f

RETURN round(-0.125, 2) AS a, round(0.125, 2) AS b, round(-1.55, 1) AS c, round(1.55, 1) AS d, round(-2.25, 1) AS e, round(1.005, 2) AS f, round(-1.5, 1) AS g, round(25, 1) AS h, round(0.5) AS i, round(-0.4) AS j

RETURN exists { MATCH (n:Person) } AS a, count { MATCH (n:Person) } AS b, COUNT { (n:Person) } AS c

MATCH (n:Person) RETURN n{.name, .iri, other: 1}.name AS a ORDER BY a

MATCH (n:Person) WITH n{.name, k: n.iri} AS m RETURN m.name AS a, m.k AS b, m AS c ORDER BY a

MATCH (n:Person) WITH {a: n.name} AS m RETURN m {.a, b: 2, .c} AS x ORDER BY x.a

WITH {a: 1, b: 'x'} AS m RETURN m.a AS a, m['b'] AS b, m.c AS c, m {.*, d: 3} AS d

MATCH (n:Person) WHERE n.name =~ '(?i).*lavrov' RETURN n.name AS n

MATCH (n:Person) WHERE n.name =~ $name RETURN n.name AS n

MATCH (n:Person) WHERE toLower(n.name) CONTAINS toLower('LAV') RETURN n.name AS n

MATCH (a:Article) RETURN a.language AS l, count(*) AS n, min(a.published) AS f ORDER BY n DESC, l

MATCH (s:Statement)-[:MADE_BY]->(p) RETURN p.name AS p, collect(s.act)[..2] AS acts, count(*) AS n ORDER BY p

MATCH (e:Event {status: 'held'})-[:HELD_IN]->(p {name: 'Geneva'}) RETURN count(*) AS n

MATCH (e:Event {confidence: 0.8}) RETURN count(*) AS n

MATCH (e:Event {status: null}) RETURN count(*) AS n

MATCH (e:Event {status: $none}) RETURN count(*) AS n

MATCH (a:Person), (b:Person {name: a.name}) RETURN count(*) AS n

MATCH (a:Person)-[r:MET]->(b) MATCH (e:Event {iri: r.event}) RETURN e.iri AS e, a.name AS a, b.name AS b ORDER BY e, a, b

MATCH (a)-[r:MET]->() MATCH ()-[s:MET {event: r.event}]->() RETURN count(*) AS n

MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b:Person) WITH a, b, count(DISTINCT e) AS n, min(e.earliest) AS first WHERE a.iri < b.iri AND n > 1 RETURN a.name AS a, b.name AS b, n, first ORDER BY n DESC, a, b

MATCH (p:Person) WITH p, rand() AS r RETURN count(r) AS n

MATCH (p:Person) RETURN p.name AS n ORDER BY rand() LIMIT 0

MATCH (e:Event) RETURN date(e.earliest) AS d, date(e.earliest) + duration('P1M') AS m, date.truncate('month', date(e.earliest)) AS t ORDER BY d, e.iri

MATCH (e:Event) WHERE e.earliest IS NOT NULL RETURN date.truncate('month', date(e.earliest)) AS t, count(*) AS n ORDER BY t

MATCH (e:Event) WHERE date(e.earliest) >= date($from) AND date(e.latest) <= date($to) RETURN count(*) AS n

MATCH (e:Event) RETURN e.earliest + '' AS a, 'x' + e.confidence AS b, e.eventType + ' ' + e.independentSources AS c ORDER BY a, b, c

MATCH (e:Event) WITH e.earliest AS day, count(*) AS n ORDER BY day RETURN collect({day: day, n: n}) AS l

MATCH (e:Event) WITH e.earliest AS day, count(*) AS n ORDER BY n DESC, day LIMIT 2 RETURN collect(day + ': ' + n) AS l

MATCH (e:Event) RETURN e.earliest AS d, e.iri AS i ORDER BY d DESC, i ASC LIMIT 5

MATCH (e:Event) RETURN e.dateText AS d ORDER BY d IS NULL, d

MATCH (e:Event) RETURN CASE WHEN e.confidence > 0.8 THEN 'high' WHEN e.confidence > 0.5 THEN 'mid' ELSE 'low' END AS c, count(*) AS n ORDER BY c

MATCH (e:Event) RETURN sum(CASE WHEN e.status = 'held' THEN 1 ELSE 0 END) AS held, sum(CASE e.status WHEN 'held' THEN 0 ELSE 1 END) AS other

MATCH (e:Event) RETURN sum(CASE WHEN e.status = 'held' THEN 1 END) AS held, count(CASE WHEN e.status <> 'held' THEN e END) AS other

MATCH (n:Person) RETURN max(size(n.name)) AS a, min(n.name) AS b, toFloat(count(*)) / 4 AS c, count(*) / 4 AS d

MATCH (n:Person) RETURN n ORDER BY n.name LIMIT 2

MATCH (n:Person)-[r:MET]-() RETURN r ORDER BY r.date, r.event LIMIT 1

MATCH p = (n:Person {name: $name})-[r:MET]->() RETURN p ORDER BY r.date, r.event LIMIT 1

MATCH (n:Person) RETURN collect(n)[0..1] AS x, [n.name, n.iri] AS y ORDER BY n.name LIMIT 1

MATCH (n:Person) WITH n LIMIT 1 RETURN n IS NOT NULL AS x

MATCH (e:Event) RETURN [e.earliest, e.latest] AS d, e.earliest IN [e.latest] AS same ORDER BY d[0], d[1], same

MATCH (x:Topic)<-[:ON_TOPIC]-(e) WITH x, count(e) AS n ORDER BY n DESC, x.name LIMIT 3 WITH collect(x) AS top MATCH (e:Event)-[:ON_TOPIC]->(t) WHERE t IN top RETURN t.name AS t, count(*) AS n ORDER BY t

MATCH (a:Person), (b:Person) WHERE a = b RETURN count(*) AS n

MATCH (a:Person)-[r:MET]-(b), (c:Person)-[s:MET]-(d) WHERE r = s RETURN count(*) AS n

WITH 1 AS x MATCH (e:Event) WITH x, count(e) AS n RETURN x + n AS y

WITH 1 AS x RETURN x ORDER BY x SKIP 0

RETURN 1

RETURN true AND null AS a, true OR null AS b, null XOR true AS c, NOT null AS d, null = 1 AS e, null IS NULL AS f, 1 IS NOT NULL AS g

RETURN [1, 2] = [1, 2] AS a, [1] = [1, null] AS b, [1, null] = [1, null] AS c, [1, null] = [2, null] AS d, 1 IN [1, null] AS e, 2 IN [1, null] AS f, [1] IN [[1]] AS g

RETURN all(x IN [1, null] WHERE x > 0) AS a, any(x IN [1, null] WHERE x > 0) AS b, none(x IN [null] WHERE x > 0) AS c, single(x IN [1, null] WHERE x > 0) AS d, all(x IN null WHERE x > 0) AS e
