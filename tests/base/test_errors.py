"""A refusal and a circumstance carry facts, and show none of them by themselves."""

from dataclasses import dataclass

import pytest

from dorpssteunpunt.base.errors import Circumstance, Refusal


@dataclass(eq=False, repr=False)
class _PostcodeUnknown(Refusal):
    typed: str
    field = "postcode"


@dataclass(eq=False, repr=False)
class _DiskFull(Circumstance):
    folder: str


@pytest.mark.parametrize("trouble", [_PostcodeUnknown("Marker"), _DiskFull("Marker")])
def test_trouble_keeps_its_facts_out_of_texts(trouble: Exception) -> None:
    assert "Marker" not in f"{trouble} {trouble!r}"
    assert type(trouble).__name__ in str(trouble)


def test_a_refusal_names_its_field_and_its_facts() -> None:
    refusal = _PostcodeUnknown("0000 AA")
    assert (refusal.field, refusal.typed) == ("postcode", "0000 AA")


def test_a_refusal_is_about_no_field_unless_it_says_so() -> None:
    assert Refusal().field == ""


def test_trouble_can_be_raised_from_other_trouble_and_told_apart() -> None:
    with pytest.raises(_PostcodeUnknown) as raised:
        raise _PostcodeUnknown("x") from _DiskFull("y")
    assert not isinstance(raised.value, Circumstance)
    assert len({raised.value, _PostcodeUnknown("x")}) == 2
