"""What the desk knows of the law: procedures, agencies, calendar, office hours, rules, the words of the papers.

The program ships it under resources/. Over it lies what the province sends its desks, one checked package in the folder
`knowledge-province` beside the store (`procedures.province_package`). Over both lie an office's own files, in the
folder `knowledge` beside its store, in the same folders: `procedures/*.toml`, `agencies/*.toml` and `deciding/*.toml`
replace what they name by code and version (first day of an agency, key of a rule) and add the rest; thousands of
procedures that were imported lie in an index beside them (`procedures/catalogue-*.db`, see
`procedures.catalogue_index`), which is never parsed as a whole.
`forms/*.toml` replace texts of the papers; a file of the same name in `calendar/`, `rules/`, `processes/` or `reuse/`
replaces the shipped one, `calendar/closures.toml` holds the office's own closures. Files with a fault change nothing:
what was good last stays in force.
"""

from __future__ import annotations

import dataclasses
import io
import logging
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.procedures.agencies import AgencyDirectory
from counter_app.procedures.agencies_deciding import Deciding, load_deciding
from counter_app.procedures.agencies_files import load_agencies
from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.catalogue import Catalogue, Procedure
from counter_app.procedures.catalogue_checks import ANOTHER_VERSION
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_index import CatalogueIndex, index_file, write_index
from counter_app.procedures.data_files import DataFault, Fault, Layer, Wanted, fault_at
from counter_app.procedures.offered import FILE as OFFER_FILE
from counter_app.procedures.offered import Offer, load_offer, offer_text
from counter_app.procedures.places import Places
from counter_app.procedures.places_files import load_places
from counter_app.procedures.province_package import NO_ZIP, PARTS, PackageFaulty, keep_package, unpacked, unpacked_bytes
from counter_app.procedures.reuse_rules import ReuseRules, load_reuse
from counter_app.procedures.review import Review, load_review
from counter_app.procedures.rules import Rules, load_rules
from counter_app.procedures.wordings import Wordings, load_wordings
from counter_app.procedures.working_time import OfficeHours, WorkCalendar
from counter_app.resources import resource

if TYPE_CHECKING:
    from counter_app.procedures.importing import ImportPlan

FOLDER = "knowledge"
PROVINCE_FOLDER = "knowledge-province"
LAST_GOOD = "last-good.zip"
Part = TypeVar("Part")
_log = logging.getLogger(__name__)


class KnowledgeNotKept(CounterError):
    """The office's files could not be written."""

    what = "The change could not be saved; nothing has changed."
    todo = "Check that the disk is not full and save again."


@dataclass
class Knowledge:
    """One for all threads of a desk; what an administrator or the province changes is seen by all of them at once.

    `own` is the folder of the office's files, `province` that of the province's package; None where there is none.
    `faults` tell what is wrong with them: as long as there are any, an older state is in force.
    """

    catalogue: Catalogue
    calendar: WorkCalendar
    hours: OfficeHours
    rules: Rules
    agencies: AgencyDirectory
    deciding: Deciding
    wordings: Wordings
    review: Review
    reuse: ReuseRules
    offer: Offer = field(default_factory=Offer)
    own: Path | None = None
    province: Path | None = None
    faults: tuple[Fault, ...] = ()
    changing: Lock = field(default_factory=Lock, repr=False)

    @cached_property
    def places(self) -> Places:
        """The communes and provinces; read when they are first asked for."""
        return load_places(resource("places"))


def load_knowledge(own: Path | None = None, province: Path | None = None) -> Knowledge:
    """What is shipped, overlaid with the province's package and the office's files; where these are faulty, what was
    good last.

    Raises DataFault only where what the program ships is faulty itself.
    """
    shipped = resource()
    indexes, damaged = _indexes(own, province)
    with unpacked(province) as sent:
        try:
            knowledge = _load(shipped, sent, own, indexes)
            if own is not None and own.is_dir():
                _keep_as_good(shipped, sent, own)
            faults: tuple[Fault, ...] = ()
        except DataFault as failure:
            if own is None and sent is None:
                raise
            _log.warning("the knowledge of office or province is faulty: %s", failure)
            knowledge, faults = _last_good(shipped, sent, own, indexes), failure.faults
    offer, not_offered = _offer(own)
    all_faults = (*damaged, *not_offered, *faults)
    return dataclasses.replace(knowledge, own=own, province=province, offer=offer, faults=all_faults)


def adopt(knowledge: Knowledge, procedures: Iterable[Procedure]) -> None:
    """Puts the versions into the office's files and in force for all threads, or does nothing at all.

    They are checked together with everything else the desk knows. A power cut while several files are written leaves
    the whole new state as the last good one. Raises DataFault, KnowledgeNotKept.
    """
    own = knowledge.own
    if own is None:
        raise ValueError("knowledge without a folder of its own cannot change")
    from counter_app.procedures.catalogue_texts import own_texts  # not at the start: see there

    with knowledge.changing, tempfile.TemporaryDirectory() as beside, unpacked(knowledge.province) as sent:
        candidate = Path(beside, FOLDER)
        for part in PARTS:
            _copy_files(Layer(own / part, f"{FOLDER}/{part}/"), candidate / part)
        indexes, _ = _indexes(own, knowledge.province)
        _load(resource(), sent, candidate)  # a file that is faulty already is not written on
        changed = own_texts(procedures, candidate / "procedures")
        for path, text in changed.items():
            path.write_text(text, encoding="utf-8")
        new = _load(resource(), sent, candidate, indexes)
        try:
            _keep_as_good(resource(), sent, candidate, own)
            for path, text in changed.items():
                write_durably(own / "procedures" / path.name, text.encode())
        except OSError as failure:
            raise KnowledgeNotKept(type(failure).__name__) from failure
        _put_in_force(knowledge, new)


def adopt_indexed(knowledge: Knowledge, procedures: Iterable[Procedure]) -> None:
    """Puts the versions into the office's index and in force for all threads, or does nothing at all.

    They take the place of the index's own of the same code and version. For many at once: nothing of them is parsed at
    the next start. Raises DataFault, KnowledgeNotKept.
    """
    own = knowledge.own
    if own is None:
        raise ValueError("knowledge without a folder of its own cannot change")
    with knowledge.changing, unpacked(knowledge.province) as sent:
        folder = own / "procedures"
        before = index_file(folder)
        kept = {(item.code, item.version): item for item in CatalogueIndex(before).all()} if before else {}
        kept.update(((procedure.code, procedure.version), procedure) for procedure in procedures)
        try:
            write_index(kept.values(), folder)
        except OSError as failure:
            raise KnowledgeNotKept(type(failure).__name__) from failure
        indexes, _ = _indexes(own, knowledge.province)
        catalogue = load_catalogue(
            resource("procedures"), *_those_with(_layers(sent, own), "procedures"), indexes=indexes
        )
        knowledge.catalogue = catalogue


def adopt_plan(knowledge: Knowledge, plan: ImportPlan) -> None:
    """Puts in force what an import changes, or nothing at all; where it changes nothing, nothing is written.

    Raises DataFault, KnowledgeNotKept.
    """
    if plan.versions:
        (adopt_indexed if plan.indexed else adopt)(knowledge, plan.versions)


def adopt_package(knowledge: Knowledge, package: bytes, tag: str) -> None:
    """Puts the province's package in force for all threads and keeps it, or does nothing at all.

    It is checked under the office's own files. Raises PackageFaulty, KnowledgeNotKept.
    """
    if knowledge.province is None:
        raise ValueError("knowledge without a folder for the province's package")
    with knowledge.changing:
        try:
            with unpacked_bytes(package) as sent:
                _check_index(sent / "procedures")
                new = _load(resource(), sent, knowledge.own)
                if knowledge.own is not None and knowledge.own.is_dir():
                    _keep_as_good(resource(), sent, knowledge.own)
        except DataFault as failure:
            first = failure.faults[0]
            raise PackageFaulty(str(failure), fault=f"{first.where}: {first.said()}") from failure
        try:
            keep_package(knowledge.province, package, tag)
        except OSError as failure:
            raise KnowledgeNotKept(type(failure).__name__) from failure
        indexes, _ = _indexes(knowledge.own, knowledge.province)
        new.catalogue = new.catalogue.over(indexes)
        _put_in_force(knowledge, new)


def change_offer(knowledge: Knowledge, change: Callable[[Offer], Offer]) -> Offer:
    """Keeps another choice of what the office receives and favours, and puts it in force for all threads.

    Raises DataFault where the office's file is faulty: it is not written over. Raises KnowledgeNotKept.
    """
    own = knowledge.own
    if own is None:
        raise ValueError("knowledge without a folder of its own cannot change")
    with knowledge.changing:
        offer = change(load_offer(own))
        try:
            own.mkdir(parents=True, exist_ok=True)
            write_durably(own / OFFER_FILE, offer_text(offer).encode())
        except OSError as failure:
            raise KnowledgeNotKept(type(failure).__name__) from failure
        knowledge.offer = offer
    return offer


def keep_version(knowledge: Knowledge, procedure: Procedure) -> None:
    """Adopts a new version; the one in force when it begins is closed the day before.

    Raises DataFault, also where the procedure has a version of that name: dossiers may have been received under it.
    """
    if knowledge.catalogue.version(procedure.code, procedure.version) is not None:
        wanted = Wanted(ANOTHER_VERSION, {"code": procedure.code, "version": procedure.version})
        raise DataFault(faults=[fault_at(f"{procedure.code}.toml", 1, "version", wanted)])
    adopt(knowledge, knowledge.catalogue.superseded_by(procedure))


def _put_in_force(knowledge: Knowledge, new: Knowledge) -> None:
    knowledge.catalogue, knowledge.agencies, knowledge.faults = new.catalogue, new.agencies, ()
    knowledge.calendar, knowledge.hours, knowledge.rules = new.calendar, new.hours, new.rules
    knowledge.deciding, knowledge.wordings = new.deciding, new.wordings
    knowledge.review, knowledge.reuse = new.review, new.reuse


def _indexes(own: Path | None, province: Path | None) -> tuple[tuple[CatalogueIndex, ...], list[Fault]]:
    """The indexes of the office, of the province and of the program, and what is wrong with those that cannot be read:
    the desk does without them."""
    found: list[CatalogueIndex] = []
    faults: list[Fault] = []
    for folder, name in ((own, FOLDER), (province, PROVINCE_FOLDER), (resource(), "")):
        file = index_file(folder / "procedures") if folder else None
        try:
            found += [CatalogueIndex(file)] if file else []
        except DataFault as failure:
            _log.warning("an index of procedures cannot be read: %s", failure)
            faults += [dataclasses.replace(fault, file=f"{name}/procedures/{fault.file}") for fault in failure.faults]
    return tuple(found), faults


def _offer(own: Path | None) -> tuple[Offer, tuple[Fault, ...]]:
    """What the office offers; the usual, and the faults, where its file cannot be read."""
    try:
        return load_offer(own), ()
    except DataFault as failure:
        return Offer(), tuple(dataclasses.replace(fault, file=f"{FOLDER}/{fault.file}") for fault in failure.faults)


def _check_index(folder: Path) -> None:
    """Reads every version of the folder's index. Raises DataFault."""
    if file := index_file(folder):
        index = CatalogueIndex(file)
        try:
            for _ in index.all():
                pass
        finally:
            index.close()


def _layers(sent: Path | None, own: Path | None) -> list[Layer]:
    return [Layer(folder, name) for folder, name in ((sent, PROVINCE_FOLDER), (own, FOLDER)) if folder]


def _load(shipped: Path, sent: Path | None, own: Path | None, indexes: Sequence[CatalogueIndex] = ()) -> Knowledge:
    """Everything, with all faults of all parts at once. Raises DataFault."""
    faults: list[Fault] = []
    layers = _layers(sent, own)

    def part(name: str, load: Callable[[], Part]) -> Part | None:
        try:
            return load()
        except DataFault as failure:
            faults.extend(_named(fault, layers, name) for fault in failure.faults)
            return None

    procedures, agencies, rules_of_deciding, forms = (
        _those_with(layers, part) for part in ("procedures", "agencies", "deciding", "forms")
    )
    wordings = part("", lambda: load_wordings(shipped / "forms", *forms))
    with (
        merged(shipped, layers, "calendar") as days,
        merged(shipped, layers, "rules") as law,
        merged(shipped, layers, "processes") as processes,
        merged(shipped, layers, "reuse") as serving_again,
    ):
        catalogue = part("", lambda: load_catalogue(shipped / "procedures", *procedures, indexes=indexes))
        directory = part("", lambda: load_agencies(shipped / "agencies", *agencies))
        deciding = part("", lambda: load_deciding(shipped / "deciding", *rules_of_deciding))
        calendar = part("calendar", lambda: load_calendar(days, days / "closures.toml"))
        hours = part("calendar", lambda: load_office_hours(days / "office-hours.toml"))
        rules = part("rules", lambda: load_rules(law))
        review = part("processes", lambda: load_review(processes))
        reuse = part("reuse", lambda: load_reuse(serving_again))
    if catalogue and directory and deciding and calendar and hours and rules and wordings and review and reuse:
        return Knowledge(catalogue, calendar, hours, rules, directory, deciding, wordings, review, reuse)
    raise DataFault(faults=faults)


def _named(fault: Fault, layers: Sequence[Layer], part: str) -> Fault:
    """The fault with its file's folder, where a layer's file of that name stands for the shipped one."""
    for layer in reversed(layers):
        if part and (layer.folder / part / fault.file).is_file():
            return dataclasses.replace(fault, file=f"{layer.shown}/{part}/{fault.file}")
    return fault


def _those_with(layers: Sequence[Layer], part: str) -> list[Layer]:
    """The part of each layer that has any files of it."""
    parts = [Layer(layer.folder / part, f"{layer.shown}/{part}/") for layer in layers]
    return [item for item in parts if any(item.folder.glob("*.toml"))]


@contextmanager
def merged(shipped: Path, layers: Sequence[Layer], part: str) -> Iterator[Path]:
    """The folder with the files of the layers over the shipped ones of the same name; over today's, where `shipped` was
    kept by a version that knew no such part. Raises DataFault."""
    below = shipped / part if (shipped / part).is_dir() else resource(part)
    over = _those_with(layers, part)
    if not over:
        yield below
        return
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside, part)
        for layer in (Layer(below, ""), *over):
            _copy_files(layer, folder)
        yield folder


def _last_good(shipped: Path, sent: Path | None, own: Path | None, indexes: Sequence[CatalogueIndex]) -> Knowledge:
    """What was good last: the office's last good files over today's, else over those of their time; else today's
    without the office's, else what is shipped."""
    with tempfile.TemporaryDirectory() as beside:
        kept = Path(beside)
        states: list[tuple[Path, Path | None, Path | None]] = [(shipped, sent, None), (shipped, None, own)]
        if own is not None and _unpack_last_good(own, kept):
            then = kept / "province" if (kept / "province").is_dir() else None
            states = [(shipped, sent, kept / "own"), (kept / "shipped", then, kept / "own"), *states]
        for state in states:
            try:
                return _load(*state, indexes)
            except DataFault as failure:
                _log.warning("the last good knowledge does not fit: %s", failure)
    return _load(shipped, None, None, indexes)


def _unpack_last_good(own: Path, place: Path) -> bool:
    try:
        with zipfile.ZipFile(own / LAST_GOOD) as archive:
            archive.extractall(place)
    except FileNotFoundError:
        return False  # nothing was good before
    except (OSError, *NO_ZIP) as failure:
        _log.warning("what was good last cannot be read: %s", type(failure).__name__)
        return False
    return True


def _keep_as_good(shipped: Path, sent: Path | None, state: Path, own: Path | None = None) -> None:
    """Keeps a copy of a good state in the folder `own`, whole or not at all; the same one is not written again."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for side, folder in (("shipped", shipped), ("province", sent), ("own", state)):
            for part, path in _files_of(folder):
                entry = zipfile.ZipInfo(f"{side}/{part}/{path.name}")  # its time is always the same
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    place = (own or state) / LAST_GOOD
    try:
        if not place.exists() or place.read_bytes() != packed.getvalue():
            write_durably(place, packed.getvalue())
    except OSError as failure:
        if own is not None:
            raise
        _log.warning("the good state of the knowledge could not be kept: %s", type(failure).__name__)


def _files_of(folder: Path | None) -> list[tuple[str, Path]]:
    return [(part, path) for part in PARTS for path in sorted((folder / part).glob("*.toml"))] if folder else []


def _copy_files(layer: Layer, target: Path) -> None:
    """Raises DataFault where one of them is no file, or cannot be read."""
    target.mkdir(parents=True, exist_ok=True)
    for path in layer.folder.glob("*.toml"):
        try:
            shutil.copyfile(path, target / path.name)
        except OSError as fault:
            raise DataFault(faults=[Fault(f"{layer.shown}{path.name}", 1, "a UTF-8 text file")]) from fault
