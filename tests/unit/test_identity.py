"""Who is one person and what is one event, on made accounts: traps first."""

import random
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from kg_ontology import DATA

from kg.authority.authority import Authority
from kg.authority.dates import when
from kg.authority.model import Fact
from kg.identity.events import Rulings
from kg.identity.knowledge import Knowledge
from kg.identity.occasions import likeness, witness
from kg.identity.outcomes import outcomes
from kg.identity.parties import Meeting, Party, match
from kg.identity.records import Account, Office, Part, Records, Source
from kg.identity.resolution import Resolution, work_out
from kg.identity.terms import OFFICE_CONFLICT
from kg.identity.weighing import Weighing
from kg.model import EventType, Function, Literal, Naming, Salience, Status

DAY = date(2020, 10, 20)
MINISTER = Office("Minister", "foreign affairs")


def person(
    name: str, side: str | None, office: Office | None = None, function: Function = Function.PARTICIPANT
) -> Part:
    return Part(f"{DATA}person/{name}", "Person", function, Naming.WHOLE, state(side), office)


def by_office(article: int, side: str, office: Office = MINISTER) -> Part:
    return Part(
        f"{DATA}person/office-{article}-{side}", "Person", Function.PARTICIPANT, Naming.OFFICE, state(side), office
    )


def surname(article: int, name: str, side: str | None) -> Part:
    return Part(f"{DATA}person/{name}-{article}", "Person", Function.PARTICIPANT, Naming.PART, state(side))


def state(code: str | None) -> str | None:
    return f"{DATA}state/{code}" if code else None


def source(number: int, outlet: str = "", published: date | None = DAY) -> Source:
    return Source(f"{DATA}article/{number}", f"{DATA}graph/{number}", outlet or f"site-{number}", published, "en")


def meeting(number: int, *parts: Part, day: date | None = DAY, **told: object) -> Account:
    account = Account(
        f"{DATA}event/{number}", source(number), EventType.MEETING, Status.HELD, Salience.MAIN, parts, day, day
    )
    return replace(account, **told)  # type: ignore[arg-type]


LABELS = {
    "sergey-lavrov": ("Sergey Lavrov", "سيرغي لافروف"),
    "sergei-viktorovich-lavrov": ("Сергей Викторович Лавров",),
    "lavrov": ("Lavrov",),
    "ali-asghar-khaji": ("علي أصغر خاجي", "Ali Asghar Khaji"),
    "aliasghar-khaji": ("Ali Asghar Khaji",),
    "mohammad-javad-zarif": ("Mohammad Javad Zarif",),
    "bechruz-torabniey": ("Bechruz Torabniey", "Бехрузом Торабнией"),
    "behrouz-torabnia": ("Behrouz Torabnia",),
    "behrouz-torabani": ("Behrouz Torabani",),
    "lavrov-cyrillic": ("Лавров",),
}


OFFICE = (
    Fact("office/IR/foreign-minister", "of", "state/IR"),
    Fact("office/IR/foreign-minister", "rank", "Minister"),
    Fact("office/IR/foreign-minister", "portfolio", "foreign affairs"),
    Fact("person/mohammad-javad-zarif", "name", "Mohammad Javad Zarif", "en"),
    Fact("person/mohammad-javad-zarif", "alias", "محمد جواد ظريف", "ar"),
    Fact("person/mohammad-javad-zarif", "speaks_for", "state/IR"),
    Fact(
        "person/mohammad-javad-zarif", "holds", "office/IR/foreign-minister", "", when("2013-08-15"), when("2021-08-25")
    ),
    Fact("person/hossein-amirabdollahian", "name", "Hossein Amirabdollahian", "en"),
    Fact("person/hossein-amirabdollahian", "speaks_for", "state/IR"),
    Fact(
        "person/hossein-amirabdollahian",
        "holds",
        "office/IR/foreign-minister",
        "",
        when("2021-08-25"),
        when("2024-05-19"),
    ),
)


def resolved(
    *accounts: Account, rulings: Rulings | None = None, known: tuple[str, ...] = (), facts: tuple[Fact, ...] = ()
) -> Resolution:
    labels = {}
    for account in accounts:
        for part in account.parts:
            slug = part.entity.rsplit("/", 1)[-1].rstrip("0123456789-")
            names = LABELS.get(slug, (slug.replace("-", " ").title(),))
            labels[part.entity] = tuple((name, "en") for name in names)
    people = (Fact(f"person/{each}", "name", each, "en") for each in known)
    return work_out(Records(accounts, (), labels), rulings or Rulings(), Knowledge(Authority((*facts, *people))))


def numbers(found: Resolution) -> list[list[int]]:
    return sorted(sorted(int(iri.rsplit("/", 1)[-1]) for iri in group) for group in found.groups)


LAVROV, ZARIF = person("sergey-lavrov", "RU", MINISTER), person("mohammad-javad-zarif", "IR", MINISTER)


def test_two_outlets_that_tell_of_one_day_and_the_same_people_tell_one_event() -> None:
    found = resolved(meeting(1, LAVROV, ZARIF), meeting(2, ZARIF, LAVROV))
    assert numbers(found) == [[1, 2]]
    assert found.folds == {
        f"{DATA}graph/1": {f"{DATA}event/1": f"{DATA}event/1"},
        f"{DATA}graph/2": {f"{DATA}event/2": f"{DATA}event/1"},
    }


def test_the_same_pair_meets_twice_in_a_week() -> None:
    monday, friday = date(2020, 10, 19), date(2020, 10, 23)
    found = resolved(*(meeting(number, LAVROV, ZARIF, day=day) for number, day in enumerate([monday, friday] * 2)))
    assert numbers(found) == [[0, 2], [1, 3]]
    assert not found.unsure_events


def test_what_is_told_of_this_week_joins_neither_of_two_meetings_in_it() -> None:
    week = meeting(3, LAVROV, ZARIF, earliest=date(2020, 10, 19), latest=date(2020, 10, 25))
    found = resolved(
        meeting(1, LAVROV, ZARIF, day=date(2020, 10, 19)), meeting(2, LAVROV, ZARIF, day=date(2020, 10, 23)), week
    )
    assert numbers(found) == [[1], [2], [3]]
    assert {(pair.first[-1], pair.second[-1]) for pair in found.unsure_events} == {("1", "3"), ("2", "3")}
    assert numbers(resolved(meeting(1, LAVROV, ZARIF, day=date(2020, 10, 19)), week)) == [[1, 3]]


def test_two_events_of_one_article_stay_two() -> None:
    second = replace(meeting(2, LAVROV, ZARIF), source=source(1))
    assert numbers(resolved(meeting(1, LAVROV, ZARIF), second)) == [[1], [2]]


def test_another_guest_on_the_same_day_is_another_meeting() -> None:
    guest = person("adel-al-jubeir", "SA", MINISTER)
    assert numbers(resolved(meeting(1, LAVROV, ZARIF), meeting(2, LAVROV, guest))) == [[1], [2]]


def test_whoever_is_there_by_name_fits_nobody_else() -> None:
    guests = [person(name, side) for name, side in (("adel-al-jubeir", "SA"), ("ali-hassan", "IQ"))]
    company = [Party(part, part.entity, (part.entity,)) for part in (LAVROV, ZARIF, *guests)]
    assert match(company, reversed(company)) == Meeting((1.0,) * 4, 0)
    russia = Party(Part(f"{DATA}state/RU", "State", Function.PARTICIPANT, side=state("RU")), f"{DATA}state/RU")
    assert match([*company[:2], russia], company).weights == (1.0, 1.0), "Lavrov is taken: nobody is left for his state"


def test_two_ministers_with_one_surname_are_two() -> None:
    one, other = (
        person("ali-larijani", "IR", Office("Speaker")),
        person("sadeq-larijani", "IR", Office("Chief Justice")),
    )
    found = resolved(meeting(1, LAVROV, one), meeting(2, LAVROV, other))
    assert numbers(found) == [[1], [2]]
    part = resolved(meeting(1, LAVROV, one, other), meeting(2, LAVROV, surname(2, "larijani", "IR")))
    assert f"{DATA}person/larijani-2" not in part.folds.get(f"{DATA}graph/2", {})


def test_an_office_that_changed_hands_is_not_one_person() -> None:
    before, after = meeting(1, LAVROV, ZARIF), meeting(2, LAVROV, person("hossein-amirabdollahian", "IR", MINISTER))
    assert numbers(resolved(before, after)) == [[1], [2]]
    named = resolved(
        before,
        meeting(2, LAVROV, by_office(2, "IR")),
        meeting(3, *after.parts, day=date(2021, 9, 1)),
    )
    assert named.folds[f"{DATA}graph/2"][f"{DATA}person/office-2-IR"] == ZARIF.entity


def test_a_cancelled_visit_and_a_planned_one_are_not_the_one_that_took_place() -> None:
    guest = replace(ZARIF, function=Function.VISITOR)
    visits = [
        meeting(number, guest, type=EventType.VISIT, status=status, place=state("RU"), country=state("RU"))
        for number, status in enumerate((Status.PLANNED, Status.CANCELLED, Status.HELD, Status.HELD))
    ]
    assert numbers(resolved(*visits)) == [[0], [1], [2, 3]]


def test_one_name_on_two_sides_is_two_people() -> None:
    here, there = person("ali-hassan", "SY"), person("ali-hassan", "IQ")
    found = resolved(meeting(1, LAVROV, here), meeting(2, LAVROV, there), meeting(3, ZARIF, here))
    nodes = {graph: own.get(here.entity) for graph, own in found.folds.items()}
    assert nodes[f"{DATA}graph/1"] == nodes[f"{DATA}graph/3"] != nodes[f"{DATA}graph/2"]
    assert numbers(found) == [[1], [2], [3]]


def test_a_name_across_scripts_is_one_person_only_on_one_side() -> None:
    other = person("aliasghar-khaji", "IR")
    found = resolved(meeting(1, LAVROV, person("ali-asghar-khaji", "IR")), meeting(2, LAVROV, other))
    assert numbers(found) == [[1, 2]]
    assert found.folds[f"{DATA}graph/2"][other.entity] == f"{DATA}person/ali-asghar-khaji"
    apart = resolved(
        meeting(1, LAVROV, person("ali-asghar-khaji", "IR")), meeting(2, LAVROV, replace(other, side=state("IQ")))
    )
    assert numbers(apart) == [[1], [2]]
    unsure = resolved(
        meeting(1, LAVROV, person("ali-asghar-khaji", "IR")), meeting(2, LAVROV, replace(other, side=None))
    )
    assert numbers(unsure) == [[1], [2]]
    assert [(pair.first[-5:], pair.second[-5:]) for pair in unsure.unsure_people] == [("khaji", "khaji")]


def test_nobody_is_one_by_a_surname_alone() -> None:
    found = resolved(meeting(1, ZARIF, surname(1, "lavrov", "RU")), meeting(2, LAVROV, ZARIF, day=date(2020, 12, 1)))
    assert f"{DATA}person/lavrov-1" not in found.folds.get(f"{DATA}graph/1", {})
    told = resolved(meeting(1, ZARIF, surname(1, "lavrov", "RU")), meeting(2, LAVROV, ZARIF))
    assert told.folds[f"{DATA}graph/1"][f"{DATA}person/lavrov-1"] == LAVROV.entity


def test_two_known_people_are_never_one() -> None:
    other = person("sergei-viktorovich-lavrov", "RU", MINISTER)
    assert numbers(resolved(meeting(1, LAVROV, ZARIF), meeting(2, other, ZARIF))) == [[1, 2]]
    known = resolved(
        meeting(1, LAVROV, ZARIF), meeting(2, other, ZARIF), known=("sergey-lavrov", "sergei-viktorovich-lavrov")
    )
    assert numbers(known) == [[1], [2]]


def test_judgements_go_before_what_was_found() -> None:
    accounts = (meeting(1, LAVROV, ZARIF), meeting(2, LAVROV, ZARIF), meeting(3, LAVROV, ZARIF, day=date(2020, 11, 20)))
    one, two, three = (account.iri for account in accounts)
    rulings = Rulings(same=frozenset({(one, three)}), different=frozenset({(one, two)}))
    assert numbers(resolved(*accounts, rulings=rulings)) == [[1, 3], [2]]
    assert numbers(resolved(*accounts, rulings=Rulings(retracted=frozenset({two})))) == [[1], [3]]


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2020, 10, 20), "mohammad-javad-zarif"),
        (date(2022, 1, 1), "hossein-amirabdollahian"),
        (date(2030, 1, 1), None),
    ],
)
def test_an_office_alone_is_its_holder_on_the_day(day: date, holder: str | None) -> None:
    found = resolved(meeting(1, LAVROV, by_office(1, "IR"), day=day), facts=OFFICE)
    own = found.folds.get(f"{DATA}graph/1", {})
    assert own.get(f"{DATA}person/office-1-IR") == (f"{DATA}person/{holder}" if holder else None)
    names = {fact.object.value for fact in found.beside.get(f"{DATA}graph/1", ()) if isinstance(fact.object, Literal)}
    assert ("Mohammad Javad Zarif" in names) == (holder == "mohammad-javad-zarif")


def test_an_office_that_somebody_else_held_is_flagged_and_nobody_is_merged() -> None:
    odd = person("kamal-kharazi", "IR", MINISTER)
    found = resolved(meeting(1, LAVROV, odd), meeting(2, LAVROV, ZARIF), facts=OFFICE)
    assert numbers(found) == [[1], [2]]
    (flag,) = found.beside[f"{DATA}graph/1"]
    assert (flag.predicate, flag.object) == (OFFICE_CONFLICT, ZARIF.entity)
    assert f"{DATA}graph/2" not in found.beside


def test_a_name_that_the_authority_has_is_that_person_only_on_his_side() -> None:
    spelled = person("mohammed-dschawad-sarif", "IR")
    labels = {"mohammed-dschawad-sarif": ("محمد جواد ظريف",)}
    LABELS.update(labels)
    found = resolved(meeting(1, LAVROV, spelled), facts=OFFICE)
    assert found.folds[f"{DATA}graph/1"][spelled.entity] == ZARIF.entity
    stranger = resolved(meeting(1, LAVROV, replace(spelled, side=state("PK"))), facts=OFFICE)
    assert spelled.entity not in stranger.folds.get(f"{DATA}graph/1", {})
    namesake = resolved(meeting(1, LAVROV, replace(ZARIF, side=state("PK"))), facts=OFFICE)
    assert namesake.folds[f"{DATA}graph/1"][ZARIF.entity] != ZARIF.entity


def test_a_plan_is_linked_with_what_became_of_it() -> None:
    plan = meeting(1, LAVROV, ZARIF, status=Status.PLANNED, day=date(2020, 10, 25))
    held = meeting(2, ZARIF, LAVROV, day=date(2020, 10, 27))
    later = meeting(3, ZARIF, LAVROV, day=date(2020, 11, 20))
    others = meeting(4, LAVROV, person("adel-al-jubeir", "SA", MINISTER), day=date(2020, 10, 25))
    found = resolved(plan, held, later, others)
    assert numbers(found) == [[1], [2], [3], [4]]
    assert outcomes(found) == {plan.iri: held.iri}
    cancelled = meeting(5, LAVROV, ZARIF, status=Status.CANCELLED, day=date(2020, 10, 25))
    assert outcomes(resolved(plan, cancelled, later)) == {plan.iri: cancelled.iri}
    open_plan = replace(plan, earliest=None, latest=None)
    assert outcomes(resolved(open_plan, later)) == {plan.iri: later.iri}
    assert outcomes(resolved(plan, later)) == {}


def test_two_days_in_a_row_are_two_where_one_outlet_tells_both_or_is_out_too_early() -> None:
    place = f"{DATA}place/geneva"
    talks = {"place": place, "country": state("CH"), "topics": frozenset({f"{DATA}topic/peace"})}
    late = date(2020, 10, 25)
    told = [meeting(number, LAVROV, ZARIF, source=source(number, published=late), **talks) for number in (1, 2)]
    following = replace(told[1], earliest=date(2020, 10, 21), latest=date(2020, 10, 21))
    assert numbers(resolved(told[0], following)) == [[1, 2]], "one of them errs about the day"
    same_outlet = [replace(each, source=replace(each.source, outlet="site")) for each in (told[0], following)]
    assert numbers(resolved(*same_outlet)) == [[1], [2]]
    early = replace(told[0], source=source(1, published=DAY))
    assert numbers(resolved(early, following)) == [[1], [2]]
    third = replace(told[0], iri=f"{DATA}event/3", source=source(3, published=late))
    assert numbers(resolved(early, following, third)) == [[1, 3], [2]]


def test_two_people_on_one_day_are_at_one_place_whatever_outlets_say() -> None:
    here, there = ({"place": f"{DATA}place/{name}", "country": state(name)} for name in ("CH", "SY"))
    topics = frozenset({f"{DATA}topic/peace"})
    accounts = meeting(1, LAVROV, ZARIF, topics=topics, **here), meeting(2, LAVROV, ZARIF, topics=topics, **there)
    assert numbers(resolved(*accounts)) == [[1, 2]]
    assert numbers(resolved(*(replace(each, topics=frozenset()) for each in accounts))) == [[1], [2]]


def test_a_surname_in_another_office_is_another_person() -> None:
    energy = Office("Minister", "energy")
    told = meeting(1, ZARIF, replace(surname(1, "lavrov", "RU"), office=energy))
    assert numbers(resolved(told, meeting(2, LAVROV, ZARIF))) == [[1], [2]]
    told = meeting(1, ZARIF, replace(surname(1, "lavrov", "RU"), office=MINISTER))
    assert numbers(resolved(told, meeting(2, LAVROV, ZARIF))) == [[1, 2]]


def test_a_surname_is_known_in_any_script_in_which_somebody_told_the_name() -> None:
    part = replace(surname(1, "lavrov-cyrillic", "RU"), office=MINISTER)
    found = resolved(meeting(1, ZARIF, part), meeting(2, LAVROV, ZARIF))
    assert found.folds[f"{DATA}graph/1"][part.entity] == LAVROV.entity


def test_names_that_are_nearly_alike_are_one_at_one_event() -> None:
    deputy = Office("Deputy Minister", "foreign affairs")
    russian, english, third = (
        person(name, "IR", deputy) for name in ("bechruz-torabniey", "behrouz-torabnia", "behrouz-torabani")
    )
    accounts = meeting(1, LAVROV, russian), meeting(2, LAVROV, english)
    found = resolved(*accounts)
    assert numbers(found) == [[1, 2]]
    assert one_person(found)
    assert not one_person(resolved(accounts[0], meeting(2, ZARIF, english))), "each met somebody else"
    assert numbers(resolved(meeting(1, LAVROV, english), meeting(3, LAVROV, third))) == [[1], [3]], (
        "both are spelled in one script"
    )
    beside = meeting(3, russian, english, day=date(2021, 5, 1))
    assert not one_person(resolved(*accounts, beside)), "one account tells them side by side"
    spokesman = replace(english, office=Office("Spokesperson", "foreign affairs"))
    assert not one_person(resolved(accounts[0], meeting(2, LAVROV, spokesman)))
    judged = Rulings(different=frozenset({(russian.entity, english.entity)}))
    assert numbers(resolved(*accounts, rulings=judged)) == [[1], [2]]
    assert not one_person(resolved(*accounts, rulings=judged))


def one_person(found: Resolution) -> bool:
    """Whether two spellings of the assistant's name are one."""
    folded = [pair for own in found.folds.values() for pair in own.items() if "/person/be" in pair[0]]
    return any(node != into for node, into in folded)


def test_an_envoy_may_be_called_special_but_nobody_is_two_ministers() -> None:
    names = "ali-asghar-khaji", "aliasghar-khaji"

    def told_as(*offices: Office) -> Resolution:
        parts = [person(name, "IR", office) for name, office in zip(names, offices, strict=True)]
        return resolved(*(meeting(number, LAVROV, part) for number, part in enumerate(parts)))

    assert told_as(Office("Special Envoy", "Syria"), Office("Envoy", "Syria")).unsure_people == ()
    assert told_as(Office("Assistant Minister"), Office("Deputy")).unsure_people == ()
    energy = told_as(MINISTER, Office("Minister", "energy"))
    assert "Minister (energy)" in energy.unsure_people[0].likeness.reasons[-1]
    assert told_as(MINISTER, Office("Deputy Minister", "foreign affairs")).unsure_people


def test_nobody_holds_two_offices_through_a_third_spelling() -> None:
    energy = Office("Minister", "energy")
    told = (
        person("ali-asghar-khaji", "IR", MINISTER),
        person("aliasghar-khaji", "IR"),
        person("ali-khaji", "IR", energy),
    )
    LABELS["ali-khaji"] = LABELS["aliasghar-khaji"]
    found = resolved(*(meeting(number, LAVROV, part) for number, part in enumerate(told)))
    shown = {
        found.folds.get(f"{DATA}graph/{number}", {}).get(part.entity, part.entity) for number, part in enumerate(told)
    }
    assert len(shown) == 2
    assert {told[0].entity, told[2].entity} <= shown


def test_plans_without_a_day_are_one_if_they_are_news_of_one_day() -> None:
    plan = meeting(1, LAVROV, ZARIF, status=Status.PLANNED, day=None)
    dated = meeting(2, LAVROV, ZARIF, status=Status.PLANNED, day=date(2020, 10, 28))
    assert numbers(resolved(plan, dated)) == [[1, 2]]
    later = replace(plan, source=source(1, published=date(2020, 10, 24)))
    assert numbers(resolved(later, dated)) == [[1], [2]]


def test_whoever_is_told_without_a_side_is_found_by_his_name() -> None:
    assert numbers(resolved(meeting(1, LAVROV, replace(ZARIF, side=None)), meeting(2, LAVROV, ZARIF))) == [[1, 2]]


def test_what_many_articles_tell_alike_is_weighed_as_if_each_told_it_alone() -> None:
    told = [
        meeting(number, person("a", "IR"), person("b", "RU"), day=DAY.replace(day=20 + number % 3))
        for number in range(12)
    ]
    told[1] = replace(told[1], source=replace(told[1].source, article=told[2].source.article))
    told[3] = replace(told[3], source=replace(told[3].source, outlet="site-5"))
    witnesses = [witness(each, [Party(part, part.entity) for part in each.parts]) for each in told]
    weighing = Weighing()
    for one, other in permutations(witnesses, 2):
        assert weighing.of(one, other) == likeness(one, other)


@pytest.mark.parametrize("seed", range(10))
def test_any_order_gives_the_same(seed: int) -> None:
    days = [date(2020, 10, 19), date(2020, 10, 20), date(2020, 10, 23)]
    cast = [
        LAVROV,
        ZARIF,
        person("sergei-viktorovich-lavrov", "RU"),
        surname(1, "lavrov", "RU"),
        by_office(2, "IR"),
        person("ali-hassan", "SY"),
    ]
    chance = random.Random(seed)
    accounts = [meeting(number, *chance.sample(cast, 2), day=chance.choice([*days, None])) for number in range(14)]
    first = resolved(*accounts)
    chance.shuffle(accounts)
    again = resolved(*accounts)
    assert (again.groups, again.folds, again.unsure_events, again.unsure_people) == (
        first.groups,
        first.folds,
        first.unsure_events,
        first.unsure_people,
    )
