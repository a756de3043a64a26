"""Papers of other offices, as the province looks for them, on every database it knows."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select

from counter_app.dossier import clock
from counter_app.dossier.correctable import correctable
from counter_app.dossier.model import Component, FileRef
from counter_app.dossier.payloads.after import Corrected
from counter_app.dossier.payloads.erasing import DataErased, ErasedEntry
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.province.file_register import Key
from counter_app.province.lending import NotFound
from counter_app.province.lending_figures import LendingLine, lending_lines
from counter_app.province.services import Services
from counter_app.province.tables import owners
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, STRANGER, Journal

NUMBER, OTHER_NUMBER, EXCHANGED = "040190001234", "040188009999", "1.012783"
PDF = b"%PDF-1.7 a certificate"
FILE = FileRef(sha256=hashlib.sha256(PDF).hexdigest(), size=len(PDF), media_type="application/pdf")


def asked(services: Services, number: str = NUMBER) -> PapersFound:
    wanted = PapersWanted(number=number, procedure=EXCHANGED, reason="draft-of-a-test", clerk="Mẫu")
    return services.lending.find(STRANGER, wanted)


def test_a_paper_is_found_by_its_owners_number_as_it_is_now_until_it_is_erased(services: Services) -> None:
    certificate = Component(key="giay", name="Giấy chứng nhận quyền sử dụng đất", originals=1)
    mine, first = Journal(), received().model_copy(update={"components": (certificate,)})
    services.registry.accept(DESK, [mine.write(first)])
    services.registry.accept(DESK, [mine.write(ComponentDigitised(component="giay", document=FILE, pages=()), step=2)])
    assert asked(services).papers == (), "its file is not here yet"
    services.files.came_whole(Key("H41.99", FILE.sha256), FILE.size)
    found = asked(services)
    assert [paper.document for paper in found.papers] == [FILE]

    wanted = PaperWanted(request=found.request, number=NUMBER, sha256=FILE.sha256)
    assert services.lending.lend(STRANGER, wanted) == services.lending.lend(STRANGER, wanted)
    with pytest.raises(NotFound):
        services.lending.lend(DESK, wanted)
    (lent,) = [entry for entry in services.registry.entries_of([CODE])[CODE] if entry.kind == "paper_lent"]
    assert lent.step == 3
    assert lending_lines(services.engine) == [LendingLine("H41.98", EXCHANGED, 2, 1, 1)]

    dossier = services.registry.folded(CODE).dossier
    assert dossier is not None
    now = correctable(dossier)
    other = now.model_copy(update={"owner": now.owner.model_copy(update={"identity_number": OTHER_NUMBER})})
    put_right = Corrected(before=now, after=other, reason="Nhầm người", signer="Lê Văn Duyệt")
    services.registry.accept(DESK, [mine.write(put_right, step=4)])
    assert asked(services).papers == (), "it was received for somebody else by mistake"
    assert len(asked(services, OTHER_NUMBER).papers) == 1
    later = clock.now() + timedelta(hours=13)
    services.lending._now = lambda: later
    with pytest.raises(NotFound):
        services.lending.lend(STRANGER, wanted)

    erased = tuple(ErasedEntry(desk=DESK, sequence=number) for number in (1, 2, 3))
    gone = DataErased(reason="Theo yêu cầu", erased=erased, files=(FILE.sha256,))
    services.registry.accept(DESK, [mine.write(gone, step=5)])
    assert asked(services, OTHER_NUMBER).papers == ()
    with services.engine.connect() as db:
        assert db.execute(select(owners)).all() == []
