"""Messages of IPP: what is written is read again, and noise is a message or none."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.printers.ipp_messages import Attribute, Group, Item, NoMessage, Tag, read, written

NAMES = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=20)


NUMBERS = st.integers(-(2**31), 2**31 - 1)


KINDS = (
    (Tag.INTEGER, NUMBERS),
    (Tag.ENUM, NUMBERS),
    (Tag.BOOLEAN, st.booleans()),
    (Tag.KEYWORD, st.text(max_size=40)),
    (Tag.RANGE, st.tuples(NUMBERS, NUMBERS)),
    (Tag.RESOLUTION, st.tuples(NUMBERS, NUMBERS, st.sampled_from([3, 4]))),
    (Tag.OCTETS, st.binary(max_size=40)),
    (Tag.NO_VALUE, st.none()),
)


def attributes(depth: int = 2) -> st.SearchStrategy[Attribute]:
    kinds = [
        st.builds(Attribute, NAMES, st.just(tag), st.lists(values, min_size=1, max_size=3).map(tuple))
        for tag, values in KINDS
    ]
    if depth:
        members = st.lists(attributes(depth - 1), max_size=3, unique_by=lambda member: member.name).map(tuple)
        values = st.lists(members, min_size=1, max_size=2).map(tuple)
        kinds.append(st.builds(Attribute, NAMES, st.just(Tag.COLLECTION), values))
    return st.one_of(kinds)


GROUPS = st.lists(
    st.tuples(st.sampled_from([Group.OPERATION, Group.JOB]), st.lists(attributes(), unique_by=lambda item: item.name)),
    max_size=3,
)


def as_read(attribute: Attribute) -> tuple[Item, ...]:
    """What a reader should see of an attribute."""
    if attribute.tag is Tag.COLLECTION:
        return tuple({member.name: as_read(member) for member in members} for members in attribute.values)  # type: ignore[union-attr]
    return attribute.values


@given(GROUPS, st.binary(max_size=50))
def test_what_is_written_is_read_again(groups: list[tuple[Group, list[Attribute]]], document: bytes) -> None:
    message = read(written(0x0002, 77, groups) + document)
    assert (message.code, message.number, message.document) == (0x0002, 77, document)
    assert list(message.groups) == [(kind, {item.name: as_read(item) for item in each}) for kind, each in groups]


@given(GROUPS, st.data())
def test_a_message_that_was_cut_off_is_none(groups: list[tuple[Group, list[Attribute]]], data: st.DataObject) -> None:
    message = written(0x0000, 1, groups)
    with pytest.raises(NoMessage):
        read(message[: data.draw(st.integers(0, len(message) - 1))])


@given(st.binary(max_size=200))
def test_noise_is_a_message_or_none_and_nothing_worse(noise: bytes) -> None:
    with contextlib.suppress(NoMessage):
        read(b"\x01\x01\0\0\0\0\0\1" + noise)
