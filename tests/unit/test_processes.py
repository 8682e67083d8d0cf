"""Tracks of diplomacy: those known by name, and those named after whose they are."""

import pytest
from reading_tools import extract

EN = "Iranian Finance Minister Ali Tayyebnia met with his Brazilian counterpart Joaquim Levy"
AR = "التقى وزير الخارجية العراقي إبراهيم الجعفري نظيره التونسي خميس الجهيناوي"
FA = "محمدجواد ظریف وزیر امور خارجه ایران با محمد بن عبدالرحمن وزیر امور خارجه قطر در حاشیه {} دیدار کرد."
RU = "Министр иностранных дел России Сергей Лавров встретился с министром иностранных дел Турции Мевлютом Чавушоглу"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"{EN} at the Iran-Brazil Joint Economic Committee.", "Iran-Brazil Joint Economic Committee", None),
        (f"{EN} before the joint commission between Iran and Brazil.", None, "Iran–Brazil joint commission"),
        (f"{EN} on the margins of the ASEAN summit.", "ASEAN summit", "ASEAN summit"),
        (f"{AR} تحضيرا لاجتماع اللجنة المشتركة العراقية التونسية.", None, "Iraq–Tunisia joint commission"),
        (f"{AR} على هامش قمة حلف شمال الأطلسي.", "قمة حلف شمال الأطلسي", None),
        (FA.format("کمیسیون مشترک اقتصادی ایران و قطر"), None, "Iran–Qatar joint economic commission"),
        (FA.format("نشست سران اکو"), "نشست سران اکو", "ECO summit"),
        (f"{RU} перед заседанием межправительственной комиссии.", None, "intergovernmental commission"),
        (f"{RU} на полях саммита ШОС.", "саммита ШОС", "SCO summit"),
    ],
)
def test_a_track_is_named_by_what_it_is_and_whose(text: str, words: str | None, name: str | None) -> None:
    found = [process for event in extract(text).events for process in event.processes]
    spans = [process.span.text for process in found if process.span is not None]
    assert words is None or words in spans
    assert name is None or name in [process.name for process in found]


def test_a_known_name_is_not_told_again_by_its_parts() -> None:
    (event,) = extract(f"{EN} to discuss the Astana talks.").events
    assert [process.name for process in event.processes] == ["Astana process"]


def test_two_commissions_are_two() -> None:
    text = f"{EN} before the Iran-Brazil joint economic committee and the Iran-Peru joint trade committee."
    (event,) = extract(text).events
    assert len(event.processes) == 2


def test_the_news_share_the_only_process_that_an_article_names() -> None:
    text = f"{EN} on Monday. They also prepared the Iran-Brazil Joint Energy Committee. Levy visited Tehran on Sunday."
    found = [[process.name for process in event.processes] for event in extract(text).events]
    assert len(found) > 1
    assert all(names == ["Iran-Brazil Joint Energy Committee"] or "Iran–Brazil" in names[0] for names in found)


def test_talks_on_accession_and_annual_meetings_are_named_by_their_body() -> None:
    for words in ("EU accession talks", "annual meetings of the IMF"):
        (event, *_) = extract(f"{EN} on the sidelines of the {words}.").events
        assert [process.span.text for process in event.processes if process.span] == [words]
