"""Messages of the Internet Printing Protocol as bytes: written and read after RFC 8010, nothing sent."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

VERSION = (1, 1)
"""Every printer must answer it, those of IPP 2.x too (PWG 5100.12)."""
MOST_VALUES = 200_000
DEEPEST = 16
"""Collections inside each other."""


class Group(IntEnum):
    """What the attributes behind it are about."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05


class Tag(IntEnum):
    """The kinds of values that are sent; others are read as their bytes."""

    NO_VALUE = 0x13
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    OCTETS = 0x30
    DATE_TIME = 0x31
    RESOLUTION = 0x32
    RANGE = 0x33
    COLLECTION = 0x34
    TEXT_IN_LANGUAGE = 0x35
    NAME_IN_LANGUAGE = 0x36
    COLLECTION_END = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    URI_SCHEME = 0x46
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49
    MEMBER = 0x4A


Item = int | bool | str | bytes | tuple[int, ...] | Mapping[str, tuple["Item", ...]] | Sequence["Attribute"] | None
"""A value. Ranges are (lowest, highest); resolutions (across, along, unit: 3 dpi, 4 dots a centimetre). A collection is
written from its attributes and read as a mapping."""


@dataclass(frozen=True)
class Attribute:
    """A name with its values, all of one kind."""

    name: str
    tag: Tag
    values: tuple[Item, ...]


Read = Mapping[str, tuple[Item, ...]]
"""The attributes of one group as they were read."""


@dataclass(frozen=True)
class Message:
    """A message as it was read. `code` is the operation of a request, the status of an answer."""

    code: int
    number: int
    groups: tuple[tuple[int, Read], ...]
    document: bytes = b""

    def first(self, group: Group) -> Read:
        """The attributes of the first group of that kind; none where there is no such group."""
        return next((attributes for kind, attributes in self.groups if kind == group), {})


class NoMessage(ValueError):
    """The bytes are no message, or not a whole one."""


def written(code: int, number: int, groups: Sequence[tuple[Group, Sequence[Attribute]]]) -> bytes:
    """The message as bytes; a document is put behind it."""
    out = bytearray(struct.pack(">BBHI", *VERSION, code, number))
    for kind, attributes in groups:
        out.append(kind)
        for attribute in attributes:
            _write(out, attribute)
    out.append(Group.END)
    return bytes(out)


def _write(out: bytearray, attribute: Attribute) -> None:
    name = attribute.name.encode()
    for value in attribute.values:
        if attribute.tag is Tag.COLLECTION:
            _put(out, Tag.COLLECTION, name, b"")
            _write_members(out, value)
        else:
            _put(out, attribute.tag, name, _bytes(attribute.tag, value))
        name = b""  # further values of one attribute carry no name


def _write_members(out: bytearray, members: Item) -> None:
    assert isinstance(members, Sequence)
    for member in members:
        assert isinstance(member, Attribute)
        _put(out, Tag.MEMBER, b"", member.name.encode())
        _write(out, Attribute("", member.tag, member.values))
    _put(out, Tag.COLLECTION_END, b"", b"")


def _put(out: bytearray, tag: int, name: bytes, value: bytes) -> None:
    out += struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def _bytes(tag: Tag, value: Item) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode()
        case bytes():
            return value
        case (int(low), int(high)) if tag is Tag.RANGE:
            return struct.pack(">ii", low, high)
        case (int(across), int(along), int(unit)) if tag is Tag.RESOLUTION:
            return struct.pack(">iib", across, along, unit)
        case None:
            return b""
    raise TypeError(tag)


def read(data: bytes) -> Message:
    """The message in the bytes, with the document behind it. Raises NoMessage."""
    try:
        reading = _Reading(data)
        _major, _minor, code, number = reading.unpacked(">BBHI")
        groups = []
        while (kind := reading.byte()) != Group.END:
            if kind > 0x0F:
                raise NoMessage("a value before a group")
            groups.append((kind, _attributes(reading)))
    except (struct.error, IndexError, UnicodeDecodeError, RecursionError) as fault:
        raise NoMessage(type(fault).__name__) from fault
    return Message(code, number, tuple(groups), data[reading.place :])


class _Reading:
    """Bytes and how far they were read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0
        self.values = 0

    def count(self) -> None:
        """One more value. Raises NoMessage where no printer has so many."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise NoMessage("too many values")

    def byte(self) -> int:
        self.place += 1
        return self.data[self.place - 1]

    def unpacked(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self.data, self.place)
        self.place += struct.calcsize(form)
        return values

    def field(self) -> bytes:
        """Bytes behind their own number."""
        (length,) = self.unpacked(">H")
        if self.place + length > len(self.data):
            raise NoMessage("cut off")
        self.place += length
        return self.data[self.place - length : self.place]

    @property
    def at_value(self) -> bool:
        """Whether a value comes next, and not a group or the end."""
        return self.data[self.place] > 0x0F


def _attributes(reading: _Reading) -> Read:
    found: dict[str, list[Item]] = {}
    name = ""
    while reading.at_value:
        tag = reading.byte()
        name = reading.field().decode() or name
        found.setdefault(name, []).append(_value(tag, reading))
    return {name: tuple(values) for name, values in found.items()}


def _value(tag: int, reading: _Reading, depth: int = 0) -> Item:
    content = reading.field()
    reading.count()
    if depth > DEEPEST:
        raise NoMessage("too deep")
    match tag:
        case Tag.COLLECTION:
            return dict(_members(reading, depth + 1))
        case Tag.BOOLEAN:
            return content != b"\0"
        case Tag.INTEGER | Tag.ENUM:
            return int(struct.unpack(">i", content)[0])
        case Tag.RANGE:
            return tuple(struct.unpack(">ii", content))
        case Tag.RESOLUTION:
            return tuple(struct.unpack(">iib", content))
        case Tag.TEXT_IN_LANGUAGE | Tag.NAME_IN_LANGUAGE:
            parts = _Reading(content)
            parts.field()
            return parts.field().decode(errors="replace")
        case _ if 0x10 <= tag <= 0x1F:
            return None  # unknown, no-value and their like
        case _ if 0x40 <= tag <= 0x5F:
            return content.decode(errors="replace")
    return content


def _members(reading: _Reading, depth: int) -> Iterator[tuple[str, tuple[Item, ...]]]:
    name, values = "", []  # type: str, list[Item]
    while True:
        tag = reading.byte()
        reading.field()
        if tag in {Tag.MEMBER, Tag.COLLECTION_END}:
            content = reading.field()
            if name:
                yield name, tuple(values)
            if tag == Tag.COLLECTION_END:
                return
            name, values = content.decode(), []
        else:
            values.append(_value(tag, reading, depth))
