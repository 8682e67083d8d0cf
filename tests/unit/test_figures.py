import pytest
from figure_tools import figures, line, mentions, names, offices

from kg.model import Kind


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("وزير الخارجية السوري وليد المعلم", "وليد المعلم", ("Foreign Minister", "Syria")),
        ("وزير الخارجية السوري، وليد المعلم، وصل أمس", "وليد المعلم", ("Foreign Minister", "Syria")),
        ("وليد المعلم وزير الخارجية السوري", "وليد المعلم", ("Foreign Minister", "Syria")),
        ("وليد المعلم، وزير الخارجية السوري، وصل أمس", "وليد المعلم", ("Foreign Minister", "Syria")),
        ("كبير مساعدي وزير الخارجية الإيراني علي أصغر خاجي", "علي أصغر خاجي", ("Assistant Foreign Minister", "Iran")),
        (
            "المبعوث الخاص للرئيس الروسي إلى سوريا ألكسندر لافرنتييف",
            "ألكسندر لافرنتييف",
            ("Special Envoy of the President", "Russia"),
        ),
        ("المبعوث الأميركي إلى اليمن تيم ليندركينغ", "تيم ليندركينغ", ("Envoy", "United States")),
        ("السفير السوري في إيران شفيق ديوب", "شفيق ديوب", ("Ambassador", "Syria")),
        ("سفير إيران لدى سوريا مهدي سبحاني", "مهدي سبحاني", ("Ambassador", "Iran")),
        ("رئيس الوزراء العراقي مصطفى الكاظمي", "مصطفى الكاظمي", ("Prime Minister", "Iraq")),
        ("رئيس مجلس النواب اللبناني نبيه بري", "نبيه بري", ("Speaker of Parliament", "Lebanon")),
        ("نائب وزير الخارجية الروسي سيرغي ريابكوف", "سيرغي ريابكوف", ("Deputy Foreign Minister", "Russia")),
        ("مع وزيرة الخارجية الألمانية أنالينا بيربوك", "أنالينا بيربوك", ("Foreign Minister", "Germany")),
        ("وزير خارجية سلطنة عمان بدر البوسعيدي", "بدر البوسعيدي", ("Foreign Minister", "Oman")),
        ("والرئيس الفرنسي إيمانويل ماكرون", "إيمانويل ماكرون", ("President", "France")),
        ("بالرئيس التركي رجب طيب أردوغان", "رجب طيب أردوغان", ("President", "Turkey")),
        ("للرئيس المصري عبد الفتاح السيسي", "عبد الفتاح السيسي", ("President", "Egypt")),
        ("الرئيس الكوري الجنوبي مون جاي", "مون جاي", ("President", "South Korea")),
    ],
)
def test_an_office_and_a_name_make_one_figure_in_any_order(text: str, name: str, office: tuple[str, str]) -> None:
    assert (names(text), offices(text)) == ([name], [office])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("فخامة الرئيس بشار الأسد", "بشار الأسد"),
        ("صاحب السمو الملكي الأمير محمد بن سلمان ولي العهد السعودي", "محمد بن سلمان"),
        ("خادم الحرمين الشريفين الملك سلمان بن عبد العزيز", "سلمان بن عبد العزيز"),
        ("معالي الدكتور أنور قرقاش وزير الدولة للشؤون الخارجية", "أنور قرقاش"),
        ("السيد حسن نصر الله", "حسن نصر الله"),
        ("د. أنور قرقاش", "أنور قرقاش"),
    ],
)
def test_honorifics_belong_to_the_mention_and_not_to_the_name(text: str, name: str) -> None:
    assert (mentions(text), names(text)) == ([text], [name])


def test_a_name_in_quotation_marks_or_behind_a_colon_belongs_to_its_office() -> None:
    assert names("وزير الخارجية السوري «وليد المعلم»") == ["وليد المعلم"]
    assert names("وزير الخارجية الروسي: سيرغي لافروف") == ["سيرغي لافروف"]


def test_diacritics_and_stretched_letters_do_not_hide_a_figure_and_stay_in_its_words() -> None:
    text = "الـــرّئيسُ السُّوريّ بشّار الأسد"
    assert (mentions(text), offices(text)) == ([text], [("President", "Syria")])


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("وزيرا الخارجية السوري والإيراني", ["Syria", "Iran"]),
        ("التقى وزيرا خارجية روسيا وتركيا", ["Russia", "Turkey"]),
        ("اجتمع وزراء خارجية مصر والأردن والعراق", ["Egypt", "Jordan", "Iraq"]),
    ],
)
def test_an_office_told_of_several_states_is_one_holder_for_each(text: str, states: list[str]) -> None:
    assert offices(text) == [("Foreign Minister", state) for state in states]


def test_a_counterpart_is_marked_and_may_have_a_state_a_title_and_a_name() -> None:
    bare, of_state, named = figures("نظيره، ونظيره الإيراني، ونظيره القطري الشيخ محمد بن عبد الرحمن")
    assert [figure.counterpart for figure in (bare, of_state, named)] == [True, True, True]
    assert [figure.represents_name for figure in (bare, of_state, named)] == [None, "Iran", "Qatar"]
    assert named.name is not None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("وصل وفد روسي رفيع المستوى", "وفد روسي رفيع المستوى", "Russia"),
        ("استقبل الرئيس وفدا من وزارة الخارجية الألمانية", "وفدا من وزارة الخارجية الألمانية", "Germany"),
        ("على رأس وفد سياسي وعسكري", "وفد سياسي وعسكري", None),
    ],
)
def test_a_delegation_ends_with_its_adjectives_and_speaks_for_whom_they_name(
    text: str, words: str, state: str | None
) -> None:
    read = line(text)
    (found,) = [figure for figure in figures(text) if figure.kind is Kind.DELEGATION]
    assert (read.span(found.first, found.last).text, found.represents_name) == (words, state)


@pytest.mark.parametrize(
    ("text", "link", "joined"),
    [
        ("مع الرئيس السوري بشار الأسد", "مع", False),
        ("بالرئيس السوري بشار الأسد", "ب", False),
        ("للرئيس السوري بشار الأسد", "ل", False),
        ("والرئيس السوري بشار الأسد", "", True),
        ("لقاء بين الرئيس السوري بشار الأسد", "بين", False),
        ("الرئيس السوري بشار الأسد", "", False),
    ],
)
def test_a_figure_knows_what_brings_it_in(text: str, link: str, joined: bool) -> None:
    (figure,) = figures(text)
    assert (figure.link, figure.joined) == (link, joined)


def test_states_are_figures_of_their_own_without_their_conjunction_mattering() -> None:
    assert [(f.kind, f.id) for f in figures("روسيا وإيران")] == [(Kind.COUNTRY, "state/RU"), (Kind.COUNTRY, "state/IR")]


def test_geir_is_a_name_before_a_name_and_a_small_word_before_others() -> None:
    assert names("المبعوث الأممي إلى سوريا غير بيدرسون") == ["غير بيدرسون"]
    assert names("السيد غير بيدرسون") == ["غير بيدرسون"]
    assert mentions("هذا أمر غير مقبول") == []


def test_ali_and_on_are_told_apart_by_their_last_letter() -> None:
    assert names("كبير مساعدي وزير الخارجية علي أصغر خاجي") == ["علي أصغر خاجي"]
    assert names("أكد الرئيس على أهمية الحوار") == [None]


def test_a_verb_an_adjective_or_a_place_behind_an_office_is_no_name() -> None:
    assert names("وزير الخارجية السوري يصل إلى طهران") == [None]
    assert names("الرئيس السوري في موسكو") == [None]
    assert names("الرئيس يجدد التزامه") == [None]


def test_an_ordinary_sentence_has_no_figures() -> None:
    assert mentions("تساقطت الأمطار بغزارة على المرتفعات وارتفع منسوب المياه في السدود.") == []


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("وزير الخارجية والمغتربين السوري وليد المعلم", "وليد المعلم", ("Foreign Minister", "Syria")),
        ("وزير الخارجية وشؤون المغتربين الأردني أيمن الصفدي", "أيمن الصفدي", ("Foreign Minister", "Jordan")),
        ("المستشارة الألمانية أنغيلا ميركل", "أنغيلا ميركل", ("Chancellor", "Germany")),
        ("الأمين العام للأمم المتحدة أنطونيو غوتيريش", "أنطونيو غوتيريش", ("Secretary General", "United Nations")),
        ("الأمين العام لجامعة الدول العربية أحمد أبو الغيط", "أحمد أبو الغيط", ("Secretary General", "Arab League")),
    ],
)
def test_offices_of_two_fields_and_of_organisations_are_one_phrase(
    text: str, name: str, office: tuple[str, str]
) -> None:
    assert (names(text), offices(text)) == ([name], [office])


def test_a_given_name_that_is_an_ordinary_word_as_well_goes_on() -> None:
    assert names("د. علي أكبر ولايتي، مستشار المرشد الأعلى") == ["علي أكبر ولايتي"]


def test_two_heads_told_by_one_dual_office_are_two_figures() -> None:
    assert names("التقى الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان") == [
        "فلاديمير بوتين",
        "رجب طيب أردوغان",
    ]


def test_ali_opens_a_name_behind_a_verb() -> None:
    assert names("اجتمع علي لاريجاني مع بشار الأسد") == ["علي لاريجاني", "بشار الأسد"]


def test_a_preposition_reaches_over_each_of() -> None:
    (figure,) = figures("مع كل من الرئيس السوري بشار الأسد")
    assert figure.link == "مع"


def test_names_joined_by_and_are_two_persons() -> None:
    assert names("سيرغي لافروف ومولود تشاووش أوغلو") == ["سيرغي لافروف", "مولود تشاووش أوغلو"]


def test_not_before_an_adjective_is_no_name() -> None:
    assert names("المبعوث الأممي إلى سوريا غير راض عن النتائج") == [None]


def test_an_office_of_an_adjective_of_an_organisation_speaks_for_it() -> None:
    assert offices("المبعوث الأممي إلى سوريا غير بيدرسون") == [("Envoy", "United Nations")]
