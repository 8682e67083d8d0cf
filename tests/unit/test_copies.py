"""Which articles are copies of one text."""

from datetime import date

from kg.identity.copies import Text, origins

AGENCY = (
    "وصل المبعوث الخاص إلى العاصمة صباح اليوم في زيارة تستمر يومين، والتقى وزير الخارجية وعددا من المسؤولين. "
    "وبحث الجانبان سبل دفع العملية السياسية وإيصال المساعدات إلى المناطق المتضررة وملف المعتقلين. "
    "وقال الوزير في ختام اللقاء إن بلاده تدعم الحل السياسي وترفض أي تدخل خارجي في شؤونها الداخلية."
)
OTHER = (
    "التقى وزير الخارجية المبعوث الخاص في العاصمة اليوم. وذكر بيان للوزارة أن اللقاء تناول التطورات الأخيرة "
    "وجهود تثبيت وقف إطلاق النار، وأن المبعوث سيغادر غدا بعد لقاءات مع قوى سياسية أخرى ومع ممثلي منظمات المجتمع المدني."
)


def test_an_agencys_text_in_three_papers_is_one_source_of_the_first_that_printed_it() -> None:
    found = origins(
        {
            "a": Text(AGENCY, date(2020, 1, 3)),
            "b": Text("وكالات: " + AGENCY, date(2020, 1, 2)),
            "c": Text(AGENCY + " نقلا عن الوكالة.", None),
            "d": Text(OTHER, date(2020, 1, 1)),
        }
    )
    assert found == {"a": "b", "b": "b", "c": "b"}


def test_two_writers_on_one_meeting_are_two_sources() -> None:
    assert origins({"a": Text(AGENCY), "b": Text(OTHER)}) == {}
    assert origins({"a": Text(AGENCY)}) == origins({}) == {}


def test_empty_and_tiny_texts_are_no_trouble() -> None:
    assert origins({"a": Text(""), "b": Text("قمة"), "c": Text("!?"), "d": Text("قمة")}) == {}
