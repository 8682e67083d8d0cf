"""How many letters have to be changed to make one word of another."""


def edits(word: str, other: str) -> int:
    """The least number of letters to add, drop or change (Levenshtein's distance)."""
    above = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, sign in enumerate(other, 1):
            row.append(min(row[-1] + 1, above[j] + 1, above[j - 1] + (letter != sign)))
        above = row
    return above[-1]
