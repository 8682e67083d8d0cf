"""An article for the tests of explanations whose every word wants to run as a script."""

from dataclasses import replace

from kg_loaders.article import Article, Block, Dropped
from sample_article import meeting
from view_tools import HOSTILE, HUGE

from kg.model import Extraction, Span


def hostile() -> Extraction:
    """An article whose every word wants to run, marked all over."""
    text = "\n".join((*HOSTILE, HUGE))
    spans = [Span.of(text, text.index(one), text.index(one) + len(one)) for one in HOSTILE]
    who = replace(meeting.participants[0], span=spans[2], name=HOSTILE[1], role=spans[3], represents=HOSTILE[2])
    event = replace(meeting, trigger=spans[0], evidence=spans[1], rule=HOSTILE[0], date=None, place=None)
    article = Article(
        text,
        (Block(0, len(text) - 30),),
        (Dropped(len(text) - 30, len(text), HOSTILE[0]),),
        title=HOSTILE[2],
        url="javascript:window.ran=true",
        source=HOSTILE[1],
    )
    told = replace(event, participants=(who,), topics=(), processes=(), more_evidence=())
    return Extraction(article, HOSTILE[0], (told,), ())
