MATCH (process:Process)<-[:WITHIN]-(e:Event)-[:ON_TOPIC]->(topic:Topic)
WHERE e.earliest IS NOT NULL
//+[process] AND process.iri IN $process
WITH topic.iri AS topic,
  //+[since] e.earliest >= $since AS late
WITH topic, sum(CASE WHEN late THEN 0 ELSE 1 END) AS before, sum(CASE WHEN late THEN 1 ELSE 0 END) AS since
WHERE since > before
RETURN topic, before, since
ORDER BY since - before DESC, topic
