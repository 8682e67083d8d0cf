"""What a Russian speaker does by saying: told by what is said, where the verb only says."""

import pytest
from reading_tools import extract

SAID = "Министр иностранных дел Финляндии Элина Валтонен заявила, что"


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("обвинения в адрес её страны голословны и беспочвенны.", "deny"),
        (
            "Хельсинки не видят смысла в новых пошлинах, и на уступки Финляндия не пойдет ни при каких условиях.",
            "reject",
        ),
        ("нападение на посольство было варварским.", "condemn"),
        ("такие высказывания носят недипломатический характер.", "criticize"),
        ("стороны обсудят рыболовство в мае.", "announce"),
        ("Финляндия присоединилась к соглашению о рыболовстве.", "announce"),
        ("вопрос о рыболовстве не будет решен быстро.", "affirm"),
    ],
)
def test_what_is_said_tells_the_act(said: str, act: str) -> None:
    assert [statement.act.value for statement in extract(f"{SAID} {said}").statements] == [act]
