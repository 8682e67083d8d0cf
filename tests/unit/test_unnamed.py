"""Occasions told by offices alone and again with names: one event, with the names."""

from reading_tools import extract, only, who

TURKISH, RUSSIAN = "خلوصی آکار وزیر دفاع ترکیه", "سرگئی شویگو وزیر دفاع روسیه"


def test_officials_of_two_states_are_those_named_again() -> None:
    event = only(f"{TURKISH} با {RUSSIAN} در استانبول دیدار کرد.", title="دیدار مقامات ترکیه و روسیه")
    assert set(who(event)) == {"خلوصی آکار", "سرگئی شویگو"}
    event = only("مقامات ترکیه و روسیه در استانبول دیدار کردند.", f"در این شهر {TURKISH} با {RUSSIAN} دیدار کرد.")
    assert set(who(event)) == {"خلوصی آکار", "سرگئی شویگو"}


def test_officials_of_other_states_met_another_time() -> None:
    text = f"{TURKISH} با {RUSSIAN} دیدار کرد.", "مقامات ترکیه و ایتالیا در رم دیدار کردند."
    assert len(extract(*text).events) == 2
