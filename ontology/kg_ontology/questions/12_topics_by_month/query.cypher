MATCH (e:Event)-[:ON_TOPIC]->(t:Topic)
WHERE e.earliest IS NOT NULL
//+[topic] AND t.iri IN $topic
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
RETURN substring(e.earliest, 0, 7) AS month, t.iri AS topic, count(*) AS events
