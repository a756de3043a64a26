"""`counter demo`: the whole job on sample paper, through the same code as the window, each result checked.

Three dossiers of fictional people are typeset, rendered and worn like scans, then scanned in, read, received, printed
to PDF and sent to a provincial server that is started for it. Afterwards the desk lies in the folder: `counter run`
opens it.
"""

from __future__ import annotations

import hashlib
import shlex
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import zxingcpp
from rapidfuzz import fuzz

from counter_app.config import PROFILE, Profile, demo_folder, sample_profile, save_profile
from counter_app.demo.marked_papers import MarkedPaper, marked_papers
from counter_app.demo.marks_seen import mark_seen
from counter_app.demo.sample_papers import SampleDossier, SamplePaper, sample_dossiers
from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.desk import receiving
from counter_app.desk.accounts import make_administrator
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.draft import ComponentTicked, PersonTyped
from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.model import Dossier
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.states import IdentityKind, Status
from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.print_jobs import JobState
from counter_app.store.store import DATABASE
from counter_app.store.witness import forget_desk
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.waiting import waiting
from printing.form_context import letterhead
from printing.handout import ask_for
from printing.layout.pictures import page_sizes, rendered_pages
from printing.print_queue import PrintQueue
from printing.printers import pdf_file
from printing.printers.pdf_file import FolderPrinter
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, reading_of, scan
from scanning.sources.files import pages_of

_CLERK, _PASSWORD = "Trần Thị Mẫu", "quầy mẫu"  # of a fictional desk; said at the end of the demo
_DPI = 300
_LEAST_READ = 90.0  # of 100: likeness of what was read to what was typeset, stamp and all
_LEAST_SEEN = 0.8  # of a mark's dots: what was drawn by hand, printed pale or signed must still be on the filed page
_LOOK = 150  # dpi at which filed pages are looked at
_UPSIDE_DOWN = 3  # the page that is scanned upside down, counted over all papers


class DemoFolderInUse(CounterError):
    """The folder holds a desk already."""

    what = "The folder {folder} already holds a desk."
    todo = "Choose another with --out, or remove it first."


@dataclass(frozen=True)
class Check:
    """One result the demo looked at."""

    what: str
    good: bool
    found: str


def demo(out: Path | None) -> int:
    """Runs the demo in `out`; 0 only if every check was good. Raises DemoFolderInUse."""
    folder = out or demo_folder()
    if out is None:
        forget_desk(folder)
        shutil.rmtree(folder, ignore_errors=True)  # the demo's own folder; one that was named is never emptied
    if (folder / DATABASE).exists():
        raise DemoFolderInUse(folder=str(folder))
    started = time.monotonic()
    with running_server(folder / "server") as province:
        profile = sample_profile()
        told = {"url": province.url, "code": province.services.desks.register(profile.desk_id)}
        online = profile.model_copy(update={"server": profile.server.model_copy(update=told)})
        checks = list(_checks(folder, online, province))
    save_profile(profile, folder / PROFILE)  # without the server, which is gone now
    _tell(checks, folder, time.monotonic() - started)
    return 0 if all(check.good for check in checks) else 1


def worn_pages() -> Iterator[bytes]:
    """The demo's papers as a scanner would deliver them: JPEG at 300 dpi."""
    for number, (_, paper) in enumerate(_papers()):
        yield _worn(paper, number)


def _papers() -> Iterator[tuple[SampleDossier, SamplePaper]]:
    return ((sample, paper) for sample in sample_dossiers() for paper in sample.papers)


def _worn(paper: SamplePaper, number: int) -> bytes:
    (page,) = rendered_pages(paper.pdf(), _DPI)
    worn = wear(
        np.asarray(page),
        number,
        skew=(1.8, 0.6, -2.4, 0.9, 3.1, -1.2, -3.6, 2.2)[number % 8],
        shadow=0.4 if number % 2 else 0.0,
        noise=6.0,
        stamp=number % 3 == 0 and bool(paper.lines),
        upside_down=number == _UPSIDE_DOWN,
    )
    return encoded_jpeg(worn, _DPI)


def _laid_down(paper: MarkedPaper, number: int) -> bytes:
    """The marked paper as a scanner delivers it, or the file that was brought."""
    if paper.file:
        return paper.file
    (page,) = rendered_pages(paper.pdf, _DPI)
    worn = wear(np.asarray(page), number, skew=(0.6, -0.8)[number % 2], noise=4.0, yellowing=0.15, speckles=20)
    return encoded_jpeg(worn, _DPI)


def _checks(folder: Path, profile: Profile, province: RunningServer) -> Iterator[Check]:
    """The clerk's day, one dossier after the other, then the line to the province."""
    desk = open_desk(folder, profile)
    desk = desk.of(make_administrator(desk, _CLERK, _PASSWORD, _PASSWORD))
    try:
        with Pipeline() as pipeline:
            first = 0
            for sample in sample_dossiers():
                yield from _dossier(desk, pipeline, sample, first, folder)
                first += len(sample.papers)
        with ProvincialServer(profile.server, desk.store) as server:
            yield from _province(desk, server, province)
        entries = desk.store.entries.check_own()
        sound = not desk.store.journal.differing_projections()
        yield Check(_say("journal whole, dossiers are what it says"), sound, str(entries))
    finally:
        desk.store.close()


def _dossier(desk: Desk, pipeline: Pipeline, sample: SampleDossier, first: int, folder: Path) -> Iterator[Check]:
    draft = desk.new_draft()
    scanned: list[tuple[SamplePaper, int, SpooledPage]] = []
    for number, paper in enumerate(sample.papers, first):
        file = folder / "paper" / f"{number + 1:02d}-{paper.component}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_worn(paper, number))
        failures = scan(desk, pipeline, draft.id, paper.component, pages_of([file]))
        page = desk.store.drafts.pages(draft.id, paper.component)[-1]
        scanned.append((paper, number, page))
        if failures:
            yield Check(file.name, False, failures[0].sentence())
    for paper, number, page in scanned:
        yield from _reading(desk, paper, number, page)
    marked = marked_papers(sample.procedure)
    for number, item in enumerate(marked, first + len(sample.papers)):
        file = folder / "paper" / f"{sample.procedure}-{item.name}.{'pdf' if item.file else 'jpg'}"
        file.write_bytes(_laid_down(item, number))
        for failure in scan(desk, pipeline, draft.id, item.component, pages_of([file])):
            yield Check(file.name, False, failure.sentence())
    card = read_card_qr(sample.card)
    applicant = PersonTyped(
        name=card.name,
        identity_kind=IdentityKind.CITIZEN,
        identity_number=card.number,
        born=f"{card.born:%d/%m/%Y}",
        sex=card.sex,
        address=card.address,
        phone=sample.applicant.phone,
    )
    keys = dict.fromkeys(
        [*(paper.component for paper in sample.papers), *(component.component for component in marked)]
    )
    ticks = tuple(ComponentTicked(key=key, originals=1) for key in keys)
    typed = {"procedure": sample.procedure, "case": sample.case, "owner": applicant, "components": ticks}
    desk.keep_draft(draft.model_copy(update=typed))
    dossier = receiving.receive(desk, draft.id)
    promised = f"{dossier.due_at:%d/%m/%Y %H:%M}" if dossier.due_at else "–"
    yield Check(_say("received, result promised for"), dossier.due_at is not None, f"{dossier.code}  {promised}")
    dossier = make_documents(desk, dossier.code)
    yield from _documents(desk, dossier, sample, folder)
    yield from _marks(desk, dossier, sample, marked)
    yield from _signatures(desk, dossier, marked)
    yield from _handed_out(desk, dossier, folder)


def _reading(desk: Desk, paper: SamplePaper, number: int, page: SpooledPage) -> Iterator[Check]:
    if page.failure:
        yield Check(_say("page read"), False, page.failure.sentence())
        return
    read = reading_of(desk, page)
    if not paper.lines:
        yield Check(_say("blank page recognised"), read.blank, "")
        return
    likeness = fuzz.partial_ratio(_flat(paper.expected.upper()), _flat(read.text.upper()))
    yield Check(f"{_say('page read')}: {paper.title}", likeness >= _LEAST_READ, f"{likeness:.1f} %")
    if number == _UPSIDE_DOWN:
        yield Check(_say("upside-down page turned"), read.rotation == 180, f"{read.rotation}°")


def _documents(desk: Desk, dossier: Dossier, sample: SampleDossier, folder: Path) -> Iterator[Check]:
    for component in dossier.components:
        expected = [paper.expected for paper in sample.papers if paper.component == component.key and paper.lines]
        if component.document is None:
            yield Check(_say("searchable PDF"), False, component.name)
            continue
        pdf = desk.store.files.get(component.document.sha256)
        path = pdf_file.send(folder / "documents", pdf, f"{dossier.code}-{component.key}")
        text = _flat(_text_of(pdf).upper())
        likeness = min((fuzz.partial_ratio(_flat(sentence.upper()), text) for sentence in expected), default=100.0)
        yield Check(f"{_say('searchable PDF')}: {path.name}", likeness >= _LEAST_READ, f"{likeness:.1f} %")
        as_many = len(page_sizes(pdf)) == component.images
        found = f"{component.images} + {component.left_out}"
        yield Check(f"{_say('as many pages as images, and those left out counted')}: {path.name}", as_many, found)


def _marks(desk: Desk, dossier: Dossier, sample: SampleDossier, marked: tuple[MarkedPaper, ...]) -> Iterator[Check]:
    """Draws each filed page that had a mark, and looks for it."""
    before = Counter(paper.component for paper in sample.papers if paper.lines)
    for paper in marked:
        place = before[paper.component]
        before[paper.component] += 1
        document = next(component.document for component in dossier.components if component.key == paper.component)
        pages = list(rendered_pages(desk.store.files.get(document.sha256), _LOOK)) if document else []
        what = f"{_say('still on the filed page')}: {paper.mark.name}"
        if place >= len(pages):
            yield Check(what, False, _say("the page is missing"))
            continue
        (wanted,), (plain,) = rendered_pages(paper.pdf, _LOOK), rendered_pages(paper.plain, _LOOK)
        filed = np.asarray(pages[place])
        seen = mark_seen(filed, np.asarray(wanted), np.asarray(plain), paper.mark.box, _LOOK)
        good = seen.share >= _LEAST_SEEN and seen.likeness >= paper.mark.least_likeness
        yield Check(what, good, f"{100 * seen.share:.0f} %, {seen.likeness:.2f}")


def _signatures(desk: Desk, dossier: Dossier, marked: tuple[MarkedPaper, ...]) -> Iterator[Check]:
    """Whether a signed PDF is named as signed, and kept byte for byte."""
    for paper in marked:
        if not paper.signer:
            continue
        component = next(known for known in dossier.components if known.key == paper.component)
        told = "; ".join(signature.signer for signature in component.signed)
        yield Check(_say("the signer is named"), paper.signer in told, told)
        wanted = hashlib.sha256(paper.file).hexdigest()
        kept = wanted in {page.original for page in component.pages} and desk.store.files.get(wanted) == paper.file
        yield Check(_say("the signed file is kept byte for byte"), kept, wanted[:16])


def _handed_out(desk: Desk, dossier: Dossier, folder: Path) -> Iterator[Check]:
    printed = FolderPrinter("printed", folder / "printed")
    for form in ("receipt", "slip"):
        job = ask_for(desk, [dossier.code], form)
        PrintQueue(desk, lambda name: printed).run_once()
        done = desk.store.print_jobs.get(job.id)
        path = printed.folder / f"{form}-{job.id}.pdf"
        pdf = path.read_bytes()
        text = _flat(_text_of(pdf))
        said = [dossier.code, dossier.owner.name, f"{dossier.due_at:%d/%m/%Y}" if dossier.due_at else ""]
        codes = {code.text for page in rendered_pages(pdf, 200) for code in zxingcpp.read_barcodes(page)}
        given = desk.dossier(dossier.code).papers[-1]
        good = {
            _say("text"): all(word in text for word in said),
            _say("QR"): codes == {letterhead(desk.profile.office).look_up_address(dossier.look_up_token)},
            _say("journal"): (given.form, given.file, given.print_number) == (form, job.file, 1),
            _say("print job"): done is not None and done.state is JobState.PRINTED,
        }
        found = ", ".join(what for what, right in good.items() if right)
        yield Check(f"{_say('printed')}: {path.name}", all(good.values()), found)


def _text_of(pdf: bytes) -> str:
    """The text layer, by another library than the one that wrote it."""
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def _province(desk: Desk, server: ProvincialServer, province: RunningServer) -> Iterator[Check]:
    sync_once(desk.store, server)
    entries, files = waiting(desk.store)
    yield Check(_say("everything sent"), (entries, files) == (0, 0), f"{entries} + {files}")
    codes = [line.code for line in desk.store.find()]
    for code in codes:
        state = server.dossier(code)
        same = state.dossier == desk.store.dossier(code) and not state.awaited and not state.conflicts
        yield Check(_say("the province knows the same"), same, code)
    province.services.registry.change_status(codes[0], Status.IN_PROCESS, "", "Chuyên viên Mẫu")
    sync_once(desk.store, server)
    moved = desk.dossier(codes[0]).status is Status.IN_PROCESS
    yield Check(_say("a change made at the province reached the desk"), moved, codes[0])


def _flat(text: str) -> str:
    return " ".join(text.replace(":", " ").split())


def _say(sentence: str) -> str:
    return translate("demo", sentence)


def _typed(folder: Path) -> str:
    """As it is typed at a command line of this system, whatever letters and spaces are in it."""
    return subprocess.list2cmdline([str(folder)]) if sys.platform == "win32" else shlex.quote(str(folder))


def _tell(checks: list[Check], folder: Path, seconds: float) -> None:
    for check in checks:
        print(f"{'✓' if check.good else '✗'} {check.what:<72} {check.found}")
    good = sum(check.good for check in checks)
    print()
    print(_say("{good} of {all} checks good, {seconds} s").format(good=good, all=len(checks), seconds=round(seconds)))
    for name, what in (
        ("paper", _say("the worn paper")),
        ("documents", _say("searchable PDFs")),
        ("printed", _say("receipts and slips")),
        ("", _say("the desk; open it with: counter run --data {folder}").format(folder=_typed(folder))),
    ):
        print(f"  {folder / name}  {what}")
    print(_say("sign in as {name} with the password: {password}").format(name=_CLERK, password=_PASSWORD))
    sys.stdout.flush()
