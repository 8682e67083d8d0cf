"""Which articles are copies of one text."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from kg.identity.copies import NEARLY_ALL, Text, origins

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


@some.composite
def printed(draw: some.DrawFn) -> list[str]:
    """What papers make of one text: each changes a word or two, or leaves out the beginning."""
    words = draw(some.lists(some.sampled_from("abcdefghij"), min_size=4, max_size=40))
    texts = []
    for _ in range(draw(some.integers(0, 7))):
        own = list(words)
        for at in draw(some.lists(some.integers(0, len(words) - 1), max_size=3)):
            own[at] = draw(some.sampled_from("xyz"))
        texts.append(" ".join(own[draw(some.integers(0, 4)) :]))
    return texts


@given(printed())
def test_no_copy_is_missed_and_none_is_made_up(texts: list[str]) -> None:
    def pieces(text: str) -> set[tuple[str, ...]]:
        words = text.split()
        return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}

    group = {number: {number} for number in range(len(texts))}
    for one, other in combinations(range(len(texts)), 2):
        first, second = pieces(texts[one]), pieces(texts[other])
        if first and second and len(first & second) / len(first | second) >= NEARLY_ALL:
            joined = group[one] | group[other]
            group.update(dict.fromkeys(joined, joined))
    expected = {str(number): str(min(own)) for number, own in group.items() if len(own) > 1}
    assert origins({str(number): Text(text) for number, text in enumerate(texts)}) == expected
