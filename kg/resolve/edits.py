"""How many letters have to be changed to make one word of another."""


def edits(word: str, other: str) -> int:
    """The least number of letters to add, drop or change (Levenshtein's distance).

    A column of the table of distances is two numbers, one bit for each letter: where it rises and where it falls (Myers, "A fast
    bit-vector algorithm for approximate string matching", 1999, as Hyyrö puts it for whole words).
    """
    if word == other or not word or not other:
        return 0 if word == other else len(word) + len(other)
    places: dict[str, int] = {}
    for at, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << at
    every = (1 << len(word)) - 1
    last, distance = 1 << len(word) - 1, len(word)
    rises, falls = every, 0
    for letter in other:
        here = places.get(letter, 0)
        level = (((here & rises) + rises) ^ rises) | here
        up, down = falls | (every & ~(level | rises)), rises & level
        distance += (up & last > 0) - (down & last > 0)
        up = up << 1 | 1
        rises, falls = every & (down << 1 | ~(here | falls | up)), up & (here | falls)
    return distance
