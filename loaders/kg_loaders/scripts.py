"""Checks that a text is written in the script of a language: templates often declare a language that is not the page's."""

_ARABIC = ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")
_CYRILLIC = ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn")
_LATIN = (
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "tr",
    "az",
    "pl",
    "cs",
    "sv",
    "no",
    "da",
    "fi",
    "ro",
    "hu",
    "id",
    "ms",
    "vi",
    "sw",
)
_RANGES = {"arabic": (0x0600, 0x06FF), "cyrillic": (0x0400, 0x04FF), "latin": (0x0041, 0x024F)}
_SAMPLE = 5000


def written_in(text: str, language: str) -> bool:
    """Are most letters of the script that the language is written in? True for languages that this list does not know."""
    script = _script(language)
    letters = [ord(c) for c in text[:_SAMPLE] if c.isalpha()]
    if script is None or not letters:
        return True
    low, high = _RANGES[script]
    return 2 * sum(low <= letter <= high for letter in letters) >= len(letters)


def _script(language: str) -> str | None:
    for script, languages in (("arabic", _ARABIC), ("cyrillic", _CYRILLIC), ("latin", _LATIN)):
        if language in languages:
            return script
    return None
