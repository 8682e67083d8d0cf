"""A short Arabic article written for the tests, and what a perfect extractor would read in it."""

from datetime import date

from kg_loaders.article import Article, Block

from kg.model import (
    Act,
    DateCandidate,
    DateMention,
    EventMention,
    EventType,
    Extraction,
    Function,
    Kind,
    Named,
    OfficeParts,
    Participant,
    Salience,
    Span,
    StatementMention,
    Status,
)

TITLE = "خاجي ولافرنتييف يبحثان الشأن السوري"
SENTENCES = (
    "التقى علي أصغر خاجي، كبير مساعدي وزير الخارجية الإيراني، يوم الأربعاء المبعوث الروسي الخاص ألكسندر لافرنتييف،"
    " وتناول الاجتماع أعمال اللجنة الدستورية والأوضاع في إدلب ضمن مسار أستانا.",
    "ويزور لافرنتييف طهران على رأس وفد سياسي وعسكري.",
    "ورحب خاجي بتقدم اجتماعات اللجنة الدستورية.",
    "وكان خاجي قد أجرى في أوائل أكتوبر اتصالا هاتفيا مع غير بيدرسون.",
)
TEXT = TITLE + "\n\n" + "\n".join(SENTENCES)

article = Article(
    text=TEXT,
    body=(Block(0, len(TITLE)), Block(len(TITLE) + 2, len(TEXT))),
    id="sample-1",
    title=TITLE,
    site="example.org",
    url="https://example.org/news/1",
    published=date(2020, 10, 20),
    published_from="jsonl:published",
    language="ar",
    source="sample.jsonl",
    key="https://example.org/news/1",
)


def span(words: str, sentence: int = 0) -> Span:
    """The first occurrence of some words at or after the beginning of a sentence."""
    start = TEXT.index(words, TEXT.index(SENTENCES[sentence]))
    return Span.of(TEXT, start, start + len(words))


def whole(sentence: int) -> Span:
    """A sentence as a span."""
    return span(SENTENCES[sentence], sentence)


def khaji(words: str = "علي أصغر خاجي", sentence: int = 0, **more: object) -> Participant:
    """Ali Asghar Khaji, known by his name alone."""
    return Participant(
        span(words, sentence),
        "Ali Asghar Khaji",
        Kind.PERSON,
        native="علي أصغر خاجي",
        role=span("كبير مساعدي وزير الخارجية الإيراني"),
        role_name="Senior Assistant to the Foreign Minister",
        represents="Iran",
        represents_id="state/IR",
        office=OfficeParts("Senior Assistant", "foreign affairs", "Ministry of Foreign Affairs", "Iran"),
        **more,  # type: ignore[arg-type]
    )


def lavrentiev(words: str = "ألكسندر لافرنتييف", sentence: int = 0, **more: object) -> Participant:
    """Alexander Lavrentiev, known by a gazetteer id."""
    return Participant(
        span(words, sentence),
        "Alexander Lavrentiev",
        Kind.PERSON,
        native="ألكسندر لافرنتييف",
        id="person/alexander-lavrentiev",
        role=span("المبعوث الروسي الخاص"),
        represents="Russia",
        represents_id="state/RU",
        **more,  # type: ignore[arg-type]
    )


pedersen = Participant(
    span("غير بيدرسون", 3),
    "Geir Pedersen",
    Kind.PERSON,
    native="غير بيدرسون",
    represents="United Nations",
    represents_id="organization/united-nations",
)
delegation = Participant(
    span("وفد سياسي وعسكري", 1),
    "Political and military delegation",
    Kind.DELEGATION,
    native="وفد سياسي وعسكري",
    function=Function.VISITOR,
)
committee = Named(span("اللجنة الدستورية"), "Syrian Constitutional Committee", "topic/constitutional-committee")
idlib = Named(span("الأوضاع في إدلب"), "situation in Idlib")
astana = Named(span("مسار أستانا"), "Astana process", "process/astana")
tehran = Named(span("طهران", 1), "Tehran", "place/tehran")
wednesday = DateMention(
    span("يوم الأربعاء"),
    (
        DateCandidate(date(2020, 10, 21), date(2020, 10, 21), 0.6),
        DateCandidate(date(2020, 10, 14), date(2020, 10, 14), 0.4),
    ),
    conflict=True,
    rule="weekday",
)
early_october = DateMention(
    span("أوائل أكتوبر", 3), (DateCandidate(date(2020, 10, 1), date(2020, 10, 10)),), rule="month-part"
)

meeting = EventMention(
    EventType.MEETING,
    Status.HELD,
    Salience.MAIN,
    (khaji(), lavrentiev()),
    trigger=span("التقى"),
    evidence=whole(0),
    place=Named(tehran.span, "Tehran", "place/tehran", inferred=True),
    date=wednesday,
    topics=(committee, idlib),
    processes=(astana,),
    more_evidence=(Span.of(TEXT, 0, len(TITLE)),),
    confidence=0.95,
    rule="met",
    during=1,
)
visit = EventMention(
    EventType.VISIT,
    Status.HELD,
    Salience.MAIN,
    (lavrentiev("لافرنتييف", 1, function=Function.VISITOR), delegation),
    trigger=span("يزور", 1),
    evidence=whole(1),
    place=tehran,
    confidence=0.9,
    rule="visits",
)
call = EventMention(
    EventType.CALL,
    Status.HELD,
    Salience.BACKGROUND,
    (khaji("خاجي", 3), pedersen),
    trigger=span("اتصالا هاتفيا", 3),
    evidence=whole(3),
    date=early_october,
    confidence=0.8,
    rule="phone-call",
)
welcome = StatementMention(
    khaji("خاجي", 2),
    Act.WELCOME,
    span("رحب", 2),
    span("تقدم اجتماعات اللجنة الدستورية", 2),
    whole(2),
    topics=(committee,),
    occasion=0,
    confidence=0.9,
    rule="verb",
)
extraction = Extraction(article, "ar", (meeting, visit, call), (welcome,), extractor="rules", version="0.1.0")
