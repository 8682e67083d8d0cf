CALL {
  MATCH (e:Event)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE e.status IS NOT NULL
  //+[event] AND e.iri IN $event
  RETURN 'event' AS part, e.iri AS of, v
  UNION
  MATCH (e:Event)-[r:PARTICIPATION_EVIDENCE]->(v:Evidence)
  WHERE e.status IS NOT NULL
  //+[event] AND e.iri IN $event
  RETURN 'participant' AS part, r.participant AS of, v
  UNION
  MATCH (e:Event)<-[:MADE_AT]-(s:Statement)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE e.status IS NOT NULL
  //+[event] AND e.iri IN $event
  RETURN 'statement' AS part, s.iri AS of, v
}
MATCH (v)-[:IN]->(a:Article)
WITH DISTINCT part, of, v, a, CASE WHEN v.quotedFrom IS NULL THEN 'text' ELSE 'title' END AS within
ORDER BY part, a.iri, within, v.start, v.`end`, of
RETURN part, of, v.quote AS quote, v.start AS start, v.`end` AS `end`, within, coalesce(a.headline, a.articleName) AS article,
  a.site AS site, a.published AS published, a.url AS url, v.confidence AS confidence
