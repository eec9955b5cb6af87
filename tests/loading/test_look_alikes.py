"""Names that could pass for another's, and the many that could not."""

import pytest

from mentorgen.loading.checks.look_alikes import skeleton

ALIKE = (
    ("Ana Rivers", "\u0410na Rivers"), ("Ana Rivers", "An\u0430 Riv\u0435rs"), ("Ana", "\uff21\uff4e\uff41"),
    ("Ana", "\U0001d400\U0001d427\U0001d41a"), ("Ana", "ANA"), ("Ana", "A\u200cna"), ("Ana Rivers", "Ana\u00a0Rivers"),
    ("Ana Rivers", "AnaRivers"), ("Ian", "lan"), ("Alan", "A1an"), ("Bob", "B0b"), ("Carmen", "Carrnen"),
    ("HANA", "\u0397\u0391\u039d\u0391"), ("Rosa", "R\u043fsa".replace("\u043f", "\u043e")), ("Kim", "\u039aim"),
    ("Sara", "\u0405ara"), ("Dan", "\u13a0an"), ("uno", "\u057dno"), ("dilara", "d\u0131lara"), ("Peter", "\u03a1eter"),
)  # fmt: skip
DIFFERENT = (
    ("Ana", "Anna"), ("Jos\u00e9", "Jose"), ("Ian", "Lan"), ("Li", "Lu"), ("Omar", "Umar"), ("Mia", "Nia"),
    ("\u5f20\u4f1f", "\u5f20\u709c"), ("\u0410\u043d\u043d\u0430", "\u0410\u043b\u043b\u0430"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "other"), ALIKE)
def test_names_that_look_alike_have_one_skeleton(name: str, other: str) -> None:
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize(("name", "other"), DIFFERENT)
def test_names_that_differ_have_two(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)
