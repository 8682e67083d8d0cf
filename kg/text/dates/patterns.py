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

from kg.text.dates.lexicon import Options

_NUMBERS = r"n(?:(?:ca?|a|h|z)1?i?n){0,4}"
_MONTH = r"(?:M?[mw](?:P(?=[nyc]))?(?:[sh][mw]|b[mw]B)?M?)"
_PAIR = r"(?:[sh][mw]|b[mw]B)"
_SURE_MONTH = rf"(?:M?m{_PAIR}?M?)"
_ERA = r"[CHI]{0,2}"


def _modified(unit: str, options: Options) -> str:
    return rf"(?:{unit}[lft]|j{unit})" if options.modifiers_after else rf"(?:[lftj]{unit})"


def _year(options: Options) -> str:
    short = r"|Y?N" if options.hijri == "solar" else ""
    return rf"(?:[cs]?(?:[qp1]?Y)?[qp1]?y(?:Y(?!y))?{_ERA}{short})"


def _tail(options: Options) -> str:
    after = "|[lft]" if options.modifiers_after else ""
    return rf"(?:{_year(options)}|[qp1]?{_modified('Y', options)}{after})?"


def _day_months(options: Options) -> str:
    tail, before = _tail(options), "" if options.modifiers_after else "[lftj]?"
    day_first = rf"{_NUMBERS}[q1]?{before}{_MONTH}{tail}"
    if not options.month_first:
        return f"(?:{day_first})"
    return rf"(?:{_MONTH}{_NUMBERS}(?:{tail})|{day_first})"


def _lead(options: Options) -> str:
    """What may stand before the day: today, the time of day, the weekday."""
    between = r"[bc]{0,2}[oipq1]{0,2}"
    return rf"(?:[oi]{{0,2}}r{between})?[oi]{{0,2}}(?:[dD](?:P(?=[nmw]))?o?{between})?[oiS]{{0,2}}"


def _rules(options: Options) -> dict[str, str]:
    after = "[lft]?" if options.modifiers_after else ""
    before = "" if options.modifiers_after else "[lftj]?"
    lead, day_months, tail = _lead(options), _day_months(options), _tail(options)
    month = _modified("M", options)
    week = rf"(?:[q1p]?{_modified('k', options)})"
    part = r"(?:e[q1pj]{0,2})"
    until = r"[zh][oidDcp1]{0,3}"
    weekday = rf"{before}[oi]{{0,2}}d(?:o(?![rd]))?"
    return {
        "between": rf"v{lead}{day_months}a[oidDc]{{0,3}}{day_months}",
        "day": rf"(?<!X){lead}(?:{day_months}(?:{until}{day_months})?|T{_ERA})B?",
        "day_of": rf"(?<![XV]){lead}{_NUMBERS}(?:q?{month}{'|t(?!Y)' if options.modifiers_after else ''})",
        "ago": r"(?<![nNV])g[nN]?[ikMYSu](?![yYndDrmwqlftMkz])|(?<![nNV])[nN]?[ikMYSu]G(?!q)",
        "relative": r"(?<![nNV])[oi]{0,2}r[oi]{0,2}(?:[bc]?[oi]{0,2}do?B?|a[oi]{0,2}r)?",
        "weekdays": rf"[iS]?{before}[oi]{{0,2}}d[ahz][oi]{{0,2}}d(?:{week}|{after})",
        "weekday": rf"{weekday}(?:{week}|{after})",
        "month": rf"(?<![nNVX])(?:{part}{before}{_MONTH}{tail}|{before}{_SURE_MONTH}{tail}|{_weak(options)})",
        "unit": rf"(?<![nNVX]){part}?{_modified('[kMY]', options)}|{part}[kMY](?![yNmwnq])",
        "year": rf"{part}?[qv]?Yy(?:[ahzs][Y1]?y)?{_ERA}|{part}[qp]?y{_ERA}|(?<=[pg])y{_ERA}(?![xn])|yY|yH"
        + (r"|YN" if options.hijri == "solar" else ""),
    }


def _weak(options: Options) -> str:
    """A month name that is another word too, with what shows it for a month."""
    pair, tail = _PAIR, _tail(options)
    shown = rf"{_year(options)}|[qp1]?{_modified('Y', options)}" + ("|[lft]" if options.modifiers_after else "")
    before = "" if options.modifiers_after else "|[lftj]w"
    return rf"(?<=[pg])w{pair}?{tail}|Mw{pair}?{tail}|w(?:M|{pair}){tail}|w(?:{shown}){before}"


@lru_cache(maxsize=16)
def grammar(options: Options) -> re.Pattern[str]:
    """One expression that finds the phrases of a language; the name of its group is the rule."""
    return re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in _rules(options).items()))
