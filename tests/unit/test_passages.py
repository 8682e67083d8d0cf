"""Articles that mix languages, and articles that are too long to be any."""

from dataclasses import replace

import pytest
from hang import guarded
from hypothesis import given
from hypothesis import strategies as st
from kg_loaders.article import Article, Block

from kg.extract.rules import RuleExtractor
from kg.text.language import passages

EXTRACTOR = RuleExtractor()
TOLD = {
    "ar": "التقى وزير الخارجية السوري فيصل المقداد في دمشق نظيره الإيراني حسين أمير عبد اللهيان، وبحث معه العلاقات الثنائية.",
    "en": "Syrian Foreign Minister Faisal Mekdad met his Iranian counterpart Hossein Amir-Abdollahian in Damascus on Monday.",
    "fa": "فیصل مقداد وزیر امور خارجه سوریه در دمشق با حسین امیرعبداللهیان وزیر امور خارجه ایران دیدار و گفت‌وگو کرد.",
    "ru": "Министр иностранных дел Сирии Фейсал Мекдад встретился в Дамаске с министром иностранных дел Ирана Хосейном Амиром Абдоллахианом.",
}
FILLER = {
    "ar": "وقالت الوكالة إن اللقاء جرى في أجواء ودية وإن الطرفين اتفقا على مواصلة التشاور.",
    "en": "The agency said that the talks were held in a friendly atmosphere and that both of them would go on consulting.",
    "fa": "این خبرگزاری گفت که این دیدار در فضایی دوستانه برگزار شد و دو طرف بر ادامه رایزنی‌ها توافق کردند.",
    "ru": "Агентство сообщило, что встреча прошла в дружеской обстановке и что стороны договорились продолжить консультации.",
}


def mixed(*paragraphs: str) -> Article:
    """An article with a block for each paragraph."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return Article(text, tuple(blocks))


@pytest.mark.parametrize("main", TOLD)
@pytest.mark.parametrize("other", TOLD)
def test_each_paragraph_is_read_in_its_own_language(main: str, other: str) -> None:
    read = EXTRACTOR.extract(mixed(FILLER[main], FILLER[main], FILLER[main], TOLD[main], TOLD[other]))
    assert read.language == main
    assert len(read.events) == (1 if main == other else 2)
    assert all(read.article.text[e.trigger.start : e.trigger.end] == e.trigger.text for e in read.events)


def test_a_statement_of_a_later_passage_keeps_its_occasion() -> None:
    said = "قال المقداد خلال اللقاء إن سوريا ترحب بعودة اللاجئين."
    read = EXTRACTOR.extract(mixed(FILLER["en"], FILLER["en"], TOLD["en"], TOLD["ar"] + " " + said))
    arabic = [s for s in read.statements if "ترحب" in s.evidence.text]
    assert [read.events[s.occasion].evidence.text for s in arabic if s.occasion is not None] == [TOLD["ar"]]


@given(st.lists(st.sampled_from([*TOLD.values(), *FILLER.values(), "OK.", "12", "…", "東京で会談した。"]), max_size=8))
def test_every_block_is_in_one_passage(paragraphs: list[str]) -> None:
    article = mixed(*paragraphs)
    found = passages(article.text, article.body, "ar")
    assert sorted(block.start for blocks in found.values() for block in blocks) == [b.start for b in article.body]


def test_the_end_of_what_is_too_long_for_an_article_is_left_and_counted() -> None:
    many = [FILLER["en"]] * 3_000
    read = EXTRACTOR.extract(mixed(TOLD["en"], *many, TOLD["en"]))
    assert len(read.events) == 1
    assert 0 < read.unread < len(read.article.text)
    assert EXTRACTOR.extract(mixed(TOLD["en"])).unread == 0


STRANGE = {
    "en": [
        "minister of ",
        "the president of the ",
        "met Lavrov ",
        "talks between Iran and ",
        "said that ",
        "A. B. ",
        "'s ",
    ],
    "fa": ["وزیر ", "دیدار با ", "گفت که ", "سرگئی لاوروف و ", "می\u200c", "گفتگو میان ایران و "],
    "ru": ["министр ", "встреча с ", "заявил, что ", "Сергей Лавров и ", "переговоры между Ираном и ", "« "],
}


@pytest.mark.parametrize(("language", "unit"), [(code, unit) for code, units in STRANGE.items() for unit in units])
def test_no_repeated_phrase_hangs_the_reader(language: str, unit: str) -> None:
    with guarded():
        read = EXTRACTOR.extract(mixed(*[FILLER[language]] * 300, TOLD[language], unit * (20_000 // len(unit))))
    assert read.language == language
    assert len(read.events) >= 1


def test_a_title_beside_the_text_says_as_well_that_a_speech_is_printed() -> None:
    told = mixed(TOLD["en"], FILLER["en"])
    assert EXTRACTOR.extract(replace(told, title="Ministers meet in Damascus")).events
    assert not EXTRACTOR.extract(replace(told, title="Remarks by the Foreign Minister of Syria")).events
