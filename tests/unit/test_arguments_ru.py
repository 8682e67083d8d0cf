import re
from datetime import date

import pytest
from kg_loaders.article import Article, Block

from kg.errors import PackError
from kg.extract.compiling import compile_lexicon
from kg.extract.entries import Cls
from kg.extract.reading import Read, Reading
from kg.lang import load_pack
from kg.model import EventMention
from kg.text.plugs import morphology

PACK = load_pack("ru")
A = "Министр иностранных дел Грузии Ираклий Беридзе"
B = "министром иностранных дел Армении Ашотом Варданяном"
BOTH = {"Irakli Beridze": "participant", "Ashot Vardanyan": "participant"}
GUEST = {"Irakli Beridze": "visitor"}

VERBS = [
    (f"{A} встретился с {B}.", "meeting", BOTH),
    (f"{A} встречается с {B}.", "meeting", BOTH),
    (f"{A} повстречался с {B}.", "meeting", BOTH),
    (f"{A} увиделся с {B}.", "meeting", BOTH),
    (f"{A} переговорил с {B}.", "meeting", BOTH),
    (f"{A} побеседовал с {B}.", "meeting", BOTH),
    (f"{A} беседовал с {B}.", "meeting", BOTH),
    (f"{A} обсудил с {B} торговлю.", "meeting", BOTH),
    (f"{A} обсуждает с {B} торговлю.", "meeting", BOTH),
    (f"{A} рассмотрел с {B} торговлю.", "meeting", BOTH),
    (f"{A} рассматривает с {B} торговлю.", "meeting", BOTH),
    (f"{A} затронул с {B} торговлю.", "meeting", BOTH),
    (
        f"{A} принял посла Армении Ашота Варданяна.",
        "meeting",
        {"Irakli Beridze": "host", "Ashot Vardanyan": "participant"},
    ),
    (
        f"{A} принимает посла Армении Ашота Варданяна.",
        "meeting",
        {"Irakli Beridze": "host", "Ashot Vardanyan": "participant"},
    ),
    (f"{A} посетил Ереван.", "visit", GUEST),
    (f"{A} посещает Ереван.", "visit", GUEST),
    (f"{A} прибыл в Ереван.", "visit", GUEST),
    (f"{A} прибывает в Ереван.", "visit", GUEST),
    (f"{A} прилетел в Ереван.", "visit", GUEST),
    (f"{A} приехал в Ереван.", "visit", GUEST),
    (f"{A} отправился в Ереван.", "visit", GUEST),
    (f"{A} отправляется в Ереван.", "visit", GUEST),
    (f"{A} направился в Ереван.", "visit", GUEST),
    (f"{A} вылетел в Ереван.", "visit", GUEST),
    (f"{A} полетел в Ереван.", "visit", GUEST),
    (f"{A} поехал в Ереван.", "visit", GUEST),
    (f"{A} побывал в Ереване.", "visit", GUEST),
    (f"{A} бывал в Ереване.", "visit", GUEST),
    (f"{A} отбыл в Ереван.", "visit", GUEST),
    (f"{A} отбывает в Ереван.", "visit", GUEST),
    (f"{A} вылетает в Ереван.", "visit", GUEST),
    (f"{A} летит в Ереван.", "visit", GUEST),
    (f"{A} едет в Ереван.", "visit", GUEST),
    (f"{A} пожаловал в Ереван.", "visit", GUEST),
    (f"{A} общается с {B}.", "meeting", BOTH),
    (f"{A} пообщался с {B}.", "meeting", BOTH),
    (f"{A} поговорил с {B}.", "meeting", BOTH),
    (f"{A} разговаривал с {B}.", "meeting", BOTH),
    (f"{A} обсудил по телефону с {B} торговлю.", "call", BOTH),
    (f"{A} созвонился с {B}.", "call", BOTH),
    (f"{A} поговорил по телефону с {B}.", "call", BOTH),
    (f"{A} побеседовал по телефону с {B}.", "call", BOTH),
    (f"{A} переговорил по телефону с {B}.", "call", BOTH),
    (f"{A} собрался с {B} в Батуми.", "meeting", BOTH),
    (f"Договор обсуждался министром иностранных дел Грузии Ираклием Беридзе и {B}.", "meeting", BOTH),
    (
        f"{A} вызвал посла Армении Ашота Варданяна.",
        "meeting",
        {"Irakli Beridze": "host", "Ashot Vardanyan": "participant"},
    ),
    (f"{A} навестил президента Армении Ашота Варданяна.", "meeting", BOTH),
    (f"{A} позвонил министру иностранных дел Армении Ашоту Варданяну.", "call", BOTH),
]
NOUNS = [
    (f"В Тбилиси состоялась встреча министра иностранных дел Грузии Ираклия Беридзе с {B}.", "meeting", BOTH),
    (f"{A} провёл переговоры с {B}.", "meeting", BOTH),
    (f"{A} провёл консультации с {B}.", "meeting", BOTH),
    (f"{A} провёл беседу с {B}.", "meeting", BOTH),
    (f"{A} провёл приём с {B}.", "meeting", BOTH),
    (f"{A} провёл ужин с {B}.", "meeting", BOTH),
    (f"В Тбилиси прошло совещание министра иностранных дел Грузии Ираклия Беридзе с {B}.", "meeting", BOTH),
    (f"Телефонный разговор министра иностранных дел Грузии Ираклия Беридзе с {B} состоялся вчера.", "call", BOTH),
    (f"{A} провёл раунд переговоров с {B}.", "negotiation_round", BOTH),
    (f"{A} провёл новый раунд с {B}.", "negotiation_round", BOTH),
    (f"{A} провёл телефонный разговор с {B}.", "call", BOTH),
    (f"{A} провёл разговор с {B}.", "call", BOTH),
    (f"{A} совершил визит в Ереван.", "visit", GUEST),
    ("В Москве осудили посещение Еревана министром иностранных дел Грузии Ираклием Беридзе.", "visit", GUEST),
    (f"{A} сделал краткую остановку в Ереване.", "visit", GUEST),
    (f"{A} провёл саммит с {B}.", "summit", BOTH),
    (
        f"{A} направил послание президенту Армении Ашоту Варданяну.",
        "correspondence",
        {"Irakli Beridze": "sender", "Ashot Vardanyan": "recipient"},
    ),
]


def read(text: str, published: date | None = None) -> Read:
    return Reading(PACK).read(Article(text, (Block(0, len(text)),), published=published, language="ru"))


def only(text: str) -> EventMention:
    (event,) = read(text).events
    return event


def who(event: EventMention) -> dict[str, str]:
    return {p.name: p.function.value for p in event.participants}


@pytest.mark.parametrize(("text", "kind", "parts"), [*VERBS, *NOUNS])
def test_a_trigger_finds_who_takes_part(text: str, kind: str, parts: dict[str, str]) -> None:
    event = only(text)
    assert (event.type.value, who(event)) == (kind, parts)


def test_every_trigger_of_the_pack_has_a_sentence() -> None:
    triggers, words = PACK.table("triggers"), compile_lexicon(PACK).words
    told = [words.phrase(text) for text, _, _ in [*VERBS, *NOUNS]]
    forms = {
        (part.stem, *sentence[i + 1 : i + 3])
        for sentence in told
        for i, word in enumerate(sentence)
        for part in words.parts(word)
    }
    heads = {form[0] for form in forms} | {" ".join(form) for form in forms}
    missing = [verb["infinitive"] for verb in triggers["verb"] if verb["infinitive"].split()[0] not in heads]
    missing += [noun["stems"][0] for noun in triggers["noun"] if not {s.split()[0] for s in noun["stems"]} & heads]
    assert missing == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("министром обороны Ирана Али Резаи", "Ali Rezaei"),
        ("президентом Казахстана Касым-Жомартом Токаевым", "Kassym-Jomart Tokayev"),
        ("министром иностранных дел России Сергеем Лавровым", "Sergey Lavrov"),
        ("спецпосланником ООН Гейром Педерсеном", "Geir Pedersen"),
        ("канцлером Германии Ангелой Меркель", "Angela Merkel"),
        ("главой МИД Германии Аленой Королёвой", "Alena Korolyova"),
    ],
)
def test_names_are_told_in_the_nominative(written: str, name: str) -> None:
    event = only(f"{A} встретился с {written}.")
    assert event.participants[1].name == name


@pytest.mark.parametrize(
    ("office", "state", "english"),
    [
        ("министром иностранных дел Армении", "Armenia", "Foreign Minister"),
        ("главой МИД Армении", "Armenia", "Foreign Minister"),
        ("главой армянского МИД", "Armenia", "Foreign Minister"),
        ("армянским министром обороны", "Armenia", "Defence Minister"),
        ("спецпредставителем президента РФ", "Russia", "Special Representative of the President"),
        ("премьер-министром Республики Казахстан", "Kazakhstan", "Prime Minister"),
        ("генсеком ООН", "United Nations", "Secretary General"),
    ],
)
def test_offices_are_read_before_and_behind_their_state(office: str, state: str, english: str) -> None:
    partner = only(f"{A} встретился с {office} Ашотом Варданяном.").participants[1]
    assert (partner.represents, partner.role_name) == (state, english)


def test_a_colleague_holds_the_office_of_whom_he_meets() -> None:
    partner = only(f"{A} провёл переговоры со своим армянским коллегой Ашотом Варданяном.").participants[1]
    assert (partner.name, partner.represents, partner.role_name) == ("Ashot Vardanyan", "Armenia", "Foreign Minister")


def test_a_nominative_behind_a_name_in_another_case_is_somebody_else() -> None:
    text = "Глава МИД России Сергей Лавров прибыл в Ереван. После встречи с послом Индии Раджем Кумаром Лавров посетил Баку."
    assert "Raj Kumar" in {name for event in read(text).events for name in who(event)}


def test_a_non_breaking_space_parts_words() -> None:
    assert who(only(f"{A}\u00a0встретился\u00a0с {B}.")) == BOTH


def test_e_and_yo_are_one_letter() -> None:
    assert who(only(f"{A} провёл переговоры с {B}.")) == who(only(f"{A} провел переговоры с {B}."))


def test_a_subject_may_stand_behind_its_verb() -> None:
    assert who(only(f"Вчера с {B} встретился президент Грузии Ираклий Беридзе.")) == BOTH
    assert who(only("Посла Армении Ашота Варданяна принял президент Грузии Ираклий Беридзе.")) == {
        "Irakli Beridze": "host",
        "Ashot Vardanyan": "participant",
    }
    assert who(only("Вчера прибыл в Ереван президент Грузии Ираклий Беридзе.")) == GUEST


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{A} встретится с {B}.", "planned"),
        (f"{A} планирует встретиться с {B}.", "planned"),
        (f"{A} посетит Ереван.", "planned"),
        (f"Встреча министра иностранных дел Грузии Ираклия Беридзе с {B} отложена.", "postponed"),
        (f"Встреча министра иностранных дел Грузии Ираклия Беридзе с {B} отменена.", "cancelled"),
        (f"{A} провёл переговоры с {B}.", "held"),
    ],
)
def test_status_is_told_by_tense_and_by_words(text: str, status: str) -> None:
    assert only(text).status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "Президент Грузии Ираклий Беридзе принял решение о бюджете.",
        "Парламент Грузии принял закон о связи.",
        "Тренер сборной встретился с игроками клуба после матча чемпионата.",
        f"{A} дал интервью газете.",
    ],
)
def test_what_is_no_occasion_is_left_out(text: str) -> None:
    assert read(text).events == ()


def test_holders_of_one_office_are_told_by_their_names() -> None:
    event = only("Президенты Грузии и Армении Ираклий Беридзе и Ашот Варданян провели переговоры.")
    assert {p.name: p.represents for p in event.participants} == {
        "Irakli Beridze": "Georgia",
        "Ashot Vardanyan": "Armenia",
    }


def test_a_short_name_in_another_case_is_the_same_person() -> None:
    text = f"{A} прибыл в Ереван. Позже с Беридзе встретился президент Армении Ашот Варданян."
    assert {name for event in read(text).events for name in who(event)} == set(BOTH)


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        (f"{A} заявил, что дорога открыта.", "Irakli Beridze", "affirm"),
        (f"{A} подчеркнул необходимость диалога.", "Irakli Beridze", "call_for"),
        (f"{A} призвал к диалогу.", "Irakli Beridze", "call_for"),
        (f"{A} осудил нападение.", "Irakli Beridze", "condemn"),
        (f"{A} приветствовал соглашение.", "Irakli Beridze", "welcome"),
        (f"{A} поблагодарил соседей.", "Irakli Beridze", "praise"),
        (f"{A} выразил надежду на мир.", "Irakli Beridze", "hope"),
        (f"{A} опроверг слухи.", "Irakli Beridze", "deny"),
        (f"{A} отрицал утечку.", "Irakli Beridze", "deny"),
        (f"{A} высказался за перемирие.", "Irakli Beridze", "call_for"),
        (f"{A} выразил протест соседям.", "Irakli Beridze", "condemn"),
        (f"{A} выразил готовность к диалогу.", "Irakli Beridze", "affirm"),
        (f"{A} напомнил, что дорога открыта.", "Irakli Beridze", "affirm"),
        ("Об этом сообщил министр обороны Армении Ашот Варданян.", "Ashot Vardanyan", "announce"),
        ("По словам министра обороны Армении Ашота Варданяна, дорога открыта.", "Ashot Vardanyan", "affirm"),
    ],
)
def test_statements_have_their_speaker_and_act(text: str, speaker: str, act: str) -> None:
    (said,) = read(text).statements
    assert (said.speaker.name, said.act.value) == (speaker, act)


def test_an_unknown_plug_is_named() -> None:
    with pytest.raises(PackError, match="no morphology plug 'nothing'; there are: pymorphy3"):
        morphology("nothing")


def test_every_entry_knows_its_words() -> None:
    found = {entry.cls for entries in compile_lexicon(PACK).index.values() for _, entry in entries}
    assert {Cls.VERB, Cls.NOUN, Cls.LIGHT, Cls.ROLE, Cls.SPEECH, Cls.STATE, Cls.ADJECTIVE} <= found
    assert all(re.fullmatch(r"[^A-Za-z]+", verb["infinitive"]) for verb in PACK.table("triggers")["verb"])


def test_talks_that_took_place_go_with_those_told_before_or_behind() -> None:
    text = f"{A} провёл переговоры с {B}. Беседа состоялась по просьбе армянской стороны."
    assert who(only(text)) == BOTH
    text = "В Ереване завершились переговоры по торговле. Встреча президентов Грузии Ираклия Беридзе и Армении Ашота Варданяна продлилась час."
    assert (who(only(text)), only(text).place and only(text).place.name) == (BOTH, "Yerevan")


def test_those_who_took_part_stand_before_or_behind() -> None:
    assert (
        who(only("Президент Грузии Ираклий Беридзе и президент Армении Ашот Варданян приняли участие в переговорах."))
        == BOTH
    )
    assert (
        who(only("В переговорах приняли участие президент Грузии Ираклий Беридзе и президент Армении Ашот Варданян."))
        == BOTH
    )
    assert (
        who(
            only("Президент Грузии Ираклий Беридзе и президент Армении Ашот Варданян на переговорах подписали договор.")
        )
        == BOTH
    )


def test_offices_told_one_behind_the_other_are_one_person() -> None:
    envoy = "Специальный представитель президента Грузии по Ближнему Востоку и странам Африки, заместитель министра иностранных дел Грузии"
    assert who(only(f"{envoy} Ираклий Беридзе встретился с {B}.")) == BOTH


def test_a_name_in_another_case_is_whose_office_it_is() -> None:
    text = "Пресс-секретарь Путина Дмитрий Котов сообщил о визите. Позже с ним встретился Дмитрий Котов."
    assert {said.speaker.name for said in read(text).statements} == {"Dmitry Kotov"}


def test_an_office_tells_the_case_of_the_name_behind_it() -> None:
    assert "Petro Mironenko" in who(only(f"{A} позвонил президенту Украины Петру Мироненко."))
    assert "Tony Abbott" in who(only(f"{A} созвонился с премьером Австралии Тони Эбботом."))


def test_a_surname_that_never_bends_is_part_of_the_name() -> None:
    assert "Simona Halperin" in {
        n.replace("Galperin", "Halperin") for n in who(only(f"{A} принял посла Израиля Симону Гальперин."))
    }


def test_adjectives_may_stand_before_an_office() -> None:
    assert who(only(f"{A} встретился с новоназначенным главой МИД Армении Ашотом Варданяном.")) == BOTH


def test_members_of_a_list_may_repeat_their_preposition() -> None:
    text = f"{A} встретился с {B}, а также с послом Индии Раджем Кумаром."
    assert set(who(only(text))) == {*BOTH, "Raj Kumar"}


def test_the_leader_of_a_state_is_its_president() -> None:
    text = "Президент Грузии Ираклий Беридзе встретился с президентом Армении Ашотом Варданяном. Позже на встрече с армянским лидером грузинский лидер говорил о торговле."
    assert who(only(text)) == BOTH


def test_leaders_of_three_states_and_ministers_of_a_bloc_hold_a_summit() -> None:
    event = only("Президенты Грузии, Армении и Индии провели переговоры в Ереване.")
    assert (event.type.value, len(event.participants)) == ("summit", 3)
    assert only("Это решили министры иностранных дел Евросоюза на совещании в Люксембурге.").type.value == "summit"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{A} успел провести переговоры с {B}.", "held"),
        (f"Накануне встречи с {B} министр иностранных дел Грузии Ираклий Беридзе дал интервью.", "planned"),
    ],
)
def test_small_words_turn_the_status(text: str, status: str) -> None:
    assert only(text).status.value == status


def test_a_pronoun_means_whom_the_last_sentence_was_about() -> None:
    text = "Президент Грузии Ираклий Беридзе в Тбилиси принял посла Армении Ашота Варданяна. Завтра он посетит Ереван."
    assert who(read(text).events[1]) == GUEST
    text = (
        f"{A} позвонил послу Армении Ашоту Варданяну. Днём ранее посол Индии Радж Кумар побеседовал с ним о торговле."
    )
    assert set(who(read(text).events[1])) == {"Raj Kumar", "Irakli Beridze"}


def test_what_nobody_plans_is_left_out() -> None:
    assert read(f"Встреча министра иностранных дел Грузии Ираклия Беридзе с {B} пока не планируется.").events == ()


def test_whose_visit_it_is_may_stand_behind_the_place() -> None:
    assert who(only("Визит в Ереван президента Грузии Ираклия Беридзе завершился.")) == GUEST


def test_a_further_occasion_of_the_same_people_is_one_of_its_own() -> None:
    text = f"{A} встретился в Тбилиси с {B}. Речь шла о торговле. В последний раз стороны беседовали в июле 2019 года в Ереване."
    events = read(text, date(2020, 10, 21)).events
    assert [(who(event), event.salience.value) for event in events] == [(BOTH, "main"), (BOTH, "background")]
    text = f"В Тбилиси {A} провёл раунд переговоров с {B}. Следующий раунд пройдёт в Ереване."
    assert [(who(event), event.status.value) for event in read(text).events] == [(BOTH, "held"), (BOTH, "planned")]


def test_a_press_service_is_not_who_spoke_before() -> None:
    text = f"{A} заявил, что дорога открыта. Об этом сообщила пресс-служба. Переговоры продолжаются."
    assert [said.verb.text for said in read(text).statements] == ["заявил"]


def test_a_pronoun_receives_whom_the_verb_names() -> None:
    text = "Президент Грузии Ираклий Беридзе прибыл в Ереван. Там он принял посла Армении Ашота Варданяна."
    assert who(read(text).events[1]) == {"Irakli Beridze": "host", "Ashot Vardanyan": "participant"}


def test_what_may_take_place_is_planned() -> None:
    assert only(f"{A} может встретиться с {B}.").status.value == "planned"


def test_states_take_part_in_their_talks() -> None:
    assert set(who(only("На переговорах в Ереване Грузия и Индия подписали договор."))) == {"Georgia", "India"}


def test_a_conversation_with_somebody_is_a_call() -> None:
    event = only(f"В разговоре с {B} президент Грузии Ираклий Беридзе говорил о торговле.")
    assert (event.type.value, who(event)) == ("call", BOTH)


def test_a_meeting_beside_a_summit_is_one_of_its_own() -> None:
    text = "Президенты Грузии, Армении и Индии: Ираклий Беридзе, Ашот Варданян и Радж Кумар провели саммит в Ереване. На полях саммита Беридзе встретился с Варданяном."
    assert [len(event.participants) for event in read(text).events] == [3, 2]


def test_a_renowned_family_name_needs_no_other() -> None:
    event = only("Россия и Белоруссия сближаются. Переговоры между Путиным и Лукашенко прошли в Сочи.")
    assert {p.name: p.represents for p in event.participants} == {
        "Vladimir Putin": "Russia",
        "Alexander Lukashenko": "Belarus",
    }


def test_a_capital_acts_for_its_state_and_is_a_place_behind_its_preposition() -> None:
    event = only("Москва и Киев провели в Брюсселе переговоры по газу.")
    assert (event.type.value, who(event)) == ("negotiation_round", {"Russia": "participant", "Ukraine": "participant"})
    assert event.place is not None and event.place.name == "Brussels"
    assert not read(f"{A} живёт в Москве и пишет книги о Киеве.").events


def test_an_office_alone_means_whoever_holds_it() -> None:
    text = f"{A} прилетел на заседание. Затем министр посетил Ереван, где выступил перед прессой."
    assert who(only(text)) == {"Irakli Beridze": "visitor"}


def test_a_president_who_meets_a_minister_without_a_state_meets_his_own() -> None:
    text = "Президент Армении Ашот Варданян встретился{} с министром энергетики Саркисом Петросяном."
    assert not read(text.format("")).events
    assert read(text.format(" в Тегеране")).events


def test_a_body_of_talks_holds_a_round_by_itself() -> None:
    event = only("Встреча Контактной группы по Украине прошла в Минске.")
    assert (event.type.value, len(event.participants)) == ("negotiation_round", 1)


def test_a_group_behind_the_adjective_of_its_state_speaks_for_it() -> None:
    event = only("Армянская делегация прибыла в Тбилиси на консультации.")
    assert [p.represents for p in event.participants] == ["Armenia"]


def test_whoever_says_what_he_will_do_needs_no_pronoun() -> None:
    event = only(f"{A} заявил, что посетит Ереван в мае.")
    assert (event.status.value, who(event)) == ("planned", GUEST)


def test_a_plain_noun_in_the_nominative_is_nobody_told_before() -> None:
    text = f"{A} выступил в Батуми. Врачи на встрече с президентом Грузии Ашотом Варданяном попросили денег."
    assert not read(text).events


def test_states_that_meet_stay_where_a_body_joins_them() -> None:
    event = only("Армения и Грузия проведут в Вене переговоры с участием Еврокомиссии.")
    assert len(event.participants) == 3


@pytest.mark.parametrize(
    ("text", "speaker", "act", "about"),
    [
        (f"«Мы должны закрыть завод», — сказал {A[0].lower() + A[1:]}.", "Irakli Beridze", "call_for", "должны закрыть завод"),
        (f"{A} прибыл. «Дорога открыта», - отметил дипломат.", "Irakli Beridze", "affirm", "Дорога открыта"),
("«Дорога открыта», — цитирует газета министра обороны Армении Ашота Варданяна.", "Ashot Vardanyan", "affirm", "Дорога открыта"),
        (f"{A}, который вчера виделся с послом, указал, что дорога открыта.", "Irakli Beridze", "affirm", "дорога открыта"),
    ],
)  # fmt: skip
def test_what_is_said_may_stand_before_the_verb(text: str, speaker: str, act: str, about: str) -> None:
    said = read(text).statements[-1]
    assert (said.speaker.name, said.act.value) == (speaker, act)
    assert said.about is not None and about in said.about.text


def test_two_subjects_of_a_verb_of_saying_both_speak() -> None:
    assert {s.speaker.name for s in read("Армения и Грузия отвергают этот договор и уходят.").statements} == {
        "Armenia",
        "Georgia",
    }


def test_an_infinitive_of_a_verb_of_saying_is_no_statement() -> None:
    assert not read(f"{A} приехал в Батуми, чтобы поддержать театр.").statements


def test_a_renowned_family_name_ends_where_another_name_begins() -> None:
    event = only("Россия и Армения спорят. Советник Обамы Ашот Варданян посетил Москву в мае.")
    assert who(event) == {"Ashot Vardanyan": "visitor"}


def test_a_visit_is_called_off_by_the_relative_behind_where_it_leads() -> None:
    event = only(
        "Визит министра обороны Грузии Ираклия Беридзе в Ереван, который был запланирован на лето, не состоится."
    )
    assert (event.status.value, who(event)) == ("cancelled", GUEST)


def test_a_delegation_that_comes_for_talks_holds_them() -> None:
    text = "Делегация Армении прибыла в Тбилиси для переговоров с министром обороны Грузии Ираклием Беридзе."
    events = {e.type.value: (e.status.value, len(e.participants)) for e in read(text).events}
    assert events == {"visit": ("held", 1), "meeting": ("planned", 2)}


def test_a_place_that_opens_a_sentence_goes_for_all_its_clauses() -> None:
    text = f"В Вене 12 мая состоялись переговоры министра обороны Грузии Ираклия Беридзе с {B}, а потом беседа с послом Индии Раджем Кумаром."
    assert [e.place.name for e in read(text).events if e.place is not None] == ["Vienna", "Vienna"]


def test_whoever_is_told_with_one_preposition_met_somebody_else() -> None:
    text = f"{A} напомнил, что в ходе телефонных консультаций с президентом Армении Ашотом Варданяном и премьером Индии Раджем Кумаром речь шла о торговле."
    assert set(who(only(text))) == {"Irakli Beridze", "Ashot Vardanyan", "Raj Kumar"}


def test_talks_that_took_place_and_whose_people_have_met_before_are_that_meeting() -> None:
    text = (
        f"После встречи с {B} {A[0].lower() + A[1:]} рассказал о торговле. Затем последовала встреча в Ереване."
        " Беридзе встретился с Варданяном и послом Индии Раджем Кумаром."
    )
    event = only(text)
    assert len(event.participants) == 3 and event.place is not None and event.place.name == "Yerevan"


def test_a_state_is_what_talks_are_on_by_their_own_preposition() -> None:
    event = only(
        "Министр иностранных дел Норвегии провел в Токио переговоры по Афганистану с премьер-министром Японии."
    )
    assert [topic.span and topic.span.text for topic in event.topics] == ["Афганистану"]
