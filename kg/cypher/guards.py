"""Makes the engine fail, by a division by 0, for the few values of a right kind that it would answer otherwise than Neo4j.

Where there is no value, there is nothing to fail for: all of them leave null alone.
"""

from kg.cypher.said import Said

# So large no whole number of 64 bits is.
_LARGE = "9.2e18"
# From here on there are no numbers between the whole ones.
_EXACT = "4503599627370496.0"
# What Java takes for space and Rust doesn't, or the other way round.
_SPACES = r"'(?s).*[\\x1c-\\x1f\\x{85}\\x{a0}\\x{2007}\\x{202f}].*'"
_EDGED = r"'(?s)[\\x00-\\x20].*|.*[\\x00-\\x20]'"
# A text without figures, or with letters that stand in no number.
_NO_NUMBER = r"'(?s)\\P{N}*|.*[g-mp-suvwzG-MP-SUVWZ/:\\p{Arabic}\\p{Cyrillic}&&\\P{N}].*'"
# Up to 18 letters of ASCII, but for e, by which figures are made larger.
_FIGURES = r"'[\\x00-\\x44\\x46-\\x64\\x66-\\x7f]{1,18}'"
_DAY = r"'[0-9]{4}-[0-9]{2}-[0-9]{2}'"


def _number(said: Said) -> str:
    return f"1 / (sign({said.text}) - sign({said.text}))"


def _text(said: Said) -> str:
    return f"1 / (size({said.text}) - size({said.text}))"


def not_zero(said: Said) -> Said:
    """What something is divided by."""
    return Said(f"{said.inside} + 0 * (1 / sign({said.text}))", said.kind, joined=True)


def not_negative(said: Said) -> Said:
    """A number of letters, or what a root is taken of."""
    return Said(f"{said.inside} + 0 * (1 / (sign({said.text}) + 1))", said.kind, joined=True)


def positive(said: Said) -> Said:
    """What a logarithm is taken of."""
    return Said(f"{said.inside} + 0 * (1 / ((sign({said.text}) + 1) / 2))", said.kind, joined=True)


def rounded(said: Said) -> str:
    """The nearest whole number; halves go up, below zero as well, and nothing is -0.0."""
    x, inside = said.text, said.inside
    return (
        f"CASE WHEN abs({x}) >= {_LARGE} THEN {_number(said)} "
        f"WHEN {inside} - floor({x}) < 0.5 THEN toFloat(floor({x})) ELSE toFloat(ceil({x})) + 0.0 END"
    )


def whole(said: Said) -> str:
    """``toInteger`` of a number."""
    return f"CASE WHEN abs({said.text}) >= {_LARGE} THEN {_number(said)} ELSE toInteger({said.text}) END"


def whole_of_text(said: Said) -> str:
    """``toInteger`` of a text: figures of other scripts, and too many of them, are told apart."""
    return (
        f"CASE WHEN {said.inside} =~ {_NO_NUMBER} THEN null WHEN {said.inside} =~ {_FIGURES} THEN toInteger({said.text}) "
        f"ELSE {_text(said)} END"
    )


def unedged(name: str, said: Said) -> str:
    """``toFloat`` or ``toBoolean`` of a text that neither begins nor ends with a space."""
    return f"CASE WHEN {said.inside} =~ {_EDGED} THEN {_text(said)} ELSE {name}({said.text}) END"


def trimmed(name: str, said: Said) -> str:
    """``trim`` and its like of a text without spaces that not both take for such."""
    return f"CASE WHEN {said.inside} =~ {_SPACES} THEN {_text(said)} ELSE {name}({said.text}) END"


def text_of(said: Said) -> str:
    """``toString`` of a float that is written without an exponent."""
    x = said.text
    return (
        f"CASE WHEN abs({x}) < 10000000 AND (abs({x}) >= 0.001 OR {said.inside} = 0) THEN toString({x}) "
        f"ELSE {_number(said)} END"
    )


def day(said: Said) -> str:
    """``date`` of a text in the form of the graph's days."""
    return f"date(CASE WHEN {said.inside} =~ {_DAY} THEN {said.text} ELSE {_text(said)} END)"


def rounded_to(said: Said, digits: int) -> str:
    """The nearest number of so many digits, halves away from 0, as the shortest decimal form of a number tells them."""
    power, x = f"1{'0' * digits}.0", f"abs({said.text})"
    low = f"floor({x} * {power})"
    return (
        f"CASE WHEN {x} * {power} >= {_EXACT} THEN toFloat({said.text}) "
        f"WHEN {x} >= ({low} + 0.5) / {power} THEN sign({said.text}) * ({low} + 1) / {power} "
        f"ELSE sign({said.text}) * {low} / {power} + 0.0 END"
    )


def truncated(unit: str, said: Said) -> str:
    """``date.truncate``, which fails where there is no day."""
    if not said.kind.nullable:
        return f"date.truncate({unit}, {said.text})"
    return f"date.truncate({unit}, CASE WHEN {said.inside} IS NULL THEN date('no day') ELSE {said.text} END)"


def apart(one: Said, other: Said) -> str:
    """A condition that fails where two nodes are one."""
    return (
        f"CASE WHEN {one.text} = {other.text} THEN 1 / (size({one.text}.iri) - size({one.text}.iri)) = 1 ELSE true END"
    )
