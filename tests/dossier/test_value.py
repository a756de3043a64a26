"""What comes from outside is read strictly, and what an act may change has the types of the dossier."""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Iterator
from pkgutil import walk_packages
from typing import Any, get_type_hints

import pytest
from pydantic import BaseModel, ValidationError

import counter_app
import printing
import scanning
import ui
from counter_app.dossier.journal import Entry, UnknownPayload, is_sealed, write
from counter_app.dossier.model import Component, ComponentChanges, Dossier, DossierChanges
from counter_app.dossier.money import FeeReceipt, FeeReceiptChanges
from counter_app.dossier.payloads.business import HandedOver
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.states import PayMethod
from counter_app.dossier.value import Value
from counter_app.store.print_jobs import JobChanges, PrintJob
from counter_app.sync.wire import Push
from tests.dossier.entries import AT, CODE, journal_of, received

TAKEN = FeeReceiptIssued(
    series="BL/26", number=1, fee_kind="le_phi", amount=8000, method=PayMethod.CASH, payer="Nguyễn Văn Mẫu"
)


def entry_saying(**changed: Any) -> Entry:
    """An entry whose payload says something else, in whatever type."""
    payload = json.dumps({"salt": "salz", **TAKEN.model_dump(mode="json"), **changed}, separators=(",", ":"))
    (entry,) = journal_of("H41.99:1", (1, TAKEN))
    return entry.model_copy(update={"payload": payload})


def test_a_payload_is_read_as_it_was_written() -> None:
    assert entry_saying().read() == TAKEN
    (entry,) = journal_of("H41.99:1", (1, received(8000)))
    assert entry.read() == received(8000)


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": "8000"},
        {"amount": 8000.0},
        {"amount": True},
        {"amount": -1},
        {"number": "1"},
        {"payer": 7},
        {"payer": None},
        {"fee_kind": "thue"},
        {"method": "cash"},
        {"kind": "refused"},
        {"kind": None},
        {"unheard": 1},
        {"series": ""},
    ],
    ids=str,
)
def test_a_payload_with_a_bad_value_is_not_read(changed: dict[str, Any]) -> None:
    with pytest.raises(UnknownPayload):
        entry_saying(**changed).read()


@pytest.mark.parametrize("text", ["", "[]", "null", '"x"', "7", "{", '{"kind": ["refused"]}', "[" * 100_000])
def test_what_is_no_payload_is_not_read(text: str) -> None:
    with pytest.raises(UnknownPayload):
        entry_saying().model_copy(update={"payload": text}).read()


@pytest.mark.parametrize(
    ("name", "value"), [("sequence", "1"), ("step", 1.5), ("at", 1_795_000_000), ("clerk", 7), ("unheard", "x")]
)
def test_a_push_with_a_bad_value_is_refused(name: str, value: object) -> None:
    (entry,) = journal_of("H41.99:1", (1, TAKEN))
    push = Push(desk="H41.99:1", entries=(entry,)).model_dump(mode="json")
    assert Push.from_json(json.dumps(push)).entries == (entry,)
    push["entries"][0][name] = value
    with pytest.raises(ValidationError):
        Push.from_json(json.dumps(push))


HANDED = HandedOver(from_unit="Một cửa", to_unit="Tư pháp", given_by="Mẫu")


def test_an_entry_is_written_as_it_always_was_since_its_salt_stands_first() -> None:
    entry = write(HANDED, dossier=CODE, step=2, desk="H41.99:1", clerk="Mẫu", at=AT, after=None, salt="salz")
    assert entry.payload == (
        '{"salt":"salz","kind":"handed_over","from_unit":"Một cửa","to_unit":"Tư pháp","given_by":"Mẫu","taken_by":"",'
        '"note":""}'
    )
    taken = write(TAKEN, dossier=CODE, step=2, desk="H41.99:1", clerk="Mẫu", at=AT, after=None, salt="salz")
    assert (entry.hash[:16], taken.hash[:16]) == ("793b762aa0712605", "7404b8a34fb6b89f")


def test_the_hash_of_an_older_entry_is_the_one_it_always_had() -> None:
    older = (
        '{"from_unit":"Một cửa","given_by":"Mẫu","kind":"handed_over","note":"","salt":"salz","taken_by":"",'
        '"to_unit":"Tư pháp"}'
    )
    entry = Entry(
        desk="H41.99:1",
        sequence=1,
        dossier=CODE,
        step=2,
        kind="handed_over",
        payload=older,
        payload_hash=hashlib.sha256(older.encode()).hexdigest(),
        clerk="Mẫu",
        at=AT,
        previous="",
        hash="b8870d4e1a311d9366a80d06188eb4fc1b461737f6528b1fab15c65ed624afd8",
    )
    assert is_sealed(entry) and entry.read() == HANDED


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        (DossierChanges, Dossier),
        (ComponentChanges, Component),
        (FeeReceiptChanges, FeeReceipt),
        (JobChanges, PrintJob),
    ],
)
def test_what_may_be_changed_has_the_type_it_has_in_the_value(changes: type, value: type[BaseModel]) -> None:
    for name, kind in get_type_hints(changes).items():
        assert kind == value.model_fields[name].annotation, name


def test_a_copy_takes_no_name_that_is_no_field() -> None:
    assert TAKEN.model_copy(update={"payer": "Trần Văn Mẫu"}).payer == "Trần Văn Mẫu"
    with pytest.raises(TypeError, match="payr"):
        TAKEN.model_copy(update={"payr": "Trần Văn Mẫu"})


def all_kinds(of: type[Value]) -> Iterator[type[Value]]:
    for kind in of.__subclasses__():
        yield kind
        yield from all_kinds(kind)


def test_every_kind_of_value_can_be_built_though_none_is_at_the_start() -> None:
    """A name that a field's type asks for and nobody imported would be found when the first citizen sits there."""
    for room in (counter_app, scanning, printing, ui):
        for found in walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    kinds = [kind for kind in all_kinds(Value) if not kind.__module__.startswith("tests.")]
    assert len(kinds) > 150
    assert [kind for kind in kinds if kind.model_rebuild(raise_errors=False) is False] == []
