"""How many letters have to be changed to make one word of another."""


def edits(word: str, other: str) -> int:
    """The least number of letters to add, drop or change (Levenshtein's distance)."""
    above = list(range(len(other) + 1))
    for i, letter in enumerate(word):
        left, aslant, row = i + 1, i, [i + 1]
        for sign, over in zip(other, above[1:], strict=True):
            # Comparisons in place of min(): this is asked for millions of words.
            if letter == sign:
                left = aslant
            else:
                left = 1 + (aslant if aslant < left and aslant < over else left if left < over else over)
            row.append(left)
            aslant = over
        above = row
    return above[-1]
