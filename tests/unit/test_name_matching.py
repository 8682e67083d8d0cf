import pytest

from kg.resolve.nameindex import NameIndex
from kg.resolve.namewords import name_words
from kg.resolve.similarity import similarity

SAME = [
    ("سيرغي لافروف", "Sergey Lavrov"),
    ("Lavrov, Sergey", "سيرغي لافروف"),
    ("Сергей Викторович Лавров", "Sergey Lavrov"),
    ("Лавров Сергей Викторович", "سيرجي لافروف"),
    ("عبد الله بن زايد آل نهيان", "Abdullah bin Zayed Al Nahyan"),
    ("Абдалла бен Заид", "عبدالله بن زايد"),
    ("عبد الرحمن السديري", "Abdul Rahman al-Sudairi"),
    ("عبد الرحمن السديري", "Abderrahmane Sudairi"),
    ("علی‌اصغر خاجی", "Ali Asghar Khaji"),
    ("علي أصغر خاجي", "علی‌اصغر خاجی"),
    ("Aliasghar Khaji", "علي أصغر خاجي"),
    ("Mirziyoyev Shavkat", "شوكت ميرضيائيف"),
    ("نور الدين الطبوبي", "Noureddine Taboubi"),
    ("ألكسندر لافرينتييف", "Alexander Lavrentyev"),
    ("Ursula von der Leyen", "Урсула фон дер Ляйен"),
    ("وسيرغي لافروف", "Sergey Lavrov"),
]
OTHER = [
    ("سيرغي لافروف", "Sergey Ivanov"),
    ("Андрей Лавров", "Sergey Lavrov"),
    ("فلاديمير بوتين", "جو بايدن"),
    ("علي صالحي", "علي صالح"),
    ("Hassan Rouhani", "حسين روحاني"),
    ("عبد الله بن زايد", "عبد الرحمن بن زايد"),
    ("عبد الله", "الله"),
    ("North Korea", "South Korea"),
]


@pytest.mark.parametrize(("name", "other"), SAME)
def test_whole_names_match_across_scripts_whatever_the_order_and_the_particles(name: str, other: str) -> None:
    match = similarity(name, other)
    assert match.score > 0.9 and not match.partial, match


@pytest.mark.parametrize(("name", "other"), OTHER)
def test_names_that_share_a_word_are_not_one(name: str, other: str) -> None:
    assert similarity(name, other).score < 0.5, similarity(name, other)


def test_a_surname_alone_is_partial_and_never_more_than_half_sure() -> None:
    for name in ("Lavrov", "لافروف", "С. Лавров"):
        match = similarity(name, "Sergey Lavrov")
        assert match.partial and 0.2 < match.score <= 0.5, match
    assert not similarity("Lavrov", "لافروف").partial


def test_the_reasons_tell_which_word_goes_with_which() -> None:
    match = similarity("С. В. Лавров", "Sergey Lavrov")
    assert {(pair.word, pair.other, pair.how) for pair in match.words} == {
        ("лавров", "lavrov", "listed"),
        ("с", "sergey", "initial"),
    }
    assert match.missing == ("в",)


def test_an_initial_that_differs_speaks_against() -> None:
    assert similarity("A. Lavrov", "Sergey Lavrov").score < 0.1


def test_servants_of_god_keep_what_they_serve() -> None:
    assert name_words("عبد الرحمن") == name_words("عبدالرحمن") == ("*رحمن",)
    assert name_words("Abdul-Rahman") == name_words("Abd al-Rahman") == name_words("Abdurrahman") == ("*rahman",)


def test_an_index_finds_the_best_name_in_any_script() -> None:
    index = NameIndex(["Sergey Lavrov", "Sergey Ryabkov", "Игорь Лавров", "عباس عراقچی", "Geir Pedersen"])
    assert index.search("سيرغي لافروف")[0].name == "Sergey Lavrov"
    assert [found.name for found in index.search("Abbas Araghchi", 1)] == ["عباس عراقچی"]
    assert [found.name for found in index.search("Гейр Педерсен", 1)] == ["Geir Pedersen"]
    assert {found.name for found in index.search("لافروف") if found.partial} >= {"Sergey Lavrov", "Игорь Лавров"}
    assert index.search("") == [] and len(index) == 5


def test_an_empty_index_finds_nothing() -> None:
    assert NameIndex([]).search("Lavrov") == []


@pytest.mark.parametrize("text", ["\udce4", "*", "٣", "😀", "'", "—"])
def test_what_has_no_letters_is_like_no_name(text: str) -> None:
    assert similarity(text, "Александр Лукашенко").score == 0
    assert similarity(text, text).score == 0
