"""Two offices of a province, each with a desk, and a real server on loopback."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from counter_app.bench.desk import opened_desk
from counter_app.config import Server, sample_profile
from counter_app.desk import receiving, reusing
from counter_app.desk.desk import Desk
from counter_app.dossier.model import Component, DigitisedPage, Dossier
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.reuse import Reusable
from counter_app.province.serve import RunningServer
from counter_app.sync.borrowing import borrow, papers_elsewhere
from counter_app.sync.exchange import sync_once
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted
from tests.conftest import CLERK, filled
from tests.dossier.entries import received
from tests.sync.conftest import gateway

NUMBER = "040190001234"
INTAKE = "draft-of-a-test-000000"
MENDED, EXCHANGED = "1.012790", "1.012783"
"""A land certificate that is corrected, and one that is exchanged: both ask for the certificate."""
PDF = b"%PDF-1.7 a scan of the certificate"
THERE, HERE = "H41.98", "H41.97"


def desk_of(folder: Path, province: RunningServer, agency: str, open_ones: ExitStack) -> Desk:
    """The desk of an office."""
    sample = sample_profile()
    office, server = sample.office.model_copy(update={"agency": agency}), Server(url=province.url)
    desk = opened_desk(folder / agency, sample.model_copy(update={"office": office, "server": server}), CLERK)
    open_ones.callback(desk.store.close)
    return desk


def exchange(province: RunningServer, *desks: Desk) -> None:
    """Everything that desks and province have for each other."""
    for desk in desks:
        with gateway(province, desk.store) as line:
            sync_once(desk.store, line)


def digitised_there(desk: Desk) -> Dossier:
    draft = desk.new_draft()
    desk.keep_draft(filled(draft, MENDED, "don", "giay-chung-nhan"))
    dossier = receiving.receive(desk, draft.id)
    for key, content in (("don", b"%PDF of the form"), ("giay-chung-nhan", PDF)):
        dossier = desk.add_document(dossier.code, key, desk.store.files.put(content, "application/pdf"), (), [])
    return dossier


class Offices:
    """Two offices of a province, each with a desk."""

    def __init__(self, folder: Path, province: RunningServer, open_ones: ExitStack) -> None:
        self.province = province
        self.there, self.here = (desk_of(folder, province, agency, open_ones) for agency in (THERE, HERE))

    def digitised(self, at: datetime, name: str, content: bytes = PDF, number: str = NUMBER, head: str = "") -> str:
        """A dossier of the other office of that day, with a scanned paper of that name, at whose head stands what was
        read; its code."""
        store, code = self.there.store, f"{THERE}-{at:%y%m%d}-{len(content):04d}"
        owner = received().owner.model_copy(update={"identity_number": number})
        first = received().model_copy(
            update={"owner": owner, "components": (Component(key="giay", name=name, originals=1),)}
        )
        document = store.files.put(content, "application/pdf")
        pages = (DigitisedPage(original="a" * 64, text=head, mean_confidence=90),) if head else ()
        for payload in (first, ComponentDigitised(component="giay", document=document, pages=pages)):
            store.journal.append(payload, dossier=code, clerk="Mẫu", at=at, salt="salt")
        return code

    def ask(self, number: str = NUMBER, procedure: str = EXCHANGED, reason: str = INTAKE) -> PapersFound:
        wanted = PapersWanted(number=number, procedure=procedure, reason=reason, clerk=CLERK.name)
        return papers_elsewhere(self.here.store, self.here.profile.server, wanted)

    def borrow(self, found: PapersFound, paper: Reusable, number: str = NUMBER, reason: str = INTAKE) -> None:
        entry = reusing.note_borrowing(self.here, paper, EXCHANGED, reason, found.request)
        wanted = PaperWanted(request=found.request, number=number, sha256=paper.document.sha256, entry=entry)
        borrow(self.here.store, self.here.profile.server, wanted, paper)
