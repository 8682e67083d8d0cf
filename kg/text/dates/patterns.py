"""The grammar of date phrases: regular expressions over the kind letters of units, one letter per unit.

========  =======================================  ========  =======================================
``n N``   number up to 31, up to 99                ``r``     day counted from today (yesterday)
``V``     a count that isn't told (some)           ``o``     time of day (evening)
``y``     year in four digits                      ``e``     part of a month (late)
``T``     numeric date (2016-11-02)                ``l t f`` modifier: past, current, future
``m w``   month name, one that is another word too ``j``     this
``d D``   weekday, its abbreviation                ``g G``   ago, before or after the count
``i k``   the words day, week                      ``q z v`` from or of, to, between
``M Y``   the words month, year                    ``p 1 a`` in, a preposition written as a clitic, and
``u S``   two days, several days                   ``C H I`` common, lunar, solar era
``X``     no date, and no date follows             ``x``     any other word
``c P``   comma, full stop                         ``s h``   slash, dash
``b B``   opening, closing bracket or quote
========  =======================================  ========  =======================================

Every repetition is bounded, so that the time stays linear.
"""

import re
from functools import lru_cache

from kg.text.dates.table import Options

_NUMBERS = r"n(?:(?:ca?|a|h|z)1?i?n){0,4}"
_PAIR = r"(?:[sh][mw]|b[mw]B)"
_MONTH = rf"(?:M?[mw](?:P(?=[nyc]))?{_PAIR}?M?)"
_SURE_MONTH = rf"(?:M?m{_PAIR}?M?)"
_PART = r"(?:e[q1pjh]{0,2})"
_ERA = r"[CHI]{0,2}"


class _Grammar:
    """The pieces of the grammar, put together as a language orders them."""

    def __init__(self, options: Options) -> None:
        after = options.modifiers_after
        short = "|Y?N" if options.hijri == "solar" else ""
        self.after = "[lft]?" if after else ""
        self.before = "" if after else "[lftj]?"
        self.after_or_before = after
        self.day_word = r"[oi]{0,2}" if options.day_word else r"o{0,2}"
        self.month_first = options.month_first
        self.short_years = "|YN" if short else ""
        self.full_year = rf"[cs]?(?:[qp1]?Y)?[qp1]?y(?:Y(?!y))?{_ERA}"
        self.shown_year = rf"(?:{self.full_year}|[qp1]?{self.modified('Y')}{'|[lft]' if after else ''})"
        self.tail = rf"(?:{self.full_year}{short}|[qp1]?{self.modified('Y')}{'|[lft]' if after else ''})?"

    def modified(self, unit: str) -> str:
        return rf"(?:{unit}[lft]|j{unit})" if self.after_or_before else rf"(?:[lftj]{unit})"

    def lead(self) -> str:
        """What may stand before the day: today, the time of day, the weekday."""
        gap = r"[bch]{0,2}[oipq1]{0,2}"
        day = self.day_word
        return rf"(?:{day}r{gap})?{day}(?:{self.before}[dD](?:P(?=[nmw]))?o?{gap})?{day}S?"

    def day_month(self) -> str:
        day_first = rf"{_NUMBERS}[q1]?{self.before}{_MONTH}{self.tail}"
        return rf"(?:{_MONTH}{_NUMBERS}{self.tail}|{day_first})" if self.month_first else rf"(?:{day_first})"

    def day(self) -> str:
        """Days with their month; a month name that is rather another word needs a weekday, the word "month", or a year."""
        until = r"[zh][oidDcp1]{0,3}"
        strict = rf"[di][bc]?{_NUMBERS}WM?{self.tail}|{_NUMBERS}W(?:M{self.tail}|{self.full_year})"
        days = rf"{self.day_month()}(?:{until}{self.day_month()})?|T{_ERA}"
        return rf"(?<!X)(?:{self.lead()}(?:{days})(?:{self._weekday_behind()}|B)?|{strict})"

    def _weekday_behind(self) -> str:
        return rf"b{self.day_word}dB|c[p1]?{self.day_word}d(?![cb]?(?:n|T|{self.day_word}n))"

    def day_of(self) -> str:
        current = "|t(?!Y)" if self.after_or_before else ""
        return rf"(?<![XV]){self.lead()}{_NUMBERS}(?:q?{self.modified('M')}{current})"

    def weekday(self) -> str:
        return rf"{self.before}{self.day_word}d(?:o(?![rd]))?{self._week()}"

    def weekdays(self) -> str:
        return rf"S?{self.before}{self.day_word}d[ahz]{self.day_word}d{self._week()}"

    def _week(self) -> str:
        return rf"(?:[q1p]?{self.modified('k')}|{self.after})"

    def month(self) -> str:
        """A month; a name that is another word too needs something that shows it for a month."""
        weak = rf"(?:(?<=[pg])|M)w{_PAIR}?M?{self.tail}|w(?:M|{_PAIR}){self.tail}|[wW]{self.shown_year}"
        ahead = "" if self.after_or_before else "|[lftj]w"
        sure = rf"(?:{_PART}{self.before}{_MONTH}|{self.before}{_SURE_MONTH}){self.tail}"
        return rf"(?<![nNVX])(?:{sure}|{weak}{ahead})"

    def year(self) -> str:
        several = rf"[qv]?Yc?y(?:[ahzs][Y1]?y)?{_ERA}"
        return rf"{_PART}?(?:{several}|yY)|{_PART}[qp]?y{_ERA}|(?<=[pg])y{_ERA}(?!n)|yH{self.short_years}"

    def unit(self) -> str:
        return rf"(?<![nNVX])(?:{_PART}?{self.modified('[kMY]')}|{_PART}[kMY](?![yNmwnq]))"

    def rules(self) -> dict[str, str]:
        """The expression of each rule, in the order in which they are tried at a place."""
        return {
            "between": rf"v{self.lead()}{self.day_month()}a[oidDc]{{0,3}}{self.day_month()}",
            "day": self.day(),
            "day_of": self.day_of(),
            "ago": r"(?<![nNV])g[nN]?[ikMYSu](?!c?y|[YndDrmwqlftMkz])|(?<![nNV])(?<!Va)[nN]?[ikMYSu]G(?!q)",
            "relative": rf"(?<![nNV]){self.day_word}ro{{0,2}}(?:[bc]?{self.day_word}do?B?|a{self.day_word}r)?",
            "weekdays": self.weekdays(),
            "weekday": self.weekday(),
            "month": self.month(),
            "unit": self.unit(),
            "year": self.year(),
        }


@lru_cache(maxsize=16)
def grammar(options: Options) -> re.Pattern[str]:
    """One expression that finds the phrases of a language; the name of its group is the rule."""
    return re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in _Grammar(options).rules().items()))
