"""Names across scripts: readable Latin forms, matches for searching, and what is known as a name."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.graphones import graphones
from kg.resolve.learn import main as learn
from kg.resolve.letters import spell
from kg.resolve.likeness import SHIPPED
from kg.resolve.names import known, latin, name_tokens, same_name, skeleton
from kg.resolve.spelling import fold
from kg.resolve.tables import curated_names

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءپچگژیکـًّ\u200c"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SAMPLE = [
    line for line in (Path(__file__).parents[1] / "names_sample.tsv").read_text("utf-8").splitlines() if line[0] != "#"
]
LETTERS = st.one_of(*(st.text(alphabet=letters + "abcXYZ -'", max_size=40) for letters in (ARABIC, RUSSIAN)))


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("علي اصغر خاجي", "ar", "Ali Asghar Khaji"),
        ("علي أصغر خاجى", "ar", "Ali Asghar Khaji"),
        ("خاجی", "fa", "Khaji"),
        ("الكساندر لافرنتييف", "ar", "Alexander Lavrentiev"),
        ("لافرونتيف", "ar", "Lavrentiev"),
        ("غير بيدرسون", "ar", "Geir Pedersen"),
        ("سيرغي لافروف", "ar", "Sergey Lavrov"),
        ("سيرجي لافروف", "ar", "Sergey Lavrov"),
        ("Сергей Лавров", "ru", "Sergey Lavrov"),
        ("سرگئی لاوروف", "fa", "Sergey Lavrov"),
        ("عبدالله بن عبدالعزيز", "ar", "Abdullah bin Abdulaziz"),
        ("عبد الله بن عبد العزيز", "ar", "Abdullah bin Abdulaziz"),
        ("محمد بن زايد آل نهيان", "ar", "Mohammed bin Zayed Al Nahyan"),
        ("محمدجواد ظریف", "fa", "Mohammad Javad Zarif"),
        ("حسين أمير عبد اللهيان", "ar", "Hossein Amir-Abdollahian"),
        ("جان إيف لودريان", "ar", "Jean-Yves Le Drian"),
        ("نبيل القرقاوي", "ar", "Nabil al-Qarqawi"),
        ("حسن فضل الله", "ar", "Hassan Fadlallah"),
        ("Geir Pedersen", "ar", "Geir Pedersen"),
    ],
)
def test_names_are_readable_in_latin_letters(name: str, language: str, expected: str) -> None:
    assert latin(name, language) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("خاجي", "ar", "khaji"),
        ("مقداد", "ar", "maqdad"),
        ("صالح", "ar", "saleh"),
        ("فهد", "ar", "fahd"),
        ("حسن", "ar", "hasan"),
        ("سعد", "ar", "saad"),
        ("محمود", "ar", "mahmoud"),
        ("عراقچی", "fa", "araqchi"),
        ("Вершинин", "ru", "vershinin"),
        ("Токаев", "ru", "tokayev"),
        ("Достоевский", "ru", "dostoyevsky"),
    ],
)
def test_unknown_words_get_their_vowels_by_rule(word: str, language: str, expected: str) -> None:
    assert spell(word, language) == expected


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("Lavrentiev", "الكساندر لافرنتييف"),
        ("Lavrentiev", "Lavrentyev"),
        ("Lavrentiev", "Александр Лаврентьев"),
        ("لافرينتييف", "Alexander Lavrentiev"),
        ("لافرونتيف", "Лаврентьев"),
        ("خاجي", "Khaji"),
        ("خاجي", "Ali Asghar Khaji"),
        ("خاجى", "خاجی"),
        ("حجي", "Khaji"),
        ("Haji", "Хаджи"),
        ("Pederson", "غير بيدرسون"),
        ("پترسن", "Geir Pedersen"),
        ("Педерсен", "بيدرسن"),
        ("lavrov", "سيرغي لافروف"),
        ("Lavrov", "لاوروف"),
        ("Miqdad", "فيصل المقداد"),
        ("Araqchi", "عراقچی"),
        ("Çavuşoğlu", "مولود جاويش أوغلو"),
        ("Абдуллах", "عبدالله بن زايد"),
        ("Токаев", "توكاييف"),
    ],
)
def test_a_search_finds_a_name_across_scripts(query: str, label: str) -> None:
    assert same_name(query, label)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("Biden", "بوتين"),
        ("Putin", "جو بايدن"),
        ("Путин", "بايدن"),
        ("Biden", "Putin"),
        ("Salehi", "صلاح"),
        ("Salah", "علي أكبر صالحي"),
        ("Saleh", "Salehi"),
        ("Lavrov", "Lavrentiev"),
        ("لافروف", "لافرنتييف"),
        ("Лавров", "Лаврентьев"),
        ("Hassan", "حسين"),
        ("عباس", "عباسي"),
        ("Sudan", "Susan"),
        ("Kerry", "كوري"),
        ("", "سيرغي لافروف"),
        ("Sergey Shoigu", "سيرغي لافروف"),
    ],
)
def test_a_search_does_not_find_another_name(query: str, label: str) -> None:
    assert not same_name(query, label)


@pytest.mark.parametrize("language", ["ar", "fa", "ru"])
def test_every_listed_name_finds_its_latin_form_and_back(language: str) -> None:
    for native, english in curated_names(language).items():
        assert same_name(english, native) and same_name(native, english), (native, english)


def test_skeletons_agree_across_scripts() -> None:
    assert skeleton("لافروف") == skeleton("Lavrov") == skeleton("Лавров") == "LFRF"
    assert skeleton("بوتين") != skeleton("Biden")


def test_spelling_variants_share_a_key() -> None:
    assert fold("خاجى") == fold("خاجی") == fold("خَاجي")
    assert fold("أمينة") == fold("امینه")
    assert fold("Лаврентьёв") == fold("лаврентьев")


def test_known_words_are_counted_in_any_spelling() -> None:
    assert known("ألكسندر", "ar") == known("الكسندر", "ar") > 100
    assert known("علی", "fa") > 100
    assert known("الأحد", "ar") == 0
    assert fold("خاجى") in name_tokens("ar")


@given(name=LETTERS, language=st.sampled_from(["ar", "fa", "ru", "en"]))
def test_any_text_gets_a_latin_form_without_arabic_or_cyrillic_letters(name: str, language: str) -> None:
    assert not re.search("[\u0621-\u063a\u0641-\u064a\u0400-\u04ff]", latin(name, language))


@given(name=LETTERS.filter(lambda text: bool(re.search(r"[^\W\d_]", text))))
def test_every_name_finds_itself(name: str) -> None:
    assert same_name(name, name)


@given(word=st.text(alphabet="ابتدرسكلمنوي", min_size=1, max_size=9))
def test_a_reading_is_likelier_than_an_unrelated_word(word: str) -> None:
    read = graphones("arabic", "latin").read(word)
    assert read is not None
    assert SHIPPED.cost(word, read) < SHIPPED.cost(word, "xqxqzz")


def test_tables_are_rebuilt_alike(tmp_path: Path) -> None:
    rows = [(word, other) for kind, word, other in (line.split("\t") for line in SAMPLE) if kind == "ar"]
    russian = [(word, other) for kind, word, other in (line.split("\t") for line in SAMPLE) if kind == "ru"]
    shared = [
        ("salem", "سالم", "салем"),
        ("malik", "مالك", "малик"),
        ("kamil", "كامل", "камиль"),
        ("nader", "نادر", "надер"),
    ]
    for name, pairs in (
        ("a.tsv", [*rows[:80], *((arabic, other) for other, arabic, _ in shared)]),
        ("r.tsv", [*russian[:80], *((cyrillic, other) for other, _, cyrillic in shared)]),
    ):
        lines = [f"{other}\t{' '.join(word)}\t{70}\n" for word, other in pairs]
        (tmp_path / name).write_text("".join([*lines, "mr.\tم\t1\n"]), encoding="utf-8")
    built = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        learn([str(tmp_path / "a.tsv"), str(tmp_path / "r.tsv"), "-o", str(folder)])
        built.append({path.name: path.read_text("utf-8") for path in folder.iterdir()})
    assert built[0] == built[1]
    assert "مالك\tmalik\t70" in built[0]["names-ar.tsv"]
    assert "\nم\tm\t" in built[0]["graphones-arabic-latin.tsv"]
    assert {"likeness.tsv", "letterchains.tsv", "graphones-latin-latin.tsv"} <= built[0].keys()
