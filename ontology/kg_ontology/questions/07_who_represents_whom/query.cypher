MATCH (who:Actor)-[r:PARTICIPATED_IN]->(e:Event)-[p:PARTICIPATION_EVIDENCE]->(v:Evidence)
WHERE r.onBehalfOf IS NOT NULL AND p.participant = who.iri
//+[person] AND who.iri IN $person
//+[party] AND r.onBehalfOf IN $party
RETURN who.iri AS who, r.onBehalfOf AS represents, r.office AS office, min(e.earliest) AS first, max(e.latest) AS last,
  count(DISTINCT e) AS events, min(v.quote) AS quote
ORDER BY represents, who, coalesce(office, '')
