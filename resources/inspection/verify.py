"""Kiểm tra một bản trích xuất hồ sơ: python verify.py BẢN_TRÍCH_XUẤT.zip [--key KHÓA] [--digests TÓM_LƯỢC.json]

Needs Python 3.8 or later and nothing else; no desk, no network. It says what it found and ends with 0 only where all
holds: every byte of the file, every content, every entry's hash, the chain between the entries, the desk's signatures
(Ed25519, RFC 8032). Whoever made the file anew from the start with a key of their own is found by the key: compare it
with the one that the province has of the desk (--key), or the day digests that were kept elsewhere (--digests, the file
of `counter digests`).
"""

import argparse
import hashlib
import json
import re
import sys
import zipfile
import zlib
from pathlib import Path

DAY_PURPOSE = "counter day digest 1"
EXTRACT_PURPOSE = "counter dossier extract 1\n"
MANIFEST, SIGNATURE, ENTRIES, CHAIN = "extract.json", "signature.json", "entries.json", "chain.json"
SEALED = ("desk", "sequence", "dossier", "step", "kind", "payload_hash", "clerk", "at", "previous")
HEX = re.compile(r"[0-9a-f]{64}")
LARGEST = 4_000_000_000  # bytes unpacked: no dossier is that large, and a hostile file shall not fill the memory
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What zipfile raises of a damaged, encrypted or strangely packed file."""


class Report:
    """What was found: what holds, what is to be known, and what is wrong."""

    def __init__(self):
        self.good, self.notes, self.faults = [], [], []

    @property
    def holds(self):
        """Whether nothing is wrong."""
        return not self.faults

    def lines(self):
        """All of it, as it is read."""
        yield from ("[đúng] " + line for line in self.good)
        yield from ("[lưu ý] " + line for line in self.notes)
        yield from ("[SAI] " + line for line in self.faults)
        yield "KẾT LUẬN: " + (
            "bản trích xuất còn nguyên vẹn." if self.holds else "bản trích xuất KHÔNG còn nguyên vẹn."
        )


def verify(path, key="", digests=()):
    """The report on the extract at `path`. `key` is the desk's public key as known from elsewhere, `digests` are day
    digests that were kept elsewhere."""
    report = Report()
    try:
        content = Path(path).read_bytes()
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, report)
            whole = archive.comment.decode("ascii", "replace")
    except UNREADABLE as fault:
        report.faults.append(f"không mở được tệp: {fault}")
        return report
    if whole == hashlib.sha256(content[: -len(whole)] if whole else content).hexdigest():
        report.good.append(f"cả tệp: {len(content)} byte đúng mã băm ghi ở cuối tệp")
    else:
        report.faults.append("cả tệp: có byte đã đổi so với mã băm ghi ở cuối tệp")
    try:
        _verify(members, key, digests, report)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as fault:
        report.faults.append(f"nội dung không đúng dạng: {type(fault).__name__} {fault}")
    return report


def _members(archive, report):
    found = {}
    if sum(line.file_size for line in archive.infolist()) > LARGEST:
        raise ValueError(f"hơn {LARGEST} byte khi giải nén")
    for line in archive.infolist():
        try:
            found[line.filename] = archive.read(line)
        except UNREADABLE:
            report.faults.append(f"{line.filename}: byte đã đổi, không đọc được")
    return found


def _verify(members, key, digests, report):
    for name in (MANIFEST, SIGNATURE, ENTRIES, CHAIN):
        if name not in members:
            report.faults.append(f"{name}: thiếu hoặc không đọc được")
    if MANIFEST not in members:
        return
    manifest = json.loads(members[MANIFEST])
    if manifest.get("mark"):
        report.notes.append("của quầy tập huấn: không có giá trị")
    _verify_files(manifest, members, report)
    signed_by = _verify_signature(members, key, report) if SIGNATURE in members else ""
    if ENTRIES not in members:
        return
    entries = json.loads(members[ENTRIES])
    _verify_entries(manifest, entries, report)
    _verify_named_files(manifest, entries, report)
    if CHAIN in members:
        journals = {journal["desk"]: journal for journal in json.loads(members[CHAIN])}
        for desk in sorted({entry["desk"] for entry in entries} - set(journals)):
            report.faults.append(f"chuỗi {desk}: thiếu")
        compared = {
            journal["desk"]: _verify_chain(manifest, journal, entries, signed_by, digests, report)
            for journal in journals.values()
        }
        if digests and not compared.get(manifest["desk"], any(compared.values())):
            report.faults.append("tóm lược giữ nơi khác không có ngày nào của chuỗi nào ở đây")


def _verify_files(manifest, members, report):
    before = len(report.faults)
    listed = {line["name"]: line for line in manifest["files"]}
    for name, line in listed.items():
        if name not in members:
            report.faults.append(f"{name}: thiếu hoặc không đọc được")
        elif hashlib.sha256(members[name]).hexdigest() != line["sha256"] or len(members[name]) != line["size"]:
            report.faults.append(f"{name}: nội dung đã đổi")
    for name in sorted(set(members) - set(listed) - {MANIFEST, SIGNATURE}):
        report.faults.append(f"{name}: không có trong danh sách, đã thêm vào sau")
    if len(report.faults) == before:
        report.good.append(f"{len(listed)} tệp bên trong đúng mã băm")


def _verify_signature(members, key, report):
    signature = json.loads(members[SIGNATURE])
    said = EXTRACT_PURPOSE.encode() + members[MANIFEST]
    as_written = json.dumps(signature, ensure_ascii=False, indent=1).encode()
    if as_written != members[SIGNATURE] or not is_signed(signature["key"], signature["signature"], said):
        report.faults.append(f"{SIGNATURE}: chữ ký của quầy không đúng với danh sách ({MANIFEST})")
    elif key and key != signature["key"]:
        report.faults.append("khóa ký {} không phải khóa của quầy".format(signature["key"]))
    else:
        report.good.append("quầy đã ký danh sách, khóa {}".format(signature["key"]))
        if not key:
            report.notes.append("đối chiếu khóa trên với khóa của quầy mà tỉnh giữ (--key)")
    return signature["key"]


def _verify_entries(manifest, entries, report):
    before, gone = len(report.faults), _erased(entries)
    for entry in entries:
        name = _name(entry)
        if entry["dossier"] != manifest["dossier"]:
            report.faults.append(f"{name}: thuộc hồ sơ khác")
        if _seal(entry) != entry["hash"]:
            report.faults.append(f"{name}: không đúng mã băm của nó")
        if entry["payload"] is None:
            if (entry["desk"], entry["sequence"]) in gone:
                report.notes.append(f"{name}: nội dung đã xóa theo luật")
            else:
                report.faults.append(f"{name}: mất nội dung mà không có bước xóa theo luật")
        elif hashlib.sha256(entry["payload"].encode()).hexdigest() != entry["payload_hash"]:
            report.faults.append(f"{name}: nội dung không đúng mã băm của nó")
    if len(report.faults) == before:
        report.good.append(f"{len(entries)} bước của hồ sơ đúng mã băm")


def _erased(entries):
    said = [json.loads(entry["payload"]) for entry in entries if entry["kind"] == "data_erased" and entry["payload"]]
    return {(item["desk"], item["sequence"]) for payload in said for item in payload["erased"]}


def _verify_named_files(manifest, entries, report):
    """What the entries name is here under its hash, or the manifest says that it is not."""
    here = {line["sha256"] for line in manifest["files"]}
    absent = {line["sha256"]: line["why"] for line in manifest["absent"]}
    for name, entry in _files_in(entries):
        if name in absent:
            report.notes.append(f"{_name(entry)}: tệp {name[:16]}… không có trong bản này ({absent[name]})")
        elif name not in here:
            report.faults.append(f"{_name(entry)}: thiếu tệp {name[:16]}…")


def _files_in(entries):
    found = {}
    for entry in entries:
        parts = [json.loads(entry["payload"] or "null")]
        while parts:
            part = parts.pop()
            if isinstance(part, dict):
                if "media_type" in part and HEX.fullmatch(str(part.get("sha256"))):
                    found.setdefault(part["sha256"], entry)
                parts += part.values()
            elif isinstance(part, list):
                parts += part
    return found.items()


def _verify_chain(manifest, journal, entries, signed_by, digests, report):
    """Whether one of the digests was there to compare the chain with."""
    dossier, own = manifest["dossier"], journal["desk"] == manifest["desk"]
    desk, links, before = journal["desk"], journal["links"], len(report.faults)
    mine = {entry["sequence"]: entry["hash"] for entry in entries if entry["desk"] == desk}
    if not links and own:
        report.faults.append(f"chuỗi {desk}: quầy trích xuất mà không có chuỗi của chính mình")
        return False
    if not links:
        report.notes.append(f"{desk}: các bước giữa hai bước của hồ sơ không có ở quầy này, không nối chuỗi được")
        return False
    last = None
    for link in links:
        if link["desk"] != desk or _seal(link) != link["hash"]:
            report.faults.append("chuỗi {}: mắt xích {} không đúng mã băm".format(desk, link["sequence"]))
        if last and (link["previous"] != last["hash"] or link["sequence"] != last["sequence"] + 1):
            report.faults.append("chuỗi {}: đứt giữa {} và {}".format(desk, last["sequence"], link["sequence"]))
        last = link
    by_sequence = {link["sequence"]: link for link in links}
    for sequence, seal in mine.items():
        if sequence not in by_sequence or by_sequence[sequence]["hash"] != seal:
            report.faults.append(f"chuỗi {desk}: bước {sequence} của hồ sơ không nằm trong chuỗi")
    for link in links:
        if link["dossier"] == dossier and link["sequence"] not in mine:
            report.faults.append("chuỗi {}: bước {} của hồ sơ đã bị bỏ ra".format(desk, link["sequence"]))
    if len(report.faults) == before:
        told = (desk, links[0]["sequence"], links[-1]["sequence"])
        report.good.append("chuỗi {}: bước {} đến {} nối liền nhau".format(*told))
    if journal["digest"]:
        _verify_digest(journal["digest"], links[-1], signed_by, report)
    elif own:
        report.notes.append(f"chuỗi {desk}: ngày cuối chưa khép, chưa có tóm lược ngày có ký")
    kept = [digest for digest in digests if digest["desk"] == desk and digest["last"] in by_sequence]
    for digest in kept:
        if by_sequence[digest["last"]]["hash"] != digest["head"]:
            report.faults.append("chuỗi {}: khác với tóm lược ngày {} giữ nơi khác".format(desk, digest["day"]))
        else:
            report.good.append("chuỗi {}: đúng với tóm lược ngày {} giữ nơi khác".format(desk, digest["day"]))
    return bool(kept)


def _verify_digest(digest, last, signed_by, report):
    said = dict(digest, purpose=DAY_PURPOSE)
    signature = said.pop("signature")
    text = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    name = "tóm lược ngày {} của {}".format(digest["day"], digest["desk"])
    if not is_signed(digest["key"], signature, text):
        report.faults.append(f"{name}: chữ ký không đúng")
    elif digest["head"] != last["hash"] or digest["last"] != last["sequence"]:
        report.faults.append(f"{name}: không phải của chuỗi này")
    elif digest["key"] != signed_by:
        report.faults.append(f"{name}: ký bằng khóa khác")
    else:
        report.good.append(f"{name}: chữ ký đúng, chuỗi kết thúc đúng ở đó")


def _name(entry):
    return "bước {} của {}".format(entry["sequence"], entry["desk"])


def _seal(entry):
    sealed = {name: entry[name] for name in SEALED}
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


# Ed25519 (RFC 8032, 5.1.7 and the code of its section 6), points in extended coordinates.
_P = 2**255 - 19
_Q = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)


def is_signed(key, signature, said):
    """Whether the signature (hexadecimal) is of that key, over those bytes."""
    if not re.fullmatch(r"[0-9a-f]{64}", key) or not re.fullmatch(r"[0-9a-f]{128}", signature):
        return False
    key, signature = bytes.fromhex(key), bytes.fromhex(signature)
    point, start = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or start is None or scalar >= _Q:
        return False
    challenge = hashlib.sha512(signature[:32] + key + said).digest()
    left = _times(scalar, _BASE)
    right = _plus(start, _times(int.from_bytes(challenge, "little") % _Q, point))
    return not ((left[0] * right[2] - right[0] * left[2]) % _P or (left[1] * right[2] - right[1] * left[2]) % _P)


def _x(y, sign):
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    if y >= _P or (square == 0 and sign):
        return None
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P:
        return None
    return _P - x if (x & 1) != sign else x


def _point(text):
    y = int.from_bytes(text, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = _x(y, sign)
    return None if x is None else (x, y, 1, x * y % _P)


def _plus(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c, d = 2 * one[3] * other[3] * _D % _P, 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(scalar, point):
    made = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            made = _plus(made, point)
        point, scalar = _plus(point, point), scalar >> 1
    return made


_Y = 4 * pow(5, _P - 2, _P) % _P
_BASE = (_x(_Y, 0), _Y, 1, _x(_Y, 0) * _Y % _P)


def main(arguments=None):
    """Prints the report; 0 where all holds, otherwise 1."""
    parser = argparse.ArgumentParser(description="Kiểm tra một bản trích xuất hồ sơ")
    parser.add_argument("extract", metavar="BẢN_TRÍCH_XUẤT.zip")
    parser.add_argument("--key", default="", help="khóa công khai của quầy, do tỉnh giữ (64 chữ số thập lục phân)")
    parser.add_argument("--digests", metavar="TỆP.json", help="tóm lược ngày của quầy, giữ nơi khác")
    options = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        kept = json.loads(Path(options.digests).read_text(encoding="utf-8"))["digests"] if options.digests else []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as fault:
        print(f"[SAI] {options.digests}: không đọc được tóm lược ngày ({type(fault).__name__})")
        return 1
    report = verify(options.extract, options.key.lower(), kept)
    for line in report.lines():
        print(line)
    return 0 if report.holds else 1


if __name__ == "__main__":
    sys.exit(main())
