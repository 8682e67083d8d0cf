"""The plugs that know the forms of words, by name."""

from collections.abc import Callable, Mapping
from functools import cache

from kg.errors import PackError
from kg.text.morphology import Morphology
from kg.text.russian import Russian

_PLUGS: Mapping[str, Callable[[], Morphology]] = {"pymorphy3": Russian}


@cache
def morphology(name: str) -> Morphology:
    """The plug of this name, made once.

    Raises:
        PackError: there is no such plug, or its library is not installed.
    """
    make = _PLUGS.get(name)
    if make is None:
        raise PackError(f"pack.toml: no morphology plug {name!r}; there are: {', '.join(sorted(_PLUGS))}")
    try:
        return make()
    except ImportError as error:
        raise PackError(f"the morphology plug {name!r} is not installed; run `pip install {name}`") from error
