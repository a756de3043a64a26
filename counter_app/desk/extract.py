"""An extract of a dossier for an inspection: its entries, papers and prints as one file that proves itself.

A zip: `extract.json` lists every other file with its hash and is signed with the desk's key (`signature.json`), the key
of the day digests; `entries.json` has the entries, `chain.json` what stands between them in the desks' journals, up to
the signed head of a day; `dien-bien.txt` says it in sentences; `verify.py` proves it all with Python alone. Of what
stands between the entries of the dossier only what is sealed is told: which dossier, what kind, who, when; no content.
"""

from __future__ import annotations

import hashlib
import io
import json
import runpy
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.desk.finding import note
from counter_app.dossier.describing import describe, written_by
from counter_app.dossier.digest import DayDigest
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.roles import Task
from counter_app.durable import write_durably
from counter_app.language import Phrase, said, translate
from counter_app.resources import resource
from counter_app.store.accesses import AccessKind
from counter_app.store.digests import Digests
from counter_app.store.entries import files_of
from counter_app.store.files import FileDamaged, FileMissing

VERIFIER = ("inspection", "verify.py")
PURPOSE = "counter dossier extract 1\n"
"""What is signed is an extract and nothing that reads alike; `verify.py` says the same."""
_READ_ME = """BẢN TRÍCH XUẤT HỒ SƠ {code}

dien-bien.txt   các bước của hồ sơ bằng lời
giay-to/        giấy tờ và bản in của hồ sơ
entries.json    các bước đúng như quầy đã ghi
chain.json      chuỗi mã băm nối các bước, đến tóm lược ngày có ký
extract.json    danh sách mọi tệp với mã băm, quầy ký ở signature.json

Kiểm tra (cần Python 3.8 trở lên, không cần mạng): lấy verify.py ra rồi chạy
    python verify.py BẢN_TRÍCH_XUẤT.zip
"""


@dataclass(frozen=True)
class Extracted:
    """What was written: how many entries and papers, papers that are not at this desk, the hash of the whole file."""

    entries: int
    papers: int
    absent: int
    sha256: str


@dataclass(frozen=True)
class Proved:
    """What the verifier said of an extract, in Vietnamese: what is to be known, and what is wrong."""

    notes: tuple[str, ...]
    faults: tuple[str, ...]


def prove_extract(file: Path) -> Proved:
    """By the very verifier that stands in each extract."""
    report = runpy.run_path(str(resource(*VERIFIER)))["verify"](file)
    return Proved(tuple(report.notes), tuple(report.faults))


def extract_dossier(desk: Desk, code: str, target: Path) -> Extracted:
    """Writes the extract of a dossier, a guidance case or feedback, readable by its user only; that it was is noted.

    Raises NotYourTask, DossierUnknown.
    """
    desk.refuse_unless(Task.INSPECTION, Phrase("acts", "Extract a dossier"))
    entries = desk.store.entries.of_dossier(code)
    if not entries:
        raise DossierUnknown
    note(desk, AccessKind.EXPORTED, code)
    desk.store.digests.close_days(desk.now())
    papers, absent = _papers(desk, entries)
    contents = {
        "DOC-TRUOC.txt": (_marked(desk) + _READ_ME.format(code=code)).encode(),
        "dien-bien.txt": _told(desk, code, entries).encode(),
        "entries.json": _json([_whole(entry) for entry in entries]),
        "chain.json": _json(list(_journals(desk, entries))),
        "verify.py": resource(*VERIFIER).read_bytes(),
        **papers,
    }
    contents |= _signed(desk, code, contents, absent)
    whole = _zipped(contents)
    write_durably(target, whole)
    return Extracted(len(entries), len(papers), len(absent), hashlib.sha256(whole).hexdigest())


def _papers(desk: Desk, entries: Sequence[Entry]) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """The files that the entries name, under their hashes, and those that are not here."""
    papers: dict[str, bytes] = {}
    absent = []
    for file in dict.fromkeys(file for entry in entries for file in files_of(entry)):
        try:
            papers[f"giay-to/{file.sha256}.{file.media_type.rpartition('/')[2]}"] = desk.store.files.get(file.sha256)
        except FileMissing:
            absent.append({"sha256": file.sha256, "why": "không có ở quầy này"})
        except FileDamaged:
            absent.append({"sha256": file.sha256, "why": "hỏng trên đĩa của quầy"})
    return papers, absent


def _journals(desk: Desk, entries: Sequence[Entry]) -> Iterable[dict[str, Any]]:
    """For each journal in which the dossier has entries, all from the first of them to the last; of this desk's own to
    the head of the day, where that is signed. Without links where some are not here."""
    kept = desk.store.entries
    for name in dict.fromkeys(entry.desk for entry in entries):
        sequences = [entry.sequence for entry in entries if entry.desk == name]
        own = name == kept.desk
        digest = _digest(desk.store.digests, max(sequences)) if own else None
        last = digest.last if digest else max(sequences)
        wanted = range(min(sequences), last + 1)
        links = [_sealed(entry) for entry in kept.of_journal(name, wanted)]
        there = len(links) == len(wanted)
        yield {
            "desk": name,
            "links": links if there else [],
            "digest": digest.model_dump(mode="json") if digest and there else None,
        }


def _digest(digests: Digests, sequence: int) -> DayDigest | None:
    """That of the day in which this entry of the desk was written; None while the day is not over."""
    return next(iter(digests.all(sequence - 1)), None)


def _sealed(entry: Entry) -> dict[str, Any]:
    """What the entry's hash covers, and the hash; its moment exactly as it was sealed."""
    return entry.model_dump(exclude={"payload", "at"}) | {"at": entry.at.isoformat()}


def _whole(entry: Entry) -> dict[str, Any]:
    return _sealed(entry) | {"payload": entry.payload}


def _told(desk: Desk, code: str, entries: Sequence[Entry]) -> str:
    """The timeline in the desk's words."""

    def say(context: str, text: str) -> str:
        return translate(context, text, desk.profile.language)

    subject = desk.subject(code)
    dossier = subject if isinstance(subject, Dossier) else None
    lines = (f"{said(written_by(entry), say)}\n{describe(entry, dossier).in_full(say)}\n" for entry in entries)
    return f"{_marked(desk)}{code}\n\n" + "\n".join(lines)


def _marked(desk: Desk) -> str:
    """What stands above the words of an extract from a desk for training."""
    return f"{desk.profile.mark}\n\n" if desk.profile.mark else ""


def _signed(desk: Desk, code: str, contents: dict[str, bytes], absent: Sequence[dict[str, str]]) -> dict[str, bytes]:
    """The list of all that is in the extract, and the desk's signature over it."""
    manifest = _json(
        {
            "format": PURPOSE.strip(),
            "dossier": code,
            "desk": desk.store.desk,
            "office": desk.profile.office.name,
            "made_at": desk.now().isoformat(timespec="seconds"),
            "made_by": desk.clerk.name,
            **({"mark": desk.profile.mark} if desk.profile.mark else {}),
            "files": [
                {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                for name, content in contents.items()
            ],
            "absent": list(absent),
        }
    )
    key, signature = desk.store.digests.sign(PURPOSE.encode() + manifest)
    return {"extract.json": manifest, "signature.json": _json({"key": key, "signature": signature})}


def _zipped(contents: dict[str, bytes]) -> bytes:
    """The archive; its last bytes, the comment, are the hash of all bytes before them."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        archive.comment = b"0" * hashlib.sha256().digest_size * 2
    bare = held.getvalue()[: -hashlib.sha256().digest_size * 2]
    return bare + hashlib.sha256(bare).hexdigest().encode()


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
