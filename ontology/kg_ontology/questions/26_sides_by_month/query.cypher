MATCH ()-[one:PARTICIPATED_IN]->(e:Event)<-[other:PARTICIPATED_IN]-()
WHERE e.status = 'held' AND e.earliest IS NOT NULL AND e.latest IS NOT NULL AND one.onBehalfOf <> other.onBehalfOf
//+[party] AND one.onBehalfOf IN $party
//+[with] AND other.onBehalfOf IN $with
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
RETURN substring(e.earliest, 0, 7) AS month, count(DISTINCT e) AS events
ORDER BY month
