"""Processes by the words that name them: with capital letters, by the body that meets, by what an article goes on about."""

import pytest
from reading_tools import extract, only

from kg.model import EventMention

EN = "Norwegian Foreign Minister Espen Barth Eide met with his Kenyan counterpart Musalia Mudavadi in Oslo"


def names(event: EventMention) -> list[str]:
    return [process.name for process in event.processes]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("to advance the Partnership for Clean Rivers.", ["Partnership for Clean Rivers"]),
        ("within the Northern Waters and Fishing Agreement.", ["Northern Waters and Fishing Agreement"]),
        ("and signed Norway’s Lakes Initiative.", ["Lakes Initiative"]),
        ("to sign an agreement on rivers.", []),
        ("within the framework of the talks.", []),
    ],
)
def test_a_process_is_named_with_capital_letters(told: str, expected: list[str]) -> None:
    assert names(only(f"{EN} {told}")) == expected


def test_a_headline_in_capital_letters_names_no_process() -> None:
    assert not names(only("Norway, Kenya Ministers Meet to Sign Fishing Agreement\n\n" + EN + "."))


def test_a_format_that_meets_is_a_process_where_no_person_is_told() -> None:
    event = only("В Минске сегодня состоялась встреча контактной группы.")
    assert [process.id for process in event.processes] == ["process/trilateral-contact-group-ukraine"]


def test_news_belong_to_the_process_that_an_article_names_more_often_than_any_other() -> None:
    text = (
        f"{EN}. The ministers are to go on to the Astana talks. The Astana talks began in 2017. "
        "The Astana talks were joined by Iraq. The Geneva talks are another matter."
    )
    (event, *_) = extract(text).events
    assert [process.id for process in event.processes] == ["process/astana"]
