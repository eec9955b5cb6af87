"""The path that a misnamed record was meant to have."""

import pytest

from mentorgen.loading.names import meant_place

NOTE = "program/meetings/spring/ada-ben/2026-03-09.md"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("program/participants/Ada.yaml", "program/participants/ada.yaml"),
        ("program/participants/ada.YML", "program/participants/ada.yaml"),
        ("program/participants/ adé b_.yml", "program/participants/ade-b.yaml"),
        ("program/participants/x-ada-x.yml", "program/participants/x-ada-x.yaml"),
        ("Program/Participants/Ada.yaml", "program/participants/ada.yaml"),
        ("program/pairs/Spring 2026/Ada Ben.yaml", "program/pairs/spring-2026/ada-ben.yaml"),
        ("program/meetings/spring/Ada-Ben/2026-03-09.MD", NOTE),
        ("program/nowhere/ada.yml", None),
        ("program/participants/ada.txt", None),
    ],
)
def test_a_misnamed_record_was_meant_to_lie_somewhere(written: str, meant: str | None) -> None:
    assert meant_place(written) == meant
