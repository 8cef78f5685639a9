"""Sealed notes: only the private key of the reader opens one, and only in its own place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.services.faults import SealNotOpened
from dorpssteunpunt.store.sealing import new_key_pair, seal, unseal

texts = st.text(st.characters(codec="utf-8"))


@given(texts, texts)
def test_the_reader_gets_back_what_was_sealed(text: str, context: str) -> None:
    reader = new_key_pair()
    assert unseal(seal(text, reader.public, context), reader.private, context) == text


@given(texts, texts)
def test_a_note_does_not_open_in_another_place(context: str, elsewhere: str) -> None:
    reader = new_key_pair()
    box = seal("een zorg", reader.public, context)
    if context != elsewhere:
        with pytest.raises(SealNotOpened):
            unseal(box, reader.private, elsewhere)


def test_nobody_else_opens_it_not_even_the_one_who_sealed_it() -> None:
    reader, other = new_key_pair(), new_key_pair()
    box = seal("een zorg", reader.public, "concern 1")
    for key in (other.private, reader.public, bytes(32)):
        with pytest.raises(SealNotOpened):
            unseal(box, key, "concern 1")


@given(st.data())
def test_a_changed_or_cut_box_does_not_open(data: st.DataObject) -> None:
    reader = new_key_pair()
    box = seal("een zorg", reader.public, "concern 1")
    at = data.draw(st.integers(0, len(box) - 1))
    flipped = box[at] ^ (1 << data.draw(st.integers(0, 7)))
    changed = box[:at] + bytes([flipped]) + box[at + 1 :]
    for broken in (changed, box[:at]):
        with pytest.raises(SealNotOpened):
            unseal(broken, reader.private, "concern 1")


def test_the_same_text_never_gives_the_same_box() -> None:
    reader = new_key_pair()
    boxes = {seal("een zorg", reader.public, "concern 1") for _ in range(20)}
    assert len(boxes) == 20
    assert not any(b"zorg" in box for box in boxes)


def test_the_private_half_is_not_shown_by_accident() -> None:
    pair = new_key_pair()
    assert pair.private.hex() not in repr(pair)
    assert repr(pair.private) not in repr(pair)
